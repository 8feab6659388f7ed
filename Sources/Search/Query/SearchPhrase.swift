/// Terms that must stand side by side.
public struct SearchPhrase: Sendable, Hashable {
    /// The terms in their order; never empty.
    public let terms: [String]

    /// A phrase; nil where it has no term.
    public init?(_ terms: [String]) {
        guard !terms.isEmpty else { return nil }
        self.terms = terms
    }

    /// True for one Chinese character alone, which is no term of most texts that have it.
    var isSingleHan: Bool { terms.count == 1 && terms[0].unicodeScalars.count == 1 && Self.isHan(terms[0]) }

    /// True where every term is Chinese.
    var isHan: Bool { terms.allSatisfy(Self.isHan) }

    private static func isHan(_ term: String) -> Bool {
        guard let first = term.unicodeScalars.first, first.value >= 0x80 else { return false }
        if case .han = ScalarClass(first) { return true }
        return false
    }

    /// The phrases of a piece of text: one between each two walls.
    static func phrases(in text: String) -> [SearchPhrase] {
        var phrases: [[String]] = [[]]
        for (term, place) in TermScanner.terms(of: text, for: .query) {
            if place.isWall {
                phrases.append([])
            } else {
                phrases[phrases.count - 1].append(term)
            }
        }
        return phrases.compactMap { SearchPhrase($0) }
    }
}
