public import CivilTime

/// Makes the papers of a handover void that were entered in error. As `VoidRequest`, for handovers.
///
/// Example: 〔2025〕5号 entered twice: the second one is void and its number free again. Source: 条例 Art 25, 45.
public struct VoidHandover: Command {
    /// The day.
    public var day: Day
    /// Why.
    public var reasons: Statement
    /// The import that is undone.
    public var batch: BatchReference?

    /// A voiding.
    public init(on day: Day, reasons: Statement, batch: BatchReference? = nil) {
        self.day = day
        self.reasons = reasons
        self.batch = batch
    }

    /// What becomes of it.
    ///
    /// - Throws: `Refusal` when there is no such batch, it is void already, or the day is impossible.
    public func decide(
        on handover: HandoverBatch?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<HandoverAct> {
        guard let handover else {
            throw Refusal(
                Finding(
                    .handoverNotPrepared, field: "number", "没有这一批移交的登记。", article: .regulation(25), remedy: "请核对编号。"))
        }
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: handover.prepared, "移交", field: "voided.day", article: .regulation(25))
        examination.need(
            handover.voiding == nil, else: ExaminationFinding.alreadyVoid("交接文据\(handover.number.chineseText)"))
        return try examination.rule([HandoverEntry(.voided(Voiding(reasons: reasons, batch: batch)), on: day)])
    }
}

/// Makes a case void that was entered in error. As `VoidRequest`, for cases of review and litigation.
///
/// Example: one suit entered once by its copy and once by its summons: the second one counts in no column of table four.
/// Source: 条例 Art 45, 50.
public struct VoidAppeal: Command {
    /// The day.
    public var day: Day
    /// Why.
    public var reasons: Statement
    /// The import that is undone.
    public var batch: BatchReference?

    /// A voiding.
    public init(on day: Day, reasons: Statement, batch: BatchReference? = nil) {
        self.day = day
        self.reasons = reasons
        self.batch = batch
    }

    /// What becomes of it.
    ///
    /// - Throws: `Refusal` when there is no such case, it is void already, or the day is impossible.
    public func decide(
        on appeal: Appeal?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<AppealAct> {
        guard let appeal else {
            throw Refusal(
                Finding(.appealNotRegistered, .error, "该案件尚未登记。", article: .regulation(51), remedy: "请核对编号。"))
        }
        var examination = ActExamination(today: today)
        examination.actDay(
            day, notBefore: appeal.instances[0].opened, "收到副本", field: "voided.day", article: .regulation(51))
        examination.need(appeal.voiding == nil, else: ExaminationFinding.alreadyVoid("案件 \(appeal.reference)"))
        return try examination.rule([AppealEntry(.voided(Voiding(reasons: reasons, batch: batch)), on: day)])
    }
}
