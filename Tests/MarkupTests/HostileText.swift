import TestSupport

/// Text that would break out of markup or JSON if it were not escaped, at random.
extension SeededGenerator {
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
