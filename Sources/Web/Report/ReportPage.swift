internal import AnnualReport
internal import HTTPCore
internal import Ledger
internal import Markup
internal import Service

/// The page of one report: the document with its statutory tables, the findings in the margin.
struct ReportPage {
    let answer: ShowReport.Answer
    let t: Wording
    /// Whether the site can print.
    var offersPDF = false

    /// The path of a report.
    static func path(_ code: AgencyCode, _ year: ReportYear) -> String { "/reports/\(code.text)/\(year)" }

    private var office: Office { answer.office }
    private var version: ReportVersion { answer.stored.version }
    private var path: String { Self.path(office.code, version.year) }
    private var isLatest: Bool { version.number == answer.versions.first?.number }
    /// What leads to this very version.
    private var query: String { isLatest ? "" : "?version=\(version.number)" }
    /// The same with the language of the headings of a table.
    private var tableQuery: String {
        let fields = (isLatest ? [] : [("version", "\(version.number)")]) + t.downloadFields
        return fields.isEmpty ? "" : "?" + FormFields(fields).encoded
    }

    var content: PageContent {
        let layouts = StatutoryLayout.tables(of: answer.report.form)
        let check = answer.stored.check
        let marks = FindingMarks(
            answer.report, check.result, shown: Set(layouts.flatMap(\.addresses)))
        let article = ReportArticle(
            report: answer.report, marks: marks, layouts: layouts, t: t, officeName: office.fullName.text,
            moreFacts: [(t("来源文件", "Source"), sourceFact)])
        let list = FindingList(
            report: answer.report, check: check.result, marks: marks, dispositions: check.dispositions, t: t)
        let name = office.shortName ?? office.fullName
        return PageContent(
            title: ReportArticle.title(of: answer.report, officeName: office.fullName.text),
            crumbs: [
                .init(label: t("年报一览", "All reports"), path: "/reports"),
                .init(label: name.text, path: "/agencies/\(office.code.text)", isName: true),
                .init(label: t("\(version.year)年", "\(version.year)"), path: nil),
            ],
            main: """
                \(olderNotice)<div class="noted">
                \(article.html)
                <aside class="annex" aria-label="\(t("核对与下载", "Check and downloads"))">
                \(downloads)\(list.html)\(otherYears)\(otherVersions)</aside>
                </div>
                """, path: path + query)
    }

    private var sourceFact: HTML {
        "<a href=\"\(path)/source\(query)\">\(t.written(version.documentName))</a>"
    }

    private var olderNotice: HTML {
        guard !isLatest else { return .empty }
        let words = t("这是第\(version.number)版，已有更新的版本。", "This is version \(version.number); there is a newer one.")
        return "<p class=\"nil\">\(words)<a href=\"\(path)\">\(t("看最新版", "See the latest"))</a></p>\n"
    }

    private var downloads: HTML {
        let json = answer.stored.json.count
        let size = answer.document.map { t.size($0.byteCount) } ?? ""
        return """
            <section class="note noscr" aria-labelledby="h-files">
            <h2 id="h-files">\(t("下载", "Downloads"))</h2>
            <ul class="files">
            <li><a href="\(path)/source\(query)">\(t("原件", "Original")) \(version.documentFormat)</a><span>\(size)</span></li>
            <li><a href="\(path).docx\(query)">\(t("Word 文档", "Word document"))</a><span>docx</span></li>
            \(offersPDF ? printed : nil)            <li><a href="\(path).json\(query)">\(t("数据 JSON", "Data (JSON)"))</a><span>\(t.size(json))</span></li>
            <li><a href="\(path).csv\(tableQuery)">\(t("表格数据 CSV", "Cells (CSV)"))</a></li>
            <li><a href="\(path).xlsx\(query)">\(t("工作簿 XLSX", "Workbook (XLSX)"))</a></li>
            <li><a href="\(path)/check.json\(query)">\(t("核对结果 JSON", "Check (JSON)"))</a><span>\(
                t("\(answer.stored.check.result.findings.count)条", "\(answer.stored.check.result.findings.count)"))</span></li>
            </ul>
            </section>

            """
    }

    private var printed: HTML {
        "<li><a href=\"\(path).pdf\(query)\">\(t("PDF 文档", "PDF document"))</a><span>pdf</span></li>\n"
    }

    private var otherYears: HTML {
        let others = answer.years.filter { $0.year != version.year }
        guard !others.isEmpty else { return .empty }
        let items = others.map { standing -> HTML in
            """
            <li><a href="\(Self.path(office.code, standing.year))">\(t("\(standing.year)年", "\(standing.year)"))</a><span>\(
                StateWords(t: t).all(standing))</span></li>

            """
        }
        return """
            <section class="note noscr" aria-labelledby="h-years">
            <h2 id="h-years">\(t("本机关其他年度", "Other years"))</h2>
            <ul class="files">
            \(items)</ul>
            </section>

            """
    }

    private var otherVersions: HTML {
        guard answer.versions.count > 1 else { return .empty }
        let items = answer.versions.map { other -> HTML in
            let label = t("第\(other.number)版", "Version \(other.number)")
            let name: HTML =
                other.number == version.number
                ? "<b aria-current=\"true\">\(label)</b>"
                : "<a href=\"\(path)?version=\(other.number)\">\(label)</a>"
            return "<li>\(name)<span>\(t.written(other.documentName))</span></li>\n"
        }
        return """
            <section class="note noscr" aria-labelledby="h-versions">
            <h2 id="h-versions">\(t("各次版本", "Versions"))</h2>
            <ul class="files">
            \(items)</ul>
            </section>

            """
    }
}
