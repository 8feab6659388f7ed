public import CivilTime

/// Records that a document was repealed; it counts as 本年废止 in the year of the day.
///
/// Example: repealed with effect from 2021-07-01: in force on 2021-06-30, not on 31 December. Source: 条例 Art 20(1).
public struct RepealDocument: NormativeCommand {
    /// Which command.
    public static let verb = NormativeVerb.repeal

    /// The document that repeals it.
    public var basis: Statement
    /// Who records it.
    public var officer: OfficerReference
    /// The first day on which it no longer holds.
    public var day: Day

    /// A repeal.
    public init(on day: Day, basis: Statement, by officer: OfficerReference) {
        self.day = day
        self.basis = basis
        self.officer = officer
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for what was repealed before, an impossible day.
    public func decide(
        on document: NormativeDocument?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<NormativeAct> {
        let document = try Self.verb.admit(document)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: document.lastDay, "此前最近一次办理", field: "day", article: .regulation(20))
        let repeal = NormativeRepeal(basis: basis, officer: officer)
        return try examination.rule([NormativeEntry(.repealed(repeal), on: day)])
    }
}

/// Sets the term of a document anew from a day on, or lifts it; a document whose term ran out holds again then.
///
/// Example: until 2025-03-01, on 2025-02-10 set anew until 2030-03-01. Source: 条例 Art 20(1).
public struct SetDocumentTerm: NormativeCommand {
    /// Which command.
    public static let verb = NormativeVerb.setTerm

    /// The last day; nil for no term.
    public var expires: Day?
    /// The document that says so.
    public var basis: Statement
    /// Who records it.
    public var officer: OfficerReference
    /// The day from which it holds.
    public var day: Day

    /// A term.
    public init(until expires: Day?, on day: Day, basis: Statement, by officer: OfficerReference) {
        self.expires = expires
        self.day = day
        self.basis = basis
        self.officer = officer
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for what was repealed, the same term, a term that is over, an impossible day.
    public func decide(
        on document: NormativeDocument?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<NormativeAct> {
        let document = try Self.verb.admit(document)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: document.lastDay, "此前最近一次办理", field: "day", article: .regulation(20))
        examination.term(expires, from: day)
        examination.need(
            expires != document.terms.latest,
            else: Finding(
                .normativeUnchanged, field: "expires", "有效期没有改动。", article: .regulation(20), remedy: "请填写新的有效期。"))
        let term = NormativeTerm(expires: expires, basis: basis, officer: officer)
        return try examination.rule([NormativeEntry(.termSet(term), on: day)])
    }
}
