public import CivilTime

/// Days as registers write them.
///
/// `2023-5-6`, `2023/05/06`, `2023.5.6`, `2023年5月6日`, `20230506`, the serial numbers of workbooks, full-width digits and
/// spaces anywhere, a time of day behind. A day without year, or two digits for it, is not guessed at.
public enum DayWording {
    /// What a text is.
    public enum Reading: Sendable, Hashable {
        /// A day.
        case day(Day)
        /// Written as a day, but there is none such (2023-02-30).
        case noSuchDay
        /// The year has two digits or is missing.
        case withoutYear
        /// No day at all.
        case nonsense
    }

    /// The years that a register can speak of: the Regulation first applied in 2008.
    public static let years = 1_990...2_199

    /// Reads a cell.
    ///
    /// - Parameter isNumber: true when the cell holds a number, so that 45052 is the serial of a day.
    public static func read(_ text: String, isNumber: Bool = false) -> Reading {
        let scalars = text.unicodeScalars.map(narrow)
        var numbers: [(value: Int, digits: Int)] = []
        var signs: [Unicode.Scalar] = []
        var isInNumber = false
        for scalar in scalars {
            if (0x30...0x39).contains(scalar.value) {
                guard !isInNumber || (numbers.last?.digits ?? 0) < 9 else { return .nonsense }
                if !isInNumber { numbers.append((0, 0)) }
                isInNumber = true
                let last = numbers[numbers.count - 1]
                numbers[numbers.count - 1] = (last.value * 10 + Int(scalar.value - 0x30), last.digits + 1)
            } else if scalar.properties.isWhitespace {
                // A space may stand inside `2023 年 5 月`, and parts the time of day from the day.
                if isInNumber { signs.append(" ") }
                isInNumber = false
            } else {
                isInNumber = false
                signs.append(scalar)
            }
        }
        if numbers.count == 1, signs.allSatisfy({ $0 == " " }) { return whole(numbers[0], isNumber: isNumber) }
        if isNumber, numbers.count == 2, signs == ["."], (4...5).contains(numbers[0].digits) {
            return serial(numbers[0].value)
        }
        let allowed = signs.allSatisfy { "年月日号-/.\\、－—–−:时分秒TZ ".unicodeScalars.contains($0) }
        guard allowed, numbers.count >= 3, numbers.count <= 6 else {
            return allowed && numbers.count == 2 ? .withoutYear : .nonsense
        }
        guard numbers[0].digits == 4 else { return numbers[0].digits <= 2 ? .withoutYear : .nonsense }
        guard years.contains(numbers[0].value) else { return .nonsense }
        return Day(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value).map(Reading.day)
            ?? .noSuchDay
    }

    private static func whole(_ number: (value: Int, digits: Int), isNumber: Bool) -> Reading {
        if number.digits == 8 {
            let year = number.value / 10_000
            guard years.contains(year) else { return .nonsense }
            return Day(year: year, month: number.value / 100 % 100, day: number.value % 100).map(Reading.day)
                ?? .noSuchDay
        }
        // As text, five digits are as likely some other number; from 1990 on all serials have five.
        return number.digits == 5 ? serial(number.value) : .nonsense
    }

    /// Day 1 of workbooks is 1900-01-01, with a 29 February 1900 that never was.
    private static func serial(_ number: Int) -> Reading {
        guard let day = Day(number: number - 25_569), years.contains(day.year) else { return .nonsense }
        return .day(day)
    }

    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }
}
