/// A header in which a client says what it takes and how much it likes it, as `en-GB, zh;q=0.5`. Source: RFC 9110 section
/// 12.4.2.
public struct WeightedList: Sendable {
    /// What is named, in lower case, with its weight from 0 (not at all) to 1, in the order sent.
    public let elements: [(name: String, weight: Double)]

    /// Reads all lines of a header; an element whose weight is no weight counts as 1.
    public init(_ headers: Headers, _ name: String) {
        elements = headers.all(name).flatMap { line in
            line.lowercased().split(separator: ",").compactMap { piece -> (String, Double)? in
                let parts = piece.split(separator: ";", omittingEmptySubsequences: false).map {
                    $0.filter { $0 != " " && $0 != "\t" }
                }
                // Nothing between two commas is no element.
                guard piece.contains(where: { $0 != " " && $0 != "\t" }) else { return nil }
                let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
                return (parts.first ?? "", (0...1).contains(weight) ? weight : 1)
            }
        }
    }
}

extension RequestWish {
    /// Whether `Accept-Language` asks for a language before another one: by its weight, then by its place. Regions count with
    /// their language (`en-GB`); `*` names none. Source: RFC 9110 section 12.5.4, RFC 4647 section 3.3.1.
    ///
    /// - Parameters:
    ///   - language: the language, in lower case.
    ///   - other: the one that is spoken where neither is asked for.
    public func asks(for language: String, before other: String) -> Bool {
        let asked = WeightedList(headers, "Accept-Language").elements
        func best(_ language: String) -> (weight: Double, place: Int) {
            asked.enumerated().reduce((0, asked.count)) { best, next in
                let isSame = next.element.name == language || next.element.name.hasPrefix(language + "-")
                return isSame && next.element.weight > best.0 ? (next.element.weight, next.offset) : best
            }
        }
        let (wanted, usual) = (best(language), best(other))
        return wanted.weight > usual.weight || (wanted.weight == usual.weight && wanted.place < usual.place)
    }
}
