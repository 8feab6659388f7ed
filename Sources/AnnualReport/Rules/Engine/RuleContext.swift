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
        layout = FormLayout.of(report.form)
        values = CellValues(report, layout)
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
    /// True where every cell has a number.
    let isComplete: Bool
    /// True where every number is one that its column may hold.
    let isInRange: Bool
    /// True where some cell that holds no amount states a unit.
    let hasUnitsOfCounts: Bool
    /// True where some number that is no amount is printed with a point.
    let hasPoints: Bool

    init(_ report: Report, _ layout: FormLayout) {
        var known = 0
        var outside = 0
        var units = false
        var points = false
        numbers = report.cells.withUnsafeBufferPointer { cells in
            [Int64](unsafeUninitializedCapacity: cells.count) { numbers, count in
                for place in cells.indices {
                    let isNumber = cells[place].state == .number
                    let number = isNumber ? cells[place].value?.millionths ?? Self.none : Self.none
                    numbers.initializeElement(at: place, to: number)
                    known += number == Self.none ? 0 : 1
                    // Nought, the most frequent number, may stand anywhere.
                    if number != 0, number != Self.none, !layout.kinds[place].mayBe(number) { outside += 1 }
                    guard layout.kinds[place] != .amount else { continue }
                    if cells[place].unit != nil { units = true }
                    // As many figures as the number has leave no room for one.
                    let length = cells[place].text.utf8.count
                    if length > Self.figures(numbers[place]), cells[place].text.utf8.contains(UInt8(ascii: ".")) {
                        points = true
                    }
                }
                count = cells.count
            }
        }
        isComplete = known == report.cells.count
        isInRange = outside == 0
        hasUnitsOfCounts = units
        hasPoints = points
    }

    /// How many figures small whole numbers have; 0 for all others.
    private static func figures(_ millionths: Int64) -> Int {
        guard millionths >= 0, millionths < 1_000_000_000 else { return 0 }
        return millionths < 10_000_000 ? 1 : millionths < 100_000_000 ? 2 : 3
    }

    /// Lends the numbers.
    func with<Result>(_ body: (UnsafeBufferPointer<Int64>) -> Result) -> Result {
        numbers.withUnsafeBufferPointer(body)
    }

    /// The number of a cell, or `none`.
    subscript(cell: Int) -> Int64 { numbers[cell] }

    /// The number of a cell; nil where none stands.
    func number(_ cell: Int) -> FormNumber? {
        numbers[cell] == Self.none ? nil : FormNumber(millionths: numbers[cell])
    }
}

extension ColumnKind {
    /// Whether a column of the kind may hold a number, in millionths.
    func mayBe(_ millionths: Int64) -> Bool {
        switch self {
        case .count: millionths >= 0 && millionths % 1_000_000 == 0
        case .change: millionths % 1_000_000 == 0
        case .amount: millionths >= 0
        }
    }
}
