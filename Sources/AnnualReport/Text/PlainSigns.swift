/// One way to write each sign of three bytes, by code point: those of U+3000 to U+303F and of full width.
final class PlainSigns: Sendable {
    static let shared = PlainSigns()

    /// What stands for each sign of U+3000 to U+303F, then of U+FF00 to U+FF7F.
    private let signs: [UInt8]
    /// Stands for a sign that stays as it is.
    static let stays: UInt8 = 0xFF

    private init() {
        let codes = Array(0x3000..<0x3040) + Array(0xFF00..<0xFF80)
        signs = codes.map { Self.sign($0) ?? Self.stays }
    }

    /// Lends the table.
    @inline(__always)
    func with<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result { signs.withUnsafeBufferPointer(body) }

    /// The byte that stands for a sign in a table; 0 where it goes, nil where it stays.
    @inline(__always)
    static func stand(for code: Int, in table: UnsafeBufferPointer<UInt8>) -> UInt8? {
        let own: UInt8
        if code &- 0xFF00 < 0x80, code >= 0xFF00 {
            own = table[code &- 0xFF00 &+ 0x40]
        } else if code &- 0x3000 < 0x40, code >= 0x3000 {
            own = table[code &- 0x3000]
        } else {
            return code == 0xFEFF ? 0 : nil
        }
        return own == stays ? nil : own
    }

    private static func sign(_ code: Int) -> UInt8? {
        switch code {
        case 0xFF01, 0xFF1F, 0x3002: NormalText.stop
        case 0xFF02, 0xFF07, 0x3000, 0x300C...0x300F: 0
        case 0xFF03...0xFF5E: UInt8(code - 0xFEE0)
        case 0x3001: NormalText.pause
        case 0x300A, 0x3008: NormalText.titleOpen
        case 0x300B, 0x3009: NormalText.titleClose
        case 0x3010, 0x3014: UInt8(ascii: "[")
        case 0x3011, 0x3015: UInt8(ascii: "]")
        default: nil
        }
    }
}
