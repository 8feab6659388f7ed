/// A web page, or a document saved as one, to lines and tables.
enum HTMLReader {
    /// Reads a page that is already UTF-8.
    static func read(name: String, text: DecodedText, limits: ReadingLimits) throws(DocumentError) -> Document {
        let document = Document(name: name, format: .html, notes: text.notes)
        let consumer = HTMLConsumer(builder: BlockBuilder(document: document, limits: limits))
        var finished = try HTMLStream.parse(text, consumer, limits: limits)
        return try finished.finish()
    }
}

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

    /// White space met and not yet written.
    private enum Gap { case none, space, newline }

    init(builder: BlockBuilder) { self.builder = builder }

    static func tag(_ local: String, space: String) -> HTMLTag { HTMLTag(local) }

    static func weight(_ tag: HTMLTag) -> Int {
        switch tag {
        case .inline, .paragraph, .lineBreak, .image: return 0
        default: return 1
        }
    }

    mutating func start(_ tag: HTMLTag, _ attributes: MarkupAttributes) throws(DocumentError) {
        if skipped > 0 {
            skipped += 1
            return
        }
        if tag == .dropped {
            skipped = 1
            return
        }
        if isHidden(attributes) {
            skipped = 1
            if tag.breaksLine { endLine() }
            builder.note(.hiddenText)
            return
        }
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
        if skipped > 0 {
            skipped -= 1
            return
        }
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
        if skipped > 0 { return }
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
                index += 2
            } else if let width = invisible(bytes, at: index) {
                index += width
            } else {
                let end = runEnd(bytes, from: index)
                writeGap(before: byte)
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
                    || invisible(bytes, at: index) != nil
            {
                break
            }
            index += 1
        }
        return index
    }

    /// The width of a character that shows nothing: zero-width space, joiner, byte order mark, soft hyphen.
    private func invisible(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xAD { return 2 }
        guard index + 2 < bytes.count else { return nil }
        switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
        case (0xE2, 0x80, 0x8B...0x8F), (0xEF, 0xBB, 0xBF): return 3
        default: return nil
        }
    }

    private func isHidden(_ attributes: MarkupAttributes) -> Bool {
        if attributes["hidden"] != nil { return true }
        guard let style = attributes["style"], style.utf8.count >= 8 else { return false }
        let plain = style.lowercased().utf8.filter { $0 != 0x20 && $0 != 0x09 }
        return plain.holds("display:none") || plain.holds("mso-hide:all")
    }
}

extension DocumentNote {
    /// Something hidden was left out.
    static var hiddenText: DocumentNote {
        DocumentNote(code: "hidden_text", message: "文件中有隐藏的内容，未读取。")
    }

    /// Pictures were met; what stands in them is not read.
    static func images(_ count: Int) -> DocumentNote {
        DocumentNote(code: "images", message: "文件中有\(count)幅图片，图片中的文字和表格未读取。")
    }
}
