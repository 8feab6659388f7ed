/// Text of the engine as a `String`. The engine keeps bytes and does not look at them, so they are looked at here; what is no
/// UTF-8 gets U+FFFD in its place.
enum CheckedText {
    static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard isOrdinary(UnsafeRawBufferPointer(bytes)) else { return String(decoding: bytes, as: UTF8.self) }
        // Looked at just now.
        return unsafe String(copying: UTF8Span(unchecked: bytes.span))
    }

    /// True for ASCII and the characters of three bytes that Chinese is written with, which are known at one look each;
    /// false says nothing.
    static func isOrdinary(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let count = bytes.count
        var index = 0
        while index + 8 <= count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            if word & 0x8080_8080_8080_8080 == 0 {
                index += 8
            } else if word & 0x80 == 0 {
                index += (word & 0x8080_8080_8080_8080).trailingZeroBitCount / 8
            } else if word & twoMask == twoLook, isSafe(word & 0xFF), isSafe(word >> 24 & 0xFF) {
                index += 6
            } else if word & twoMask & 0xFF_FFFF == twoLook & 0xFF_FFFF, isSafe(word & 0xFF) {
                index += 3
            } else {
                return false
            }
        }
        while index < count {
            if bytes[index] < 0x80 {
                index += 1
                continue
            }
            guard index + 2 < count, bytes[index] & 0xF0 == 0xE0, isSafe(UInt64(bytes[index])),
                bytes[index + 1] & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80
            else { return false }
            index += 3
        }
        return true
    }

    /// Two characters of three bytes: what their bits must be under the mask.
    private static let twoMask: UInt64 = 0xC0C0_F0C0_C0F0
    private static let twoLook: UInt64 = 0x8080_E080_80E0

    /// Neither overlong nor surrogates begin so: not U+0000 to U+0FFF, not U+D000 to U+DFFF.
    @inline(__always)
    private static func isSafe(_ first: UInt64) -> Bool { first != 0xE0 && first != 0xED }
}
