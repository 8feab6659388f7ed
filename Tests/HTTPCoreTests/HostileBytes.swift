import TestSupport

/// What a hostile client may send, at random.
extension SeededGenerator {
    /// Up to `limit` bytes, mostly from `alphabet`.
    mutating func bytes(upTo limit: Int, mostlyFrom alphabet: String) -> [UInt8] {
        let alphabet = Array(alphabet.utf8)
        return (0..<Int.random(in: 0...limit, using: &self)).map { _ in
            Int.random(in: 0..<5, using: &self) > 0
                ? alphabet[Int.random(in: 0..<alphabet.count, using: &self)] : UInt8.random(in: 0...255, using: &self)
        }
    }

    /// The same bytes with one to three of them lost, changed or written twice.
    mutating func damaged(_ whole: [UInt8]) -> [UInt8] {
        var body = whole
        for _ in 0..<Int.random(in: 1...3, using: &self) {
            let place = Int.random(in: 0..<body.count, using: &self)
            switch Int.random(in: 0..<3, using: &self) {
            case 0: body.remove(at: place)
            case 1: body[place] = UInt8.random(in: 0...255, using: &self)
            default: body.insert(contentsOf: body[place...].prefix(20), at: place)
            }
        }
        return body
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
