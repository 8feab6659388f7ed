public import AnnualReport
public import CivilTime

/// What stands in a cell of a sheet. There is no formula among the cases: data never becomes one.
public enum CellValue: Sendable, Hashable {
    /// Nothing; with a style the cell still has its border and colour.
    case blank
    /// Text, exactly as given, also when it begins with `=`, `+`, `-` or `@`.
    case text(String)
    /// A number.
    case number(FormNumber)
    /// A civil day, shown as `2021-09-13`; days before 1900-03-01 are written as text, for workbooks do not know them.
    case day(Day)

    /// A whole number; as text when it is beyond the range of `FormNumber`.
    public static func whole(_ number: Int) -> CellValue {
        FormNumber(number).map(CellValue.number) ?? .text(String(number))
    }

    /// Text, or nothing where there is none.
    public static func text(ifAny text: String?) -> CellValue {
        guard let text, !text.isEmpty else { return .blank }
        return .text(text)
    }

    /// A day, or nothing where there is none.
    public static func day(ifAny day: Day?) -> CellValue { day.map(CellValue.day) ?? .blank }

    /// The value as plain text: digits, `2021-09-13`, the text itself, or nothing.
    public var plainText: String {
        switch self {
        case .blank: ""
        case .text(let text): text
        case .number(let number): number.description
        case .day(let day): day.description
        }
    }
}
