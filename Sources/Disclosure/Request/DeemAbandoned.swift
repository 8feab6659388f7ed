public import CivilTime

/// Ends an application that counts as given up (视为放弃申请): not corrected, or the fee not paid, in time.
///
/// Example: a correction asked until 2025-06-30 can be given up on from 2025-07-01; a fee notice received on 2025-09-19
/// must be paid by 2025-10-23, so that it is given up from 2025-10-24. Source: 条例 Art 30; 109号 Art 6.
public struct DeemAbandoned: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.deemAbandoned

    /// Why.
    public var ground: Abandonment.Ground
    /// The day.
    public var day: Day
    /// Why an excuse that the applicant gave is no good reason (无正当理由); nil when none was given.
    public var rejectedExcuse: Statement?

    /// A statement that it is given up.
    public init(_ ground: Abandonment.Ground, on day: Day, rejectedExcuse: Statement? = nil) {
        self.ground = ground
        self.day = day
        self.rejectedExcuse = rejectedExcuse
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` while the applicant still has time, when the service of the fee notice is not known, and for a
    ///   ground that is not what is awaited.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.finalDay(day, field: "abandoned.day")
        let article: Article = ground == .noCorrection ? .regulation(30) : .feeMeasures(6)
        let awaited: Abandonment.Ground =
            examination.request.stage == .awaitingPayment ? .feeUnpaid : .noCorrection
        if ground != awaited {
            examination.find(
                Finding(
                    .requestGroundMismatch, field: "abandoned.ground",
                    "登记的事由与案情不符：该申请\(examination.request.stage.chineseText)。", article: article,
                    remedy: awaited == .feeUnpaid ? "请选择“逾期未缴费”。" : "请选择“逾期未补正”。"))
        } else if let last = lastDay(&examination, article), day <= last {
            examination.find(
                Finding(
                    .requestPeriodNotOver, field: "abandoned.day", "申请人的期限到 \(last) 为止，\(day) 尚未届满。",
                    article: article, remedy: "请在 \(last) 之后仍未\(ground == .noCorrection ? "补正" : "缴费")时再登记。"))
        }
        let abandonment = Abandonment(ground: ground, rejectedExcuse: rejectedExcuse)
        return try examination.rule([RequestEntry(.abandoned(abandonment), on: day)])
    }

    /// The last day that the applicant has; a deadline on a day off runs to the next working day.
    private func lastDay(_ examination: inout RequestExamination, _ article: Article) -> Day? {
        let calendar = examination.calendar
        switch ground {
        case .noCorrection:
            guard let deadline = examination.round.correction?.notice.deadline else { return nil }
            return calendar.workingDay(onOrAfter: deadline) ?? deadline
        case .feeUnpaid:
            guard let delivered = examination.round.fee?.delivered else {
                examination.find(
                    Finding(
                        .requestServiceUnknown, field: "fee.notice_received", "没有登记申请人收到收费通知的日期，缴费期限无法计算。",
                        article: article, remedy: "请先登记收费通知的送达日期。"))
                return nil
            }
            return calendar.day(.feePayment, after: delivered)
        }
    }
}
