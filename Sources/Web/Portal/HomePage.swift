internal import Disclosure
internal import HTTPCore
internal import Ledger
internal import Markup
internal import Service

/// The first page: search, the four columns and the way to apply, the latest items, the latest reports and how they stand,
/// the offices.
struct HomePage {
    let list: ListReports.Answer
    /// What was published last.
    let latest: ListPublished.Page
    /// How many items of each category are on line.
    let counts: [PublicCount]
    /// The annual reports while they are due; nil outside of the season.
    let season: ReportSeason?
    /// What the offices are, where anyone said.
    let characters: [AgencyCode: OfficeCharacter]
    /// Which offices are asked for.
    let filter: OfficeFilter
    let place: String
    let t: Wording

    /// Items, and reports, listed as the latest.
    static let latestLimit = 8

    var content: PageContent {
        var content = PageContent(
            title: t("首页", "Home"),
            main: """
                \(search)\(entries)\(newest)\(reports)\(ReportYears(list: list, season: season, t: t).html)\(
                    OfficeIndex(offices: list.offices, characters: characters, filter: filter, t: t).html)
                """, isHome: true, usesScript: true, path: "/")
        content.feed = .init(title: FrameParts.fullName(place, t), path: "/feed.xml")
        content.canonical = "/"
        return content
    }

    private var number: Int { counts.reduce(0) { $0 + $1.number } }

    private var search: HTML {
        let heading = t("各机关公开的政府信息，都在这里查", "What public offices disclose, in one place")
        let kept = t(
            "\(list.offices.count)个机关，\(number)条信息，\(list.all.count)份年报",
            "\(list.offices.count) offices, \(number) items, \(list.all.count) reports")
        return """
            <section class="seek" aria-labelledby="seek-h">
            <h1 id="seek-h">\(heading)</h1>
            <form role="search" action="/search">
            <label class="unseen" for="q">\(t("查政府信息：输入标题、文号、索引号或正文里的词", "Search"))</label>
            <div class="row">
            <div class="suggest"><input id="q" type="search" name="q" maxlength="100" data-suggest="/search/suggest" placeholder="\(
                t("标题、文号或正文里的词", "Title, number or text"))"></div>
            <button class="btn">\(t("检索", "Search"))</button>
            </div>
            </form>
            <div class="under">
            <p>\(kept)</p>
            <p class="extra"><a href="/reports">\(t("按机关、年度查年报", "Reports by office and year"))</a></p>
            </div>
            </section>

            """
    }

    private var entries: HTML {
        let items = OfficeColumn.allCases.map { column -> HTML in
            let words =
                column == .published && number > 0
                ? t("按《条例》类别，共\(number)条", "By category, \(number) in all") : column.words(t)
            return """
                <li><a class="big" href="/\(column.rawValue)">\(column.name(t))</a><p class="meta">\(words)</p></li>

                """
        }
        return """
            <nav aria-label="\(t("政府信息公开法定栏目", "Statutory columns"))">
            <ul class="four">
            \(items)\(entry)</ul>
            </nav>

            """
    }

    private var entry: HTML {
        """
        <li class="ask"><a class="big" href="/requests/new">\(t("申请公开政府信息", "Apply for information"))</a><p class="extra">\(
            t("网站上没有的可以申请，约3分钟。", "For what is not on this site; takes about 3 minutes."))</p>\
        <p><a href="/requests/track">\(t("查询办理进度", "Follow an application"))</a></p></li>

        """
    }

    private var newest: HTML {
        let body: HTML =
            latest.items.isEmpty
            ? EmptyState(
                what: t("还没有公开的信息", "Nothing is published yet"),
                advice: HTML(text: t("机关登记并公开信息以后，这里按时间列出。", "Items are listed here as offices publish them."))
            ).html
            : """
            \(ItemList(items: latest.items, t: t).html)
            <p class="more"><a href="/published">\(t("全部最新公开", "All items, latest first"))</a></p>
            """
        return RegisterSection(
            id: "h-items", title: t("最新公开", "Latest"), meta: t("共\(number)条", "\(number) in all")
        ).html(body)
    }

    private var reports: HTML {
        let reports = list.all.sorted { ($1.year, $0.office.text) < ($0.year, $1.office.text) }.prefix(Self.latestLimit)
        let items = reports.map { report -> HTML in
            """
            <li>
            <span class="when">\(t("\(report.year)年度", "\(report.year)"))</span>
            <div><a class="ttl" lang="zh-CN" href="\(ReportPage.path(report.office, report.year))">\(
                "\(report.fullName.text)\(report.year)年政府信息公开工作年度报告" as String)</a></div>
            <span class="by">\(StateWords(t: t).all(report))</span>
            </li>

            """
        }
        let body: HTML =
            items.isEmpty
            ? EmptyState.noReports(t).html
            : """
            <ol class="items">
            \(items)</ol>
            <p class="more"><a href="/reports">\(t("全部年报", "All reports"))</a></p>
            """
        return RegisterSection(
            id: "h-new", title: t("最近年度的报告", "Latest reports"),
            meta: t("共\(list.all.count)份", "\(list.all.count) in all")
        ).html(body)
    }
}
