/// The cells of one report without its text: about two kilobytes, made to be kept by the thousand and compared.
public struct ReportFigures: Sendable, Hashable {
    /// The form of the report.
    public let form: StatutoryForm
    /// By the cells of the form.
    private let states: [CellState]
    /// Millionths; 0 where there is no number.
    private let values: [Int64]
    /// Units that the document states, by cell.
    private let units: [Int: String]

    /// The cells of a report.
    public init(_ report: Report) {
        form = report.form
        states = report.cells.map(\.state)
        values = report.cells.map { $0.state == .number ? $0.value?.millionths ?? 0 : 0 }
        var units: [Int: String] = [:]
        for (place, cell) in report.cells.enumerated() {
            if let unit = cell.unit { units[place] = unit }
        }
        self.units = units
    }

    /// What the report says of an address of either form; amounts of money in 万元.
    public func value(of address: CellAddress) -> ComparedValue {
        let cells = CellCorrespondence.cells(of: address, in: form).compactMap { form.index(of: $0) }
        guard !cells.isEmpty else { return .notInForm }
        return sum(cells.map(value))
    }

    /// What stands in that very cell, in the unit it is printed in; nothing of the other form is taken for it.
    public func printed(at address: CellAddress) -> ComparedValue {
        guard let cell = form.index(of: address) else { return .notInForm }
        return states[cell] == .number ? .number(FormNumber(millionths: values[cell])) : .state(states[cell])
    }

    /// The sum over addresses; the first one without a number decides where there is one.
    public func value(of addresses: [CellAddress]) -> ComparedValue {
        addresses.isEmpty ? .notInForm : sum(addresses.map { value(of: $0) })
    }

    private func sum(_ values: [ComparedValue]) -> ComparedValue {
        if values.count == 1 { return values[0] }
        var total = FormNumber.zero
        for value in values {
            guard let number = value.number else { return value }
            total = total + number
        }
        return .number(total)
    }

    private func value(_ cell: Int) -> ComparedValue {
        guard states[cell] == .number else { return .state(states[cell]) }
        let number = FormNumber(millionths: values[cell])
        guard form.cells[cell].kind == .amount else { return .number(number) }
        let place = form.cells[cell]
        switch units[cell] ?? form.tables[place.table].columns[place.column].unit {
        // A fen is a millionth of 万元, so that no amount of money loses anything.
        case "元" where values[cell] % 10_000 == 0: return .number(FormNumber(millionths: values[cell] / 10_000))
        case "万元": return .number(number)
        case "亿元" where values[cell].magnitude < UInt64(FormNumber.limit) * 100:
            return .number(FormNumber(millionths: values[cell] * 10_000))
        default: return .unitUnknown(number)
        }
    }
}
