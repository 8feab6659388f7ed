internal import AnnualReport
internal import HTTPCore
internal import Ledger
internal import Markup
internal import Service

/// The explorer: what to compare, the comparison as picture and table, notable changes, everything as data.
struct ExplorePage {
    let found: Exploration
    /// The address of the page in this state.
    let path: String
    /// What is said of fields that nothing was made of.
    var strays = HTML.empty
    /// True where people asked for large letters.
    var isElder = false
    let t: Wording

    /// The address of the explorer.
    static let path = "/explore"

    var content: PageContent {
        let title = t("比较机关和年度", "Compare offices and years")
        return PageContent(
            title: found.query.problems.isEmpty ? title : t("错误：", "Error: ") + title,
            crumbs: [
                .init(label: t("年报一览", "All reports"), path: "/reports"), .init(label: title, path: nil),
            ],
            main: """
                <header class="org">
                <h1>\(title)</h1>
                <p class="meta">\(kept)</p>
                </header>
                \(ExploreForm(query: found.query, list: found.list, settings: found.settings, t: t).html)\(strays)\(result)\(licence)
                """, path: path)
    }

    private var kept: String {
        guard let first = found.list.years.last, let last = found.list.years.first else {
            return t("还没有收录年报。", "No reports have been added yet.")
        }
        return t(
            "数据来自各机关已公布的年度报告，\(first)年至\(last)年共\(found.list.all.count)份；新的报告收录后自动加入。",
            "From \(found.list.all.count) published annual reports, \(first) to \(last); new ones are added as they come in."
        )
    }

    private var result: HTML {
        switch found.content {
        case nil: .empty
        case .comparison(let comparison):
            comparison.lines.isEmpty || comparison.years.isEmpty || comparison.measures.isEmpty
                ? "<div class=\"part-s\">\(nothing(comparison))</div>" : compared(comparison)
        case .findings(let lines): lines.isEmpty ? EmptyState.noReports(t).html : mapped(lines)
        }
    }

    private func nothing(_ comparison: Comparison) -> HTML {
        guard found.query.view == .channels, !comparison.lines.isEmpty else { return EmptyState.noReports(t).html }
        return EmptyState(
            what: t("所选机关和年度没有按渠道登记的公开记录", "No items by channel are recorded for these offices and years"),
            advice: HTML(
                text: t(
                    "这项数据来自机关在本系统登记的信息公开台账，年报里没有；没有登记的不推算。",
                    "These numbers come from the offices' own records; the reports do not contain them, and nothing is estimated."
                ))
        ).html
    }

    private func compared(_ comparison: Comparison) -> HTML {
        let title = found.title(t)
        let unit = comparison.measures.count == 1 ? comparison.measures[0].unit : ""
        let heading = unit.isEmpty ? title : t("\(title)，\(unit)", title)
        let charts = ComparisonCharts(
            comparison: comparison, title: title, t: t, mostBars: found.settings.exploreBars,
            width: isElder ? .large : .usual)
        return """
            <section class="part-l" aria-labelledby="h-shown">
            <div class="bar"><h2 id="h-shown">\(heading)</h2>\(downloads)</div>
            <div class="\(charts.isWide ? "pair over" as HTML : "pair")">
            \(charts.html)<div>
            \(ComparisonTable(comparison: comparison, title: heading, t: t).html)\(notes(comparison))</div>
            </div>
            </section>
            \(comparison.isFromRecords ? .empty : notable(comparison))
            """
    }

    private func mapped(_ lines: [MapFindings.Line]) -> HTML {
        let map = HeatMap(lines: lines, years: found.query.years, t: t)
        return """
            <section class="part-l" aria-labelledby="h-shown">
            <div class="bar"><h2 id="h-shown">\(map.title)</h2>\(downloads)</div>
            \(map.html)</section>

            """
    }

    // MARK: Notes

