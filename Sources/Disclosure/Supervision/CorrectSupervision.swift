public import CivilTime

/// Puts a record right; what it said before stays in the ledger.
///
/// Example: 5 inquiries recorded, 6 in the book: corrected to 6 with the reason. A wrong day is struck and recorded anew,
/// since it may belong to another year. Source: 条例 Art 46, 50.
public struct CorrectSupervision: SupervisionCommand {
    /// Which command.
    public static let verb = SupervisionVerb.correct

    /// What it is to say; of the same kind as before.
    public var matter: SupervisionMatter
    /// Why.
    public var reasons: Statement
    /// The day of the correction.
    public var day: Day
    /// Who corrects.
    public var officer: OfficerReference

    /// A correction.
    public init(to matter: SupervisionMatter, on day: Day, reasons: Statement, by officer: OfficerReference) {
        self.matter = matter
        self.day = day
        self.reasons = reasons
        self.officer = officer
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for another kind, no change, impossible days or numbers.
    public func decide(
        on record: SupervisionRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<SupervisionAct> {
        let record = try Self.verb.admit(record)
        let article = record.matter.kind.article
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: record.lastDay, "此前最近一次登记", field: "day", article: article)
        if matter.kind == record.matter.kind {
            examination.matter(matter, on: record.day)
            examination.need(
                matter != record.matter,
                else: Finding(
                    .supervisionUnchanged, .error, "内容没有改动。", article: article, remedy: "无需更正。"))
        } else {
            examination.find(
                Finding(
                    .supervisionKind, field: "matter",
                    "原登记是\(record.matter.kind.chineseText)，不能更正为\(matter.kind.chineseText)。", article: article,
                    remedy: "请作废原登记，再重新登记。"))
        }
        let correction = SupervisionCorrection(matter: matter, reasons: reasons, officer: officer)
        return try examination.rule([SupervisionEntry(.corrected(correction), on: day)])
    }
}

/// Strikes a record that was made by mistake; it counts no longer and stays in the ledger.
///
/// Example: a training recorded twice. Source: 条例 Art 46, 50.
public struct StrikeSupervision: SupervisionCommand {
    /// Which command.
    public static let verb = SupervisionVerb.strike

    /// Why.
    public var reasons: Statement
    /// The day.
    public var day: Day
    /// Who strikes it.
    public var officer: OfficerReference

    /// A striking.
    public init(on day: Day, reasons: Statement, by officer: OfficerReference) {
        self.day = day
        self.reasons = reasons
        self.officer = officer
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for what was struck before, an impossible day.
    public func decide(
        on record: SupervisionRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<SupervisionAct> {
        let record = try Self.verb.admit(record)
        var examination = ActExamination(today: today)
        examination.actDay(
            day, notBefore: record.lastDay, "此前最近一次登记", field: "day", article: record.matter.kind.article)
        let striking = SupervisionStriking(reasons: reasons, officer: officer)
        return try examination.rule([SupervisionEntry(.struck(striking), on: day)])
    }
}
