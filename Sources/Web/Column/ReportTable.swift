internal import AnnualReport
internal import Ledger
internal import Markup
internal import Service

/// The reports of an office by year with their check and the document they were read from.
struct ReportTable: Sendable {
    let answer: ShowOffice.Answer
    let t: Wording

    var html: HTML {
        guard !answer.reports.isEmpty else { return nothing }
        let rows = answer.reports.map { report -> RecordTable.Row in
            let path = ReportPage.path(answer.office.code, report.year)
            let version = answer.versions.first { $0.year == report.year }
            let source: HTML = version.map { "<a href=\"\(path)/source\">\(t.written($0.documentName))</a>" } ?? .empty
            let title = version.flatMap { $0.title.isEmpty ? nil : $0.title } ?? "\(report.year)年政府信息公开工作年度报告"
            return RecordTable.Row(
                head: "<a class=\"ttl\" href=\"\(path)\">\(title)</a>", isChinese: true,
                cells: [
                    .init(StateWords(t: t).all(report)),
                    .init(HTML(text: report.edition.notice), isChinese: true, isShort: false),
                    .init(source, isShort: false),
                ])
        }
        return RecordTable(
            caption: t("历年年报，从近到远", "Reports, the newest first"), first: t("报告", "Report"),
            columns: [
                .init(title: t("核对情况", "Check")), .init(title: t("所用格式", "Form")), .init(title: t("原件", "Original")),
            ], rows: rows
        ).html
    }

    private var nothing: HTML {
        EmptyState(
            what: t("还没有收录这个机关的年报", "No report of this office has been added yet"),
            advice: HTML(text: t("机关可以先自行核对：", "The office can check its own report: ")),
            link: ("/check", t("核对我的年报", "Check my report"))
        ).html
    }
}
