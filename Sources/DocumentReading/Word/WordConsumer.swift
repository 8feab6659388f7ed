/// Follows the body of a docx and writes its lines and tables.
struct WordConsumer: MarkupConsumer {
    private var builder: BlockBuilder
    private let styles: WordStyles
    private var numbering: WordNumbering

    /// Elements open inside a dropped one, that one included; 0 outside.
    private var skipped = 0
    private var paragraph = Paragraph()
    /// Paragraphs interrupted by a text box inside them, with the text they had so far.
    private var outer: [(Paragraph, [UInt8])] = []
    private var rows: [Row] = []
    private var inText = false
    private var inRunProperties = false
    private var inParagraphProperties = false
    private var isVanished = false
    private var isStruck = false
    /// The level of the run that is open, and of what was last written on the line.
    private var level: TextLevel = .line
    private var writtenLevel: TextLevel = .line
    /// For each open field whether its result has begun.
    private var fields: [Bool] = []
    /// For each open alternative whether its first choice has been taken.
    private var alternatives: [Bool] = []
    private var images = 0

    /// What is known of the paragraph that is open.
    private struct Paragraph {
        var style: String?
        var isHeading: Bool?
        var numbering: String?
        var level: Int?
        /// The mark at its end is deleted: it runs on into the next.
        var markDeleted = false
    }

    /// The row that is open in each open table.
    private struct Row {
        var isDeleted = false
        var inProperties = false
        var cell: CellProperties?
    }

    /// A cell whose properties are still coming in.
    private struct CellProperties {
        var columnSpan = 1
        var mergesAbove = false
        var mergesLeft = false
    }

    init(builder: BlockBuilder, styles: WordStyles, numbering: WordNumbering) {
        self.builder = builder
        self.styles = styles
        self.numbering = numbering
    }

    static func tag(_ local: String, space: String) -> WordTag { WordTag(local, space: space) }

    mutating func start(_ tag: WordTag, _ attributes: MarkupAttributes) throws(DocumentError) {
        if skipped > 0 {
            skipped += 1
            return
        }
        switch tag {
        case .dropped: skipped = 1
        case .paragraph: try startParagraph()
        case .text: inText = true
        case .run: startRun()
        case .runProperties: inRunProperties = true
        case .paragraphProperties: inParagraphProperties = true
        case .vanish, .runStyle, .verticalAlignment, .raised, .strike: startRunProperty(tag, attributes)
        case .tab: if isShown { builder.append(0x09) }
        case .noBreakHyphen: if isShown { builder.append("-") }
        case .symbol: if isShown { builder.append(symbol(attributes)) }
        case .lineBreak: if isShown, attributes["type"] == nil || attributes["type"] == "textWrapping" { breakLine() }
        case .paragraphStyle, .outlineLevel, .numberingId, .numberingLevel:
            startParagraphProperty(tag, attributes)
        case .table, .row, .cell, .rowProperties, .gridSpan, .gridBefore, .verticalMerge, .horizontalMerge:
            try startTableElement(tag, attributes)
        case .inserted, .deleted, .movedFrom: startChange(tag)
        case .fieldCharacter: startField(attributes)
        case .textBox: startTextBox()
        case .alternateContent: alternatives.append(false)
        case .choice, .fallback: startAlternative(tag)
        case .comment: builder.note(.comments)
        case .footnote: builder.note(.footnotes)
        case .picture: images += 1
        default: break
        }
    }

