public import CivilTime

/// A record was made in error and counts for nothing (作废): it stays in the ledger, is counted nowhere, and all that can
/// be done is to register its number or name anew.
public struct Voiding: Sendable, Hashable, Codable {
    /// Why.
    public let reasons: Statement
    /// The import that is undone; nil when one record is voided by itself.
    public let batch: BatchReference?
}

/// Makes an application void that was registered in error: twice, at the wrong office, by a wrong import.
///
/// It is no act of the law but a correction of the ledger, and needs a reason. Example: registered 2025-06-03, found to be
/// a second entry of the same letter on 2025-06-05. Source: 条例 Art 45 (登记).
public struct VoidRequest: Sendable, Hashable {
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
    /// - Throws: `Refusal` when it is not registered, void already, split into parts, or the day lies in the future.
    public func decide(on request: InformationRequest?, today: Day) throws(Refusal) -> Ruling<RequestAct> {
        guard let request else { throw Refusal(ExaminationFinding.notRegistered()) }
        var examination = ActExamination(today: today)
        examination.actDay(day, field: "voided.day", article: .regulation(45))
        examination.need(request.voiding == nil, else: ExaminationFinding.alreadyVoid("申请 \(request.number)"))
        examination.need(
            request.parts.isEmpty || request.voiding != nil,
            else: Finding(
                .voidHasParts, .error, "申请 \(request.number) 已经拆分，不能作废。", article: .feeMeasures(4),
                remedy: "请逐件处理拆分出的申请。"))
        return try examination.rule([RequestEntry(.voided(Voiding(reasons: reasons, batch: batch)), on: day)])
    }
}

/// Makes an item void that was entered in error. As `VoidRequest`, for items.
public struct VoidItem: Sendable, Hashable {
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
    /// - Throws: `Refusal` when there is no such item, it is void already, or the day lies in the future.
    public func decide(on item: InformationItem?, today: Day) throws(Refusal) -> Ruling<ItemAct> {
        guard let item else {
            throw Refusal(Finding(.itemNotDrafted, .error, "该信息尚未登记。", article: .regulation(12), remedy: "请核对编号。"))
        }
        var examination = ActExamination(today: today)
        examination.actDay(day, field: "voided.day", article: .regulation(12))
        examination.need(item.voiding == nil, else: ExaminationFinding.alreadyVoid("信息 \(item.reference)"))
        return try examination.rule([ItemEntry(.voided(Voiding(reasons: reasons, batch: batch)), on: day)])
    }
}

extension ExaminationFinding {
    static func alreadyVoid(_ what: String) -> Finding {
        Finding(.alreadyVoid, .error, "\(what)已经作废。", article: .regulation(45), remedy: "无需再次作废。")
    }
}

extension Finding.Code {
    /// The record is void already.
    public static let alreadyVoid = Self("void.already")
    /// The application was split, so that parts would be left without the letter they come from.
    public static let voidHasParts = Self("void.has_parts")
}

extension VoidRequest: Command {
    /// What the law makes of it; the calendar has no part in it.
    ///
    /// - Throws: `Refusal` as `decide(on:today:)` does.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        try decide(on: request, today: today)
    }
}

extension VoidItem: Command {
    /// What the law makes of it; the calendar has no part in it.
    ///
    /// - Throws: `Refusal` as `decide(on:today:)` does.
    public func decide(
        on item: InformationItem?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<ItemAct> {
        try decide(on: item, today: today)
    }
}