    private func notes(_ comparison: Comparison) -> HTML {
        var notes = [
            t(
                "空白和“/”不当作0；没有收录、读不准的单独写明。上年不足10的不算增减率。",
                "A blank or “/” is not a zero; missing and unreadable numbers are marked as such. No rate is given where the year before has fewer than 10."
            )
        ]
        if comparison.isFromRecords { notes.append(recordsNote) }
        notes += formNotes(comparison)
        if found.query.hasDefaultOffices, found.list.offices.count > comparison.lines.count {
            notes.append(
                t(
                    "没有选择机关，先列出有年报的前\(comparison.lines.count)个；可在上面的表单里另选。",
                    "No office was chosen: the first \(comparison.lines.count) with reports are shown. You can choose others in the form above."
                ))
        }
        return "\(notes.map { "<p class=\"more\">\($0)</p>\n" as HTML })"
    }

    private var recordsNote: String {
        found.query.view == .days
            ? t(
                "从法定收到日到作出答复的日历天数，来自机关在本系统登记的申请台账；补正、征求意见等停算的天数也在内，所以不能直接与20个工作日的期限相比。重新答复过的申请不计入。台账登记以前和以后的年度写明“无台账”，当年没有办结申请的写明“无办结”。",
                "Calendar days from the legal day of receipt to the reply, from the offices' own records. Days on which the period was stopped are included, so these cannot be compared with the 20 working days. Applications that were opened again are left out. Years before and after the records of an office say so, and so do years in which nothing was decided."
            )
            : t(
                "来自机关在本系统登记的信息公开台账，年报里没有这项数据；台账登记以前和以后的年度写明“无台账”，中间没有的是0。一条信息通过几个渠道公开，每个渠道各计一次。",
                "From the offices' own records; the reports do not contain these numbers. Years before and after the records of an office say “no records”; a year between counts 0. An item published on several channels counts once on each."
            )
    }

    /// Where the two forms do not have the same.
    private func formNotes(_ comparison: Comparison) -> [String] {
        var notes: [String] = []
        let cells = comparison.measures.flatMap(\.cells)
        for form in [StatutoryForm.edition2019, .edition2021]
        where cells.contains(where: { CellCorrespondence.cells(of: $0, in: form).isEmpty }) {
            notes.append(
                t(
                    "\(form.edition.rawValue)年格式（\(form.edition.notice)）没有意思相同的格，用这种格式的年度写明“格式无此格”。",
                    "The \(form.edition.rawValue) form has no cell with the same meaning."))
        }
        if cells.contains(where: { $0.row == "other" }) {
            notes.append(
                t(
                    "“其他处理”2019年格式是一行，2021年格式分三行，这里用三行之和。",
                    "“Other handling” is one row in the 2019 form and three in the 2021 form; their sum is used."))
        }
        return notes
    }

    private func notable(_ comparison: Comparison) -> HTML {
        let difference = found.settings.notableDifference
        let changes = comparison.notableChanges(atLeast: difference)
        let rule = t(
            "规则：与上一年度相比至少翻一番或者减少一半，并且相差\(difference)以上。只提示值得看一看，不是结论。",
            "Rule: at least doubled or halved compared with the year before, and a difference of \(difference) or more. This is a hint to look closer, not a conclusion."
        )
        let items = changes.map { change -> HTML in
            let earlier = ReportYear(change.year.number - 1) ?? change.year
            let (before, after) = (ValueWords.grouped(change.change.before), ValueWords.grouped(change.change.after))
            let way = change.change.isRise ? t("增加", "up") : t("减少", "down")
            return """
                <li><span lang="zh-CN">\(change.office.fullName.text)</span>\(t("，", ", "))\(
                    t(change.measure.label, change.measure.english))\(t("", " "))\(way)\(t("：", ": "))\
                <a href="\(ReportPage.path(change.office.code, earlier))">\(t("\(earlier)年", "\(earlier)"))</a> \(before)\(t("，", ", "))\
                <a href="\(ReportPage.path(change.office.code, change.year))">\(t("\(change.year)年", "\(change.year)"))</a> \(after)</li>

                """
        }
        let body: HTML =
            items.isEmpty
            ? "<p>\(t("所选机关和年度没有这样的变化。", "There are no such changes among these offices and years."))</p>\n"
            : "<ul class=\"plain\">\n\(items)</ul>\n"
        return """
            <section class="part-l" aria-labelledby="h-notable">
            <h2 id="h-notable">\(t("值得看一看的变化", "Notable changes"))</h2>
            \(body)<p class="more">\(rule)</p>
            </section>

            """
    }

    // MARK: Data

    private var downloads: HTML {
        let query = FormFields(found.query.fields + t.downloadFields).encoded
        let links = ["csv", "json", "xlsx"].map { kind -> HTML in
            "<span><a href=\"/explore.\(kind)?\(query)\">\(t("下载这张表 \(kind.uppercased())", "This table as \(kind.uppercased())"))</a></span>"
        }
        return "<p class=\"meta downloads\">\(links)</p>"
    }

    private var licence: HTML {
        let query = t.isEnglish ? "?\(FormFields(t.downloadFields).encoded)" : ""
        let links = ["csv", "json", "xlsx"].map { kind -> HTML in
            "<span><a href=\"/explore/all.\(kind)\(query)\">\(t("全部年报的全部数据 \(kind.uppercased())", "All cells of all reports as \(kind.uppercased())"))</a></span>"
        }
        return """
            <section class="part-l" aria-labelledby="h-data">
            <h2 id="h-data">\(t("数据下载和使用", "The data and their use"))</h2>
            <p class="meta downloads">\(links)</p>
            <p class="more">\(found.settings.licence.sentence(t))\(t("", " "))<a href="\(InterfacePage.path)">\(t("程序取用见数据接口", "Programs: see the data interface"))</a></p>
            </section>

            """
    }
}
