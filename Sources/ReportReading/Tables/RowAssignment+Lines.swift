import AnnualReport

/// Values that stand on another line than the rest of their row.
extension RowAssignment {
    /// Rows that a full line broke: the values that are lacking stand on the next line, as many as that, and the sum of the
    /// row bears it out.
    mutating func continueRows(_ loose: inout [Int], _ groups: [ValueGroup]) {
        guard !loose.isEmpty else { return }
        var broken: [Int: Int] = [:]  // source row → row of the form
        for row in values.rows where row >= labels.firstApplicationRow {
            if let own = values[row], let last = own.last, own.count < width(row) {
                broken[pieces.all[last].row] = row
            }
        }
        loose.removeAll { index in
            let group = groups[index]
            let source = pieces.rows[group.row]
            guard let row = broken[group.row - 1], let own = values[row], source.table == nil,
                own.count + group.pieces.count == width(row), source.pieces.count == group.pieces.count
            else { return false }
            values[row] = own + Array(group.pieces)
            guard hasSum(row) == true else {
                values[row] = own
                return false
            }
            return true
        }
    }

    /// Numbers on the line under a row that belong to no row are the tails of numbers too wide for their cells: nothing
    /// of the row above is certain then.
    mutating func doubtTails(_ loose: [Int], _ groups: [ValueGroup]) {
        guard !loose.isEmpty else { return }
        lazy var used = Set(values.all.flatMap { $0 })
        var lastRow: [Int: Int] = [:]  // source row → row of the form
        for row in values.rows {
            if let last = values[row]?.last { lastRow[pieces.all[last].row] = row }
        }
        for index in loose {
            let group = groups[index]
            let source = pieces.rows[group.row]
            guard let first = group.pieces.first, let row = lastRow[group.row - 1], source.table == nil,
                !group.isBlank(pieces), source.pieces.allSatisfy({ pieces.all[$0].isValue || isRestOfLabel($0) }),
                !used.contains(first), !wholeRows.contains(index) || hasSum(row) != true
            else { continue }
            let isMeasured = pieces.all[first].right > pieces.all[first].left
            // A lone number may be that of a page, unless the sum of the row says that something is missing.
            if isMeasured || group.pieces.count > 1 || hasSum(row) == false { unsettled[row] = .torn }
        }
    }

    /// Whether no word stands on the line of a row's values.
    func standsAlone(_ row: Int) -> Bool {
        guard let first = values[row]?.first else { return false }
        let source = pieces.rows[pieces.all[first].row]
        return source.table == nil && source.pieces.allSatisfy { pieces.all[$0].isValue }
    }

    /// Whether the first values of a row of table three come to its last; nil where they are not all numbers.
    private func hasSum(_ row: Int) -> Bool? {
        guard row >= labels.firstApplicationRow, let own = values[row] else { return nil }
        let numbers = own.compactMap { piece -> FormNumber? in
            if case .number(let value, _) = pieces.all[piece].value { return value }
            return nil
        }
        guard numbers.count == width(row), let total = numbers.last else { return nil }
        return numbers.dropLast().reduce(.zero, +) == total
    }
}
