/// How an office numbers its letters (发文字号): its short name for documents, and how the kinds of letters are told apart.
///
/// The year in four digits stands in six-cornered brackets, the number has no leading zeros, and each series begins at one
/// each year. Source: GB/T 9704; the schemes are practice, so that each office chooses.
public struct LetterRule: Sendable, Hashable, Codable {
    /// How kinds are told apart.
    public enum Scheme: String, Sendable, Hashable, CaseIterable, Codable {
        /// One series for all: 测数〔2025〕12号.
        case single
        /// One series for all with the kind behind it: 测数〔2025〕12号-补.
        case suffixed
        /// A series for each kind: 测数公复〔2025〕12号.
        case byKind = "by_kind"
    }

    /// The short name for documents (机关代字), at most `limit` characters: 测数.
    public let word: Statement
    /// How kinds are told apart.
    public let scheme: Scheme
    /// The most characters the short name may have.
    public static let limit = 20

    /// A rule.
    ///
    /// - Throws: `Refusal` naming `word` when it is too long, or has signs that belong to the number itself.
    public init(_ word: Statement, _ scheme: Scheme) throws(Refusal) {
        let isPlain = word.text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.isIdeographic
        }
        guard word.text.count <= Self.limit, isPlain else {
            throw Refusal(
                Finding(
                    .letterWord, field: "word", "机关代字只能由文字组成，最多 \(Self.limit) 个字，不含年份、括号和序号。",
                    article: .regulation(36), remedy: "请只填写代字，例如“测数”；年份和序号由系统编排。"))
        }
        self.word = word
        self.scheme = scheme
    }

    /// The series in which a kind of letter is counted.
    public func series(of kind: LetterKind) -> String {
        scheme == .byKind ? "\(word.text)公\(kind.sign)" : word.text
    }

    /// The number of a letter.
    ///
    /// Example: 测数, by kind, an answer of 2025, the twelfth: 测数公复〔2025〕12号.
    public func number(of kind: LetterKind, year: Int, serial: Int) -> String {
        let number = "\(series(of: kind))〔\(year)〕\(serial)号"
        return scheme == .suffixed ? "\(number)-\(kind.sign)" : number
    }
}

/// A letter of an application got its number; recorded together with the act that made the letter.
public struct LetterNumbering: Sendable, Hashable, Codable {
    /// The place in the case of the entry that made the letter, from 1.
    public let letter: Int
    /// The series it is counted in.
    public let series: Statement
    /// The year of the series.
    public let year: Int
    /// The place in it, from 1.
    public let serial: Int
    /// The number as it stands on the letter.
    public let number: Statement

    /// A numbering; nil where no number can be made of it.
    public init?(_ kind: LetterKind, at letter: Int, by rule: LetterRule, year: Int, serial: Int) {
        guard letter >= 1, serial >= 1, let series = Statement(rule.series(of: kind)),
            let number = Statement(rule.number(of: kind, year: year, serial: serial))
        else { return nil }
        self.letter = letter
        self.series = series
        self.year = year
        self.serial = serial
        self.number = number
    }
}

extension Finding.Code {
    /// The short name for documents has the wrong form.
    public static let letterWord = Self("letter.word")
}
