/// The article that a rule or a finding rests on.
public struct Article: Sendable, Hashable {
    /// The instrument it stands in.
    public enum Instrument: Sendable, Hashable, CaseIterable {
        /// 中华人民共和国政府信息公开条例, 国务院令第711号.
        case regulation
        /// 政府信息公开信息处理费管理办法, 国办函〔2020〕109号.
        case feeMeasures
    }

    /// The instrument it stands in.
    public let instrument: Instrument
    /// The article, 1-99.
    public let number: Int
    /// The paragraph (款), 1-99; nil for the article as a whole.
    public let paragraph: Int?

    /// An article of the Regulation.
    public static func regulation(_ number: Int, paragraph: Int? = nil) -> Article {
        Article(.regulation, number, paragraph)
    }

    /// An article of the fee measures.
    public static func feeMeasures(_ number: Int, paragraph: Int? = nil) -> Article {
        Article(.feeMeasures, number, paragraph)
    }

    private init(_ instrument: Instrument, _ number: Int, _ paragraph: Int?) {
        self.instrument = instrument
        self.number = min(max(number, 1), 99)
        self.paragraph = paragraph.map { min(max($0, 1), 99) }
    }

    /// As data writes it: `Art 33(3)`, `109号 Art 6`.
    public var code: String {
        let article = paragraph.map { "Art \(number)(\($0))" } ?? "Art \(number)"
        return instrument == .regulation ? article : "109号 \(article)"
    }

    /// As an official text writes it: 《政府信息公开条例》第三十三条第三款.
    public var chineseText: String {
        let title =
            switch instrument {
            case .regulation: "《政府信息公开条例》"
            case .feeMeasures: "《政府信息公开信息处理费管理办法》"
            }
        let article = "\(title)第\(Self.chineseNumeral(number))条"
        return paragraph.map { "\(article)第\(Self.chineseNumeral($0))款" } ?? article
    }

    /// 1-99 in Chinese: 33 is 三十三.
    private static func chineseNumeral(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard number >= 10 else { return digits[number] }
        return (number < 20 ? "" : digits[number / 10]) + "十" + digits[number % 10]
    }
}
