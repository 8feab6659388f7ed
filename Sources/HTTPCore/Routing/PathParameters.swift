/// What a route's pattern took from the path, by the names in its braces.
public struct PathParameters: Sendable, Hashable {
    /// A handful at most: looking through a list is cheaper than any table.
    private struct Parameter: Hashable {
        let name: String
        let value: String
    }

    private var list: [Parameter] = []

    /// Parameters of given names, for tests of handlers.
    public init(_ values: [String: String] = [:]) {
        list = values.sorted { $0.key < $1.key }.map { Parameter(name: $0.key, value: $0.value) }
    }

    /// The decoded text that stood for a name, never empty; `nil` when the pattern has no such name.
    public subscript(name: String) -> String? {
        list.first { $0.name == name }?.value
    }

    mutating func set(_ name: String, _ value: String) {
        list.append(Parameter(name: name, value: value))
    }
}
