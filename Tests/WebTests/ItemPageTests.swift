import CivilTime
import Disclosure
import HTTPCore
import Ledger
import Service
import TestSupport
import Testing

@testable import Web

@Suite("Pages of items and their files")
struct ItemPageTests {
    /// A site with one office whose items a test publishes.
    private struct Desk {
        let fixture: WebFixture
        let code: AgencyCode

        init(_ settings: SiteSettings = SiteSettings()) throws {
            fixture = try WebFixture(settings: settings)
            code = try #require(AgencyCode("desk"))
            try fixture.ledger.offices.put(Office(code: code, fullName: try #require(PlainLine("测试市<局>"))))
        }

        func act(_ lines: String, as role: String = "officer", by actor: String = "o-1") throws {
            let calendar = try OfficialCalendar.load()
            let acts = PerformActs(ledger: fixture.ledger, calendar: calendar, vault: nil)
            let outcome = try LoadActs(acts).run(
                Array(lines.utf8), by: .init(agency: "desk", actor: actor, role: role), at: WebFixture.now)
            if case .refused(let problems) = outcome {
                Issue.record("\(problems.flatMap(\.findings).map(\.message))")
            }
        }

        /// Drafts, reviews and publishes.
        func publish(_ name: String, _ paper: Paper, fields: String = "", verb: String = "draft") throws {
            try fixture.ledger.papers.keep(paper, at: WebFixture.now)
            try act(
                #"{"act":"item.\#(verb)","subject":"\#(name)","day":"2025-06-03","title":"测试<办法>","formed":"2025-06-03","category":"art20_1","topic":"测试主题","keywords":["甲词","乙词"],"document_number":"测发〔2025〕1号","body":"\#(paper.reference)"\#(fields)}"#
            )
            try review(name)
        }

        func review(_ name: String) throws {
            try act(#"{"act":"item.submit","subject":"\#(name)","day":"2025-06-03","secrecy":"不涉密"}"#)
            try act(#"{"act":"item.approve","subject":"\#(name)","day":"2025-06-03"}"#, as: "reviewer", by: "o-2")
            try act(#"{"act":"item.approve","subject":"\#(name)","day":"2025-06-03"}"#, as: "leader", by: "o-3")
            try act(
                #"{"act":"item.publish","subject":"\#(name)","day":"2025-06-04","index":"X/\#(name)","channels":["website"]}"#
            )
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
            "<meta name=\"ArticleTitle\" content=\"测试&lt;办法&gt;\">", "<meta name=\"PubDate\" content=\"2025-06-04\">",
            "<meta name=\"ContentSource\" content=\"测试市&lt;局&gt;\">", "<meta name=\"ColumnName\" content=\"法定主动公开内容\">",
            "<meta name=\"Keywords\" content=\"甲词,乙词\">", "rel=\"canonical\" href=\"/info/desk.i-1\"",
        ] { #expect(page.contains(text), "\(text)") }
        #expect(PageMarkup(page).faults == [])
        #expect(try desk.fixture.page("/info/desk.i-1?lang=en").contains("Published by"))
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
        #expect(try desk.fixture.get("/info/desk.i-1/files/2/%E8%AF%B4%E6%98%8E.txt").status == .notFound)
        #expect(try !desk.fixture.page("/agencies/desk/published").contains("desk.i-1"))
        #expect(try !desk.fixture.get("/feed.xml").text.contains("desk.i-1"))
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
}
