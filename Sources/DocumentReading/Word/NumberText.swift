/// Numbers of lists in the formats of Word (`w:numFmt`).
enum NumberText {
    private static let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    private static let legalDigits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
    private static let stems = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]
    private static let branches = ["子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"]

    /// The number in that format; plain digits where the format is not known.
    static func words(_ number: Int, format: String) -> String {
        switch format {
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
            "taiwaneseCountingThousand", "koreanCounting":
            return counting(number, digits: digits, units: ["", "十", "百", "千"], shortTen: true)
        case "chineseLegalSimplified", "ideographLegalTraditional":
            return counting(number, digits: legalDigits, units: ["", "拾", "佰", "仟"], shortTen: false)
        case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2":
            return String(number).map { $0.wholeNumberValue.map { digits[$0] } ?? String($0) }.joined()
        case "ideographTraditional": return cyclic(number, stems)
        case "ideographZodiac": return cyclic(number, branches)
        case "decimalZero": return number < 10 && number >= 0 ? "0\(number)" : "\(number)"
        case "decimalFullWidth", "decimalFullWidth2":
            return String(String.UnicodeScalarView(String(number).unicodeScalars.map(fullWidth)))
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
            return enclosed(number, first: 0x2460)
        case "decimalEnclosedParen": return enclosed(number, first: 0x2474)
        case "decimalEnclosedFullstop": return enclosed(number, first: 0x2488)
        case "ideographEnclosedCircle": return (1...10).contains(number) ? enclosed(number, first: 0x3280) : "\(number)"
        case "lowerLetter": return letters(number, first: 0x61)
        case "upperLetter": return letters(number, first: 0x41)
        case "lowerRoman": return roman(number).lowercased()
        case "upperRoman": return roman(number)
        case "none": return ""
        default: return "\(number)"
        }
    }

    private static func counting(_ number: Int, digits: [String], units: [String], shortTen: Bool) -> String {
        guard (1...9999).contains(number) else { return "\(number)" }
        let zero = shortTen ? "零" : digits[0]
        var text = ""
        var skippedZero = false
        for (position, character) in String(number).enumerated() {
            let digit = character.wholeNumberValue ?? 0
            let unit = units[String(number).count - 1 - position]
            if digit == 0 {
                skippedZero = true
                continue
            }
            if skippedZero { text += zero }
            skippedZero = false
            let isLeadingTen = shortTen && text.isEmpty && digit == 1 && unit == "十"
            text += isLeadingTen ? unit : digits[digit] + unit
        }
        return text
    }

    private static func cyclic(_ number: Int, _ names: [String]) -> String {
        number >= 1 ? names[(number - 1) % names.count] : "\(number)"
    }

    private static func fullWidth(_ digit: Unicode.Scalar) -> Unicode.Scalar {
        Unicode.Scalar(digit.value - 0x30 + 0xFF10) ?? digit
    }

    private static func enclosed(_ number: Int, first: UInt32) -> String {
        guard (1...20).contains(number), let scalar = Unicode.Scalar(first + UInt32(number) - 1) else {
            return "\(number)"
        }
        return String(scalar)
    }

    /// a … z, aa, bb …, as Word counts.
    private static func letters(_ number: Int, first: UInt8) -> String {
        guard (1...780).contains(number) else { return "\(number)" }
        let letter = Character(Unicode.Scalar(first + UInt8((number - 1) % 26)))
        return String(repeating: letter, count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String {
        guard (1...3999).contains(number) else { return "\(number)" }
        let values = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = number
        var text = ""
        for (value, letters) in values {
            while rest >= value {
                text += letters
                rest -= value
            }
        }
        return text
    }
}
