/// The number of an item in the catalogue (索引号): 1 to 64 characters without spaces.
public struct IndexNumber: Sendable, Hashable, CustomStringConvertible {
    /// The number as written.
    public let text: String

    /// A number; nil when blank, too long, or with spaces or control characters.
    public init?(_ text: String) {
        if let ordinary = OrdinaryText(text), ordinary.byteCount <= 64, !ordinary.hasBlank {
            self.text = text
            return
        }
        guard (1...64).contains(text.count), text.utf8.count <= 256 else { return nil }
        guard
            text.unicodeScalars.allSatisfy({ !$0.properties.isWhitespace && $0.properties.generalCategory != .control })
        else { return nil }
        self.text = text
    }

    /// The number as written.
    public var description: String { text }
}

extension IndexNumber: Codable {
    /// A number from its text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let number = IndexNumber(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no index number")
        }
        self = number
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// How the index numbers of an office are made; a setting, since places differ. Source: 条例 Art 12.
///
/// Example: the default makes `350581001/2020-00012` for the twelfth item of 2020.
public struct IndexRule: Sendable, Hashable {
    /// One part of a number.
    public enum Part: Sendable, Hashable {
        /// The code of the office.
        case agency
        /// The category, as `0105` for Art 20(5), at this width.
        case category(width: Int)
        /// The year in four digits.
        case year
        /// The place in the year, with leading zeros to this width, 1-9.
        case serial(width: Int)
        /// These characters.
        case literal(String)
    }

    /// The parts in order.
    public let parts: [Part]

    /// Code, stroke, year, dash, five digits.
    public static let standard = IndexRule([.agency, .literal("/"), .year, .literal("-"), .serial(width: 5)])

    /// A rule.
    public init(_ parts: [Part]) { self.parts = parts }

    /// The number of an item.
    ///
    /// - Throws: `Refusal` when the serial has more digits than the rule allows, or the whole is no index number.
    public func number(
        agency: AgencyReference, category: ProactiveCategory?, year: Int, serial: Int
    ) throws(Refusal) -> IndexNumber {
        var text = ""
        for part in parts {
            switch part {
            case .agency: text += agency.text
            case .category(let width):
                let place = category.flatMap { ProactiveCategory.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
                text += try Self.padded(place, width)
            case .year: text += try Self.padded(year, 4)
            case .serial(let width): text += try Self.padded(serial, width)
            case .literal(let characters): text += characters
            }
        }
        guard let number = IndexNumber(text) else { throw Self.refusal("索引号“\(text.prefix(70))”过长或者含有空格。") }
        return number
    }

    /// The numbers of one office, category and year, which differ by their serial alone.
    ///
    /// - Throws: `Refusal` when the rule has no serial, so that two items would have one number.
    public func series(
        agency: AgencyReference, category: ProactiveCategory?, year: Int
    ) throws(Refusal) -> IndexSeries {
        guard
            let place = parts.firstIndex(where: {
                if case .serial = $0 { true } else { false }
            }), case .serial(let width) = parts[place]
        else { throw Self.refusal("索引号的编制规则没有顺序号。") }
        let first = try number(agency: agency, category: category, year: year, serial: 0)
        let before = IndexRule(Array(parts[..<place]))
        let prefix =
            place == 0 ? "" : try before.number(agency: agency, category: category, year: year, serial: 0).text
        return IndexSeries(
            rule: self, agency: agency, category: category, year: year, prefix: prefix, width: width,
            length: first.text.count)
    }

    private static func padded(_ number: Int, _ width: Int) throws(Refusal) -> String {
        let digits = String(number)
        guard number >= 0, (1...9).contains(width), digits.utf8.count <= width else {
            throw refusal("编号 \(number) 不能写成 \(width) 位。")
        }
        return String(repeating: "0", count: width - digits.utf8.count) + digits
    }

    private static func refusal(_ message: String) -> Refusal {
        Refusal(
            Finding(
                .itemIndexNumber, field: "index", message, article: .regulation(12), remedy: "请调整本机关的索引号编制规则。"))
    }
}

/// Index numbers of one rule, office, category and year: `350581001/2020-00001`, `-00002` ….
public struct IndexSeries: Sendable, Hashable {
    let rule: IndexRule
    let agency: AgencyReference
    let category: ProactiveCategory?
    let year: Int
    /// What stands before the serial.
    public let prefix: String
    /// The digits of the serial.
    let width: Int
    /// How many characters the numbers have.
    public let length: Int

    /// The number with a serial.
    ///
    /// - Throws: `Refusal` when the serial has more digits than the rule allows.
    public func number(_ serial: Int) throws(Refusal) -> IndexNumber {
        try rule.number(agency: agency, category: category, year: year, serial: serial)
    }

    /// The serial of a number; nil where it is none of this series.
    public func serial(of number: IndexNumber) -> Int? {
        guard number.text.hasPrefix(prefix), number.text.count == length else { return nil }
        let digits = number.text.dropFirst(prefix.count).prefix(width)
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let serial = Int(digits) else { return nil }
        return (try? self.number(serial)) == number ? serial : nil
    }
}

extension Finding.Code {
    /// The rule makes no index number.
    public static let itemIndexNumber = Self("item.index_number")
}
