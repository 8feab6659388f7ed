public import CivilTime

/// Records that the answer was served (送达), with its effective day by manner: signature, or the day of posting (交邮之日).
///
/// Example: posted on 2025-07-01 and delivered on 2025-07-04, the answer counts as made on 2025-07-01. Post goes by the
/// postal enterprise only. Source: 国办公开办函〔2016〕235号.
public struct Serve: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.serve

    /// How.
    public var manner: ServiceManner
    /// The day of signature, of posting, or of arrival in the applicant's system: the effective day.
    public var day: Day
    /// The proof: 送达回证, number of the posting slip.
    public var proof: Statement
    /// True when the post went by the postal enterprise (邮政企业); other couriers do not count.
    public var isByPostalEnterprise: Bool

    /// A service.
    public init(_ manner: ServiceManner, on day: Day, proof: Statement, isByPostalEnterprise: Bool = true) {
        self.manner = manner
        self.day = day
        self.proof = proof
        self.isByPostalEnterprise = isByPostalEnterprise
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a day before the decision or in the future, and for other couriers.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.actDay(day, field: "service.day")
        if let decided = examination.round.disposedOn {
            examination.order(day, notBefore: decided, "作出决定", field: "service.day", article: .serviceNotice)
        }
        examination.need(
            manner != .post || isByPostalEnterprise,
            else: Finding(
                .serviceCarrier, field: "service.manner", "邮寄送达应当通过邮政企业，其他快递企业的寄递不能作为送达。",
                article: .serviceNotice, remedy: "请改由邮政企业寄递，或者直接送达。"))
        return try examination.rule([RequestEntry(.served(ServiceRecord(manner: manner, proof: proof)), on: day)])
    }
}
