internal import AnnualReport

extension Report {
    /// What is written for a cell: nothing where it is blank, the sign that it does not apply, the number.
    func written(at address: CellAddress) -> CellValue {
        guard let cell = self[address], form.index(of: address) != nil else { return .blank }
        switch cell.state {
        case .blank, .absent: return .blank
        case .notApplicable: return .text(cell.text.isEmpty ? "/" : cell.text)
        case .unreadable: return .text(cell.text)
        case .number: return cell.value.map(CellValue.number) ?? .text(cell.text)
        }
    }

    /// The unit that a cell has in place of that of its column: it would be lost beside a bare number.
    func ownUnit(at address: CellAddress) -> String? {
        guard let unit = self[address]?.unit, let place = form.index(of: address) else { return nil }
        let position = form.cells[place]
        return unit == form.tables[position.table].columns[position.column].unit ? nil : unit
    }
}
