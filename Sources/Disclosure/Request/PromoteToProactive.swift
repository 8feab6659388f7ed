public import CivilTime

/// Moves information that was disclosed on application to proactive disclosure (转为主动公开).
///
/// Example: three applicants asked for the same open plan; after the answer of 2025-06-20 it is promoted on 2025-06-25.
/// Source: 条例 Art 44.
public struct PromoteToProactive: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.promoteToProactive

    /// The day.
    public var day: Day
    /// What led to it.
    public var basis: Promotion.Basis
    /// The applications of others for the same information.
    public var others: [RequestNumber]
    /// The item made of it.
    public var item: ItemReference?

    /// A promotion.
    public init(on day: Day, _ basis: Promotion.Basis, others: [RequestNumber] = [], item: ItemReference? = nil) {
        self.day = day
        self.basis = basis
        self.others = others
        self.item = item
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when the information was not disclosed, was promoted before, or no other applicant is named.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.actDay(day, field: "promoted.day")
        if let decided = examination.round.disposedOn {
            examination.order(day, notBefore: decided, "答复", field: "promoted.day", article: .regulation(44))
        }
        let family = examination.round.disposal?.decision?.leaf.family
        examination.need(
            family == .disclosed || family == .partiallyDisclosed,
            else: Finding(
                .promoteNotOpen, .error, "该申请的信息没有公开，不能转为主动公开。", article: .regulation(44),
                remedy: "情形变化、可以公开的，请通过定期评估调整公开属性。"))
        examination.need(
            examination.request.promotion == nil,
            else: Finding(
                .promoteAlready, .error, "该信息已经转为主动公开。", article: .regulation(44), remedy: "无需重复办理。"))
        examination.need(
            basis != .severalApplicants || others.contains { $0 != examination.request.number },
            else: Finding(
                .promoteNoOthers, field: "promoted.others", "没有列出其他申请人就相同信息提出的申请。",
                article: .regulation(44), remedy: "请填写其他申请的登记号；由申请人建议的，请选择“申请人建议”。"))
        let promotion = Promotion(basis: basis, others: others, item: item)
        return try examination.rule([RequestEntry(.promoted(promotion), on: day)])
    }
}
