/// The automatic numbering of a docx: which label the next paragraph of a list gets.
struct WordNumbering {
    struct Level {
        var start = 1
        var format = "decimal"
        var text = ""
        var isLegal = false
    }
    fileprivate struct Instance {
        var abstract = ""
        var starts: [Int: Int] = [:]
    }
    static let levelCount = 9

    fileprivate var abstracts: [String: [Int: Level]] = [:]
    fileprivate var instances: [String: Instance] = [:]
    private var counters: [String: [Int?]] = [:]
    private var started: Set<String> = []

    static func read(
        _ package: ZipPackage, part: String?, limits: ReadingLimits
    ) throws(DocumentError) -> WordNumbering {
        guard let part, let index = package.index(of: part) else { return WordNumbering() }
        return try XMLStream.parse(try package.open(index), WordNumberingConsumer(), limits: limits).numbering
    }

    /// Counts one paragraph of list `id` at `level` and gives its label, with a space after it where the label does
    /// not end on a Chinese mark. Nil where the list is unknown or shows a bullet.
    mutating func next(id: String, level: Int) -> String? {
        guard let instance = instances[id], let levels = abstracts[instance.abstract],
            (0..<Self.levelCount).contains(level), let own = levels[level]
        else { return nil }
        var numbers = counters[instance.abstract] ?? Array(repeating: nil, count: Self.levelCount)
        if !instance.starts.isEmpty, started.insert(id).inserted {
            for (overridden, start) in instance.starts where overridden < Self.levelCount {
                numbers[overridden] = start - 1
            }
        }
        numbers[level] = (numbers[level] ?? own.start - 1) &+ 1
        for deeper in (level + 1)..<max(level + 1, Self.levelCount) { numbers[deeper] = nil }
        counters[instance.abstract] = numbers
        guard own.format != "bullet", own.format != "none" || !own.text.isEmpty else { return nil }
        return label(own, numbers: numbers, levels: levels)
    }

    private func label(_ level: Level, numbers: [Int?], levels: [Int: Level]) -> String? {
        var label = ""
        var isReference = false
        for character in level.text {
            if isReference {
                isReference = false
                if let digit = character.wholeNumberValue, (1...9).contains(digit) {
                    let number = numbers[digit - 1] ?? levels[digit - 1]?.start ?? 1
                    let format = level.isLegal ? "decimal" : levels[digit - 1]?.format ?? "decimal"
                    label += NumberText.words(number, format: format)
                    continue
                }
                label.append("%")
            }
            if character == "%" { isReference = true } else { label.append(character) }
        }
        guard let last = label.unicodeScalars.last else { return nil }
        // Private characters are bullets of symbol fonts.
        if label.unicodeScalars.contains(where: { (0xE000...0xF8FF).contains($0.value) }) { return nil }
        let closes: Set<Unicode.Scalar> = ["、", "．", "。", "）", "，", "：", "】", "〕", " ", "　"]
        return closes.contains(last) ? label : label + " "
    }
}

private struct WordNumberingConsumer: MarkupConsumer {
    var numbering = WordNumbering()
    private var abstract: String?
    private var instance: String?
    private var level: Int?
    private var overridden: Int?

    static func tag(_ local: String, space: String) -> WordTag { WordTag(local, space: space) }

    mutating func start(_ tag: WordTag, _ attributes: MarkupAttributes) throws(DocumentError) {
        switch tag {
        case .abstractNumbering:
            abstract = attributes["abstractNumId"]
            if let abstract { numbering.abstracts[abstract] = [:] }
        case .numberingInstance:
            instance = attributes["numId"]
            if let instance { numbering.instances[instance] = .init() }
        case .abstractNumberingId:
            if let instance { numbering.instances[instance]?.abstract = attributes["val"] ?? "" }
        case .levelOverride: overridden = attributes.number("ilvl")
        case .startOverride:
            if let instance, let overridden, let start = attributes.number("val") {
                numbering.instances[instance]?.starts[overridden] = min(start, Self.farthest)
            }
        case .level:
            level = attributes.number("ilvl")
            change { $0 = WordNumbering.Level() }
        case .start: if let start = attributes.number("val") { change { $0.start = min(start, Self.farthest) } }
        case .numberFormat:
            let format = attributes["val"] ?? "decimal"
            change { $0.format = format }
        case .levelText:
            let text = attributes["val"] ?? ""
            if text.utf8.count <= 200 { change { $0.text = text } }
        case .legalNumbers: change { $0.isLegal = true }
        default: break
        }
    }

    mutating func end(_ tag: WordTag) throws(DocumentError) {
        switch tag {
        case .abstractNumbering: abstract = nil
        case .numberingInstance: instance = nil
        case .levelOverride: overridden = nil
        case .level: level = nil
        default: break
        }
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentError) {}

    /// Numbers beyond this are of no list.
    private static let farthest = 1_000_000_000

    private mutating func change(_ body: (inout WordNumbering.Level) -> Void) {
        guard let abstract, let level, level < WordNumbering.levelCount else { return }
        body(&numbering.abstracts[abstract, default: [:]][level, default: WordNumbering.Level()])
    }
}
