/// What an office says of one thing in one year, so that years and offices can be put side by side. Blank is never zero.
public enum ComparedValue: Sendable, Hashable {
    /// A number, in the unit of what is compared.
    case number(FormNumber)
    /// A number whose unit neither the document nor the form states: it can be shown, but not compared.
    case unitUnknown(FormNumber)
    /// The report has the cell, but no number stands there; never `.number`.
    case state(CellState)
    /// The form that the report uses has no such cell.
    case notInForm
    /// No report of the office and year is kept.
    case noReport
    /// The number is counted from the office's own records, which do not run over the year.
    case noRecords
    /// The office kept its records over the year, but decided nothing in it that could be measured.
    case noneDecided

    /// The number that can be compared; nil for everything else.
    public var number: FormNumber? {
        guard case .number(let number) = self else { return nil }
        return number
    }

    /// Stable word for data: `number`, `unit_unknown`, a state of cells, `not_in_form`, `no_report`, `no_records`,
    /// `none_decided`.
    public var code: String {
        switch self {
        case .number: "number"
        case .unitUnknown: "unit_unknown"
        case .state(let state): state.rawValue
        case .notInForm: "not_in_form"
        case .noReport: "no_report"
        case .noRecords: "no_records"
        case .noneDecided: "none_decided"
        }
    }

    /// Every word that `code` can be.
    public static let codes =
        ["number", "unit_unknown"] + CellState.allCases.filter { $0 != .number }.map(\.rawValue)
        + ["not_in_form", "no_report", "no_records", "none_decided"]
}
