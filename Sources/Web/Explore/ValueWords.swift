internal import AnnualReport
internal import Markup

/// What is compared, as people read it.
struct ValueWords {
    let t: Wording

    /// The number with commas, or in words why there is none.
    func text(_ value: ComparedValue) -> String {
        switch value {
        case .number(let number): Self.grouped(number)
        case .unitUnknown(let number): t("\(Self.grouped(number))（单位不明）", "\(Self.grouped(number)) (unit unknown)")
        case .state(.blank): t("空白", "blank")
        case .state(.notApplicable): "“/”"
        case .state(.unreadable): t("读不准", "unreadable")
        case .state: t("原件没有", "not in the document")
        case .notInForm: t("格式无此格", "not in the form")
        case .noReport: t("未收录", "no report")
        case .noRecords: t("无台账", "no records")
        case .noneDecided: t("无办结", "none decided")
        }
    }

    /// The same for a mark of a chart, which has room for a word only.
    func mark(_ value: ComparedValue) -> ChartValue {
        ChartValue(value.number.map { Double($0.millionths) / 1_000_000 }, text: text(value))
    }

    /// The same where there is room for a number only: a dash for none.
    func point(_ value: ComparedValue) -> ChartValue {
        value.number == nil ? ChartValue(nil, text: "–") : mark(value)
    }

    /// A difference with its sign.
    static func signed(_ number: FormNumber) -> String {
        if number == .zero { return "0" }
        return number < .zero ? "−" + grouped(.zero - number) : "+" + grouped(number)
    }

    /// How much more or less, in percent with one decimal; nil where the number before is under 10, of which a
    /// percentage says nothing.
    static func rate(from before: FormNumber, to after: FormNumber) -> String? {
        guard let ten = FormNumber(10), before >= ten else { return nil }
        let tenths = (Double((after - before).millionths) / Double(before.millionths) * 1_000).rounded()
        guard tenths.magnitude < 1_000_000_000 else { return nil }
        let whole = Int(tenths.magnitude)
        return "\(tenths < 0 ? "−" : whole == 0 ? "" : "+")\(whole / 10).\(whole % 10)%"
    }

    /// A number with a comma after every three digits of its whole part.
    static func grouped(_ number: FormNumber) -> String {
        let text = number.description
        let parts = text.split(separator: ".", maxSplits: 1)
        let isNegative = text.hasPrefix("-")
        let digits = Array(isNegative ? parts[0].dropFirst() : parts[0])
        var grouped = isNegative ? "−" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return parts.count > 1 ? grouped + "." + parts[1] : grouped
    }
}
