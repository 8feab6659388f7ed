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

    /// Up to `limit` bytes, mostly from `alphabet`.
    mutating func bytes(upTo limit: Int, mostlyFrom alphabet: String) -> [UInt8] {
        let alphabet = Array(alphabet.utf8)
        return (0..<Int.random(in: 0...limit, using: &self)).map { _ in
            Int.random(in: 0..<5, using: &self) > 0
                ? alphabet[Int.random(in: 0..<alphabet.count, using: &self)] : UInt8.random(in: 0...255, using: &self)
        }
    }

    /// Up to `limit` Unicode scalars without NUL.
    mutating func text(upTo limit: Int) -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...limit, using: &self) {
            let range: ClosedRange<UInt32> = Bool.random(using: &self) ? 1...0x7F : 1...0x10FFFF
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) { scalars.append(scalar) }
        }
        return String(scalars)
    }
}
