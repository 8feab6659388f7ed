public import CivilTime

/// Records that office and applicant confirmed the receipt to each other; the clock runs from that day.
///
/// Example: a fax of 2025-06-03 confirmed by telephone on 2025-06-05 is due on 2025-07-03. Source: 条例 Art 31.
public struct ConfirmReceipt: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.confirmReceipt
    static let unsaid = Statement(known: "双方确认")

    /// The day.
    public var day: Day
    /// How, and with whom; nil when it was not noted.
    public var manner: Statement?

    /// A confirmation.
    public init(on day: Day, manner: Statement? = nil) {
        self.day = day
        self.manner = manner
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a day before the arrival or in the future.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        if day > today {
            examination.find(ExaminationFinding.future(day, today: today, field: "receipt.confirmed"))
        }
        let registration = examination.request.registration
        let receipt = try Receipt(registration.channel, arrived: registration.arrived, confirmed: day)
        for remark in receipt.remarks { examination.find(remark) }
        return try examination.rule([
            RequestEntry(.receiptConfirmed(ReceiptConfirmation(manner: manner ?? Self.unsaid)), on: day)
        ])
    }
}
