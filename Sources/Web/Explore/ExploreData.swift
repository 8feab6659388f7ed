internal import AnnualReport
internal import DocumentWriting
internal import Ledger
internal import Service

/// What the explorer shows, one value a row, so that any program can turn it as it likes.
struct ExploreData {
    let found: Exploration
    let t: Wording

    /// The rows; nil where the request has something wrong.
    var table: DataTable? {
        switch found.content {
        case nil: nil
        case .comparison(let comparison): table(comparison)
        case .findings(let lines): table(lines)
        }
    }

    private static let placeColumns: [DataTable.Column] = [
        .init("office_code", "机关代码", "Office code"), .init("office", "机关", "Office"),
    ]

    private func table(_ comparison: Comparison) -> DataTable {
        let rows = comparison.lines.flatMap { line in
            zip(comparison.years, line.values).flatMap { year, values in
                zip(comparison.measures, values).map { measure, value -> [CellValue] in
                    [
                        .text(line.office.code.text), .text(line.office.fullName.text), .whole(year.number),
                        .text(measure.id), .text(measure.label), value.number.map(CellValue.number) ?? .blank,
                        .text(value.code), .text(ifAny: measure.unit),
                    ]
                }
            }
        }
        return DataTable(
            title: found.title(t),
            columns: Self.placeColumns + [
                .init("year", "年度", "Year"), .init("measure", "指标", "Measure"),
                .init("measure_label", "指标名称", "Name of the measure"), .init("value", "数值", "Value"),
                .init("state", "状态", "State"), .init("unit", "单位", "Unit"),
            ], rows: rows, licence: found.settings.licence, t: t)
    }

    private func table(_ lines: [MapFindings.Line]) -> DataTable {
        let map = HeatMap(lines: lines, years: found.query.years, t: t)
        // The names of the themes are values, and those stay as they are.
        let chinese = HeatMap(lines: lines, years: found.query.years, t: Wording(isEnglish: false))
        let rows = lines.filter { $0.reports > 0 }.flatMap { line in
            MapFindings.Theme.allCases.map { theme -> [CellValue] in
                let count = line.counts[theme] ?? MapFindings.Count()
                return [
                    .text(line.office.code.text), .text(line.office.fullName.text), .text(theme.rawValue),
                    .text(chinese.label(theme)), .whole(count.open), .whole(count.notAssessable), .whole(line.reports),
                ]
            }
        }
        return DataTable(
            title: map.title,
            columns: Self.placeColumns + [
                .init("theme", "类别", "Theme"), .init("theme_label", "类别名称", "Name of the theme"),
                .init("open", "未处理的发现", "Open findings"), .init("not_assessable", "未判", "Not assessable"),
                .init("reports", "年报份数", "Reports"),
            ], rows: rows, licence: found.settings.licence, t: t)
    }
}
