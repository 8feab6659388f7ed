/// What a route's pattern took from the path, by the names in its braces.
public struct PathParameters: Sendable, Hashable {
    private var values: [String: String]

    /// Parameters of given names, for tests of handlers.
    public init(_ values: [String: String] = [:]) {
        self.values = values
    }

    /// The decoded text that stood for a name, never empty; `nil` when the pattern has no such name.
    public subscript(name: String) -> String? {
        values[name]
    }

    mutating func set(_ name: String, _ value: String) {
        values[name] = value
    }
}
