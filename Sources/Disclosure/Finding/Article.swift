/// The article that a rule or a finding rests on.
public struct Article: Sendable, Hashable {
    /// The instrument it stands in.
    public enum Instrument: Sendable, Hashable, CaseIterable {
        /// 中华人民共和国政府信息公开条例, 国务院令第711号.
        case regulation
        /// 政府信息公开信息处理费管理办法, 国办函〔2020〕109号.
        case feeMeasures
        /// 中华人民共和国行政复议法, revised 2023, in force 2024-01-01.
        case reviewLaw
        /// 中华人民共和国行政诉讼法, amended 2017.
        case litigationLaw
        /// 中华人民共和国民事诉讼法, amended 2023.
        case civilProcedureLaw
        /// 最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释, 法释〔2025〕8号, in force 2025-06-01.
        case courtInterpretation
        /// The notice on the way of service of replies, 国办公开办函〔2016〕235号, which has no articles.
        case serviceNotice
        /// The notice with the form of the annual report, 国办公开办函〔2021〕30号, which has no articles.
        case reportNotice

        /// The name in book-title marks, or the number of the document.
        public var title: String {
            switch self {
            case .regulation: "《政府信息公开条例》"
            case .feeMeasures: "《政府信息公开信息处理费管理办法》"
            case .reviewLaw: "《行政复议法》"
            case .litigationLaw: "《行政诉讼法》"
            case .civilProcedureLaw: "《民事诉讼法》"
            case .courtInterpretation: "法释〔2025〕8号"
            case .serviceNotice: "国办公开办函〔2016〕235号"
            case .reportNotice: "国办公开办函〔2021〕30号"
            }
        }

        /// The name in English; short for the Regulation, which every page means.
        public var englishTitle: String {
            switch self {
            case .regulation: "Regulation"
            case .feeMeasures: "Fee Measures"
            case .reviewLaw: "Administrative Reconsideration Law"
            case .litigationLaw: "Administrative Litigation Law"
            case .civilProcedureLaw: "Civil Procedure Law"
            case .courtInterpretation: "Judicial Interpretation No. 8 of 2025"
            case .serviceNotice: "Notice No. 235 of 2016"
            case .reportNotice: "Notice No. 30 of 2021"
            }
        }

        /// What stands before the article in data; empty for the Regulation.
        var codePrefix: String {
            switch self {
            case .regulation: ""
            case .feeMeasures: "109号 "
            case .reviewLaw: "行政复议法 "
            case .litigationLaw: "行政诉讼法 "
            case .civilProcedureLaw: "民事诉讼法 "
            case .courtInterpretation: "法释〔2025〕8号 "
            case .serviceNotice: "国办公开办函〔2016〕235号"
            case .reportNotice: "国办公开办函〔2021〕30号"
            }
        }

        /// False for notices that are cited as a whole.
        var hasArticles: Bool { self != .serviceNotice && self != .reportNotice }
    }

    /// The instrument it stands in.
    public let instrument: Instrument
    /// The article, 1-999; 1 for an instrument without articles.
    public let number: Int
    /// The paragraph (款), 1-99; nil for the article as a whole.
    public let paragraph: Int?
    /// The item (项) of the paragraph, 1-99; nil for the paragraph as a whole.
    public let item: Int?

    /// An article of the Regulation.
    public static func regulation(_ number: Int, paragraph: Int? = nil) -> Article {
        Article(.regulation, number, paragraph)
    }

    /// An article of the fee measures.
    public static func feeMeasures(_ number: Int, paragraph: Int? = nil) -> Article {
        Article(.feeMeasures, number, paragraph)
    }

    /// An article of the Administrative Reconsideration Law.
    public static func reviewLaw(_ number: Int, paragraph: Int? = nil, item: Int? = nil) -> Article {
        Article(.reviewLaw, number, paragraph, item)
    }

    /// An article of the Administrative Litigation Law.
    public static func litigationLaw(_ number: Int, paragraph: Int? = nil) -> Article {
        Article(.litigationLaw, number, paragraph)
    }

    /// An article of the Civil Procedure Law.
    public static func civilProcedureLaw(_ number: Int, paragraph: Int? = nil) -> Article {
        Article(.civilProcedureLaw, number, paragraph)
    }

    /// An article of the judicial interpretation of 2025.
    public static func courtInterpretation(_ number: Int, paragraph: Int? = nil) -> Article {
        Article(.courtInterpretation, number, paragraph)
    }

    /// The notice on the way of service.
    public static let serviceNotice = Article(.serviceNotice, 1, nil)
    /// The notice with the form of the annual report.
    public static let reportNotice = Article(.reportNotice, 1, nil)

    private init(_ instrument: Instrument, _ number: Int, _ paragraph: Int?, _ item: Int? = nil) {
        self.instrument = instrument
        self.number = min(max(number, 1), 999)
        self.paragraph = paragraph.map { min(max($0, 1), 99) }
        self.item = paragraph == nil ? nil : item.map { min(max($0, 1), 99) }
    }

    /// As data writes it: `Art 33(3)`, `109号 Art 6`.
    public var code: String {
        guard instrument.hasArticles else { return instrument.codePrefix }
        return instrument.codePrefix + "Art \(number)\(places)"
    }

    /// As an official text writes it: 《政府信息公开条例》第三十三条第三款.
    public var chineseText: String {
        guard instrument.hasArticles else { return instrument.title }
        return instrument.title + chinesePlace
    }

    /// Several articles as an official text writes them, the title of each instrument once:
    /// 《行政复议法》第二十条、第二十三条第一款第四项.
    public static func chineseText(of articles: [Article]) -> String {
        var texts: [String] = []
        for (index, article) in articles.enumerated() {
            let follows = index > 0 && articles[index - 1].instrument == article.instrument
            texts.append(follows && article.instrument.hasArticles ? article.chinesePlace : article.chineseText)
        }
        return texts.joined(separator: "、")
    }

    /// The article within its instrument: 第三十三条第三款.
    private var chinesePlace: String {
        let article = "第\(Self.chineseNumeral(number))条"
        let inside = paragraph.map { "第\(Self.chineseNumeral($0))款" } ?? ""
        return article + inside + (item.map { "第\(Self.chineseNumeral($0))项" } ?? "")
    }

    /// Paragraph and item behind the number: `(1)(4)`; empty for the article as a whole.
    private var places: String { (paragraph.map { "(\($0))" } ?? "") + (item.map { "(\($0))" } ?? "") }

    /// As an English sentence writes it: `Regulation, Art 33(3)`.
    public var englishText: String {
        guard instrument.hasArticles else { return instrument.englishTitle }
        return "\(instrument.englishTitle), Art \(number)\(places)"
    }

    /// 1-999 in Chinese: 33 is 三十三, 201 is 二百零一.
    private static func chineseNumeral(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        let rest = number % 100
        guard number < 100 else {
            let tail = rest == 0 ? "" : rest < 10 ? "零" + digits[rest] : digits[rest / 10] + "十" + digits[rest % 10]
            return digits[number / 100] + "百" + tail
        }
        guard number >= 10 else { return digits[number] }
        return (number < 20 ? "" : digits[number / 10]) + "十" + digits[rest % 10]
    }
}
