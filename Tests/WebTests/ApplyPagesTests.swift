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

    @Test("what is wrong is listed first with links to the fields, everything else stays, and the title says so")
    func wrong() throws {
        let visitor = try Visitor()
        try visitor.get("/requests/new?agency=office")
        let fields = Visitor.fields([
            "id_kind": "citizen_card", "id_number": "110105194912310021", "matter": "查 11010519491231002X",
            "name": "<b>张三</b>\"",
        ])
        try visitor.post("/requests/new", fields, files: [Visitor.proof])
        #expect(visitor.last.status == .unprocessable)
        #expect(visitor.page.contains("<title>错误：有2处需要改正"))
        #expect(visitor.page.contains("请在“证件类型”中改选") && !visitor.page.contains("其他证件号码"))
        let markup = visitor.markup
        #expect(markup.faults == [])
        #expect(markup.tags.contains { $0["role"] == "alert" })
        for field in ["id_number", "matter"] {
            #expect(markup.all("a").contains { $0["href"] == "#\(field)" })
            let tag = try #require(markup.tags.first { $0["id"] == field })
            #expect(tag["aria-invalid"] == "true")
            #expect(
                (tag["aria-describedby"] ?? "").split(separator: " ").allSatisfy { markup.ids.contains(String($0)) })
        }
        #expect(visitor.page.contains("&lt;b&gt;张三&lt;/b&gt;") && !visitor.page.contains("<b>张三"))
        #expect(visitor.page.contains("请删去身份证号码"))
        #expect(visitor.page.contains("已上传：测试张三证件.jpg"), "the file is kept")
        #expect(!visitor.page.contains("110105194912310021\" autocomplete=\"on"))
        try visitor.post("/requests/new", Visitor.fields)
        #expect(visitor.targets.last == "/requests/new/review", "the proof need not be chosen again")
    }

    @Test("a text that is far too long comes back whole, with how long it is and may be")
    func longText() throws {
        let visitor = try Visitor()
        try visitor.get("/requests/new?agency=office")
        let text = String(repeating: "测试路", count: 6_000)
        try visitor.post("/requests/new", Visitor.fields(["matter": text, "delivery": "post"]), files: [Visitor.proof])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains(">\(text)</textarea>"))
        #expect(visitor.page.contains("“需要的政府信息”有18000个字，超过4000个字的上限。"))
        try visitor.post("/requests/new", Visitor.fields(["matter": text + text]))
        #expect(visitor.page.contains("“需要的政府信息”太长，只保留了前20000个字；上限是4000个字。"))
        // What the other answers make needed is not called optional.
        try visitor.post("/requests/new", Visitor.fields(["matter": text, "delivery": "post"]))
        #expect(visitor.page.contains(">通信地址</label>") && visitor.page.contains(">授权委托书（选填）</label>"))
    }

    @Test("a proof that cannot be taken is one mistake, not two")
    func oneMistake() throws {
        let visitor = try Visitor()
        try visitor.get("/requests/new?agency=office")
        try visitor.post("/requests/new", Visitor.fields, files: [("proof", "证件.exe", [0x4D, 0x5A])])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("<title>错误：有1处需要改正"))
        #expect(visitor.page.contains("文件“证件.exe”的格式不能收") && !visitor.page.contains("没有附身份证明"))
        try visitor.post("/requests/new", Visitor.fields(["phone": ""]))
        #expect(visitor.page.contains("<title>错误：有2处需要改正") && visitor.page.contains("没有附身份证明"))
        // The list follows the page, whatever was found first.
        try visitor.post(
            "/requests/new", Visitor.fields(["phone": "", "matter": ""]),
            files: [("attachments", "坏.exe", [0x4D, 0x5A])])
        let places = visitor.markup.all("a").compactMap { $0["href"] }.filter { $0.hasPrefix("#") && $0 != "#main" }
        #expect(places.prefix(4) == ["#phone", "#matter", "#proof", "#attachments"], "\(places)")
    }

    @Test(
        "a mistake is told with the words of the field's label",
        arguments: [
            ("id_number", "12", "citizen_card", "证件号码"), ("id_number", "1", "passport", "证件号码"),
            ("phone", "abc", "passport", "联系电话"), ("agent_phone", "abc", "passport", "代理人联系电话"),
            ("agent_id_number", "110105194912310021", "passport", "代理人证件号码"), ("postcode", "1", "passport", "邮政编码"),
            ("matter", "", "passport", "需要的政府信息"),
        ])
    func labels(field: String, text: String, kind: String, label: String) throws {
        let visitor = try Visitor()
        try visitor.get("/requests/new?agency=office")
        let agent = [
            "agent": "yes", "agent_name": "测试王五", "agent_id_number": "T11223344", "agent_phone": "000-99887766",
        ]
        try visitor.post(
            "/requests/new", Visitor.fields(agent.merging([field: text, "id_kind": kind]) { $1 }),
            files: [Visitor.proof])
        let lines = visitor.page.components(separatedBy: "<a href=\"#\(field)\">").dropFirst()
        let line = try #require(lines.first?.prefix { $0 != "<" })
        #expect(line.contains("“\(label)”"), "\(line)")
        #expect(!line.contains("公民身份号码") && !line.contains("其他证件号码") && !line.contains("“电话”"), "\(line)")
        #expect(!field.hasPrefix("agent") || !line.contains("证件类型"), "an agent has no such field")
        let labels = visitor.page.components(separatedBy: "<label for=\"\(field)\">").dropFirst()
        #expect(labels.first?.hasPrefix(label) == true, "\(labels.first?.prefix(40) ?? "")")
    }

    @Test(
        "a field that comes more than once where the page sends it once is refused by its name",
        arguments: [("phone", "联系电话"), ("matter", "需要的政府信息"), ("agency", "受理机关"), ("csrf", "表单校验")])
    func repeated(field: String, label: String) throws {
        let visitor = try Visitor()
        try visitor.get("/requests/new?agency=office")
        try visitor.post("/requests/new", Visitor.fields + [(field, "另一个")], files: [Visitor.proof])
        #expect(visitor.last.status == .badRequest && visitor.page.contains("表单里的“\(label)”出现了不止一次"))
        #expect(!visitor.page.contains("另一个") && visitor.markup.faults == [])
        #expect(try visitor.fixture.ledger.drafts.count() == 0)
        try visitor.get("/requests/new?agency=office")
        try visitor.post("/requests/new", Visitor.fields, files: [Visitor.proof, Visitor.proof])
        #expect(visitor.last.status == .badRequest && visitor.page.contains("“身份证明”出现了不止一次"))
    }

    @Test("another type of applicant shows its own fields, and loses nothing")
    func types() throws {
        let visitor = try Visitor()
        try visitor.get("/requests/new?agency=office")
        try visitor.post("/requests/new", Visitor.fields(["applicant_type": "research_institution", "go": "type"]))
        #expect(visitor.last.status == .ok && visitor.page.contains("id=\"credit_code\""))
        // Those of the other types stand aside for the script alone.
        let parts = visitor.page.components(separatedBy: "<template ")
        #expect(parts.count == 2 && !parts[0].contains("id=\"id_number\"") && parts[0].contains("id=\"credit_code\""))
        #expect(parts[1].prefix { $0 != ">" }.contains("data-name=\"姓名\"") && parts[1].contains("id=\"id_number\""))
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

    @Test("a wrong or large file is named, a body that is no form is refused with a sentence")
    func files() throws {
        var limits = ApplicationLimits()
        limits.fileBytes = 1_000
        let visitor = try Visitor(limits: limits)
        try visitor.get("/requests/new?agency=office")
        try visitor.post(
            "/requests/new", Visitor.fields,
            files: [
                Visitor.proof, ("attachments", "大.pdf", Array("%PDF-".utf8) + [UInt8](repeating: 32, count: 2_000)),
                ("attachments", "坏.exe", [0x4D, 0x5A]),
            ])
        #expect(visitor.last.status == .unprocessable)
        #expect(visitor.page.contains("大.pdf") && visitor.page.contains("坏.exe"))
        #expect(visitor.page.contains("已上传：测试张三证件.jpg"))
        let site = visitor.fixture.site
        #expect(site.bodyRule(for: .post, path: try RequestPath("/requests/new")).bytes == limits.formBytes)
        let request = try Request(
            method: .post, target: "/requests/new", headers: Headers([("Content-Type", "application/json")]),
            body: Array("{}".utf8))
        #expect(site.respond(to: request).status == .unsupportedMediaType)
    }

    @Test("a file over the limit of the whole form is named with what to do, and nothing else is lost")
    func overTheForm() throws {
        var limits = ApplicationLimits()
        limits.fileBytes = 100_000
        limits.attachments = 1
        let visitor = try Visitor(limits: limits)
        try visitor.get("/requests/new?agency=office")
        let pdf = Array("%PDF-".utf8)
        let (large, half) = (
            pdf + [UInt8](repeating: 32, count: 5_000_000), pdf + [UInt8](repeating: 32, count: 99_000)
        )
        try visitor.post(
            "/requests/new", Visitor.fields, files: [("attachments", "大.pdf", large), Visitor.proof])
        #expect(visitor.last.status == .unprocessable && visitor.markup.faults == [])
        #expect(visitor.page.contains("文件“大.pdf”超过 0 MB，没有收下。请缩小图片或者分成几份后重新选择；其他文件已经保留。"))
        #expect(visitor.page.contains("已上传：测试张三证件.jpg") && visitor.page.contains("测试路改造工程的验收报告</textarea>"))
        #expect(visitor.markup.all("a").contains { $0["href"] == "#attachments" })
        // Each small enough by itself, but not all of them together.
        let several = (1...5).map { (field: "attachments", name: "\($0).pdf", bytes: half) }
        try visitor.post("/requests/new", Visitor.fields, files: several)
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("已上传：1.pdf"))
        #expect(visitor.page.contains("文件“2.pdf”没有收下：其他材料最多 1 份"))
        #expect(visitor.page.contains("文件“4.pdf”没有收下：一次提交的文件合计不能超过 0 MB。"))
        try visitor.post("/requests/new", Visitor.fields(["go": "save"]), files: [("attachments", "大.pdf", large)])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("已经保存"))
        // The longest name that a file can have.
        let long = String(repeating: "长", count: 251) + ".exe"
        try visitor.post("/requests/new", Visitor.fields, files: [("attachments", long, [0x4D, 0x5A])])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("文件“长长长"))
        // A whole folder that was chosen by mistake.
        try visitor.post(
            "/requests/new", Visitor.fields, files: (1...300).map { ("attachments", "\($0).pdf", Array("%PDF-".utf8)) })
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("文件“300.pdf”没有收下"))
        #expect(visitor.page.contains("测试路改造工程的验收报告</textarea>"))
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
