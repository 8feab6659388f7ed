public import CivilTime

/// Records how an office numbers its letters from a day on; until then they have no number.
///
/// Example: 测数, by kind, from 2025-06-03: the first answer after it is 测数公复〔2025〕1号. Source: GB/T 9704.
public struct SetLetterRule: OfficeCommand {
    /// Which command.
    public static let verb = OfficeVerb.setLetterRule

    /// The rule.
    public var rule: LetterRule
    /// The first day.
    public var day: Day

    /// A rule from a day on.
    public init(_ rule: LetterRule, from day: Day) {
        self.rule = rule
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for the rule that holds already, or an impossible day.
    public func decide(
        on office: OfficeRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<OfficeAct> {
        let office = try Self.verb.admit(office)
        var examination = ActExamination(today: today)
        let last = office.letterRules.steps.last?.from ?? office.founded
        examination.actDay(day, notBefore: last, "此前的规则开始使用", field: "day", article: .regulation(36))
        examination.need(
            rule != office.letterRules.latest,
            else: Finding(
                .officeUnchanged, field: "word", "发文字号的规则没有变动。", article: .regulation(36), remedy: "无需登记。"))
        return try examination.rule([OfficeEntry(.letterRuleSet(rule), on: day)])
    }
}
