internal import Markup

/// How the interface behaves, as labels and sentences with the limits of this site.
struct InterfaceManners {
    let settings: SiteSettings
    let t: Wording

    var html: HTML {
        let lines = all.map { line -> HTML in "<dt>\(line.label.html(t))</dt><dd>\(CodedText(line.text).html(t))</dd>\n"
        }
        return "<dl class=\"pairs\">\n\(lines)</dl>\n"
    }

    private var all: [(label: Sentence, text: Sentence)] {
        [
            (
                Sentence("翻页", "Pages of a list"),
                Sentence(
                    "一页50条，`limit` 可以要1到200条（检索1到100条）。`next` 是下一页的网址，应答头 `Link` 里也有；`null` 表示没有了。`after` 不要自己拼。翻页中间有新的信息加入，也不会漏掉、不会重复。",
                    "A page has 50 entries; `limit` asks for 1 to 200 (1 to 100 of a search). `next` is the address of the page behind, and so says the header `Link`; `null` means that there is none. Do not make up `after` yourself. An entry that comes in between is neither lost nor given twice."
                )
            ),
            (
                Sentence("重复询问", "Asking again"),
                Sentence(
                    "每个应答带 `ETag`。再次询问时放进 `If-None-Match`，内容没有变的应答304，不再传送。`HEAD` 各处都能用。",
                    "Every answer has an `ETag`. Send it in `If-None-Match`: what did not change is answered with 304 and nothing else. `HEAD` works everywhere."
                )
            ),
            (
                Sentence("压缩", "Compression"),
                settings.gzipLevel > 0
                    ? Sentence(
                        "1000字节以上的文字，请求头 `Accept-Encoding` 有 `gzip` 的，压缩后传送。",
                        "Texts of 1,000 bytes and more are packed where `Accept-Encoding` has `gzip`.")
                    : Sentence("本站不压缩。", "This site packs nothing.")
            ),
            (
                Sentence("次数", "How often"),
                Sentence(
                    "取数据一般不限次数。检索每个网络地址一分钟\(settings.searchesPerMinute)次，下载全部数据一分钟\(settings.exportsPerMinute)次，提出申请一小时\(settings.requests.applicationsPerHour)件。超过的应答429，`Retry-After` 说明多少秒以后再来。",
                    "Reading is not limited as a rule. One network address may search \(settings.searchesPerMinute) times a minute, download everything \(settings.exportsPerMinute) times a minute, and hand in \(settings.requests.applicationsPerHour) applications an hour. More is answered with 429, and `Retry-After` says after how many seconds to come back."
                )
            ),
            (
                Sentence("一次多少", "How much at once"),
                Sentence(
                    "统计一次最多\(APIStatistics.cellsAtOnce)个单元格、\(settings.exploreOffices)个机关、\(settings.exploreYears)个年度；要全部数据的，下载 `/explore/all`。",
                    "Statistics take \(APIStatistics.cellsAtOnce) cells, \(settings.exploreOffices) offices and \(settings.exploreYears) years at once; for everything there is `/explore/all`."
                )
            ),
            (
                Sentence("没有数的格", "Cells without a number"),
                Sentence(
                    "`value` 为 `null`，`state` 说明为什么：空白、不适用、读不准、原件没有、格式无此格、没有收录。空白不是0。金额以万元计。",
                    "`value` is `null`, and `state` says why: blank, not applicable, unreadable, absent, not in the form, no report. Blank is not 0. Amounts are in 10,000 yuan."
                )
            ),
            (
                Sentence("其他网站", "Other sites"),
                Sentence(
                    "任何网站的脚本都可以读取公开数据（CORS），不带 Cookie。提出和查询申请的网址除外。",
                    "Scripts of any site may read what is public (CORS), without cookies. The addresses for applications are left out."
                )
            ),
            (
                Sentence("提出和查询申请", "Applications"),
                Sentence(
                    "登记号、查询码和个人信息只写在正文里，不写在网址里。提出申请要有随机的 `Idempotency-Key`：同样的内容重发，不会重复登记。",
                    "Number, code and personal data stand in the body, never in an address. An application needs a random `Idempotency-Key`: the same content sent again is registered once."
                )
            ),
        ]
    }
}
