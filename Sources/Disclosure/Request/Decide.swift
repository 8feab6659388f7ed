public import CivilTime

/// Answers an application with one of the results of the report's form.
///
/// Each result asks for what its letter must state: the search for what does not exist, the law for what is forbidden, the
/// third party's answer for what protects it, the withheld parts of what is divided, the right office for what is another's.
/// Refusals and withheld parts need the agreement of a leader who did not draft them.
/// Example: received 2025-06-03, searched 2025-06-10, decided 2025-06-20 as `unable_not_held`.
/// Source: 条例 Art 13-16, 30, 32, 34-39, 45.
public struct Decide: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.decide
    /// The roles that may agree to a refusal.
    public static let approvers: [OfficeRole] = [.supervisingLeader, .headOfInformationOffice]

    /// The day of the decision.
    public var day: Day
    /// The result.
    public var leaf: ResultLeaf
    /// What it states.
    public var particulars: DecisionParticulars
    /// Who drafted it.
    public var drafter: OfficerReference
    /// Who agreed.
    public var approval: Approval?
    /// The answered applications of the same applicant, as far as they are known.
    public var answered: [AnsweredRequest]

    /// A decision.
    public init(
        _ leaf: ResultLeaf, on day: Day, stating particulars: DecisionParticulars, drafter: OfficerReference,
        approval: Approval? = nil, answered: [AnsweredRequest] = []
    ) {
        self.leaf = leaf
        self.day = day
        self.particulars = particulars
        self.drafter = drafter
        self.approval = approval
        self.answered = answered
    }

    /// True when a result needs the agreement of a leader: refusals and withheld parts.
    public static func needsApproval(_ leaf: ResultLeaf) -> Bool {
        leaf.family == .denied || leaf.family == .partiallyDisclosed
    }

    /// What the law makes of it. The two results for silence follow the rules of `DeemAbandoned`.
    ///
    /// - Throws: `Refusal` naming every field that is missing or wrong. A decision after the last day is no refusal: it is
    ///   remarked, since an answer that is late is better than none.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        if leaf == .otherNoCorrection || leaf == .otherFeeUnpaid, leaf.isKnown(inYear: day.year) {
            let ground: Abandonment.Ground = leaf == .otherNoCorrection ? .noCorrection : .feeUnpaid
            let command = DeemAbandoned(ground, on: day, rejectedExcuse: particulars.reasons)
            return try command.decide(on: request, today: today, calendar: calendar)
        }
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.finalDay(day, field: "decision.day")
        DecisionRules(decision: self).apply(to: &examination)
        var entries: [RequestEntry] = []
        if Self.needsApproval(leaf) {
            examination.approval(
                approval, by: Self.approvers, notBy: drafter, until: day, field: "approval", article: .regulation(45))
        }
        if let approval {
            entries.append(
                RequestEntry(.approved(GrantedApproval(matter: .decision, approval: approval)), on: approval.day))
        }
        if let due = try? examination.round.due(by: calendar), day > due {
            examination.find(
                Finding(
                    .decisionOverdue, .warning, field: "decision.day", "答复期限（\(due)）已经届满。",
                    article: .regulation(33, paragraph: 2), remedy: "请尽快送达，并按规定说明逾期情况。"))
        }
        let decision = Decision(leaf: leaf, particulars: particulars, drafter: drafter)
        entries.append(RequestEntry(.decided(decision), on: day))
        return try examination.rule(entries)
    }
}
