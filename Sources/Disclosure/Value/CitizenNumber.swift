/// The identity number of a citizen (公民身份号码): 17 digits and a check character, with a day of birth inside.
///
/// Example: `11010519491231002X` has the right check character. Source: GB 11643-1999.
public enum CitizenNumber {
    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    private static let checks = Array("10X98765432".utf8)

    /// True when the text is one and nothing else, in half-width digits with a capital X.
    public static func isNumber(_ text: String) -> Bool { isNumber(Array(text.utf8)) }

    /// True when the text has one, half-width or full-width, not as a part of a longer number.
    public static func occurs(in text: Substring) -> Bool {
        var run: [UInt8] = []
        for scalar in text.unicodeScalars {
            if let byte = digit(scalar), byte != UInt8(ascii: "X") || run.count == 17 {
                run.append(byte)
            } else {
                if isNumber(run) { return true }
                run.removeAll(keepingCapacity: true)
            }
        }
        return isNumber(run)
    }

    /// True when the numbers of a text have one, also in groups.
    static func occurs(in numbers: WrittenNumbers) -> Bool { numbers.hold(18, where: isNumber) }

    /// The ASCII digit or X that a character stands for.
    static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        let value = scalar.value
        switch value {
        case 0x30...0x39: return UInt8(value)
        case 0xFF10...0xFF19: return UInt8(value - 0xFF10 + 0x30)
        case 0x58, 0x78, 0xFF38, 0xFF58: return UInt8(ascii: "X")
        default: return nil
        }
    }

    private static func isNumber(_ run: [UInt8]) -> Bool {
        guard run.count == 18 else { return false }
        let digits = run.prefix(17).map { Int($0) - 0x30 }
        guard digits.allSatisfy({ (0...9).contains($0) }) else { return false }
        let year = digits[6] * 1_000 + digits[7] * 100 + digits[8] * 10 + digits[9]
        let month = digits[10] * 10 + digits[11]
        let day = digits[12] * 10 + digits[13]
        guard (1_850...2_199).contains(year), (1...12).contains(month), (1...31).contains(day) else { return false }
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return checks[sum % 11] == run[17]
    }
}