    mutating func end(_ tag: WordTag) throws(DocumentError) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        switch tag {
        case .paragraph: endParagraph()
        case .text: inText = false
        case .run: startRun()
        case .runProperties: inRunProperties = false
        case .paragraphProperties:
            inParagraphProperties = false
            writeNumber()
        case .table:
            if !rows.isEmpty { rows.removeLast() }
            try builder.endTable()
        case .cell:
            try openCell()
            builder.endCell()
        case .rowProperties: if !rows.isEmpty { rows[rows.count - 1].inProperties = false }
        case .textBox: endTextBox()
        case .alternateContent: _ = alternatives.popLast()
        default: break
        }
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentError) {
        guard inText, isShown else {
            if inText, isStruck, bytes.contains(where: { $0 > 0x20 }) { builder.note(.struckText) }
            return
        }
        let visible = VisibleText.withoutInvisible(bytes)
        guard let next = visible.map(\.first) ?? bytes.first else { return }
        if level != writtenLevel, TextLevel.parts(builder.lastByte, next) { builder.append(0x20) }
        writtenLevel = level
        if let visible { return visible.withUnsafeBufferPointer { write($0) } }
        write(bytes)
    }

    private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        // A line end inside a run of text shows as a space.
        if bytes.contains(where: { $0 < 0x20 && $0 != 0x09 }) {
            for byte in bytes { builder.append(byte < 0x20 && byte != 0x09 ? 0x20 : byte) }
        } else {
            builder.append(bytes)
        }
    }

    /// Closes what is open and gives the document.
    mutating func finish() throws(DocumentError) -> Document {
        if images > 0 { builder.note(.images(images)) }
        return try builder.finish()
    }

    private var isShown: Bool { skipped == 0 && !isVanished && !isStruck && !fields.contains(false) }

    // MARK: Paragraphs

    private mutating func startParagraph() throws(DocumentError) {
        try openCell()
        let runsOn = paragraph.markDeleted
        paragraph = Paragraph()
        if !runsOn, !builder.lineIsEmpty { builder.endLine() }
    }

    private mutating func endParagraph() {
        if paragraph.markDeleted { return }
        breakLine()
        builder.paragraph += 1
    }

    private mutating func breakLine() {
        let style = paragraph.style.map(styles.resolved)
        builder.endLine(isHeading: paragraph.isHeading ?? style?.isHeading ?? false)
    }

    private mutating func startParagraphProperty(_ tag: WordTag, _ attributes: MarkupAttributes) {
        guard inParagraphProperties else { return }
        switch tag {
        case .paragraphStyle: paragraph.style = attributes["val"]
        case .outlineLevel: paragraph.isHeading = (attributes.number("val") ?? 9) < 9
        case .numberingId: paragraph.numbering = attributes["val"]
        default: paragraph.level = attributes.number("val")
        }
    }

    /// Writes the automatic number once the properties of the paragraph are known.
    private mutating func writeNumber() {
        guard !paragraph.markDeleted else { return }
        let style = paragraph.style.map(styles.resolved)
        guard let id = paragraph.numbering ?? style?.numbering, id != "0" else { return }
        guard let label = numbering.next(id: id, level: paragraph.level ?? style?.level ?? 0) else { return }
        builder.append(label)
    }

    private func symbol(_ attributes: MarkupAttributes) -> String {
        guard let code = attributes["char"].flatMap({ UInt32($0, radix: 16) }) else { return "" }
        switch code {
        case 0xF052, 0xF0FE: return "☑"
        case 0xF06F, 0xF0A8, 0xF071: return "□"
        case 0xF0FC: return "✓"
        case 0xE000...0xF8FF: return "\u{FFFD}"
        default: return Unicode.Scalar(code).map(String.init) ?? ""
        }
    }

    // MARK: Runs

    private mutating func startRun() {
        isVanished = false
        isStruck = false
        level = .line
    }

    private mutating func startRunProperty(_ tag: WordTag, _ attributes: MarkupAttributes) {
        guard inRunProperties, !inParagraphProperties else { return }
        switch tag {
        case .vanish:
            guard WordSwitch.isOn(attributes) else { return }
            isVanished = true
            builder.note(.hiddenText)
        case .runStyle:
            // The style comes first in a run; its own properties follow and stand against it.
            let style = attributes["val"].map(styles.resolved)
            isStruck = style?.isStruck ?? false
            level = style?.textLevel ?? .line
        case .verticalAlignment: level = WordSwitch.level(alignment: attributes["val"])
        case .raised: if level == .line { level = WordSwitch.level(position: attributes["val"]) }
        default: isStruck = isStruck || WordSwitch.isOn(attributes)
        }
    }

    // MARK: Tables

    private mutating func startTableElement(_ tag: WordTag, _ attributes: MarkupAttributes) throws(DocumentError) {
        if tag == .table {
            try openCell()
            builder.beginTable()
            rows.append(Row())
            return
        }
        guard !rows.isEmpty else { return }
        let top = rows.count - 1
        switch tag {
        case .row:
            rows[top] = Row()
            builder.beginRow()
        case .rowProperties: rows[top].inProperties = true
        case .gridBefore: builder.skipColumns(attributes.number("val") ?? 0)
        case .cell:
            if rows[top].isDeleted {
                skipped = 1
            } else {
                rows[top].cell = CellProperties()
            }
        case .gridSpan: rows[top].cell?.columnSpan = attributes.number("val") ?? 1
        case .verticalMerge: rows[top].cell?.mergesAbove = attributes["val"] != "restart"
        default: rows[top].cell?.mergesLeft = attributes["val"] != "restart"
        }
    }

    /// Opens the cell whose properties have come in, when its content or its end follows.
    private mutating func openCell() throws(DocumentError) {
        guard !rows.isEmpty, let cell = rows[rows.count - 1].cell else { return }
        rows[rows.count - 1].cell = nil
        paragraph = Paragraph()
        try builder.beginCell(
            columnSpan: cell.columnSpan, mergesAbove: cell.mergesAbove, mergesLeft: cell.mergesLeft)
    }

    // MARK: Changes, fields, boxes

    /// Tracked changes are read as accepted: what is inserted stays, what is deleted or moved away goes.
    private mutating func startChange(_ tag: WordTag) {
        builder.note(.trackedChanges)
        if tag == .inserted { return }
        if inParagraphProperties {
            if inRunProperties { paragraph.markDeleted = true }
        } else if let row = rows.last, row.inProperties {
            rows[rows.count - 1].isDeleted = true
            builder.dropRow()
        } else {
            skipped = 1
        }
    }

    private mutating func startField(_ attributes: MarkupAttributes) {
        switch attributes["fldCharType"] {
        case "begin": fields.append(false)
        case "separate": if !fields.isEmpty { fields[fields.count - 1] = true }
        case "end": _ = fields.popLast()
        default: break
        }
    }

    /// The lines of a text box go before the paragraph it hangs in.
    private mutating func startTextBox() {
        outer.append((paragraph, builder.takeLine()))
        paragraph = Paragraph()
    }

    private mutating func endTextBox() {
        guard let (paragraph, text) = outer.popLast() else { return }
        if !builder.lineIsEmpty { breakLine() }
        self.paragraph = paragraph
        builder.restoreLine(text)
    }

    /// Of the forms a box is stored in, the first is read and the others left.
    private mutating func startAlternative(_ tag: WordTag) {
        guard let taken = alternatives.last else { return }
        if taken { skipped = 1 } else { alternatives[alternatives.count - 1] = true }
    }
}

extension DocumentNote {
    /// The document holds tracked changes.
    static var trackedChanges: DocumentNote {
        DocumentNote(code: "tracked_changes", message: "文件带有修订记录，已按全部接受修订后的内容读取。请定稿后再发布。")
    }

    /// The document holds comments.
    static var comments: DocumentNote {
        DocumentNote(code: "comments", message: "文件带有批注，批注内容未读取。请删除批注后再发布。")
    }

    /// The document holds footnotes or endnotes.
    static var footnotes: DocumentNote {
        DocumentNote(code: "footnotes", message: "文件带有脚注或尾注，其内容未读取。")
    }
}
