/// Cells that a rule needs and that have no number.
struct MissingCells {
    /// Their places in the form.
    let cells: [Int]
    private let report: Report

    fileprivate init(_ cells: [Int], of report: Report) {
        self.cells = cells
        self.report = report
    }

    /// The cells with what is known of them, one group a state.
    private var groups: [(state: CellState, cells: [Int])] {
        CellState.allCases.compactMap { state in
            let same = cells.filter { report.cells.state($0) == state }
            return same.isEmpty ? nil : (state, same)
        }
    }

    /// Which they are and why they have none, in words.
    var message: String {
        groups.map { "\(report.form.cellNames($0.cells))\($0.state.inWords)" }.joined(separator: "，")
    }

    /// What to do, by the first of them.
    var remedy: String { cells.first.map { report.cells.state($0).remedy } ?? "" }

    /// Which they are and why they have none, in English.
    var english: String {
        groups.map { group in
            "\(report.form.englishCellNames(group.cells)) \(group.state.englishWords(of: group.cells.count))"
        }.joined(separator: "; ")
    }

    /// What to do, in English.
    var englishRemedy: String { cells.first.map { report.cells.state($0).englishRemedy } ?? "" }
}

extension Report {
    /// Which of some cells have no number; nil when all have one.
    func missing(_ terms: [Int]) -> MissingCells? {
        let missing = terms.filter { cells.state($0) != .number }
        return missing.isEmpty ? nil : MissingCells(missing, of: self)
    }
}
