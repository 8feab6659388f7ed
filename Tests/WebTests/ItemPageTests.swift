import CivilTime
import Disclosure
import HTTPCore
import Ledger
import Service
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite("Pages of items and their files")
struct ItemPageTests {
    /// A site with one office whose items a test publishes.
    private struct Desk {
        let fixture: WebFixture
        let code: AgencyCode

        init(
            _ settings: SiteSettings = SiteSettings(), offices: [String] = [],
            clock: @escaping Site.Clock = Site.steadyClock
        ) throws {
            fixture = try WebFixture(settings: settings, clock: clock)
            code = try #require(AgencyCode("desk"))
            for other in offices {
                try fixture.ledger.offices.put(
                    Office(code: try #require(AgencyCode(other)), fullName: try #require(PlainLine("测试市\(other)局"))))
            }
            try fixture.ledger.offices.put(Office(code: code, fullName: try #require(PlainLine("测试市<局>"))))
        }

        func act(
            _ lines: String, as role: String = "officer", by actor: String = "o-1", in ledger: Ledger? = nil,
            of office: String = "desk"
        ) throws {
            let calendar = try OfficialCalendar.load()
            let acts = PerformActs(ledger: ledger ?? fixture.ledger, calendar: calendar, vault: nil)
            let outcome = try LoadActs(acts).run(
                Array(lines.utf8), by: .init(agency: office, actor: actor, role: role), at: WebFixture.now)
            if case .refused(let problems) = outcome {
                Issue.record("\(problems.flatMap(\.findings).map(\.message))")
            }
        }

        /// Drafts, reviews and publishes.
        func publish(
            _ name: String, _ paper: Paper, fields: String = "", verb: String = "draft", of office: String = "desk"
        ) throws {
            try fixture.ledger.papers.keep(paper, at: WebFixture.now)
            try act(
                #"{"act":"item.\#(verb)","subject":"\#(name)","day":"2025-06-03","title":"测试<办法>","formed":"2025-06-03","category":"art20_1","topic":"测试主题","keywords":["甲词","乙词"],"document_number":"测发〔2025〕1号","body":"\#(paper.reference)"\#(fields)}"#,
                of: office)
            try review(name, of: office)
        }

        func review(_ name: String, of office: String = "desk", on day: String = "2025-06-03") throws {
            try act(#"{"act":"item.submit","subject":"\#(name)","day":"\#(day)","secrecy":"不涉密"}"#, of: office)
            try act(
                #"{"act":"item.approve","subject":"\#(name)","day":"\#(day)"}"#, as: "reviewer", by: "o-2",
                of: office)
            try act(
                #"{"act":"item.approve","subject":"\#(name)","day":"\#(day)"}"#, as: "leader", by: "o-3", of: office)
            let published = day == "2025-06-03" ? "2025-06-04" : day
            try act(
                #"{"act":"item.publish","subject":"\#(name)","day":"\#(published)","index":"X/\#(name)","channels":["website"]}"#,
                of: office)
        }
    }

    private static let paper = Result {
        try Paper(
            "# 一、范围\n\n适用于<测试>。\n\n| 项 | 数 |\n|---|---|\n| 甲 | 1 |",
            files: [
                .init("附 件.html", Array("<script>alert(1)</script>".utf8)), .init("说明.txt", Array("一".utf8)),
                .init("图.svg", Array("<svg/>".utf8)), .init("表.xlsx", [1, 2]), .init("无后缀", [3]),
            ])
    }

    @Test("an item shows what the catalogue says of it, its text and its files, with the tags of the site norm")
    func published() throws {
        let desk = try Desk()
        try desk.publish("i-1", try Self.paper.get())
        let page = try desk.fixture.page("/info/desk.i-1")
        for text in [
            "<h1 id=\"info-h\" lang=\"zh-CN\">测试&lt;办法&gt;</h1>", "X/i-1", "测发〔2025〕1号", "测试主题", "甲词、乙词",
            "<time datetime=\"2025-06-04\">", "<h2>一、范围</h2>", "适用于&lt;测试&gt;。", "<th scope=\"col\">项</th>",
            "href=\"/info/desk.i-1/files/1/%E9%99%84%20%E4%BB%B6.html\"",
            "<meta name=\"ArticleTitle\" content=\"测试&lt;办法&gt;\">",
            "<meta name=\"PubDate\" content=\"2025-06-04 00:00\">",
            "<meta name=\"ContentSource\" content=\"测试市&lt;局&gt;\">", "<meta name=\"ColumnName\" content=\"法定主动公开内容\">",
            "<meta name=\"Keywords\" content=\"甲词,乙词\">", "<meta name=\"Author\" content=\"测试市&lt;局&gt;\">",
            "<meta name=\"Description\" content=\"适用于&lt;测试&gt;。\">",
            "<dt>内容概述</dt><dd lang=\"zh-CN\">适用于&lt;测试&gt;。</dd>",
            "rel=\"canonical\" href=\"/info/desk.i-1\"",
        ] { #expect(page.contains(text), "\(text)") }
        #expect(PageMarkup(page).faults == [])
        #expect(try desk.fixture.page("/info/desk.i-1?lang=en").contains("Published by"))
    }

    @Test(
        "a text file says in which encoding it is",
        arguments: [
            ("a.txt", Array("网站".utf8), "text/plain; charset=utf-8"),
            ("a.txt", [0xCD, 0xF8, 0xD5, 0xBE], "text/plain; charset=gb18030"),
            ("a.txt", [0xFF, 0xFE, 0x51, 0x7F], "text/plain; charset=utf-16"),
            ("a.csv", [0xCD, 0xF8, 0xD5, 0xBE], "text/csv; charset=gb18030"), ("a.pdf", [0xFF], "application/pdf"),
        ] as [(String, [UInt8], String)])
    func encoding(name: String, bytes: [UInt8], expected: String) {
        #expect(ItemHandler.type(of: name, bytes).text == expected)
    }

    @Test(
        "what was never on line, is being changed, is not for everyone or is named wrongly is missing in the same words"
    )
    func missing() throws {
        let desk = try Desk()
        try desk.act(
            #"{"act":"item.draft","subject":"i-2","day":"2025-06-03","title":"未公开","formed":"2025-06-03","category":"art20_1","body":"b-1"}"#
        )
        let answers = try [
            "/info/desk.i-2", "/info/desk.i-9", "/info/nobody.i-1", "/info/x", "/info/desk.i-2/files/1/a",
        ].map {
            try desk.fixture.get($0)
        }
        #expect(answers.allSatisfy { $0.status == .notFound })
        let bodies = Set(answers.map { $0.text.replacing("test-1", with: "") })
        #expect(bodies.count == 1)
        #expect(!answers[0].text.contains("未公开"))
    }

    @Test("a published version stays on line while a change of it is reviewed, and its files with it")
    func underChange() throws {
        let desk = try Desk()
        let paper = try Self.paper.get()
        try desk.publish("i-1", paper)
        let next = try Paper("新的正文", files: [.init("新附件.txt", [1])])
        try desk.fixture.ledger.papers.keep(next, at: WebFixture.now)
        try desk.act(
            #"{"act":"item.amend","subject":"i-1","day":"2025-06-10","title":"新题","formed":"2025-06-10","category":"art20_1","body":"\#(next.reference)"}"#
        )
        let page = try desk.fixture.page("/info/desk.i-1")
        #expect(page.contains("测试&lt;办法&gt;") && !page.contains("新题") && !page.contains("新附件"))
        #expect(try desk.fixture.get("/info/desk.i-1/files/1/%E6%96%B0%E9%99%84%E4%BB%B6.txt").status == .notFound)
        #expect(try desk.fixture.get("/info/desk.i-1/files/2/%E8%AF%B4%E6%98%8E.txt").status == .ok)
    }

    @Test("what was taken back is gone with its reason, without title, text or files")
    func withdrawn() throws {
        let desk = try Desk()
        try desk.publish("i-1", try Self.paper.get())
        _ = try desk.fixture.page("/info/desk.i-1")
        try desk.act(#"{"act":"item.withdraw","subject":"i-1","day":"2025-06-20","reasons":"附件<有误>"}"#)
        let response = try desk.fixture.get("/info/desk.i-1")
        #expect(response.status == .gone && response.headers["Cache-Control"] == "no-store")
        #expect(response.text.contains("附件&lt;有误&gt;") && response.text.contains("2025-06-20"))
        #expect(!response.text.contains("测试&lt;办法&gt;") && !response.text.contains("适用于"))
        #expect(PageMarkup(response.text).faults == [])
        EnglishCheck.expect(try desk.fixture.get("/info/desk.i-1", cookies: ["lang=en"]).text, "withdrawn")
        let file = "/info/desk.i-1/files/2/%E8%AF%B4%E6%98%8E.txt"
        for target in ["/api/v1/items/desk.i-1", "/info/desk.i-1", file, "/info/desk.i-1/files/9/x.txt"] {
            let told = try desk.fixture.get(target, headers: [("Accept", "application/json")])
            #expect(told.status == .gone && told.headers["Content-Type"] == "application/problem+json", "\(target)")
            #expect(told.text.contains("withdrawn_item") && told.text.contains("附件<有误>"), "\(target)")
            #expect(told.text.contains("2025年6月20日") && !told.text.contains("适用于"), "\(target)")
        }
        // The item and its files go by one rule: a page for everyone who does not ask for data.
        for accept in ["text/html,*/*;q=0.8", "*/*", "text/plain"] {
            for target in [file, "/info/desk.i-1"] {
                let browsed = try desk.fixture.get(target, headers: [("Accept", accept)])
                #expect(browsed.status == .gone && browsed.text.contains("附件&lt;有误&gt;"), "\(target) \(accept)")
                let logged = desk.fixture.site.loggedPath(of: try Request(method: .get, target: target), .gone)
                #expect(logged?.contains("{id}") == true, "any name of a file is answered so")
                #expect(PageMarkup(browsed.text).faults == [])
            }
        }
        #expect(try !desk.fixture.page("/agencies/desk/published").contains("desk.i-1"))
        #expect(try !desk.fixture.get("/feed.xml").text.contains("desk.i-1"))
    }

    @Test("an item has one address: the code of its office in other letters leads there for good")
    func canonical() throws {
        let desk = try Desk()
        try desk.publish("i-1", try Self.paper.get())
        for (target, place) in [
            ("/info/DESK.i-1", "/info/desk.i-1"), ("/info/Desk.i-1?lang=en", "/info/desk.i-1?lang=en"),
        ] {
            for _ in 1...2 {
                let answer = try desk.fixture.get(target)
                #expect(answer.status == .permanentRedirect && answer.headers["Location"] == place, "\(target)")
            }
        }
        #expect(try desk.fixture.get("/info/desk.I-1").status == .notFound)
        #expect(try desk.fixture.get("/info/desk.i-1").status == .ok)
    }

    @Test("an act of one office leaves the pages of another kept, and is seen on its own at once")
    func keptPages() throws {
        var settings = SiteSettings()
        settings.freshness = .seconds(3_600)
        let desk = try Desk(settings, offices: ["other"])
        let paper = try Self.paper.get()
        for (office, name) in [("desk", "i-1"), ("desk", "i-2"), ("other", "i-1"), ("other", "i-2")] {
            try desk.publish(name, paper, of: office)
        }
        let before = try desk.fixture.page("/info/other.i-1")
        #expect(try desk.fixture.page("/info/desk.i-2").contains("/info/desk.i-1"))
        try desk.act(#"{"act":"item.withdraw","subject":"i-1","day":"2025-06-20","reasons":"有误"}"#)
        #expect(try desk.fixture.get("/info/desk.i-1").status == .gone)
        #expect(try !desk.fixture.page("/info/desk.i-2").contains("/info/desk.i-1"), "no other page leads there")
        // From here on nothing can be read: what is still shown was kept.
        desk.fixture.close()
        #expect(try desk.fixture.page("/info/other.i-1") == before)
        #expect(try desk.fixture.get("/info/other.i-2").status == .unavailable)
    }

    @Test("what another program takes back is gone after a moment, also where its page is kept in the file")
    func withdrawnElsewhere() throws {
        let clock = PageClock()
        let folder = TemporaryFolder()
        var settings = SiteSettings()
        settings.freshness = .milliseconds(10)
        settings.cacheBytes = 40_000
        settings.pageFolder = folder.path
        settings.pageFileBytes = 1 << 20
        let desk = try Desk(settings, clock: { clock.now })
        #expect(desk.fixture.site.hasPageFile)
        let names = (1...9).map { "i-\($0)" }
        for name in names { try desk.publish(name, try Self.paper.get()) }
        let pages = try names.map { try desk.fixture.page("/info/desk.\($0)") }
        // More than the memory holds: the first are in the file.
        #expect(pages.reduce(0) { $0 + $1.utf8.count } > 60_000)
        #expect(try names.map { try desk.fixture.page("/info/desk.\($0)") } == pages)
        try desk.fixture.asAnotherProgram { ledger in
            try desk.act(
                #"{"act":"item.withdraw","subject":"i-1","day":"2025-06-20","reasons":"有误"}"#, in: ledger)
        }
        clock.advance(.milliseconds(10))
        #expect(try desk.fixture.get("/info/desk.i-1").status == .gone)
        #expect(try desk.fixture.get("/info/desk.i-1?lang=en").status == .gone)
        #expect(try desk.fixture.get("/info/desk.i-9").status == .ok)
    }

    @Test("related items, drawn once for many pages, follow every change of their office, also where no page is kept")
    func relatedItems() throws {
        var settings = SiteSettings()
        settings.freshness = .seconds(3_600)
        settings.cacheBytes = 0
        let desk = try Desk(settings, offices: ["other"])
        for name in ["i-1", "i-2"] { try desk.publish(name, try Self.paper.get()) }
        func related(_ name: String, _ cookies: [String] = []) throws -> String {
            let page = try desk.fixture.page("/info/desk.\(name)", cookies: cookies)
            return String(page.split(separator: "<section class=\"part near\"").dropFirst().joined())
        }
        for _ in 0..<2 {
            #expect(try related("i-1").contains("href=\"/info/desk.i-2\""))
            #expect(try !related("i-1").contains("href=\"/info/desk.i-1\""))
            #expect(try related("i-1", ["lang=en"]).contains("Related"))
        }
        try desk.act(
            #"{"act":"item.draft","subject":"i-9","day":"2025-06-03","title":"未公开","formed":"2025-06-03","category":"art20_1","topic":"测试主题","body":"b-1"}"#
        )
        #expect(try !related("i-1").contains("i-9"), "a draft is not for everyone")
        try desk.publish("i-3", try Self.paper.get())
        #expect(try related("i-1").contains("href=\"/info/desk.i-3\""))
        try desk.act(
            #"{"act":"item.amend","subject":"i-2","day":"2025-06-10","title":"改后的题","formed":"2025-06-10","category":"art20_1","topic":"测试主题","body":"\#(try Self.paper.get().reference)"}"#
        )
        #expect(try !related("i-1").contains("改后的题"), "the version on line is the one before")
        try desk.review("i-2", on: "2025-06-10")
        #expect(try related("i-1").contains("改后的题") && related("i-3").contains("改后的题"))
        #expect(try desk.fixture.page("/info/desk.i-2").contains("改后的题"))
        try desk.act(#"{"act":"item.withdraw","subject":"i-2","day":"2025-06-20","reasons":"有误"}"#)
        #expect(try !related("i-1").contains("i-2") && related("i-3").contains("i-1"))
        try desk.fixture.asAnotherProgram { ledger in
            try desk.act(#"{"act":"item.withdraw","subject":"i-3","day":"2025-06-20","reasons":"有误"}"#, in: ledger)
        }
        // Any write of this program has the state asked for again.
        try desk.publish("o-1", try Self.paper.get(), of: "other")
        #expect(try related("i-1").isEmpty, "none is left")
    }

    @Test("an office that is renamed is named anew on the pages of its items, kept or drawn", arguments: [0, 1 << 20])
    func renamed(cacheBytes: Int) throws {
        var settings = SiteSettings()
        settings.freshness = .seconds(3_600)
        settings.cacheBytes = cacheBytes
        let desk = try Desk(settings)
        for name in ["i-1", "i-2"] { try desk.publish(name, try Self.paper.get()) }
        #expect(try desk.fixture.page("/info/desk.i-1").contains("测试市&lt;局&gt;"))
        try desk.fixture.ledger.offices.put(
            Office(code: desk.code, fullName: try #require(PlainLine("更名后的局")), shortName: PlainLine("更名局")))
        let page = try desk.fixture.page("/info/desk.i-1")
        #expect(page.contains("更名后的局") && page.contains(">更名局</a>") && !page.contains("测试市&lt;局&gt;"))
    }

    @Test("what every page of a site has in common follows its settings, in each view")
    func frames() throws {
        var settings = SiteSettings()
        settings.place = "测试<市>"
        settings.identity.origin = "https://www.example.gov.cn"
        settings.identity.code = "0000000001"
        let desk = try Desk(settings)
        try desk.publish("i-1", try Self.paper.get())
        for (cookies, language, other) in [
            (["view=elder"], "zh-CN", "view=standard&amp;to=%2Finfo%2Fdesk.i-1\""),
            (["contrast=high"], "zh-CN", "contrast=normal&amp;to=%2Finfo%2Fdesk.i-1\""),
            (["lang=en"], "en", "lang=zh&amp;to=%2Finfo%2Fdesk.i-1\""),
            ([], "zh-CN", "lang=en&amp;to=%2Finfo%2Fdesk.i-1\""),
        ] {
            let page = try desk.fixture.page("/info/desk.i-1", cookies: cookies)
            #expect(page.contains("<html lang=\"\(language)\"") && page.contains(other))
            #expect(page.contains(">测试&lt;市&gt;</i>"))
            let name = language == "en" ? "Open Government Information" : "测试&lt;市&gt;政府信息公开"
            #expect(page.contains(" - \(name)</title>"))
            #expect(page.contains("<meta name=\"SiteName\" content=\"测试&lt;市&gt;"))
            #expect(page.contains("<meta name=\"SiteDomain\" content=\"www.example.gov.cn\">"))
            #expect(page.contains("<meta name=\"SiteIDCode\" content=\"0000000001\">"))
            #expect(PageMarkup(page).faults == [])
        }
    }

    @Test("each look of a page is kept for itself")
    func keptLooks() throws {
        let desk = try Desk()
        try desk.publish("i-1", try Self.paper.get())
        for _ in 0..<2 {
            #expect(try !desk.fixture.page("/info/desk.i-1").contains("data-view"))
            #expect(try desk.fixture.page("/info/desk.i-1", cookies: ["view=elder"]).contains("data-view=\"elder\""))
            #expect(
                try desk.fixture.page("/info/desk.i-1", cookies: ["contrast=high"]).contains("data-contrast=\"high\""))
            #expect(try desk.fixture.page("/info/desk.i-1", cookies: ["lang=en"]).contains("Published by"))
            let packed = try desk.fixture.get("/info/desk.i-1", headers: [("Accept-Encoding", "gzip")])
            #expect(packed.headers["Content-Encoding"] == "gzip")
            #expect(packed.headers["ETag"]?.hasPrefix("W/") == true)
            let plain = try desk.fixture.get("/info/desk.i-1")
            #expect(plain.headers["Content-Encoding"] == nil && plain.headers["Vary"] == "Cookie, Accept-Encoding")
            #expect(plain.headers.all("ETag").count == 1 && plain.headers["Strict-Transport-Security"] == nil)
        }
    }

    @Test(
        "a file comes with its own type, to be saved where it could run, and never as a page of this site",
        arguments: [
            (1, "附 件.html", "text/html; charset=utf-8", true), (2, "说明.txt", "text/plain; charset=utf-8", false),
            (3, "图.svg", "image/svg+xml", true), (5, "无后缀", "application/octet-stream", true),
            (4, "表.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", true),
        ])
    func files(number: Int, name: String, type: String, isSaved: Bool) throws {
        let desk = try Desk()
        try desk.publish("i-1", try Self.paper.get())
        let address = "/info/desk.i-1/files/\(number)/\(PercentEncoding.encode(name))"
        let response = try desk.fixture.get(address)
        #expect(response.status == .ok && response.headers["Content-Type"] == type)
        let disposition = "attachment; filename*=UTF-8''\(PercentEncoding.encode(name))"
        #expect(response.headers["Content-Disposition"] == (isSaved ? disposition : nil))
        #expect(response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox")
        #expect(response.headers["X-Content-Type-Options"] == "nosniff")
        #expect(response.headers["Last-Modified"] == "Fri, 09 Jan 2026 23:06:40 GMT")
        #expect(response.body == (try Self.paper.get()).files[number - 1].bytes)
        let tag = try #require(response.headers["ETag"])
        #expect(try desk.fixture.get(address, headers: [("If-None-Match", tag)]).status == .notModified)
        for wrong in ["/info/desk.i-1/files/9/x", "/info/desk.i-1/files/x/x", "/info/desk.i-1/files/\(number)/x"] {
            #expect(try desk.fixture.get(wrong).status == .notFound)
        }
    }

    @Test("an item that holds no longer says so")
    func validity() throws {
        let desk = try Desk()
        try desk.publish("i-1", try Self.paper.get())
        try desk.act(
            #"{"act":"item.change_validity","subject":"i-1","day":"2025-07-01","validity":"repealed","reasons":"新件替代"}"#
        )
        #expect(try desk.fixture.page("/info/desk.i-1").contains("本件已经废止"))
        #expect(try desk.fixture.page("/agencies/desk/published/art20_1").contains("<span class=\"tag off\">废止</span>"))
    }

    @Test("what an item is about comes from its file where it has no text, on its page, in the feed and for programs")
    func summaryOfFile() throws {
        let desk = try Desk()
        let words = "附件第一句。附件第二句。"
        try desk.publish("i-1", try Paper("", files: [.init("说明.txt", Array("附".utf8), text: words)]))
        try desk.publish("i-2", try Paper("", files: [.init("图.png", [1, 2])]))
        let page = try desk.fixture.page("/info/desk.i-1")
        #expect(page.contains("<dt>内容概述</dt><dd lang=\"zh-CN\">\(words)</dd>"))
        #expect(page.contains("<meta name=\"Description\" content=\"\(words)\">"))
        #expect(try desk.fixture.page("/info/desk.i-1?lang=en").contains("<dt>Summary</dt><dd lang=\"zh-CN\">\(words)"))
        let bare = try desk.fixture.page("/info/desk.i-2")
        #expect(!bare.contains("内容概述") && !bare.contains("name=\"Description\""))
        let feed = try desk.fixture.get("/feed.xml").text
        #expect(
            feed.contains("<summary>测发〔2025〕1号　\(words)</summary>")
                && feed.contains("<summary>测发〔2025〕1号　X/i-2</summary>"))
        for target in ["/api/v1/items?office=desk", "/api/v1/items/desk.i-1"] {
            #expect(try desk.fixture.get(target).text.contains("\"summary\":\"\(words)\""), "\(target)")
        }
        #expect(try desk.fixture.get("/api/v1/items/desk.i-2").text.contains("\"summary\":null"))
        let list = try desk.fixture.page("/agencies/desk/published")
        #expect(list.contains("索引号 X/i-1</span>") && list.contains("生成日期 2025-06-03</span>"))
        #expect(!list.contains(words))
    }

    @Test("a text without keywords is given its topic and category, and the time is that of the act of its day")
    func derivedTags() throws {
        var settings = SiteSettings()
        settings.identity.origin = "https://www.example.gov.cn"
        let desk = try Desk(settings)
        let paper = try Paper("正文。")
        try desk.fixture.ledger.papers.keep(paper, at: WebFixture.now)
        let today = WebFixture.now.beijingDay
        for (name, topic) in [("i-1", #""topic":"水利","#), ("i-2", "")] {
            try desk.act(
                #"{"act":"item.draft","subject":"\#(name)","day":"\#(today)","title":"测试","formed":"\#(today)","category":"art20_3",\#(topic)"body":"\#(paper.reference)"}"#
            )
            try desk.review(name, on: today.description)
        }
        let page = try desk.fixture.page("/info/desk.i-1")
        for tag in [
            "\"Keywords\" content=\"水利,规划\"", "\"PubDate\" content=\"\(WebFixture.now.beijingText)\"",
            "\"Url\" content=\"https://www.example.gov.cn/info/desk.i-1\"", "\"Description\" content=\"正文。\"",
        ] { #expect(page.contains("<meta name=\(tag)>"), "\(tag)") }
        #expect(try desk.fixture.page("/info/desk.i-2").contains("<meta name=\"Keywords\" content=\"规划\">"))
    }

    @Test("a broken download of a file goes on where it stopped, as long as the file is the same")
    func ranges() throws {
        let desk = try Desk()
        try desk.publish("i-1", try Paper("", files: [.init("数.bin", Array("0123456789".utf8))]))
        let target = "/info/desk.i-1/files/1/%E6%95%B0.bin"
        let whole = try desk.fixture.get(target)
        let tag = try #require(whole.headers["ETag"])
        #expect(whole.headers["Accept-Ranges"] == "bytes")
        let rest = try desk.fixture.get(
            target, headers: [("Range", "bytes=6-"), ("If-Range", tag), ("Accept-Encoding", "gzip")])
        #expect(rest.status == .partialContent && rest.text == "6789")
        #expect(rest.headers["Content-Range"] == "bytes 6-9/10" && rest.headers["Content-Encoding"] == nil)
        #expect(try desk.fixture.get(target, headers: [("Range", "bytes=10-")]).status == .rangeNotSatisfiable)
        #expect(
            try desk.fixture.get(target, headers: [("Range", "bytes=6-"), ("If-Range", "\"x\"")]).text == "0123456789")
    }

    @Test("the page of what was withdrawn leads to the application to its office")
    func applyAfterWithdrawal() throws {
        let desk = try Desk()
        try desk.publish("i-1", try Self.paper.get())
        try desk.act(#"{"act":"item.withdraw","subject":"i-1","day":"2025-06-10","reasons":"附件有误"}"#)
        let gone = try desk.fixture.get("/info/desk.i-1")
        #expect(gone.status == .gone && gone.text.contains("href=\"/requests/new?agency=desk\""))
    }
}

private final class PageClock: Sendable {
    private let time = Mutex(Duration.zero)

    var now: Duration { time.withLock { $0 } }

    func advance(_ duration: Duration) { time.withLock { $0 += duration } }
}
