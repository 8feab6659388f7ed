internal import Disclosure

/// One line of text for people: not blank, without control characters, trimmed, with a bound of characters.
public struct PlainLine: Sendable, Hashable, CustomStringConvertible {
    /// The line.
    public let text: String
    /// The most characters a line may have.
    public static let limit = 1_000

    /// A line; nil where it is blank, too long, or has a control character (a line feed is one).
    public init?(_ text: some StringProtocol, limit: Int = PlainLine.limit) {
        if let ordinary = OrdinaryText(text), ordinary.byteCount <= min(limit, Self.limit) {
            self.text = String(text)
            return
        }
        var rest = Substring(text)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        guard !rest.isEmpty, rest.count <= min(limit, Self.limit) else { return nil }
        for scalar in rest.unicodeScalars where scalar.properties.generalCategory == .control { return nil }
        self.text = String(rest)
    }

    /// The line.
    public var description: String { text }
}
