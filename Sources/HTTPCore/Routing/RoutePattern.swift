/// The pattern of a route's path, as `/reports/{code}/{year}.json`.
///
/// A segment is literal text or one parameter in braces with literal text before or after it. Where several patterns
/// fit a path, literal segments win over parameters, and parameters with more literal text over those with less.
public struct RoutePattern: Sendable, Hashable, ExpressibleByStringLiteral {
    enum Segment: Sendable, Hashable {
        case literal(String)
        case parameter(name: String, prefix: String, suffix: String)
    }

    /// The pattern as written.
    public let text: String
    let segments: [Segment]

    /// Reads a pattern from the source. A malformed one is an error of the program and stops it at the start.
    public init(stringLiteral text: String) {
        guard let pattern = RoutePattern(text) else { preconditionFailure("malformed route pattern \(text)") }
        self = pattern
    }

    /// `nil` when the pattern is malformed: no leading slash, an empty segment, braces that do not pair, a name
    /// twice or none.
    public init?(_ text: String) {
        guard text.hasPrefix("/") else { return nil }
        self.text = text
        var segments: [Segment] = []
        var names: Set<String> = []
        if text.utf8.count > 1 {
            for piece in text.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
                guard let segment = Self.segment(piece) else { return nil }
                if case .parameter(let name, _, _) = segment, !names.insert(name).inserted { return nil }
                segments.append(segment)
            }
        }
        self.segments = segments
    }

    private static func segment(_ piece: Substring) -> Segment? {
        guard !piece.isEmpty else { return nil }
        guard let open = piece.firstIndex(of: "{") else { return piece.contains("}") ? nil : .literal(String(piece)) }
        guard let close = piece.firstIndex(of: "}"), open < close else { return nil }
        let name = piece[piece.index(after: open)..<close]
        let prefix = piece[..<open]
        let suffix = piece[piece.index(after: close)...]
        guard Headers.isToken(String(name)), !suffix.contains("{"), !suffix.contains("}") else { return nil }
        return .parameter(name: String(name), prefix: String(prefix), suffix: String(suffix))
    }

    /// What the pattern takes from a path, or `nil` when it does not fit.
    public func match(_ path: RequestPath) -> PathParameters? {
        guard path.segments.count == segments.count else { return nil }
        // Most patterns fail at a literal: nothing is made for them.
        for (segment, text) in zip(segments, path.segments) {
            if case .literal(let literal) = segment, literal != text { return nil }
        }
        var parameters = PathParameters()
        for (segment, text) in zip(segments, path.segments) {
            switch segment {
            case .literal: continue
            case .parameter(let name, let prefix, let suffix):
                let bytes = text.utf8
                guard bytes.count > prefix.utf8.count + suffix.utf8.count, bytes.starts(with: prefix.utf8),
                    bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8),
                    let value = Substring(bytes.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count))
                        .nonEmptyText
                else { return nil }
                parameters.set(name, value)
            }
        }
        return parameters
    }

    /// Two patterns of the same shape fit the same paths, whatever their parameters are called.
    var shape: [Segment] {
        segments.map { segment in
            switch segment {
            case .literal: segment
            case .parameter(_, let prefix, let suffix): .parameter(name: "", prefix: prefix, suffix: suffix)
            }
        }
    }

    /// Whether this pattern is to be tried before another of the same number of segments.
    func isMoreSpecific(than other: RoutePattern) -> Bool {
        for (mine, theirs) in zip(segments, other.segments) {
            let (left, right) = (Self.weight(mine), Self.weight(theirs))
            if left != right { return left > right }
        }
        return false
    }

    private static func weight(_ segment: Segment) -> Int {
        switch segment {
        case .literal: Int.max
        case .parameter(_, let prefix, let suffix): prefix.utf8.count + suffix.utf8.count
        }
    }
}

extension Substring {
    fileprivate var nonEmptyText: String? { isEmpty ? nil : String(self) }
}
