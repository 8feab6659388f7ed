/// From text to the terms by which it is found: the one function for both engines, for queries, snippets and marks.
///
/// - A run of Chinese characters gives its overlapping pairs: 政府信息 is 政府, 府信, 信息. So every word of two characters is one
///   term, and a longer one a phrase of neighbours. A run of one character is that character.
/// - A run of letters and digits of other scripts is a word, lower-cased, full-width forms folded to ASCII. Traditional
///   characters stay what they are. What is longer than `longestWord` bytes is cut.
/// - Between runs stands a wall, so that no phrase crosses punctuation. There is none between a word and the Chinese
///   beside it (2021年, 3号, 5G 网络), nor between words parted by blanks only. At such a seam the single character is a
///   term as well: 2021年预算 is 2021, then 年预 and 年 in one place, then 预算; so both 2021年 and 2021年预算 are phrases of it.
public enum TermScanner {
    /// Bytes of a word; the rest of a longer one is the next word.
    public static let longestWord = 64
    /// What stands for a wall where an engine needs a term for it; no text gives this term.
    public static let wall: StaticString = "\u{2}"

    /// What the terms are for.
    public enum Purpose: Sendable {
        /// To be found: with the single characters at seams.
        case text
        /// To find: without them.
        case query
    }

    /// Hands over the terms of a text in the order of their places.
    ///
    /// - Parameters:
    ///   - text: UTF-8; bytes that are none count as punctuation.
    ///   - take: gets the bytes of the term, those of a wall being none, and its place; false ends the scan.
    public static func scan(
        _ text: Span<UInt8>, for purpose: Purpose = .text, _ take: (Span<UInt8>, TermPlace) -> Bool
    ) {
        var run = TermRun(purpose)
        run.scan(text, take)
    }

    /// The terms of a text with their places, for what needs them all.
    public static func terms(of text: String, for purpose: Purpose = .text) -> [(text: String, place: TermPlace)] {
        var terms: [(text: String, place: TermPlace)] = []
        let bytes = Array(text.utf8)
        scan(bytes.span, for: purpose) { term, place in
            terms.append((string(term), place))
            return true
        }
        return terms
    }

    /// The text of a term.
    public static func string(_ term: Span<UInt8>) -> String {
        term.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}
