internal import AnnualReport
internal import CivilTime
internal import DocumentWriting
internal import HTTPCore
internal import Ledger
internal import Service

/// The list of reports and single reports as tables. Other formats of a report stand beside these under its address.
struct ReportDownloads: Sendable {
    let site: SiteContext

    /// What the list of reports is narrowed by, and the page that is shown of it, which a download passes over.
    static let fields = ["q", "year", "state", "page"]

    /// The routes.
    var routes: [Route] {
        [
            Route(.get, "/reports.csv", access: .public, handler: list(.csv)),
            Route(.get, "/reports.json", access: .public, handler: list(.json)),
            Route(.get, "/reports.xlsx", access: .public, handler: list(.xlsx)),
            Route(.get, "/reports/{code}/{year}.csv", access: .public, handler: site.knowing(["version"], cells)),
            Route(.get, "/reports/{code}/{year}.xlsx", access: .public, handler: site.knowing(["version"], workbook)),
        ]
    }

    /// What the list of reports shows for the same query.
    private func list(_ format: DataTable.Format) -> @Sendable (Request) -> Response {
        site.knowing(Self.fields) { request in
            site.filtered(request) { filter, _ in list(request, filter, format) }
        }
    }

    private func list(_ request: Request, _ filter: ReportFilter, _ format: DataTable.Format) -> Response {
        let t = request.downloadWording
        return site.stream(request) { () throws(ServiceError) in
            let lines = try ListReports(ledger: site.ledger).run(filter).lines
            let rows = DataTable.Rows(count: lines.count) { range in
                lines[range].flatMap { line in
                    line.reports.map { report -> [CellValue] in
                        [
                            .text(line.office.code.text), .text(line.office.fullName.text),
                            .text(ifAny: line.office.region?.text), .whole(report.year.number),
                            .text(report.edition.rawValue), .text(report.state.rawValue), .whole(report.openErrors),
                            .whole(report.openWarnings), .whole(report.notAssessable), .whole(report.unreadable),
                            .text(ReportPage.path(line.office.code, report.year)),
                        ]
                    }
                }
            }
            return DataTable(
                title: t("年报一览", "Reports"),
                columns: [
                    .init("office_code", "机关代码", "Office code"), .init("office", "机关", "Office"),
                    .init("region", "地区", "Region"), .init("year", "年度", "Year"), .init("form", "格式", "Form"),
                    .init("state", "核对情况", "State"), .init("open_errors", "错误", "Errors"),
                    .init("open_warnings", "提醒", "Warnings"), .init("not_assessable", "未判", "Not assessable"),
                    .init("unreadable", "读不准的格", "Unreadable cells"), .init("url", "网址", "Address"),
                ], rows: rows, licence: site.settings.licence, t: t
            ).response(format, observe: site.broken(request)) { site.refuse(request, $0, $1) }
        }
    }

    /// Every cell of one report, one a row, with the words of the form.
    private func cells(_ request: Request) -> Response {
        site.stream(request) { () throws(ServiceError) in
            guard let answer = try report(request) else { return nil }
            let report = answer.report
            let rows = report.form.cells.indices.map { place -> [CellValue] in
                let (cell, printed) = (report.form.cells[place], report.cells[place])
                let table = report.form.tables[cell.table]
                let column = table.columns[cell.column]
                return [
                    .text(cell.address.description), .text(table.caption), .text(ifAny: table.rows[cell.row].label),
                    .text((column.groups + [column.label]).joined(separator: "·")),
                    printed.value.map(CellValue.number) ?? .blank, .text(printed.state.rawValue),
                    .text(ifAny: printed.text), .text(ifAny: printed.unit ?? column.unit),
                ]
            }
            return DataTable(
                title: Self.name(answer),
                columns: [
                    .init("address", "地址", "Address"), .init("table", "表", "Table"), .init("row", "行", "Row"),
                    .init("column", "列", "Column"), .init("value", "数值", "Value"), .init("state", "状态", "State"),
                    .init("text", "原文", "As printed"), .init("unit", "单位", "Unit"),
                ], rows: rows, licence: site.settings.licence, t: request.downloadWording
            ).response(.csv)
        }
    }

    /// The report with its text and its tables as the form prints them.
    private func workbook(_ request: Request) -> Response {
        site.data(request) { () throws(ServiceError) in
            guard let answer = try report(request), let created = Self.day(of: answer.stored.version.readAt),
                let bytes = try? ReportWorkbook.workbook(of: answer.report, created: created).xlsx()
            else { return nil }
            return Response(bytes, type: .xlsx).asDownload(named: Self.name(answer) + ".xlsx")
        }
    }

    private func report(_ request: Request) throws(ServiceError) -> ShowReport.Answer? {
        guard let key = ReportAddress(request) else { return nil }
        return try ShowReport(ledger: site.ledger).run(key.code, key.year, version: key.version)
    }

    private static func name(_ answer: ShowReport.Answer) -> String {
        "\(answer.office.fullName.text)\(answer.stored.version.year)年政府信息公开工作年度报告"
    }

    /// The day on which a version was read; in China it may be the next one already, which a property of a file bears.
    private static func day(of moment: Moment) -> Day? { Day(number: Int(moment.milliseconds / 86_400_000)) }
}

extension SiteContext {
    /// Answers with what the query of a request narrows the list of reports to, or says what in it cannot be understood.
    ///
    /// - Parameter answer: gets the filter and the number of the page, from 1.
    func filtered(_ request: Request, _ answer: (ReportFilter, Int) -> Response) -> Response {
        do throws(MalformedField) {
            let number = try request.query.chosen("page", Sentence("页码", "page")) { text in
                Int(text).flatMap { $0 > 0 ? $0 : nil }
            }
            return answer(try ReportFilter(request.query), number ?? 1)
        } catch {
            let message = Sentence(
                "网址中的“\(error.field.chinese)”不能识别。",
                "The \(error.field.english ?? error.name) in the address is not known.")
            let remedy = Sentence("请回到年报一览重新选择。", "Go back to the list of reports and choose again.")
            return refuse(
                request, .fields(.joined([message, remedy]), [.init(parameter: error.name, message: message)]))
        }
    }
}

extension ReportFilter {
    /// What a query asks for; a field that is left empty asks for nothing.
    init(_ query: FormFields) throws(MalformedField) {
        self.init(
            text: String((query["q"] ?? "").prefix(100)).trimmed,
            year: try query.chosen("year", Sentence("报告年度", "year")) { ReportYear($0) },
            state: try query.chosen("state", Sentence("核对情况", "result")) { CheckState(rawValue: $0) })
    }
}
