internal import Markup

/// The foot of every page: entries of the site, who runs it, its numbers.
struct SiteFoot: Sendable {
    let identity: SiteIdentity
    let t: Wording

    var html: HTML {
        """
        <footer class="foot">
        <div class="wrap">
        <ul>
        <li><a href="/sitemap">\(t("网站地图", "Site map"))</a></li>
        <li><a href="/feed.xml">\(t("订阅更新", "Feed"))</a></li>
        <li><a href="/reports">\(t("年报一览", "All reports"))</a></li>
        <li><a href="\(InteractionPage.path(nil))">\(InteractionPage.name(t))</a></li>
        <li><a href="/explore">\(t("比较年报", "Compare reports"))</a></li>
        <li><a href="/requests/new">\(t("申请公开政府信息", "Apply for information"))</a></li>
        <li><a href="/requests/track">\(t("查询申请进度", "Follow an application"))</a></li>
        <li><a href="/check">\(t("核对我的年报", "Check my report"))</a></li>
        <li><a href="\(InterfacePage.path)">\(t("数据接口", "API"))</a></li>
        </ul>
        \(organiser)\(numbers)<p>\(t(
            "年报按国务院办公厅规定的统一格式展示。核对意见由本站按规则得出，不属于报告正文，以机关公布的原件为准。",
            "Reports are shown in the statutory form. Findings are made by the rules of this site and are no part of a "
                + "report; the published original prevails."))</p>
        <p>\(t("本站页面不用脚本也能完整使用，不加载站外内容。", "The pages work without scripts and load nothing from elsewhere."))</p>
        </div>
        </footer>

        """
    }

    private var organiser: HTML {
        line([(t("主办单位", "Run by"), identity.organiser), (t("联系方式", "Contact"), identity.contact)])
    }

    private var numbers: HTML {
        line([
            (t("网站标识码", "Site code"), identity.code), ("", identity.filing), ("", identity.policeFiling),
        ])
    }

    private func line(_ parts: [(label: String, value: String)]) -> HTML {
        let given = parts.filter { !$0.value.isEmpty }.map { part -> HTML in
            part.label.isEmpty
                ? "<span lang=\"zh-CN\">\(part.value)</span>"
                : "<span>\(part.label)\(t("：", ": "))<span lang=\"zh-CN\">\(part.value)</span></span>"
        }
        return given.isEmpty ? .empty : "<p class=\"meta\">\(given)</p>\n"
    }
}
