/// The figures of an office for one year that come from other systems or from books, as its entries tell it.
///
/// A cell without a figure is blank, never nought: nought is entered, or declared.
public struct FigureYear: RecordedSubject {
    /// One figure.
    public struct Figure: Sendable, Hashable {
        /// The figure.
        public internal(set) var value: FigureValue
        /// Where it comes from.
        public let source: Statement
        /// The paper that shows it, the latest one.
        public internal(set) var evidence: PaperReference?
        /// True when nothing was declared, false when a figure was entered.
        public internal(set) var isDeclared: Bool
        /// How often it was put right.
        public internal(set) var corrections = 0
    }

    /// What the figures of a cell come to for the whole year.
    public enum Sum: Sendable, Hashable {
        /// No figure was entered: blank.
        case absent
        /// Months are missing: the sum of the others, and the missing ones.
        case incomplete(FigureValue, missing: [Int])
        /// The year's figure, or the sum of twelve months.
        case complete(FigureValue)

        /// The figure of the whole year; nil when it is not known in full.
        public var value: FigureValue? {
            if case .complete(let value) = self { value } else { nil }
        }
    }

    /// The year.
    public let year: Int
    /// The figures by cell and time.
    public internal(set) var figures: [FigureCell: [FigurePeriod: Figure]] = [:]

    /// The cells that have a figure, in order.
    public var cells: [FigureCell] { figures.keys.sorted() }

    /// A figure; nil when there is none.
    public func figure(_ cell: FigureCell, _ period: FigurePeriod) -> Figure? { figures[cell]?[period] }

    /// What the figures of a cell come to for the year.
    ///
    /// Example: decisions entered for January to November: incomplete, December is missing; with December: complete.
    public func sum(of cell: FigureCell) -> Sum {
        guard let entered = figures[cell], !entered.isEmpty else { return .absent }
        if let whole = entered.first(where: { $0.key.month == nil }) { return .complete(whole.value.value) }
        let months = entered.sorted { ($0.key.month ?? 0) < ($1.key.month ?? 0) }
        var sum = FigureValue.zero(for: cell)
        if let first = months.first?.value.value, case .amount(_, let unit) = first {
            sum = .zero(for: cell, unit: unit)
        }
        for month in months { sum = sum.adding(month.value.value) ?? sum }
        let missing = (1...12).filter { month in !months.contains { $0.key.month == month } }
        return missing.isEmpty ? .complete(sum) : .incomplete(sum, missing: missing)
    }

    /// The figures after one more entry.
    ///
    /// - Throws: `Refusal` when the entry does not fit.
    public static func applying(_ entry: FigureEntry, to figures: FigureYear?) throws(Refusal) -> FigureYear {
        var next = figures ?? FigureYear(year: entry.act.period.year)
        guard next.year == entry.act.period.year, next.take(entry.act) else { throw misfit(entry) }
        return next
    }

    private init(year: Int) { self.year = year }

    /// True when a cell can take a figure of a time: none is there, and months and the year do not stand side by side.
    func isFree(_ cell: FigureCell, _ period: FigurePeriod) -> Bool {
        figure(cell, period) == nil && !isMixed(cell, period)
    }

    /// True when the cell has months and the time is the year, or the other way round.
    func isMixed(_ cell: FigureCell, _ period: FigurePeriod) -> Bool {
        figures[cell]?.keys.contains { ($0.month == nil) != (period.month == nil) } ?? false
    }

    private mutating func take(_ act: FigureAct) -> Bool {
        switch act {
        case .entered(let one):
            guard isFree(one.cell, one.period), one.value.fits(one.cell) else { return false }
            figures[one.cell, default: [:]][one.period] = Figure(
                value: one.value, source: one.source, evidence: one.evidence, isDeclared: false)
        case .nothingDeclared(let declared):
            guard Set(declared.cells).count == declared.cells.count,
                declared.cells.allSatisfy({ isFree($0, declared.period) })
            else { return false }
            for cell in declared.cells {
                figures[cell, default: [:]][declared.period] = Figure(
                    value: .zero(for: cell), source: declared.source, evidence: declared.evidence, isDeclared: true)
            }
        case .corrected(let correction):
            guard var one = figure(correction.cell, correction.period), one.value == correction.before,
                correction.after.fits(correction.cell)
            else { return false }
            one.value = correction.after
            one.evidence = correction.evidence ?? one.evidence
            one.isDeclared = false
            one.corrections += 1
            figures[correction.cell]?[correction.period] = one
        case .withdrawn(let withdrawal):
            guard figure(withdrawal.cell, withdrawal.period)?.value == withdrawal.before else { return false }
            figures[withdrawal.cell]?[withdrawal.period] = nil
            if figures[withdrawal.cell]?.isEmpty == true { figures[withdrawal.cell] = nil }
        }
        return true
    }
}
