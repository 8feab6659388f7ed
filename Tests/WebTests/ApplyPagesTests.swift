import Foundation
import HTTPCore
import Ledger
import Service
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite("Pages for applying")
struct ApplyPagesTests {
    @Test("from the choice of the office to the receipt without a script, and a reload registers nothing more")
    func wholeWay() throws {
        let visitor = try Visitor()
        try visitor.get("/requests/new?matter=%E6%B5%8B%E8%AF%95%E8%B7%AF")
        #expect(visitor.page.contains("向哪个机关申请"))
        let link = try #require(
            visitor.markup.all("a").compactMap { $0["href"] }.first { $0.contains("agency=office") })
        try visitor.get(link.replacing("&amp;", with: "&"))
        #expect(visitor.page.contains("向测试市测试局申请公开政府信息") && visitor.page.contains(">测试路</textarea>"))
        #expect(visitor.markup.faults == [])
        let told = try visitor.apply()
        #expect(told.number == "office-2025-1" && told.code.count == 11)
        #expect(visitor.page.contains("以双方确认之日为收到申请之日") && visitor.page.contains("最迟2025年7月1日"))
        #expect(visitor.markup.faults == [] && visitor.markup.all("h1").count == 1)
        #expect(visitor.last.headers["Cache-Control"] == "no-store")
        try visitor.get("/requests/new/receipt")
        #expect(visitor.page.contains(told.code))
        try visitor.submit("/requests/new/review")
        #expect(visitor.page.contains(told.code), "a second click shows the same receipt")
        #expect(try visitor.fixture.ledger.entries.count() == 2)
        try visitor.open(told.number, told.code)
        #expect(visitor.targets.last == "/requests/track/case")
    }

    @Test(
        "beside the form stands where else one can apply, where the guide of the office says it, and nothing where not")
    func otherWays() throws {
        let recorded = try Visitor()
        try recorded.office(
            #"""
            {"act":"guide.revise","day":"2025-01-06","classification":"按法定类别划分","arrangement":"按公开日期排列","ways":["在本站查阅"],"unit":{"name":"测试局办公室","address":"测试路1号","hours":"工作日","telephone":"000-00000001","email":"ceshi@example.cn"},"channels":[{"channel":"in_person","conditions":"到办公室"},{"channel":"signed_post","conditions":"寄至测试路1号"}]}
            """#, on: "2025-01-06")
        try recorded.get("/requests/new?agency=office")
        for part in ["当面、邮寄或者打电话", "测试路1号", "000-00000001", "href=\"/agencies/office/guide\""] {
            #expect(recorded.page.contains(part), "\(part)")
        }
        #expect(recorded.markup.faults == [])
        let unrecorded = try Visitor()
        try unrecorded.get("/requests/new?agency=office")
        #expect(!unrecorded.page.contains("当面、邮寄或者打电话"))
    }

    @Test("the types of applicants and documents have English words")
    func english() throws {
        let visitor = try Visitor()
        try visitor.get("/requests/new?agency=office&lang=en")
        #expect(visitor.page.contains("A natural person") && visitor.page.contains(">Passport</option>"))
        #expect(!visitor.page.contains("自然人</label>") && !visitor.page.contains(">护照<"))
    }

    @Test(
        "the review says how the receipt is confirmed by the contact that was given",
        arguments: [
            (["phone": ""], "机关发电子邮件与您确认"), (["phone": "0595-12345678 转 12"], "机关打电话与您确认"),
            (["phone": "", "email": "", "address": "测试市测试路1号"], "机关寄信与您确认"),
        ])
    func confirming(changed: [String: String], said: String) throws {
        let visitor = try Visitor()
        try visitor.get("/requests/new?agency=office")
        try visitor.post("/requests/new", Visitor.fields(changed), files: [Visitor.proof])
        #expect(visitor.targets.last == "/requests/new/review" && visitor.page.contains(said))
    }

    @Test("another type of applicant shows its own fields, and loses nothing")
    func types() throws {
        let visitor = try Visitor()
        try visitor.get("/requests/new?agency=office")
        try visitor.post("/requests/new", Visitor.fields(["applicant_type": "research_institution", "go": "type"]))
        #expect(visitor.last.status == .ok && visitor.page.contains("id=\"credit_code\""))
        // Those of the other types stand aside for the script alone.
        let parts = visitor.page.components(separatedBy: "<template ")
        #expect(parts.count == 2 && !parts[0].contains(">护照<") && parts[0].contains("id=\"credit_code\""))
        #expect(
            parts[1].prefix { $0 != ">" }.contains("data-name=\"姓名\"") && parts[1].contains("id=\"id_number-spare\""))
        // Without a code another paper will do; the passport of a person is not offered for one.
        #expect(parts[0].contains(">登记、备案证明<") && parts[0].contains(">证明文件号码（选填）</label>"))
        #expect(!parts[0].contains("T00998877") && parts[1].contains("T00998877"))
        #expect(parts[0].contains("data-name=\"单位名称\"") && visitor.markup.faults == [])
        #expect(visitor.page.contains("测试路改造工程的验收报告"))
        #expect(!visitor.page.contains("role=\"alert\""))
        try visitor.post("/requests/new", Visitor.fields(["go": "save"]))
        #expect(visitor.page.contains("已经保存"))
        visitor.forget("gongkai_visit")
        try visitor.get("/requests/new")
        #expect(visitor.page.contains("测试路改造工程的验收报告"), "the same browser finds it again")
    }

    @Test("a form whose session ended comes back filled with a fresh token, and its files named")
    func session() throws {
        let visitor = try Visitor()
        try visitor.get("/requests/new?agency=office")
        visitor.forget("gongkai_visit")
        try visitor.post("/requests/new", Visitor.fields, files: [Visitor.proof])
        #expect(visitor.last.status == .forbidden)
        #expect(visitor.page.contains("页面打开得太久") && visitor.page.contains("测试路改造工程的验收报告"))
        #expect(visitor.page.contains("测试张三证件.jpg") && visitor.page.contains("请重新选择"))
        #expect(try visitor.fixture.ledger.drafts.count() == 0, "nothing is kept for a form of unknown origin")
        // What was uploaded before is named when it went with the session, and only then.
        try visitor.get("/requests/new?agency=office")
        try visitor.post("/requests/new", Visitor.fields(["phone": "x"]), files: [Visitor.proof])
        let had = try #require(visitor.field("had"))
        #expect(had.hasSuffix("测试张三证件.jpg") && !visitor.page.contains("没有留下"))
        let token = visitor.field("csrf")
        try visitor.post("/requests/new", Visitor.fields(["phone": "x", "had": had]))
        #expect(!visitor.page.contains("没有留下"))
        visitor.forget("gongkai_draft")
        try visitor.post("/requests/new", Visitor.fields + [("had", had)], token: token)
        #expect(visitor.page.contains("文件“测试张三证件.jpg”这次没有留下。"))
        try visitor.post("/requests/new", Visitor.fields, files: [Visitor.proof])
        #expect(visitor.targets.last == "/requests/new/review")
        visitor.clock.advance(25 * 3_600)
        try visitor.submit("/requests/new/review")
        #expect(visitor.last.status == .gone && visitor.page.contains("测试路改造工程的验收报告"))
        #expect(visitor.page.contains("T00998877"))
    }

    @Test("a hidden field that was filled in is shown with a sentence, and nothing is kept")
    func trap() throws {
        let visitor = try Visitor()
        try visitor.get("/requests/new?agency=office")
        try visitor.post("/requests/new", Visitor.fields + [("website", "http://spam.example")])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("请清空那一项"))
        #expect(try visitor.fixture.ledger.drafts.count() == 0)
        #expect(visitor.markup.faults == [])
    }

    @Test("too many forms of one address get 429 with the time to return, filled in; others go on")
    func flood() throws {
        var limits = RequestDeskLimits()
        limits.formsPerHour = 2
        let visitor = try Visitor(requests: limits)
        try visitor.get("/requests/new?agency=office")
        for _ in 0..<2 { try visitor.post("/requests/new", Visitor.fields(["go": "save"])) }
        try visitor.post("/requests/new", Visitor.fields)
        #expect(visitor.last.status == .tooManyRequests)
        let wait = try #require(visitor.last.headers["Retry-After"].flatMap { Int($0) })
        #expect((1...1_801).contains(wait) && visitor.page.contains("以后再试"))
        #expect(visitor.page.contains("测试路改造工程的验收报告"))
        visitor.address = "198.51.100.9"
        try visitor.post("/requests/new", Visitor.fields(["go": "save"]))
        #expect(visitor.last.status == .ok)
        visitor.address = "192.0.2.1"
        visitor.clock.advance(wait)
        try visitor.post("/requests/new", Visitor.fields(["go": "save"]))
        #expect(visitor.last.status == .ok)
    }

    @Test("an address that hands in much waits before each, then is refused until the hour has gone on")
    func waiting() throws {
        var limits = RequestDeskLimits()
        limits.promptApplicationsPerHour = 1
        limits.applicationsPerHour = 2
        limits.waitSeconds = 20
        let visitor = try Visitor(requests: limits)
        _ = try visitor.apply()
        func prepare() throws {
            try visitor.get("/requests/new?agency=office")
            try visitor.post("/requests/new", Visitor.fields, files: [Visitor.proof])
            try visitor.submit("/requests/new/review")
        }
        try prepare()
        #expect(visitor.last.status == .tooManyRequests && visitor.last.headers["Retry-After"] == "20")
        let stamp = try #require(visitor.field("ready"))
        visitor.clock.advance(10)
        try visitor.submit("/requests/new/review")
        #expect(visitor.last.status == .tooManyRequests && visitor.last.headers["Retry-After"] == "10")
        try visitor.submit("/requests/new/review", [("ready", "1" + stamp.dropFirst())])
        #expect(visitor.last.status == .tooManyRequests, "a stamp cannot be made up")
        visitor.clock.advance(30)
        try visitor.submit("/requests/new/review", [("ready", stamp)])
        #expect(visitor.targets.last == "/requests/new/receipt")
        try prepare()
        visitor.clock.advance(30)
        try visitor.submit("/requests/new/review", [("ready", stamp)])
        #expect(visitor.last.status == .tooManyRequests, "a stamp counts for its own draft only")
        visitor.clock.advance(21)
        try visitor.submit("/requests/new/review")
        #expect(visitor.last.status == .tooManyRequests && visitor.page.contains("以后再试"))
        visitor.clock.advance(3_600)
        try visitor.submit("/requests/new/review")
        #expect(visitor.targets.last == "/requests/new/receipt")
    }

    @Test("without a key the pages say how else to apply, with 503, and the log says what is missing")
    func noKey() throws {
        let said = Mutex<[String]>([])
        let visitor = try Visitor(key: false, observe: { problem in said.withLock { $0.append(problem.description) } })
        for target in ["/requests/new", "/requests/new?agency=office", "/requests/track", "/requests/track/case"] {
            try visitor.get(target)
            #expect(visitor.last.status == .unavailable && visitor.page.contains("邮寄"), "\(target)")
        }
        try visitor.post("/requests/new", Visitor.fields)
        #expect(visitor.last.status == .unavailable)
        #expect(said.withLock { $0.contains { $0.contains("no key") } })
    }

    @Test("what is published already is offered before the check, and can be passed by")
    func similar() throws {
        let visitor = try Visitor()
        let lines = """
            {"act":"item.draft","subject":"i-1","day":"2025-05-06","title":"测试路改造工程验收报告","body":"text-1","formed":"2025-05-06","category":"art20_10"}
            {"act":"item.submit","subject":"i-1","day":"2025-05-06","secrecy":"不涉密，可以公开"}
            {"act":"item.approve","subject":"i-1","day":"2025-05-07","role":"reviewer","actor":"wang-wu"}
            {"act":"item.approve","subject":"i-1","day":"2025-05-07","role":"leader","actor":"zhao-liu"}
            {"act":"item.publish","subject":"i-1","day":"2025-05-08","index":"office/2025-00001","channels":["website"]}
            """
        try visitor.office(lines, on: "2025-05-08")
        try visitor.get("/requests/new?agency=office")
        // The script of the form asks the same while it is being filled in.
        #expect(visitor.markup.all("textarea").contains { $0["data-offers"] == "/requests/new/offers" })
        let asked = try visitor.submit("/requests/new/offers", [("matter", "我想了解测试路改造工程的验收报告")])
        #expect(asked.text.contains("测试路改造工程验收报告") && asked.text.contains("\"url\":\"/info/office.i-1\""))
        #expect(asked.headers["Cache-Control"] == "no-store")
        #expect(try visitor.submit("/requests/new/offers", [("matter", "测试路改造工程")], token: "x").status == .forbidden)
        #expect(try visitor.submit("/requests/new/offers", [("agency", "nobody")]).status != .ok)
        try visitor.get("/requests/new?agency=office")
        try visitor.post("/requests/new", Visitor.fields, files: [Visitor.proof])
        #expect(visitor.targets.last == "/requests/new/similar")
        #expect(visitor.page.contains("测试路改造工程验收报告") && visitor.markup.faults == [])
        #expect(visitor.markup.all("a").contains { $0["href"] == "/requests/new/review" })
        try visitor.get("/requests/new/review")
        try visitor.submit("/requests/new/review")
        #expect(visitor.targets.last == "/requests/new/receipt")
        let office = try #require(AgencyCode("office"))
        let suggest = SuggestPublished(ledger: visitor.fixture.ledger)
        for text in ["", "报告", "2025年度有关情况", "完全无关的内容"] {
            #expect(try suggest.run(text, of: office).isEmpty, "\(text)")
        }
    }

    @Test("a form that was opened at one server is taken by another with the same key, and by no other")
    func servers() throws {
        let (one, two) = (try Visitor(), try Visitor())
        try one.get("/requests/track")
        let cookie = try #require(one.last.headers["Set-Cookie"]?.split(separator: ";").first)
        for (fixture, isTaken) in [(two.fixture, true), (try WebFixture(key: false), false)] {
            let answer = try fixture.upload(
                file: ("a.txt", Array("年报".utf8)), token: one.field("csrf"), cookies: [String(cookie)])
            #expect((answer.status == .forbidden) == !isTaken, "\(answer.status)")
        }
    }

    @Test("an unknown office is answered with the choice of those there are")
    func unknownOffice() throws {
        let visitor = try Visitor()
        for code in ["nobody", "%FF%00", "..", String(repeating: "a", count: 500)] {
            let response = try? visitor.get("/requests/new?agency=\(code)")
            guard let response else { continue }
            #expect([Status.notFound, .badRequest].contains(response.status))
        }
        try visitor.get("/requests/new?agency=nobody")
        #expect(visitor.page.contains("没有这个机关") && visitor.page.contains("agency=office"))
        try visitor.get("/requests/new?office=%E8%A1%97%E9%81%93")
        #expect(visitor.page.contains("测试街道") && !visitor.page.contains("测试市测试局"))
    }
}
