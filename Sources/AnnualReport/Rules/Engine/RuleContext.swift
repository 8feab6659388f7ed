/// What the rules look at: a report with its numbers laid out flat, and what it is compared with.
///
/// Made for one check and used by one thread.
final class RuleContext {
    let report: Report
    let previous: Report?
    let children: [Report]
    /// The numbers of the report in millionths, by cell; `CellValues.none` where no number stands.
    let values: CellValues
    /// The cells and equations of the report's form.
    let layout: FormLayout

    init(_ report: Report, previous: Report?, children: [Report]) {
        self.report = report
        self.previous = previous
        self.children = children
        values = CellValues(report)
        layout = FormLayout.of(report.form)
    }

    /// The text of the report, prepared.
    lazy var text = ReportText(report)

    /// The equations that fail and hold, and what explains the failures.
    lazy var arithmetic = ArithmeticOutcome(values, layout)
}

/// The numbers of a report by cell, in millionths.
struct CellValues {
    /// Stands where a cell has no number; out of the range of `FormNumber`.
    static let none = Int64.min
    private let numbers: [Int64]

    init(_ report: Report) {
        numbers = report.cells.withUnsafeBufferPointer { cells in
            [Int64](unsafeUninitializedCapacity: cells.count) { numbers, count in
                for place in cells.indices {
                    let known = cells[place].state == .number
                    numbers.initializeElement(
                        at: place, to: known ? cells[place].value?.millionths ?? Self.none : Self.none)
                }
                count = cells.count
            }
        }
    }

    /// The number of a cell, or `none`.
    subscript(cell: Int) -> Int64 { numbers[cell] }

    /// The number of a cell; nil where none stands.
    func number(_ cell: Int) -> FormNumber? {
        numbers[cell] == Self.none ? nil : FormNumber(millionths: numbers[cell])
    }
}
