/// Writes the text of a page as a browser would lay it out: white space collapsed, blocks on lines of their own.
struct HTMLConsumer: MarkupConsumer {
    private var builder: BlockBuilder
    /// Elements open inside one that is dropped or hidden, that one included; 0 outside.
    private var skipped = 0
    private var headings = 0
    private var preformatted = 0
    private var gap: Gap = .none
    private var images = 0
    /// True right after a `<br>`: the end of its paragraph adds no further line.
    private var justBroken = false

    /// How many elements are open, those inside dropped ones included.
    private var depth = 0
    /// The open elements that strike their text out or set it off the line, from the outermost.
    private var scopes: [Scope] = []
    private var struck = 0
    /// The level of what comes in, and of what was last written on the line.
    private var level: TextLevel = .line
    private var writtenLevel: TextLevel = .line

    private let obeysStyles: Bool
    private var rules = StyleRules()
    /// The style sheet that is coming in.
    private var styleSheet: [UInt8]?
    /// Whether a rule of a style sheet hid something.
    private(set) var hidByStyle = false

    /// An element whose text is struck out or stands off the line.
    private struct Scope {
        var depth: Int
        var isStruck: Bool
        /// The level outside of it.
        var outerLevel: TextLevel
    }

    /// White space met and not yet written.
    private enum Gap { case none, space, newline }

    init(builder: BlockBuilder, obeysStyles: Bool) {
        self.builder = builder
        self.obeysStyles = obeysStyles
    }

    /// Whether a table has been read.
    var holdsTable: Bool { builder.holdsTable }
    mutating func noteHeldArticle() { builder.note(.heldArticle) }

    static func tag(_ local: String, space: String) -> HTMLTag { HTMLTag(local) }

    static func weight(_ tag: HTMLTag) -> Int {
        switch tag {
        case .inline, .raised, .lowered, .struck, .paragraph, .lineBreak, .image: return 0
        default: return 1
        }
    }

    mutating func start(_ tag: HTMLTag, _ attributes: MarkupAttributes) throws(DocumentError) {
        depth += 1
        if skipped > 0 {
            skipped += 1
            return
        }
        if tag == .dropped || tag == .styleSheet {
            skipped = 1
            if tag == .styleSheet, obeysStyles, StyleRules.isForScreens(attributes["media"]) { styleSheet = [] }
            return
        }
        let style = attributes["style"].map(InlineStyle.init) ?? InlineStyle()
        if style.isHidden || attributes["hidden"] != nil || isHiddenByRule(tag, attributes) {
            skipped = 1
            if tag.breaksLine { endLine() }
            builder.note(.hiddenText)
            return
        }
        openScope(tag, style)
        if tag.breaksLine, tag != .cell { endLine() }
        switch tag {
        case .heading, .title: headings += 1
        case .preformatted: preformatted += 1
        case .lineBreak:
            breakLine()
            justBroken = true
        case .table:
            builder.beginTable()
            if attributes["role"] == "presentation" { builder.markLayout() }
        case .row: builder.beginRow()
        case .cell:
            // A cell outside any table is a line.
            endLine()
            try builder.beginCell(
                rowSpan: attributes.number("rowspan") ?? 1, columnSpan: attributes.number("colspan") ?? 1)
        case .rowGroup: builder.endRowGroup()
        case .image: images += 1
        default: break
        }
    }

