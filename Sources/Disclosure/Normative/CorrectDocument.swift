public import CivilTime

/// Puts the record of a document right; what it said before stays in the ledger.
///
/// Example: recorded as 规章, in truth a 规范性文件. A wrong day of issue is struck and recorded anew.
/// Source: 条例 Art 12(3), 20(1).
public struct CorrectDocument: NormativeCommand {
    /// Which command.
    public static let verb = NormativeVerb.correct

    /// What it is called.
    public var particulars: NormativeParticulars
    /// Why.
    public var reasons: Statement
    /// Who puts it right.
    public var officer: OfficerReference
    /// The day of the correction.
    public var day: Day

    /// A correction.
    public init(
        to particulars: NormativeParticulars, on day: Day, reasons: Statement, by officer: OfficerReference
    ) {
        self.particulars = particulars
        self.day = day
        self.reasons = reasons
        self.officer = officer
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for no change, a term that ends before the document, a term that was set anew since, an
    ///   impossible day.
    public func decide(
        on document: NormativeDocument?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<NormativeAct> {
        let document = try Self.verb.admit(document)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: document.issued, "制发", field: "day", article: .regulation(12))
        examination.term(particulars.expires, from: document.issued)
        examination.need(
            particulars != document.particulars,
            else: Finding(.normativeUnchanged, .error, "内容没有改动。", article: .regulation(12), remedy: "无需更正。"))
        let isLater = document.terms.steps.count > 1 && particulars.expires != document.particulars.expires
        examination.need(
            !isLater,
            else: Finding(
                .normativeTerm, field: "expires", "有效期此后已经调整，不能再更正原有效期。", article: .regulation(12),
                remedy: "请通过调整有效期登记。"))
        let correction = NormativeCorrection(particulars: particulars, reasons: reasons, officer: officer)
        return try examination.rule([NormativeEntry(.corrected(correction), on: day)])
    }
}

/// Strikes a record that was made by mistake; it counts no longer and stays in the ledger. Source: 条例 Art 12(3).
public struct StrikeDocument: NormativeCommand {
    /// Which command.
    public static let verb = NormativeVerb.strike

    /// Why.
    public var reasons: Statement
    /// Who strikes it.
    public var officer: OfficerReference
    /// The day.
    public var day: Day

    /// A striking.
    public init(on day: Day, reasons: Statement, by officer: OfficerReference) {
        self.day = day
        self.reasons = reasons
        self.officer = officer
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for what was struck before, an impossible day.
    public func decide(
        on document: NormativeDocument?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<NormativeAct> {
        let document = try Self.verb.admit(document)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: document.issued, "制发", field: "day", article: .regulation(12))
        let striking = NormativeStriking(reasons: reasons, officer: officer)
        return try examination.rule([NormativeEntry(.struck(striking), on: day)])
    }
}
