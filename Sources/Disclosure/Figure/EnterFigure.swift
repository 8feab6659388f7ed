public import CivilTime

/// Enters a figure that another system or a book tells, with its source.
///
/// Example: 12 penalties decided in March 2020, from the enforcement system, with its print: entered on 2020-04-02.
/// Source: 条例 Art 50; 国办公开办函〔2021〕30号.
public struct EnterFigure: Command {
    /// The cell.
    public var cell: FigureCell
    /// The time it is of.
    public var period: FigurePeriod
    /// The figure.
    public var value: FigureValue
    /// Where it comes from.
    public var source: Statement
    /// The paper that shows it.
    public var evidence: PaperReference?
    /// Who enters it.
    public var officer: OfficerReference
    /// The day.
    public var day: Day

    /// An entering.
    public init(
        _ value: FigureValue, in cell: FigureCell, of period: FigurePeriod, from source: Statement,
        evidence: PaperReference? = nil, by officer: OfficerReference, on day: Day
    ) {
        self.value = value
        self.cell = cell
        self.period = period
        self.source = source
        self.evidence = evidence
        self.officer = officer
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a cell that follows from records or is not of the year's form, a figure that is there, months
    ///   beside a year, a figure of another kind than the cell's, a time that has not begun.
    public func decide(
        on figures: FigureYear?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<FigureAct> {
        var examination = ActExamination(today: today)
        examination.figureTime(period, in: figures, on: day)
        examination.figurePlace(cell, period, in: figures)
        examination.figureValue(value, in: cell)
        examination.evidence(evidence)
        let entered = FigureEntered(
            cell: cell, period: period, value: value, source: source, evidence: evidence, officer: officer)
        return try examination.rule([FigureEntry(.entered(entered), on: day)])
    }
}

/// Declares that nothing happened in a time (零申报), so that the cells are nought and not blank.
///
/// Example: an office without enforcement declares for 2021, on 2022-01-05, no penalties and no compulsion.
/// Source: 条例 Art 50; 国办公开办函〔2021〕30号.
public struct DeclareNothing: Command {
    /// The cells.
    public var cells: [FigureCell]
    /// The time.
    public var period: FigurePeriod
    /// Who told it, or why it cannot be otherwise.
    public var source: Statement
    /// The paper that shows it.
    public var evidence: PaperReference?
    /// Who declares it.
    public var officer: OfficerReference
    /// The day.
    public var day: Day

    /// A declaration.
    public init(
        in cells: [FigureCell], of period: FigurePeriod, from source: Statement, evidence: PaperReference? = nil,
        by officer: OfficerReference, on day: Day
    ) {
        self.cells = cells
        self.period = period
        self.source = source
        self.evidence = evidence
        self.officer = officer
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for no cell, a cell twice or with a figure, and as `EnterFigure` does.
    public func decide(
        on figures: FigureYear?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<FigureAct> {
        var examination = ActExamination(today: today)
        examination.figureTime(period, in: figures, on: day)
        examination.need(
            !cells.isEmpty && Set(cells).count == cells.count,
            else: Finding(
                .figureCells, field: "cells", "零申报没有选择单元格，或者重复选择。", article: .reportNotice, remedy: "请至少选择一个，每个只选一次。"))
        for cell in cells { examination.figurePlace(cell, period, in: figures) }
        let declared = NothingDeclared(
            cells: cells, period: period, source: source, evidence: evidence, officer: officer)
        return try examination.rule([FigureEntry(.nothingDeclared(declared), on: day)])
    }
}
