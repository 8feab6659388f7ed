public import CivilTime

/// Extends the time to answer (延长答复期限): once, by at most 20 working days, before it is over, with the agreement of
/// the head of the information office.
///
/// Example: received 2025-06-03, due 2025-07-01; approved on 2025-07-01 at the latest, then due 2025-07-29.
/// Source: 条例 Art 33(2).
public struct Extend: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.extend

    /// By how much, 1-20.
    public var days: WorkingDays
    /// Why.
    public var reasons: Statement
    /// The agreement, whose day is that of the extension.
    public var approval: Approval

    /// An extension.
    public init(by days: WorkingDays = .longestExtension, reasons: Statement, approval: Approval) {
        self.days = days
        self.reasons = reasons
        self.approval = approval
    }

    /// What the law makes of it: the agreement and the extension, two entries.
    ///
    /// - Throws: `Refusal` for a second extension, more than 20 working days, the wrong role, or an agreement after the
    ///   period was over.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.need(
            !examination.request.wasExtended,
            else: Finding(
                .requestAlreadyExtended, .error, "答复期限已经延长过，只能延长一次。", article: .regulation(33, paragraph: 2),
                remedy: "请在延长后的期限内答复。"))
        do throws(Refusal) {
            _ = try ReplyClock.Extension(by: days, decided: approval.day)
        } catch {
            for finding in error.findings { examination.find(finding) }
        }
        examination.approval(
            approval, by: [.headOfInformationOffice], notBy: nil, until: approval.day, field: "approval",
            article: .regulation(33, paragraph: 2))
        if let ordered = examination.round.reopening?.ordered {
            examination.find(
                Finding(
                    .clockExtensionAfterDue, field: "extension.decided",
                    "答复期限由复议决定或者判决确定为 \(ordered)，行政机关不能自行延长。", article: .regulation(33, paragraph: 2),
                    remedy: "请在确定的期限内重新答复。"))
        }
        return try examination.rule([
            RequestEntry(.approved(GrantedApproval(matter: .extended, approval: approval)), on: approval.day),
            RequestEntry(.extended(ExtensionGrant(days: days, reasons: reasons)), on: approval.day),
        ])
    }
}
