/// Where the phrases of a query stand in a text: by the same terms as the engines find it.
public struct PhraseFinder: Sendable {
    /// A phrase in a text.
    public struct Hit: Sendable, Hashable {
        /// Which phrase of the query, from 0.
        public let phrase: Int
        /// The bytes of the text.
        public let bytes: Range<Int>
    }

    /// Places of one term that are looked at; a text with more of them shows marks on the first.
    private static let mostPlaces = 10_000
    private let phrases: [[Int]]
    private let terms: [[UInt8]]
    private let byHash: [UInt64: [Int]]

    /// A finder for a query.
    public init(_ query: SearchQuery) { self.init(query.phrases) }

    /// A finder for phrases.
    public init(_ phrases: [SearchPhrase]) {
        var terms: [[UInt8]] = []
        var numbers: [String: Int] = [:]
        self.phrases = phrases.map { phrase in
            phrase.terms.map { term in
                if let number = numbers[term] { return number }
                numbers[term] = terms.count
                terms.append(Array(term.utf8))
                return terms.count - 1
            }
        }
        self.terms = terms
        byHash = Dictionary(grouping: terms.indices) { number in
            let term = terms[number]
            return Self.hash(term.span)
        }
    }

    /// Every place of every phrase, in the order of the text.
    public func hits(in text: Span<UInt8>) -> [Hit] {
        var places = [[Int: Range<Int>]](repeating: [:], count: terms.count)
        TermScanner.scan(text) { term, place in
            guard !place.isWall, let candidates = byHash[Self.hash(term)] else { return true }
            for number in candidates {
                guard Self.isSame(terms[number], term) else { continue }
                if places[number].count < Self.mostPlaces { places[number][place.position] = place.bytes }
            }
            return true
        }
        var hits: [Hit] = []
        for (number, phrase) in phrases.enumerated() {
            for (position, first) in places[phrase[0]] {
                var end = first.upperBound
                var isWhole = true
                for (offset, term) in phrase.enumerated().dropFirst() {
                    guard let next = places[term][position + offset] else {
                        isWhole = false
                        break
                    }
                    end = next.upperBound
                }
                if isWhole { hits.append(Hit(phrase: number, bytes: first.lowerBound..<end)) }
            }
        }
        return hits.sorted {
            ($0.bytes.lowerBound, $0.bytes.upperBound, $0.phrase)
                < ($1.bytes.lowerBound, $1.bytes.upperBound, $1.phrase)
        }
    }

    /// The bytes of hits, those that overlap or touch as one.
    static func joined(_ hits: [Hit]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        for hit in hits {
            if let last = joined.last, hit.bytes.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, hit.bytes.upperBound)
            } else {
                joined.append(hit.bytes)
            }
        }
        return joined
    }

    private static func hash(_ term: Span<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in 0..<term.count { hash = (hash ^ UInt64(term[index])) &* 0x0000_0100_0000_01b3 }
        return hash
    }

    private static func isSame(_ own: [UInt8], _ term: Span<UInt8>) -> Bool {
        guard own.count == term.count else { return false }
        for index in own.indices where own[index] != term[index] { return false }
        return true
    }
}
