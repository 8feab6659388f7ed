/// Collects UTF-8 bytes: the ground under pages, JSON and feeds.
///
/// Appending moves whole runs of memory, never single characters, which is what makes pages cheap.
public struct ByteWriter: Sendable, Equatable {
    /// What was written so far.
    public private(set) var bytes: [UInt8]

    /// An empty writer with room for `capacity` bytes before it has to grow.
    public init(capacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// The number of bytes written so far.
    public var count: Int { bytes.count }

    /// What was written so far as text; every writer of this module writes valid UTF-8.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Appends one byte.
    @inlinable
    public mutating func write(byte: UInt8) {
        append(byte)
    }

    /// Appends bytes as they are.
    public mutating func write(bytes more: [UInt8]) {
        bytes.append(contentsOf: more)
    }

    /// Appends a piece of a buffer as it is.
    public mutating func write(bytes more: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: more)
    }

    /// Appends a literal as it is.
    public mutating func write(_ literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Appends text as it is, without any escaping.
    public mutating func write(text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Appends a whole number in decimal digits.
    public mutating func write(integer: some BinaryInteger) {
        if let small = Int(exactly: integer) {
            write(decimal: small)
        } else {
            write(text: String(integer))
        }
    }

    @usableFromInline
    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    private mutating func write(decimal number: Int) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        if rest < 10 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest))
            return
        }
        let start = bytes.count
        while rest > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        bytes[start...].reverse()
    }
}
