internal import AnnualReport
internal import Markup
internal import Service

/// What came of a check: the report as read with its findings, as on the page of a kept report.
struct CheckResultPage {
    let answer: CheckUpload.Answer
    let fileName: String
    let t: Wording

    var content: PageContent {
        let report = answer.report
        let layouts = StatutoryLayout.tables(of: report.form)
        let marks = FindingMarks(report, answer.check, shown: Set(layouts.flatMap(\.addresses)))
        var facts: [(label: String, value: HTML)] = [(t("核对的文件", "File"), HTML(text: fileName))]
        if let previous = answer.previous {
            facts.append((t("上一年年报", "Year before"), HTML(text: previous.source)))
        }
        let article = ReportArticle(
            report: report, marks: marks, layouts: layouts, t: t, officeName: nil, moreFacts: facts)
        let list = FindingList(report: report, check: answer.check, marks: marks, dispositions: [:], t: t)
        return PageContent(
            title: t("核对结果：", "Result: ") + ReportArticle.title(of: report, officeName: nil),
            crumbs: [
                .init(label: t("核对我的年报", "Check my report"), path: CheckPage.path),
                .init(label: t("核对结果", "Result"), path: nil),
            ],
            main: """
                \(verdict)<div class="noted">
                \(article.html)
                <aside class="annex" aria-label="\(t("核对结果", "Result of the check"))">
                \(list.html)</aside>
                </div>
                """, path: CheckPage.path)
    }

    /// The outcome in one line, before everything else.
    private var verdict: HTML {
        let failed = answer.check.findings.filter { $0.outcome == .fail }
        let errors = failed.count { $0.severity == .error }
        let unreadable = answer.report.cells.count { $0.state == .unreadable }
        var words: String
        if failed.isEmpty {
            words = t("核对完毕，没有发现不相符。", "Checked: no problems found.")
        } else {
            words = t(
                "核对完毕，不相符\(failed.count)处，其中错误\(errors)处。",
                "Checked: \(failed.count) findings, \(errors) of them errors.")
        }
        if unreadable > 0 {
            words += t(
                "有\(unreadable)格读不准，请对照原件。", " \(unreadable) cells could not be read for certain; see the original.")
        }
        return """
            <div class="verdict" role="status"><p><b>\(words)</b> \(t("文件和结果没有保存。", "Neither file nor result was kept."))<a href="\(
                CheckPage.path)">\(t("再核对一份", "Check another"))</a></p></div>

            """
    }
}
