internal import AnnualReport
internal import Markup

/// A report as a document: title, facts, the six sections with the statutory tables.
struct ReportArticle {
    let report: Report
    let marks: FindingMarks
    let layouts: [StatutoryLayout]
    let t: Wording
    /// The office as this site calls it, for reports that do not name theirs.
    let officeName: String?
    /// Facts beside those that the report itself gives.
    var moreFacts: [(label: String, value: HTML)] = []

    /// The whole article.
    var html: HTML {
        """
        <article class="doc" lang="zh-CN">
        <header>
        <h1>\(heading)</h1>
        </header>
        \(facts)\(preamble)\(SectionID.allCases.enumerated().map { section($1, number: $0 + 1) })\(
            CellDisplay.legend(report.cells, t))
        </article>
        """
    }

    /// The title as text.
    static func title(of report: Report, officeName: String?) -> String {
        if !report.title.isEmpty { return report.title }
        let name = report.agency.isEmpty ? officeName ?? "" : report.agency
        let year = report.reportYear.map { "\($0)年" } ?? ""
        return "\(name)\(year)政府信息公开工作年度报告"
    }

    private var heading: HTML {
        let title = Self.title(of: report, officeName: officeName)
        for name in [report.agency, officeName ?? ""] where !name.isEmpty && title.hasPrefix(name) {
            return "<span>\(name)</span>\(title.dropFirst(name.count))"
        }
        return HTML(text: title)
    }

    private var facts: HTML {
        let unsaid = t("原件没有写", "not stated")
        let name = report.agency.isEmpty ? officeName ?? unsaid : report.agency
        var period: HTML = HTML(text: unsaid)
        if let year = report.reportYear {
            period = """
                <time datetime="\(year)-01-01">\(year)-01-01</time> \(t("至", "to")) <time datetime="\(year)-12-31">\(
                    year)-12-31</time>
                """
        }
        let mixed = report.form.isMixed ? t("（混用另一版格式）", " (mixed with the other)") : ""
        let form: HTML = "\(t.written(report.form.edition.notice))\(mixed)"
        let all: [(label: String, value: HTML)] =
            [
                (t("编制机关", "Office"), name == unsaid ? HTML(text: name) : t.written(name)),
                (t("统计期限", "Period"), period),
                (t("所用格式", "Form"), form),
            ] + moreFacts
        return """
            <dl class="facts" lang="\(t.languageTag)">
            \(all.map { "<div><dt>\($0.label)</dt><dd>\($0.value)</dd></div>\n" as HTML })</dl>

            """
    }

    private var preamble: HTML {
        let text = report.preamble.trimmed
        guard !text.isEmpty else { return .empty }
        return
            "<section class=\"lead\" aria-label=\"\(t("报告开头", "Opening"))\">\n\(SectionProse(text: text, quotes: [], t: t).html)\n</section>\n"
    }

    private func section(_ id: SectionID, number: Int) -> HTML {
        let section = report.section(id)
        let heading = section.map { $0.heading.isEmpty ? id.heading : $0.heading } ?? id.heading
        let own = layouts.filter { $0.section == id }
        let tables = own.map { StatutoryTableView(layout: $0, report: report, marks: marks, t: t).html }
        var prose: HTML = .empty
        if let section, !section.text.trimmed.isEmpty {
            prose = SectionProse(text: section.text, quotes: marks.quotes(in: id), t: t).html + "\n"
        } else if own.isEmpty {
            let words =
                section == nil
                ? t("原件没有这一部分。", "The document lacks this section.")
                : t("原件这一部分没有文字。", "This section is empty in the document.")
            prose = "<p class=\"nil\"\(" lang=\"en\"", if: t.isEnglish)>\(words)</p>\n"
        }
        // Tables come first where the form prints nothing else; notes below a table stay below it.
        return """
            <section aria-labelledby="s\(number)">
            <h2 id="s\(number)">\(heading)</h2>
            \(own.isEmpty ? prose : tables.joined() + prose)</section>

            """
    }
}

extension String {
    /// The text without blanks and line ends around it.
    var trimmed: String {
        var rest = Substring(self)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
