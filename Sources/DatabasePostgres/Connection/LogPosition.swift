/// A place in a server's write-ahead log; a copy that has replayed up to it shows what was committed before it.
struct LogPosition: Sendable, Hashable, Comparable {
    let number: UInt64

    /// Before everything.
    static let start = LogPosition(number: 0)
    /// Behind everything.
    static let end = LogPosition(number: .max)

    private init(number: UInt64) { self.number = number }

    /// The server's way of writing: two hexadecimal numbers of 32 bits, `16/B374D848`.
    init?(_ text: String) {
        let parts = text.split(separator: "/")
        guard parts.count == 2, let high = UInt32(parts[0], radix: 16), let low = UInt32(parts[1], radix: 16) else {
            return nil
        }
        number = UInt64(high) << 32 | UInt64(low)
    }

    static func < (left: LogPosition, right: LogPosition) -> Bool { left.number < right.number }
}
