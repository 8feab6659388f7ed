internal import CivilTime
internal import Ledger
internal import Markup
internal import Service

/// How the annual reports stand: while they are due, who has published; and how each year came out of the checks.
struct ReportYears {
    let list: ListReports.Answer
    /// The season; nil outside of it.
    let season: ReportSeason?
    let t: Wording

    /// Offices whose report is awaited that are named; the rest stands behind the link.
    static let awaitedLimit = 24

    /// Both parts; nothing where no report is kept and none is due.
    var html: HTML { due + years }

    // MARK: The season

    private var due: HTML {
        guard let season, !season.groups.isEmpty else { return .empty }
        let meta =
            season.daysLeft.map { days in
                days == 0
                    ? t("今天是最后一天", "today is the last day")
                    : t(
                        "离最近的期限还有\(days)天",
                        days == 1 ? "1 day to the next deadline" : "\(days) days to the next deadline")
            } ?? t("公布期限已过，或者已经全部公布", "the deadline has passed, or all are published")
        let rows = season.groups.map { group -> RecordTable.Row in
            let all = group.published.count + group.awaited.count
            let name =
                group.isGovernments
                ? t("县级以上人民政府\(all)个", "Governments from the county up: \(all)")
                : t("政府部门和其他机关\(all)个", "Departments and other offices: \(all)")
            let label = t("\(all)个中已公布\(group.published.count)个", "\(group.published.count) of \(all) published")
            return RecordTable.Row(
                head: HTML(text: name),
                cells: [
                    .init("\(DayWord.html(group.due)) \(t("前", ""))"), .init(HTML(text: "\(group.published.count)")),
                    .init(HTML(text: "\(group.awaited.count)")),
                    .init(Meter(part: group.published.count, of: all, label: label).html),
                ])
        }
        let table = RecordTable(
            caption: t("\(season.year)年年报的公布情况", "Reports of \(season.year)"), first: t("应当公布的机关", "Offices"),
            columns: [
                .init(title: t("公布期限", "Deadline")), .init(title: t("已公布", "Published"), isNumber: true),
                .init(title: t("待公布", "Awaited"), isNumber: true), .init(title: t("已公布的占比", "Share published")),
            ], rows: rows, isTight: true)
        return RegisterSection(
            id: "h-season", title: t("\(season.year)年度报告", "Reports of \(season.year)"), meta: meta
        ).html("\(table.html)\(awaited(season))")
    }

    private func awaited(_ season: ReportSeason) -> HTML {
        let offices = season.groups.flatMap(\.awaited)
        guard !offices.isEmpty else { return .empty }
        let items = offices.prefix(Self.awaitedLimit).map { office -> HTML in
            "<li><a href=\"/agencies/\(office.code.text)/reports\">\(office.fullName.text)</a></li>\n"
        }
        let more: HTML =
            offices.count > Self.awaitedLimit
            ? "<p class=\"meta\">\(t("只列出前\(Self.awaitedLimit)个。", "Only the first \(Self.awaitedLimit) are named."))</p>\n"
            : .empty
        return """
            <div class="orgs part-s">
            <h3>\(t("本站还没有收录年报的机关", "Offices whose report is not here yet"))</h3>
            <ul lang="zh-CN">
            \(items)</ul>
            \(more)</div>
            <p class="more"><a href="/reports?year=\(season.year.number)">\(
                t("看已公布的年报", "Published reports"))</a></p>
            """
    }

    // MARK: The years

    private var years: HTML {
        guard !list.years.isEmpty else { return .empty }
        let rows = list.years.map { year -> RecordTable.Row in
            let own = list.all.filter { $0.year == year }
            let clean = own.count { $0.state == .clean }
            func count(_ state: CheckState) -> RecordTable.Cell { .init(HTML(text: "\(own.count { $0.has(state) })")) }
            let label = t("\(own.count)份中\(clean)份没有发现问题", "\(clean) of \(own.count) without findings")
            return RecordTable.Row(
                head: "<a href=\"/reports?year=\(year.number)\">\(t("\(year)年", "\(year)"))</a>",
                cells: [
                    .init(HTML(text: "\(own.count)")), .init(HTML(text: "\(clean)")), count(.errors), count(.warnings),
                    count(.unreadable), .init(Meter(part: clean, of: own.count, label: label).html),
                ])
        }
        let table = RecordTable(
            caption: t("各年度报告的核对情况", "Results of the checks by year"), first: t("报告年度", "Year"),
            columns: [
                .init(title: t("报告", "Reports"), isNumber: true),
                .init(title: t("没有发现问题", "No findings"), isNumber: true),
                .init(title: t("有错误", "Errors"), isNumber: true), .init(title: t("有提醒", "Warnings"), isNumber: true),
                .init(title: t("有读不准", "Unreadable"), isNumber: true),
                .init(title: t("没有发现问题的占比", "Share without findings")),
            ], rows: rows, isTight: true)
        return RegisterSection(
            id: "h-years", title: t("各年度核对情况", "Results by year"), meta: t("单位：份", "Number of reports")
        ).html(table.html)
    }
}

/// A share as a bar, with its words for those who cannot see.
struct Meter {
    let part: Int
    let of: Int
    let label: String

    var html: HTML {
        let width = of == 0 ? 0 : part * 280 / of
        return """
            <svg class="meter" viewBox="0 0 280 12" preserveAspectRatio="none" role="img" aria-label="\(
                label)"><rect class="a" width="280" height="12"/><rect class="b" width="\(width)" height="12"/></svg>
            """
    }
}
