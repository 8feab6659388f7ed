/// What the styles of a docx say: which paragraphs are headings or numbered, which runs are raised or struck out.
struct WordStyles {
    struct Style {
        var basedOn: String?
        var isHeading: Bool?
        var numbering: String?
        var level: Int?
        var isStruck: Bool?
        var textLevel: TextLevel?
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
            result.isStruck = result.isStruck ?? style.isStruck
            result.textLevel = result.textLevel ?? style.textLevel
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
        case .strike: style.isStruck = WordSwitch.isOn(attributes)
        case .verticalAlignment: style.textLevel = WordSwitch.level(alignment: attributes["val"])
        case .raised: style.textLevel = WordSwitch.level(position: attributes["val"])
        default: break
        }
    }

    mutating func end(_ tag: WordTag) throws(DocumentError) {
        guard tag == .style, let id else { return }
        if !isParagraphStyle { style.isHeading = nil }
        styles.styles[id] = style
        self.id = nil
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentError) {}
}

/// How the properties of runs say yes, no, and where.
enum WordSwitch {
    /// A switch property: on unless its value says otherwise.
    static func isOn(_ attributes: MarkupAttributes) -> Bool {
        guard let value = attributes["val"] else { return true }
        return value != "0" && value != "false" && value != "off"
    }

    /// `superscript`, `subscript` or `baseline`.
    static func level(alignment: String?) -> TextLevel {
        switch alignment {
        case "superscript": return .raised
        case "subscript": return .lowered
        default: return .line
        }
    }

    /// Half points above or, with a minus, below the line.
    static func level(position: String?) -> TextLevel {
        guard let position, position.utf8.contains(where: { (0x31...0x39).contains($0) }) else { return .line }
        return position.hasPrefix("-") ? .lowered : .raised
    }
}
