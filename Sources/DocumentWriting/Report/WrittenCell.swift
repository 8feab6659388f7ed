internal import AnnualReport

extension Report {
    /// What is written for a cell: nothing where it is blank, the sign that it does not apply, the number.
    func written(at address: CellAddress) -> CellValue {
        guard let cell = self[address], let place = form.index(of: address) else { return .blank }
        switch cell.state {
        case .blank, .absent: return .blank
        case .notApplicable: return .text(cell.text.isEmpty ? "/" : cell.text)
        case .unreadable: return .text(cell.text)
        case .number:
            guard let number = cell.value else { return .text(cell.text) }
            let position = form.cells[place]
            let columnUnit = form.tables[position.table].columns[position.column].unit
            // A unit of its own would be lost beside a bare number.
            if let unit = cell.unit, unit != columnUnit { return .text(number.description + unit) }
            return .number(number)
        }
    }
}
