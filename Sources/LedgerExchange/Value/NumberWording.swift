public import Disclosure

/// Registration numbers as registers write them.
///
/// `2023-12`, `2023年第12号`, `依申请〔2023〕12号`, `20230012`; a mere `12` takes its year from the day of the application.
public enum NumberWording {
    /// The number; nil where it is none.
    ///
    /// - Parameter year: the year of the application; nil when it is not known.
    public static func read(_ text: String, year: Int?) -> RequestNumber? {
        var numbers: [(value: Int, digits: Int)] = []
        var isInNumber = false
        for scalar in text.unicodeScalars {
            let narrow = (0xFF10...0xFF19).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            guard (0x30...0x39).contains(narrow) else {
                isInNumber = false
                continue
            }
            if !isInNumber { numbers.append((0, 0)) }
            isInNumber = true
            let last = numbers[numbers.count - 1]
            guard last.digits < 12 else { return nil }
            numbers[numbers.count - 1] = (last.value * 10 + Int(narrow - 0x30), last.digits + 1)
        }
        switch numbers.count {
        case 1:
            let (value, digits) = numbers[0]
            // 2023012: a year and a serial of three digits or more.
            if digits >= 7, digits <= 10 {
                let scale = (0..<digits - 4).reduce(1) { result, _ in result * 10 }
                return RequestNumber(year: value / scale, serial: value % scale)
            }
            return digits <= 6 ? year.flatMap { RequestNumber(year: $0, serial: value) } : nil
        case 2 where numbers[0].digits == 4: return RequestNumber(year: numbers[0].value, serial: numbers[1].value)
        default: return nil
        }
    }
}
