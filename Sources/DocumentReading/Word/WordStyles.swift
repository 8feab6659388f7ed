/// What the styles of a docx say about paragraphs: which are headings, which are numbered.
struct WordStyles {
    struct Style {
        var basedOn: String?
        var isHeading: Bool?
        var numbering: String?
        var level: Int?
    }
    fileprivate(set) var styles: [String: Style] = [:]

    /// The style with what it inherits; chains longer than 12 are cut.
    func resolved(_ id: String) -> Style {
        var result = Style()
        var next: String? = id
        var steps = 0
        while let current = next, let style = styles[current], steps < 12 {
            result.isHeading = result.isHeading ?? style.isHeading
            result.numbering = result.numbering ?? style.numbering
            result.level = result.level ?? style.level
            next = style.basedOn
            steps += 1
        }
        return result
    }

    static func read(_ package: ZipPackage, part: String?, limits: ReadingLimits) throws(DocumentError) -> WordStyles {
        guard let part, let index = package.index(of: part) else { return WordStyles() }
        return try XMLStream.parse(try package.open(index), WordStylesConsumer(), limits: limits).styles
    }
}

private struct WordStylesConsumer: MarkupConsumer {
    var styles = WordStyles()
    private var id: String?
    private var style = WordStyles.Style()
    private var isParagraphStyle = false

    static func tag(_ local: String, space: String) -> WordTag { WordTag(local, space: space) }

    mutating func start(_ tag: WordTag, _ attributes: MarkupAttributes) throws(DocumentError) {
        switch tag {
        case .style:
            id = attributes["styleId"]
            style = WordStyles.Style()
            isParagraphStyle = attributes["type"] != "character"
        case .name:
            guard id != nil, let name = attributes["val"]?.lowercased() else { return }
            if name.hasPrefix("heading ") || name.hasPrefix("标题") || name == "title" { style.isHeading = true }
        case .basedOn: style.basedOn = attributes["val"]
        case .outlineLevel: if let level = attributes.number("val") { style.isHeading = level < 9 }
        case .numberingId: style.numbering = attributes["val"]
        case .numberingLevel: style.level = attributes.number("val")
        default: break
        }
    }

    mutating func end(_ tag: WordTag) throws(DocumentError) {
        guard tag == .style, let id else { return }
        if isParagraphStyle { styles.styles[id] = style }
        self.id = nil
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentError) {}
}
