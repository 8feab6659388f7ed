internal import AnnualReport
internal import Disclosure
internal import DocumentWriting
internal import Ledger

/// The figures of an office for a year as lines of a list: what they count in the words of the form, their time, where
/// they come from.
enum FigureRows {
    static let headings = "机关 年度 统计项目 期间 数量 单位 来源 佐证材料 填报方式 更正次数 地址"
    static let widths: [Double] = [12, 8, 44, 12, 14, 8, 36, 20, 10, 10, 44]

    static func rows(_ office: AgencyCode, _ year: FigureYear) -> [[CellValue]] {
        let form = StatutoryForm.of(FormEdition.prescribed(for: year.year) ?? .edition2021)
        return year.cells.flatMap { cell -> [[CellValue]] in
            let title = CellAddress(cell.text).map(form.title(of:)) ?? cell.text
            return (year.figures[cell] ?? [:]).sorted { ($0.key.month ?? 0) < ($1.key.month ?? 0) }.map {
                period, figure in
                let (number, unit) = value(figure.value)
                return [
                    .text(office.text), .whole(year.year), .text(title), .text(period.chineseText), number, .text(unit),
                    .text(figure.source.text), .text(ifAny: figure.evidence?.text),
                    .text(figure.isDeclared ? "零申报" : "填报"), .whole(figure.corrections), .text(cell.text),
                ]
            }
        }
    }

    /// Money in yuan, exact to the fen, whatever unit its source used.
    private static func value(_ value: FigureValue) -> (CellValue, unit: String) {
        switch value {
        case .count(let count): (.whole(count), "")
        case .amount(let amount, _): (.number(FormNumber(millionths: amount.fen * 10_000)), "元")
        }
    }
}
