/// Eight bytes looked at together, in plain arithmetic: what the look finds is the top bit of each byte concerned.
struct ByteWord {
    private let bits: UInt64

    private static let tops: UInt64 = 0x8080_8080_8080_8080
    private static let rests: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

    /// The eight bytes from a place on, which must all be there.
    @inline(__always)
    init(_ bytes: UnsafeRawBufferPointer, _ place: Int) {
        bits = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    @inline(__always)
    private init(bits: UInt64) { self.bits = bits }

    /// The bytes that are one byte.
    @inline(__always)
    func equal(_ byte: UInt8) -> UInt64 {
        let difference = bits ^ (0x0101_0101_0101_0101 &* UInt64(byte))
        return ~((difference & Self.rests) &+ Self.rests | difference) & Self.tops
    }

    /// The bytes that are one of two, the lower of which is even and the other one more.
    @inline(__always)
    func equalPair(_ even: UInt8) -> UInt64 {
        ByteWord(bits: bits | 0x0101_0101_0101_0101).equal(even | 1)
    }

    /// The bytes that are a space or a control character.
    @inline(__always)
    func blank() -> UInt64 { ~((bits & Self.rests) &+ 0x5F5F_5F5F_5F5F_5F5F | bits) & Self.tops }
}
