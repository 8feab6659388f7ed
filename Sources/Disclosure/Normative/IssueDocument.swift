public import CivilTime

/// Enters a rule or a normative document that the office issued, also one of earlier years that still holds.
///
/// Example: issued 2020-03-02 with a term of five years, until 2025-03-01. Source: 条例 Art 20(1).
public struct IssueDocument: NormativeCommand {
    /// Which command.
    public static let verb = NormativeVerb.issue

    /// Its name in the ledger.
    public var document: DocumentReference
    /// What it is called.
    public var particulars: NormativeParticulars
    /// Who records it.
    public var officer: OfficerReference
    /// The day of the document.
    public var day: Day

    /// An issue.
    public init(
        _ document: DocumentReference, _ particulars: NormativeParticulars, by officer: OfficerReference, on day: Day
    ) {
        self.document = document
        self.particulars = particulars
        self.officer = officer
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a name that is taken, a term that ends before the document, an impossible day.
    public func decide(
        on document: NormativeDocument?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<NormativeAct> {
        if let obstacle = Self.verb.obstacle(for: document) { throw Refusal(obstacle) }
        var examination = ActExamination(today: today)
        examination.actDay(day, field: "day", article: .regulation(20))
        examination.term(particulars.expires, from: day)
        let issue = NormativeIssue(document: self.document, particulars: particulars, officer: officer)
        return try examination.rule([NormativeEntry(.issued(issue), on: day)])
    }
}

/// Records that a document was made public.
///
/// Example: issued 2025-06-03: in time until 2025-07-01; a later day is remarked. Source: 条例 Art 20(1), 26.
public struct DiscloseDocument: NormativeCommand {
    /// Which command.
    public static let verb = NormativeVerb.disclose

    /// The item it was published as.
    public var item: ItemReference?
    /// Who records it.
    public var officer: OfficerReference
    /// The day.
    public var day: Day

    /// A disclosure.
    public init(as item: ItemReference? = nil, on day: Day, by officer: OfficerReference) {
        self.item = item
        self.day = day
        self.officer = officer
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for what was made public before, an impossible day.
    public func decide(
        on document: NormativeDocument?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<NormativeAct> {
        let document = try Self.verb.admit(document)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: document.issued, "制发", field: "day", article: .regulation(20))
        if let due = calendar.day(.proactiveDisclosure, after: document.issued), day > due {
            examination.find(
                Finding(
                    .normativeDisclosedLate, .warning, field: "day", "应在 \(due) 前公开，实际为 \(day)。",
                    article: .regulation(26), remedy: "请在统计及时率时如实反映。"))
        }
        let disclosure = NormativeDisclosure(item: item, officer: officer)
        return try examination.rule([NormativeEntry(.disclosed(disclosure), on: day)])
    }
}
