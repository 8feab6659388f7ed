/// What somebody looks for, understood.
///
/// Words parted by spaces must all occur, each as it stands: 医保 缴费 finds what has both, 政府信息 only what has these four
/// characters in a row. Punctuation parts words as well, so that 临政办发〔2021〕3号 is found however its brackets are typed.
/// In quotation marks spaces part nothing. No sign is an operator: `*`, `NEAR`, `-` and the rest are text.
public struct SearchQuery: Sendable, Hashable {
    /// What was typed, without blanks at its ends.
    public let text: String
    /// What must occur; never empty.
    public let phrases: [SearchPhrase]
    /// Single Chinese characters beside other words: they are left out, and the page says so.
    public let leftOut: [String]

    /// Why nothing can be looked for.
    public enum Problem: Error, Sendable, Hashable {
        /// Nothing was typed.
        case empty
        /// Nothing but punctuation.
        case noWord
        /// One Chinese character.
        case singleCharacter(String)
        /// More characters than the limit.
        case tooLong(limit: Int)
        /// More terms than the limit.
        case tooManyTerms(limit: Int)
    }

    /// Understands what was typed.
    public init(_ typed: String, limits: SearchLimits = SearchLimits()) throws(Problem) {
        guard typed.unicodeScalars.count <= limits.characters else { throw .tooLong(limit: limits.characters) }
        text = Self.trimmed(typed)
        guard !text.isEmpty else { throw .empty }
        var phrases: [SearchPhrase] = []
        var single: [String] = []
        for piece in Self.pieces(of: text) {
            for phrase in SearchPhrase.phrases(in: piece.text) {
                if phrase.isSingleHan {
                    single.append(phrase.terms[0])
                } else if !phrases.contains(phrase) {
                    phrases.append(phrase)
                }
            }
        }
        guard !phrases.isEmpty else {
            if let character = single.first { throw .singleCharacter(character) }
            throw .noWord
        }
        guard phrases.reduce(0, { $0 + $1.terms.count }) <= limits.terms else {
            throw .tooManyTerms(limit: limits.terms)
        }
        self.phrases = phrases
        leftOut = single
    }

    private init(_ text: String, _ phrases: [SearchPhrase], _ leftOut: [String]) {
        self.text = text
        self.phrases = phrases
        self.leftOut = leftOut
    }

    /// The same with long Chinese phrases taken apart into words of two characters, all of which must occur anywhere; nil
    /// where there is none. Quotations stay whole. For when the phrases as typed find nothing: 医保参保登记 finds what has 医保,
    /// 参保 and 登记.
    public var loosened: SearchQuery? {
        var loose: [SearchPhrase] = []
        let quoted = Set(Self.pieces(of: text).filter(\.isQuoted).flatMap { SearchPhrase.phrases(in: $0.text) })
        for phrase in phrases {
            let terms =
                phrase.isHan && phrase.terms.count >= 3 && !quoted.contains(phrase)
                ? phrase.terms.enumerated().filter { $0.offset % 2 == 0 || $0.offset == phrase.terms.count - 1 }
                    .compactMap { SearchPhrase([$0.element]) } : [phrase]
            for term in terms where !loose.contains(term) { loose.append(term) }
        }
        return loose == phrases ? nil : SearchQuery(text, loose, leftOut)
    }

    // MARK: Pieces

    private static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }

    /// What stands in quotation marks, and what stands between blanks outside of them.
    private static func pieces(of text: String) -> [(text: String, isQuoted: Bool)] {
        var pieces: [(text: String, isQuoted: Bool)] = []
        func plain(_ text: String.UnicodeScalarView) -> [(text: String, isQuoted: Bool)] {
            split(text).map { ($0, false) }
        }
        var outside = String.UnicodeScalarView()
        var quoted: String.UnicodeScalarView?
        for scalar in text.unicodeScalars {
            switch (scalar, quoted) {
            case ("\"", nil), ("“", nil), ("”", nil), ("＂", nil):
                pieces += plain(outside)
                outside = String.UnicodeScalarView()
                quoted = String.UnicodeScalarView()
            case ("\"", let inside?), ("“", let inside?), ("”", let inside?), ("＂", let inside?):
                pieces.append((String(inside), true))
                quoted = nil
            case (_, nil): outside.append(scalar)
            default: quoted?.append(scalar)
            }
        }
        // A quotation mark without its pair quotes nothing.
        return pieces + plain(quoted ?? outside)
    }

    /// Pieces between blanks; a single Chinese character stays with the word before it: 2021 年.
    private static func split(_ text: String.UnicodeScalarView) -> [String] {
        var pieces: [String] = []
        for word in text.split(whereSeparator: { $0.properties.isWhitespace }) {
            let piece = String(Substring(word))
            if let last = pieces.last, word.count == 1, SearchPhrase.phrases(in: piece).first?.isSingleHan == true,
                SearchPhrase.phrases(in: last).last?.isHan == false
            {
                pieces[pieces.count - 1] = last + piece
            } else {
                pieces.append(piece)
            }
        }
        return pieces
    }
}
