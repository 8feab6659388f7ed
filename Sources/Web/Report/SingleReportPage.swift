public import AnnualReport
internal import Markup

/// A report as one page by itself, with its style inside: for a file that is sent on or printed.
public enum SingleReportPage {
    /// The page.
    ///
    /// - Parameters:
    ///   - check: what the rules say; marked in the cells.
    ///   - style: the style sheet of the pages.
    public static func bytes(of report: Report, _ check: CheckResult, style: String) -> [UInt8] {
        let t = Wording(isEnglish: false)
        let layouts = StatutoryLayout.tables(of: report.form)
        let marks = FindingMarks(report, check, shown: Set(layouts.flatMap(\.addresses)))
        let article = ReportArticle(report: report, marks: marks, layouts: layouts, t: t, officeName: nil)
        let title = ReportArticle.title(of: report, officeName: nil)
        let head: HTML = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>
            """
        let body: HTML = """

            </style>
            </head>
            <body>
            <main id="main" class="wrap">
            \(article.html)
            </main>
            </body>
            </html>

            """
        // Only an end tag could leave the element of the style.
        let rules = style.split(separator: "</", omittingEmptySubsequences: false).joined(separator: "<\\/")
        return head.bytes + Array(rules.utf8) + body.bytes
    }
}
