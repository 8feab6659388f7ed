internal import HTTPCore
internal import Markup

/// The page for a request that gets no answer of its own: what happened, what to do, the id for whoever runs the site.
struct ErrorPage {
    let refusal: Refusal
    let view: ViewOptions
    /// The address that the links to other views lead to.
    var path = "/"

    private var t: Wording { view.wording }

    /// When to come back, in seconds; nil where nothing is gained by it. The header and the sentence say the same.
    var seconds: Int? {
        switch refusal.status {
        case .tooManyRequests: refusal.retryAfter ?? 60
        case .unavailable: refusal.retryAfter ?? 30
        default: refusal.retryAfter
        }
    }

    /// The same in words, in whole minutes from one on and whole hours from two.
    private var wait: String {
        let seconds = seconds ?? 0
        if seconds < 60 { return t("\(seconds)秒", seconds == 1 ? "1 second" : "\(seconds) seconds") }
        let minutes = (seconds + 59) / 60
        if minutes < 120 { return t("\(minutes)分钟", minutes == 1 ? "1 minute" : "\(minutes) minutes") }
        return t("\((minutes + 59) / 60)小时", "\((minutes + 59) / 60) hours")
    }

    var content: PageContent {
        let title = self.title
        return PageContent(
            title: title, crumbs: [.init(label: t("出错了", "Error"), path: nil)],
            main: """
                <header class="org">
                <h1>\(title)</h1>
                <p class="meta"><span>\(t("状态", "Status")) \(refusal.status.code)</span>\(id)</p>
                </header>
                <div class="fault">
                \(message)<p>\(advice)</p>
                <p class="btns"><a class="btn" href="\(next.path)">\(next.label)</a>\(others)</p>
                </div>
                """, path: path)
    }

    /// The same for a program. Source: RFC 9457.
    var problem: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("type", "about:blank")
        json.member("title", refusal.status.reason)
        json.member("status", refusal.status.code)
        json.member("detail", refusal.isToldInEnglish ? english : refusal.message)
        json.member("code", code)
        if !refusal.requestID.isEmpty { json.member("request_id", refusal.requestID) }
        json.endObject()
        return json.finish()
    }

    private var id: HTML {
        refusal.requestID.isEmpty ? .empty : "<span>\(t("请求编号", "Request")) \(refusal.requestID)</span>"
    }

    /// Stable code of the kind of refusal.
    private var code: String {
        String(decoding: refusal.status.reason.utf8.map { $0 == 0x20 || $0 == 0x2D ? 0x5F : $0 | 0x20 }, as: UTF8.self)
    }

    /// What happened.
    private var message: HTML { "<p>\(t.isEnglish ? english : refusal.message)</p>\n" }

    private var english: String { refusal.english ?? general }

    /// What follows from the status alone.
    private var general: String {
        switch refusal.status.code {
        case 403: "You are not allowed to do this, or the page was open too long."
        case 404: "There is nothing at this address."
        case 405: "This address does not take that method."
        case 408: "The upload did not arrive in time."
        case 413 where refusal.isReading: "This is more than can be given at once."
        case 411, 413: "What was sent is larger than this site takes."
        case 414, 431: "The address or the headers are too long. Ask for less, or delete the cookies of this site."
        case 415: "This address does not take that kind of content. Please use the form of the page."
        case 429: "There were too many requests from your address in a short time."
        case 500: "Something went wrong inside; your request was not completed."
        case 501: "The server does not know this method."
        case 503: "The site cannot answer just now."
        default: "The address, a cookie or something in the form cannot be understood. Please check it and try again."
        }
    }

    private var title: String {
        switch refusal.status.code {
        case 403: t("没有通过安全检查", "Not allowed")
        case 404: t("没有找到这个页面", "Page not found")
        case 405: t("这个网址不能这样使用", "Method not allowed")
        case 408: t("传送超时", "Request timed out")
        case 413 where refusal.isReading: t("内容太多，一次给不完", "Too much at once")
        case 411, 413: t("上传的内容太大", "Too large")
        case 414, 431: t("请求太长", "Request too long")
        case 415: t("不接受这种内容", "Content type not accepted")
        case 429: t("操作太频繁", "Too many requests")
        case 500: t("服务出错", "Server error")
        case 501: t("不支持的操作", "Not supported")
        case 503: t("服务暂时不可用", "Temporarily unavailable")
        default: t("请求有误", "Bad request")
        }
    }

    private var advice: String {
        switch refusal.status.code {
        case 403:
            t(
                "请重新打开刚才的页面再提交；浏览器须允许本站的 Cookie。",
                "Open the page again and submit from there; the browser must accept cookies of this site.")
        case 404:
            t("可以用标题里的词检索，或者按类别查找。", "Check the address, search by words of the title, or look it up by category.")
        case 408:
            t(
                "这次提交没有接收。请按浏览器的“后退”回到表单，换用较快的网络再试，或者减少要上传的文件。",
                "Nothing of it was taken. Go back to the form and try again over a faster connection, or send fewer files."
            )
        case 413 where refusal.isReading: t("请缩小范围后再试。", "Please ask for less.")
        case 413:
            t(
                "这次提交没有接收。请按浏览器的“后退”回到表单，减少要上传的文件，或者删去文件中的大图片后再试。",
                "Nothing of it was taken. Go back to the form, send fewer files, or remove large pictures from them, and try again."
            )
        case 429, 503: t("请过\(wait)再试。", "Please try again in \(wait).")
        case 500:
            t(
                "问题已记入日志。请稍后重试；仍不行时，把上面的请求编号告诉网站管理员。",
                "It has been logged. Try again later; if it persists, tell the administrator the request number above.")
        default: t("请从下面的链接重新进入。", "Please start again from the link below.")
        }
    }

    /// Ways on besides the first one: who missed a page looks for something, by its words or by its kind; whoever was about
    /// something goes back to that, or home.
    private var others: HTML {
        let ways =
            refusal.status.code == 404
            ? [
                (SearchAddress.path, t("检索", "Search")),
                ("/published", OfficeColumn.published.name(t)), ("/reports", t("年报一览", "All reports")),
            ] : next.path == "/" ? [] : [("/", t("回到首页", "Home"))]
        return "\(ways.map { "<a class=\"btn line\" href=\"\($0.0)\">\($0.1)</a>" as HTML })"
    }

    private var next: (path: String, label: String) {
        switch refusal.status.code {
        case 404: ("/", t("回到首页", "Home"))
        default: wayBack
        }
    }

    /// The page that the refused request most likely came from.
    private var wayBack: (path: String, label: String) {
        let ways = [
            (CheckPage.path, t("回到核对页面", "Back to the check")),
            (TrackPage.path, t("回到进度查询", "Back to following an application")),
            (ApplyPage.path, t("回到申请表", "Back to the application form")),
            (SearchAddress.path, t("回到检索页面", "Back to the search")),
            (ExplorePage.path, t("回到比较页面", "Back to the comparison")),
        ]
        let path = refusal.rawPath
        return ways.first { path == $0.0 || path.hasPrefix($0.0 + "/") } ?? ("/", t("回到首页", "Home"))
    }
}
