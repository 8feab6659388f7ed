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

    /// The bytes that are one byte.
    @inline(__always)
    func equal(_ byte: UInt8) -> UInt64 {
        let difference = bits ^ (0x0101_0101_0101_0101 &* UInt64(byte))
        return ~((difference & Self.rests) &+ Self.rests | difference) & Self.tops
    }

    /// Whether the first six bytes are two characters from U+4000 on, three bytes each.
    @inline(__always)
    var holdsTwoCharacters: Bool {
        bits & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0 && bits & 0x0C != 0 && bits & 0x0C00_0000 != 0
    }

    /// The code points of those two characters.
    @inline(__always)
    var twoCharacters: (Int, Int) {
        (
            Int(bits & 0x0F) << 12 | Int(bits >> 8 & 0x3F) << 6 | Int(bits >> 16 & 0x3F),
            Int(bits >> 24 & 0x0F) << 12 | Int(bits >> 32 & 0x3F) << 6 | Int(bits >> 40 & 0x3F)
        )
    }
}
