/// The text of one statement, written by a programmer.
///
/// It can be made from literals only, never from a `String` that came from outside: values travel beside the text as
/// `$1`, `$2` …, so a value can never become part of a statement.
public struct SQL: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The statement as written, placeholders included.
    public let text: String

    /// A statement from a literal.
    public init(stringLiteral literal: StaticString) { text = literal.description }

    private init(text: String) { self.text = text }

    /// Two pieces joined, the right one directly after the left one.
    public static func + (left: SQL, right: SQL) -> SQL { SQL(text: left.text + right.text) }

    /// `count` placeholders parted by commas, beginning with `$first`: `$3, $4, $5`.
    ///
    /// For `IN (…)` over a list of values; the caller bounds the list.
    public static func placeholders(_ count: Int, from first: Int = 1) -> SQL {
        SQL(text: (first..<first + max(count, 0)).map { "$\($0)" }.joined(separator: ", "))
    }

    /// What stands behind a beginning; nil where the statement begins otherwise.
    func words(after beginning: String) -> SQL? {
        guard text.hasPrefix(beginning) else { return nil }
        return SQL(text: String(text.dropFirst(beginning.count)))
    }

    /// The same statement with the neutral words of a schema replaced by those of an engine.
    func replacing(_ words: [(neutral: String, own: String)]) -> SQL {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let word = rest[rest.index(after: open)..<close]
            result += rest[..<open]
            result += words.first { $0.neutral == word }?.own ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return SQL(text: result + rest)
    }
}
