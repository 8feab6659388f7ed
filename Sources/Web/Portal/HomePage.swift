internal import HTTPCore
internal import Ledger
internal import Markup
internal import Service

/// The first page: search, what is here, how each year stands, the latest reports, the offices.
struct HomePage {
    let list: ListReports.Answer
    let place: String
    let t: Wording

    /// Reports listed as the latest.
    static let latestLimit = 8

    var content: PageContent {
        PageContent(
            title: t("首页", "Home"), main: "\(search)\(entries)\(latest)\(years)\(offices)", isHome: true, path: "/")
    }

    private var search: HTML {
        let heading = t("各机关的政府信息公开年报，都在这里查", "Annual reports of public offices on open government information")
        let kept = t(
            "收录\(list.offices.count)个机关、\(list.all.count)份年报，逐份核对",
            "\(list.all.count) reports of \(list.offices.count) offices, each checked")
        return """
            <section class="seek" aria-labelledby="seek-h">
            <h1 id="seek-h">\(heading)</h1>
            <form role="search" action="/reports">
            <label class="unseen" for="q">\(t("查年报：输入机关名称或地区", "Find reports: name or region of an office"))</label>
            <div class="row">
            <input id="q" type="search" name="q" maxlength="100" placeholder="\(t("机关名称或地区", "Office or region"))">
            <button class="btn">\(t("检索", "Search"))</button>
            </div>
            </form>
            <div class="under">
            <p>\(kept)</p>
            <p class="extra"><a href="/reports">\(t("按年度、核对情况查", "By year or result"))</a></p>
            </div>
            </section>

            """
    }

    private var entries: HTML {
        """
        <nav aria-label="\(t("本站内容", "On this site"))">
        <ul class="four">
        <li><a class="big" href="/reports">\(t("年报一览", "All reports"))</a><p class="meta">\(
            t("按机关、年度排列，标明核对情况", "By office and year, with the result of the check"))</p></li>
        <li><a class="big" href="#h-org">\(t("按机关查", "By office"))</a><p class="meta">\(
            t("每个机关历年的报告和原件", "The reports and originals of each office"))</p></li>
        <li class="ask"><a class="big" href="/check">\(t("核对我的年报", "Check my report"))</a><p>\(
            t("上传文件，逐格核对，不保存", "Upload a file; every cell is checked; nothing is kept"))</p></li>
        </ul>
        </nav>

        """
    }

    private var latest: HTML {
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
