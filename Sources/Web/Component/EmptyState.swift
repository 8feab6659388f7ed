internal import Markup

/// Nothing to show: what is empty, then what to do.
struct EmptyState {
    /// What is empty: 还没有公开的信息.
    let what: String
    /// What to do, or when something will stand here.
    var advice: HTML = .empty
    /// The way on.
    var link: (path: String, label: String)?

    /// The box.
    var html: HTML {
        let way: HTML = link.map { "<a href=\"\($0.path)\">\($0.label)</a>" } ?? .empty
        return "<p class=\"nil\"><b>\(what)</b>\(advice)\(way)</p>"
    }
}

extension EmptyState {
    /// An installation without reports and offices.
    static func noReports(_ t: Wording) -> EmptyState {
        EmptyState(
            what: t("还没有收录年报", "No reports have been added yet"),
            advice: HTML(
                text: t(
                    "管理员运行 gongkai demo 可载入演示数据。您也可以先核对手头的年报：",
                    "The administrator can load demonstration data with gongkai demo. You can check a report of your own: "
                )
            ),
            link: ("/check", t("核对我的年报", "Check my report")))
    }
}