    mutating func end(_ tag: HTMLTag) throws(DocumentError) {
        defer { depth -= 1 }
        if skipped > 0 {
            skipped -= 1
            if skipped == 0, let sheet = styleSheet {
                rules.add(sheet)
                styleSheet = nil
            }
            return
        }
        closeScope()
        switch tag {
        case .paragraph: if !(justBroken && builder.lineIsEmpty) { breakLine() }
        case .heading, .title:
            endLine()
            headings = max(0, headings - 1)
        case .preformatted:
            endLine()
            preformatted = max(0, preformatted - 1)
        case .table:
            endLine()
            try builder.endTable()
        case .cell:
            endLine()
            builder.endCell()
        case .rowGroup:
            endLine()
            builder.endRowGroup()
        case .row:
            endLine()
            builder.endCell()
        default: if tag.breaksLine { endLine() }
        }
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentError) {
        if skipped > 0 {
            styleSheet?.append(contentsOf: bytes)
            return
        }
        if struck > 0 {
            if bytes.contains(where: { $0 > 0x20 }) { builder.note(.struckText) }
            return
        }
        if preformatted > 0 { return writePreformatted(bytes) }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if isBlank(byte) {
                if byte == 0x0A || byte == 0x0D { gap = .newline } else if gap == .none { gap = .space }
                index += 1
            } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
                // A hard space is a space that does not collapse.
                writeGap(before: 0x20)
                builder.append(0x20)
                writtenLevel = level
                index += 2
            } else if let width = VisibleText.invisible(bytes, at: index) {
                index += width
            } else {
                let end = runEnd(bytes, from: index)
                writeGap(before: byte)
                if level != writtenLevel, TextLevel.parts(builder.lastByte, byte) { builder.append(0x20) }
                writtenLevel = level
                builder.append(UnsafeBufferPointer(rebasing: bytes[index..<end]))
                index = end
            }
        }
    }

    /// Closes what is open and gives the document.
    mutating func finish() throws(DocumentError) -> Document {
        endLine()
        if images > 0 { builder.note(.images(images)) }
        return try builder.finish()
    }

    // MARK: Lines

    /// Ends the line if anything stands on it.
    private mutating func endLine() {
        gap = .none
        guard !builder.lineIsEmpty else { return }
        breakLine()
    }

    /// Ends the line, empty or not.
    private mutating func breakLine() {
        gap = .none
        justBroken = false
        builder.endLine(isHeading: headings > 0)
        builder.paragraph += 1
    }

    private mutating func writeGap(before next: UInt8) {
        defer { gap = .none }
        guard gap != .none, let last = builder.lastByte else { return }
        // A line end of the source between two Chinese characters is only a fold.
        if gap == .newline, next >= 0xE2, last >= 0x80, endsWide() { return }
        builder.append(0x20)
    }

    /// Whether the last character of the line is Chinese or its punctuation (three bytes or more of UTF-8).
    private func endsWide() -> Bool {
        for byte in builder.currentLine.reversed() where byte >= 0xC0 { return byte >= 0xE2 }
        return false
    }

    private mutating func writePreformatted(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            switch byte {
            case 0x0A: breakLine()
            case 0x0D: break
            default: builder.append(byte)
            }
        }
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// The end of a run that is copied as it stands.
    private func runEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, !isBlank(bytes[index]) {
            let byte = bytes[index]
            if byte == 0xC2 || byte == 0xE2 || byte == 0xEF,
                (byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0)
                    || VisibleText.invisible(bytes, at: index) != nil
            {
                break
            }
            index += 1
        }
        return index
    }

    // MARK: Styles

    private mutating func isHiddenByRule(_ tag: HTMLTag, _ attributes: MarkupAttributes) -> Bool {
        guard !rules.isEmpty, rules.hides(tag, classes: attributes["class"], id: attributes["id"]) else { return false }
        hidByStyle = true
        return true
    }

    /// Follows an element that strikes its text out or sets it off the line.
    private mutating func openScope(_ tag: HTMLTag, _ style: InlineStyle) {
        let isStruck = tag == .struck || style.isStruck
        var inner = level
        switch tag {
        case .raised: inner = .raised
        case .lowered: inner = .lowered
        case .inline, .struck: inner = style.level ?? level
        // In a cell or a block the property says where the whole content stands.
        default: break
        }
        guard isStruck || inner != level else { return }
        scopes.append(Scope(depth: depth, isStruck: isStruck, outerLevel: level))
        if isStruck { struck += 1 }
        level = inner
    }

    private mutating func closeScope() {
        guard let scope = scopes.last, scope.depth == depth else { return }
        scopes.removeLast()
        if scope.isStruck { struck -= 1 }
        level = scope.outerLevel
    }
}
