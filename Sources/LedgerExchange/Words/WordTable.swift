/// Usual words for the values of a column, as data: the most exact reading wins, and what could be two things is neither.
struct WordTable<Value: Hashable & Sendable>: Sendable {
    private var exact: [String: Value] = [:]
    private var parts: [(word: String, value: Value)] = []

    /// What a text means.
    enum Reading: Equatable {
        /// One value.
        case one(Value)
        /// Several could be meant.
        case several([Value])
        /// None is known.
        case none
    }

    /// - Parameters:
    ///   - exact: words that mean the value when nothing else stands beside them, parted by `|`.
    ///   - parts: words that mean it wherever they stand, parted by `|`.
    init(_ rows: [(value: Value, exact: String, parts: String)]) {
        for row in rows {
            for word in row.exact.split(separator: "|") { exact[word.wordKey] = row.value }
            for word in row.parts.split(separator: "|") { parts.append((word.wordKey, row.value)) }
        }
    }

    func read(_ text: String) -> Reading {
        let key = text.wordKey
        if let value = exact[key] { return .one(value) }
        var found: [(word: String, value: Value)] = []
        for part in parts where key.contains(part.word) {
            // `无正当理由大量反复` is more than `重复`: a word inside another says nothing of its own.
            guard !found.contains(where: { $0.word.contains(part.word) }) else { continue }
            found.removeAll { part.word.contains($0.word) }
            found.append(part)
        }
        var values: [Value] = []
        for (_, value) in found where !values.contains(value) { values.append(value) }
        switch values.count {
        case 0: return .none
        case 1: return .one(values[0])
        default: return .several(values)
        }
    }
}
