public import CivilTime

/// Records the corrected application; the 20 working days begin anew on the day it is received.
///
/// Example: corrected 2025-06-16: due 2025-07-14. Source: 条例 Art 30.
public struct ReceiveCorrection: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.receiveCorrection

    /// The day it is received.
    public var day: Day
    /// What is asked now.
    public var matter: Statement

    /// A corrected application.
    public init(on day: Day, matter: Statement) {
        self.day = day
        self.matter = matter
    }

    /// What the law makes of it. A correction after its deadline is taken with a remark while the application does not
    /// count as given up: whether there was a good reason is for the office to judge.
    ///
    /// - Throws: `Refusal` for a day before the notice or in the future.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.actDay(day, field: "correction.received")
        if let correction = examination.round.correction {
            examination.order(
                day, notBefore: correction.asked, "补正告知", field: "correction.received", article: .regulation(30))
            if day > correction.notice.deadline {
                examination.find(
                    Finding(
                        .requestCorrectedLate, .warning, field: "correction.received",
                        "补正于 \(day) 收到，超过告知的期限 \(correction.notice.deadline)。", article: .regulation(30),
                        remedy: "申请人有正当理由的，继续办理；没有正当理由的，可以视为放弃申请。"))
            }
        }
        return try examination.rule([
            RequestEntry(.correctionReceived(CorrectedApplication(matter: matter)), on: day)
        ])
    }
}
