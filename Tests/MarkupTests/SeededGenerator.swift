/// Random numbers that a printed seed brings back.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Up to 24 scalars, mostly those that matter to markup and JSON.
    mutating func hostileText() -> String {
        let sharp = Array("<>&\"'/\\=;#-! \u{2028}\u{2029}\r\n\t\0\u{1}\u{1F}\u{7F}a公é𠮷\u{202E}\u{FEFF}".unicodeScalars)
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...24, using: &self) {
            if Int.random(in: 0..<4, using: &self) > 0 {
                scalars.append(sharp[Int.random(in: 0..<sharp.count, using: &self)])
            } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &self)) {
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
