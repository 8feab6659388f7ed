public import CivilTime

/// Records that the fee was paid; the 20 working days begin anew on that day.
///
/// Example: notice received 2025-06-10, paid 2025-06-16: due 2025-07-14. Source: 109号 Art 6.
public struct RecordPayment: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.recordPayment

    /// The day of payment.
    public var day: Day
    /// How much.
    public var amount: Yuan
    /// The state bill.
    public var bill: Statement?

    /// A payment.
    public init(on day: Day, _ amount: Yuan, bill: Statement? = nil) {
        self.day = day
        self.amount = amount
        self.bill = bill
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for another amount than was asked, a payment before the notice or after its 20 working days.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.actDay(day, field: "fee.paid")
        if let fee = examination.round.fee {
            examination.order(
                day, notBefore: fee.delivered ?? fee.sent, "收费通知", field: "fee.paid", article: .feeMeasures(6))
            examination.need(
                amount == fee.notice.amount,
                else: Finding(
                    .requestAmountMismatch, field: "fee.amount", "缴费金额 \(amount) 与收费通知的 \(fee.notice.amount) 不一致。",
                    article: .feeMeasures(6), remedy: "请核对票据；金额不足的，请告知申请人补足后再登记。"))
            if fee.delivered == nil, let limit = calendar.day(.feePayment, after: fee.sent), day > limit {
                examination.find(
                    Finding(
                        .requestServiceUnknown, field: "fee.notice_received",
                        "没有登记申请人收到收费通知的日期，不能确定 \(day) 缴费是否在20个工作日内。", article: .feeMeasures(6),
                        remedy: "请先登记收费通知的送达日期。"))
            }
        }
        return try examination.rule([RequestEntry(.paid(FeePayment(amount: amount, bill: bill)), on: day)])
    }
}
