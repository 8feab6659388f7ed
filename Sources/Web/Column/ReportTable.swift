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
        let rows = answer.reports.map { report -> HTML in
            let path = ReportPage.path(answer.office.code, report.year)
            let version = answer.versions.first { $0.year == report.year }
            let source: HTML =
                version.map {
                    "<a href=\"\(path)/source\">\($0.documentName)</a>"
                } ?? .empty
            let title = version.flatMap { $0.title.isEmpty ? nil : $0.title } ?? "\(report.year)年政府信息公开工作年度报告"
            return """
                <tr><th scope="row"><a class="ttl" lang="zh-CN" href="\(path)">\(title)</a></th>\
                <td class="in" data-l="\(t("核对", "Check"))">\(StateWords(t: t).all(report))</td>\
                <td data-l="\(t("格式", "Form"))" lang="zh-CN">\(report.edition.notice)</td>\
                <td data-l="\(t("原件", "Original"))">\(source)</td></tr>

                """
        }
        return """
            <table class="tbl stack">
            <caption class="unseen">\(t("历年年报，从近到远", "Reports, the newest first"))</caption>
            <thead><tr><th scope="col">\(t("报告", "Report"))</th><th scope="col">\(t("核对情况", "Check"))</th>\
            <th scope="col">\(t("所用格式", "Form"))</th><th scope="col">\(t("原件", "Original"))</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            """
    }

    private var nothing: HTML {
        """
        <p class="nil"><b>\(t("还没有收录这个机关的年报", "No report of this office is kept yet"))</b>\(t(
            "机关可以先自行核对：", "The office can check its report: "))<a href="/check">\(t("核对我的年报", "Check my report"))</a></p>
        """
    }
}
