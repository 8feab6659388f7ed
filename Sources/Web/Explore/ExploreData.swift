internal import AnnualReport
internal import DocumentWriting
internal import Ledger
internal import Service

/// What the explorer shows, one value a row, so that any program can turn it as it likes.
struct ExploreData {
    let found: Exploration

    /// The rows; nil where the request has something wrong.
    var table: DataTable? {
        switch found.content {
        case nil: nil
        case .comparison(let comparison): table(comparison)
        case .findings(let lines): table(lines)
        }
    }

    private static let chinese = Wording(isEnglish: false)

    private static let placeColumns: [DataTable.Column] = [
        .init(id: "office_code", label: "机关代码"), .init(id: "office", label: "机关"),
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
            title: found.title(Self.chinese),
            columns: Self.placeColumns + [
                .init(id: "year", label: "年度"), .init(id: "measure", label: "指标"),
                .init(id: "measure_label", label: "指标名称"), .init(id: "value", label: "数值"),
                .init(id: "state", label: "状态"), .init(id: "unit", label: "单位"),
            ], rows: rows, licence: found.settings.licence)
    }

    private func table(_ lines: [MapFindings.Line]) -> DataTable {
        let map = HeatMap(lines: lines, years: found.query.years, t: Self.chinese)
        let rows = lines.filter { $0.reports > 0 }.flatMap { line in
            MapFindings.Theme.allCases.map { theme -> [CellValue] in
                let count = line.counts[theme] ?? MapFindings.Count()
                return [
                    .text(line.office.code.text), .text(line.office.fullName.text), .text(theme.rawValue),
                    .text(map.label(theme)), .whole(count.open), .whole(count.notAssessable), .whole(line.reports),
                ]
            }
        }
        return DataTable(
            title: map.title,
            columns: Self.placeColumns + [
                .init(id: "theme", label: "类别"), .init(id: "theme_label", label: "类别名称"),
                .init(id: "open", label: "未处理的发现"), .init(id: "not_assessable", label: "未判"),
                .init(id: "reports", label: "年报份数"),
            ], rows: rows, licence: found.settings.licence)
    }
}
