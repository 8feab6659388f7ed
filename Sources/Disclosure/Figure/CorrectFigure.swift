public import CivilTime

/// Puts a figure right; what stood there before stays in the ledger.
///
/// Example: March 2020 from 12 to 13, since one decision was booked late. Source: 条例 Art 50.
public struct CorrectFigure: Command {
    /// The cell.
    public var cell: FigureCell
    /// The time it is of.
    public var period: FigurePeriod
    /// The figure to be.
    public var value: FigureValue
    /// Why.
    public var reasons: Statement
    /// The paper that shows it.
    public var evidence: PaperReference?
    /// Who puts it right.
    public var officer: OfficerReference
    /// The day.
    public var day: Day

    /// A correction.
    public init(
        _ cell: FigureCell, of period: FigurePeriod, to value: FigureValue, because reasons: Statement,
        evidence: PaperReference? = nil, by officer: OfficerReference, on day: Day
    ) {
        self.cell = cell
        self.period = period
        self.value = value
        self.reasons = reasons
        self.evidence = evidence
        self.officer = officer
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when there is no figure, the same figure stands there, or it is of another kind than the cell's.
    public func decide(
        on figures: FigureYear?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<FigureAct> {
        var examination = ActExamination(today: today)
        examination.figureTime(period, in: figures, on: day)
        let before = try examination.standing(cell, period, in: figures)
        examination.figureValue(value, in: cell)
        examination.need(
            before != value,
            else: Finding(
                .figureUnchanged, field: "value", "数字没有改动，仍为\(value.chineseText)。", article: .reportNotice,
                remedy: "无需更正。"))
        let correction = FigureCorrected(
            cell: cell, period: period, before: before, after: value, reasons: reasons, evidence: evidence,
            officer: officer)
        return try examination.rule([FigureEntry(.corrected(correction), on: day)])
    }
}

/// Takes back a figure that was entered by mistake; the cell is blank again.
///
/// Example: entered for 2020-03, meant for 2020-04. Source: 条例 Art 50.
public struct WithdrawFigure: Command {
    /// The cell.
    public var cell: FigureCell
    /// The time it is of.
    public var period: FigurePeriod
    /// Why.
    public var reasons: Statement
    /// Who takes it back.
    public var officer: OfficerReference
    /// The day.
    public var day: Day

    /// A taking back.
    public init(
        _ cell: FigureCell, of period: FigurePeriod, because reasons: Statement, by officer: OfficerReference,
        on day: Day
    ) {
        self.cell = cell
        self.period = period
        self.reasons = reasons
        self.officer = officer
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when there is no figure, or the day is impossible.
    public func decide(
        on figures: FigureYear?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<FigureAct> {
        var examination = ActExamination(today: today)
        examination.figureTime(period, in: figures, on: day)
        let before = try examination.standing(cell, period, in: figures)
        let withdrawal = FigureWithdrawn(
            cell: cell, period: period, before: before, reasons: reasons, officer: officer)
        return try examination.rule([FigureEntry(.withdrawn(withdrawal), on: day)])
    }
}
