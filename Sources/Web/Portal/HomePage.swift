internal import HTTPCore
internal import Ledger
internal import Markup
internal import Service

/// The first page: search, the four columns and the way to apply, the latest items, the latest reports and how each year
/// stands, the offices.
struct HomePage {
    let list: ListReports.Answer
    /// What was published last.
    let latest: ListPublished.Page
    /// How many items of each category are on line.
    let counts: [PublicCount]
    let place: String
    let t: Wording

    /// Items, and reports, listed as the latest.
    static let latestLimit = 8

    var content: PageContent {
        var content = PageContent(
            title: t("首页", "Home"), main: "\(search)\(entries)\(newest)\(reports)\(years)\(offices)", isHome: true,
            path: "/")
        content.feed = .init(title: "\(place)\(t("政府信息公开", "Open Government Information"))", path: "/feed.xml")
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
            <input id="q" type="search" name="q" maxlength="100" placeholder="\(
                t("标题、文号或正文里的词", "Words of title, number or text"))">
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
            t("网站上没有的可以申请，约3分钟。", "For what is not here; about 3 minutes."))</p>\
        <p><a href="/requests/track">\(t("查询办理进度", "Follow an application"))</a></p></li>

        """
    }

    private var newest: HTML {
        let body: HTML =
            latest.items.isEmpty
            ? """
            <p class="nil"><b>\(t("还没有公开的信息", "Nothing is published yet"))</b>\(t(
                "机关登记并公开信息以后，这里按时间列出。", "What offices publish is listed here."))</p>
            """
            : """
            \(ItemList(items: latest.items, t: t).html)
            <p class="more"><a href="/published">\(t("全部最新公开", "All, the latest first"))</a></p>
            """
        return register("h-items", t("最新公开", "Latest"), t("共\(number)条", "\(number) in all"), body)
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
            ? EmptyState(t: t).noReports
            : """
            <ol class="items">
            \(items)</ol>
            <p class="more"><a href="/reports">\(t("全部年报", "All reports"))</a></p>
            """
        return register(
            "h-new", t("最近年度的报告", "Latest reports"), t("共\(list.all.count)份", "\(list.all.count) in all"), body)
    }

    private var years: HTML {
        guard !list.years.isEmpty else { return .empty }
        let rows = list.years.map { year -> HTML in
            let own = list.all.filter { $0.year == year }
            let clean = own.count { $0.state == .clean }
            func count(_ state: CheckState) -> Int { own.count { $0.has(state) } }
            let width = own.isEmpty ? 0 : clean * 280 / own.count
            let label = t("\(own.count)份中\(clean)份没有发现问题", "\(clean) of \(own.count) without findings")
            return """
                <tr><th scope="row"><a href="/reports?year=\(year.number)">\(t("\(year)年", "\(year)"))</a></th>\
                <td class="num in" data-l="\(t("报告", "Reports"))">\(own.count)</td>\
                <td class="num in" data-l="\(t("没有发现问题", "Nothing found"))">\(clean)</td>\
                <td class="num in" data-l="\(t("有错误", "Errors"))">\(count(.errors))</td>\
                <td class="num in" data-l="\(t("有提醒", "Warnings"))">\(count(.warnings))</td>\
                <td class="num in" data-l="\(t("有读不准", "Unreadable"))">\(count(.unreadable))</td>\
                <td class="extra"><svg class="meter" viewBox="0 0 280 12" preserveAspectRatio="none" role="img" aria-label="\(
                    label)"><rect class="a" width="280" height="12"/><rect class="b" width="\(width)" height="12"/></svg></td></tr>

                """
        }
        let table: HTML = """
            <table class="tbl tight stack">
            <caption class="unseen">\(t("各年度报告的核对情况", "Results of the checks by year"))</caption>
            <thead><tr><th scope="col">\(t("报告年度", "Year"))</th><th scope="col" class="num">\(t("报告", "Reports"))</th>\
            <th scope="col" class="num">\(t("没有发现问题", "Nothing found"))</th><th scope="col" class="num">\(t("有错误", "Errors"))</th>\
            <th scope="col" class="num">\(t("有提醒", "Warnings"))</th><th scope="col" class="num">\(t("有读不准", "Unreadable"))</th>\
            <th scope="col" class="extra"><span class="unseen">\(t("没有发现问题的占比", "Share without findings"))</span></th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            """
        return register("h-season", t("各年度核对情况", "Results by year"), t("单位：份", "Number of reports"), table)
    }

    private var offices: HTML {
        var regions: [String] = []
        var byRegion: [String: [Office]] = [:]
        for office in list.offices {
            let region = office.region?.text ?? ""
            if byRegion[region] == nil { regions.append(region) }
            byRegion[region, default: []].append(office)
        }
        // Offices whose region is not known stand last.
        regions.sort { $0.isEmpty != $1.isEmpty ? $1.isEmpty : $0 < $1 }
        let groups = regions.map { region -> HTML in
            let items = (byRegion[region] ?? []).map { office -> HTML in
                "<li><a href=\"/agencies/\(office.code.text)\">\(office.fullName.text)</a></li>\n"
            }
            return """
                <div>
                <h3>\(region.isEmpty ? t("未注明地区", "Region not stated") : region)</h3>
                <ul lang="zh-CN">
                \(items)</ul>
                </div>

                """
        }
        let body: HTML = groups.isEmpty ? EmptyState(t: t).noReports : "<div class=\"orgs\">\n\(groups)</div>"
        return register(
            "h-org", t("按机关查", "By office"), t("\(list.offices.count)个机关", "\(list.offices.count) offices"), body)
    }

    private func register(_ id: String, _ title: String, _ meta: String, _ body: HTML) -> HTML {
        """
        <section class="reg" aria-labelledby="\(id)">
        <div><h2 id="\(id)">\(title)</h2><p class="meta">\(meta)</p></div>
        <div>
        \(body)
        </div>
        </section>

        """
    }
}

/// What is said where nothing is kept yet.
struct EmptyState {
    let t: Wording

    var noReports: HTML {
        """
        <p class="nil"><b>\(t("还没有收录年报", "No report is kept yet"))</b>\(t(
            "管理员运行 gongkai demo 可载入演示数据。您也可以先核对手头的年报：",
            "The administrator can load the demonstration with gongkai demo. You can check a report of yours: "))<a href="/check">\(
                t("核对我的年报", "Check my report"))</a></p>
        """
    }
}
