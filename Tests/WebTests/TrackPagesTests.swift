import CivilTime
import Foundation
import HTTPCore
import Ledger
import Service
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite("Pages for following")
struct TrackPagesTests {
    @Test("an applicant corrects, gets the letters and the answer, confirms, rates and learns the remedies")
    func wholeWay() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.open(told.number.uppercased(), told.code.lowercased())
        #expect(visitor.page.contains("等待与您确认收到") && visitor.page.contains("测*"))
        #expect(!visitor.page.contains("测试张三<"))
        try visitor.office(
            #"{"act":"request.confirm_receipt","subject":"2025-1","day":"2025-06-03"}"# + "\n"
                + #"{"act":"request.ask_correction","subject":"2025-1","day":"2025-06-03","points":"请写明<年份>","deadline":"2025-06-30"}"#,
            on: "2025-06-03")
        try visitor.get("/requests/track/case")
        #expect(visitor.page.contains("等您补正") && visitor.page.contains("请写明&lt;年份&gt;"))
        #expect(visitor.markup.faults == [])
        try visitor.post("/requests/track/correction", [("matter", "")])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("href=\"#matter\""))
        #expect(visitor.page.contains("没有填写“补正后的申请内容”。") && !visitor.page.contains("（matter）"))
        try visitor.post(
            "/requests/track/correction", [("matter", "2024年测试路改造工程的验收报告")],
            files: [("attachments", "说明.pdf", Array("%PDF-1%%EOF".utf8))])
        #expect(visitor.targets.last == "/requests/track/case?done=correction")
        #expect(visitor.page.contains("补正已经收到") && visitor.page.contains("说明.pdf"))
        #expect(visitor.page.contains("最迟答复") && visitor.page.contains("class=\"cal\""))
        try visitor.office(
            #"{"act":"request.decide","subject":"2025-1","day":"2025-06-03","leaf":"unable_not_held","not_held_ground":"nonexistent","search":{"places":"档案室","terms":"测试路","day":"2025-06-03"}}"#,
            on: "2025-06-03")
        try visitor.get("/requests/track/case")
        let letters = visitor.markup.all("a").compactMap { $0["href"] }.filter {
            $0.hasPrefix("/requests/track/letters/")
        }
        #expect(letters.count == 4)
        for letter in letters {
            try visitor.get(letter)
            #expect(visitor.last.status == .ok && visitor.markup.faults == [])
            #expect(visitor.page.contains("测试张三：") && visitor.page.contains("测试市测试局"))
            let file = try #require(visitor.markup.all("a").compactMap { $0["href"] }.first { $0.hasSuffix("/docx") })
            try visitor.get(file)
            #expect(visitor.last.status == .ok && visitor.last.headers["Cache-Control"] == "no-store")
            #expect(visitor.last.headers["Content-Disposition"]?.contains("attachment") == true)
        }
        try visitor.get(letters[letters.count - 1])
        #expect(visitor.page.contains("该政府信息不存在") && visitor.page.contains("6个月内向人民法院"))
        try visitor.get("/requests/track/letters/99")
        #expect(visitor.last.status == .notFound)
        try visitor.get("/requests/track/case")
        try visitor.post("/requests/track/received", [])
        #expect(visitor.page.contains("已经记下您收到了答复"))
        #expect(visitor.page.contains("送达，在答复期限以内。") && visitor.page.contains("class=\"cal\""))
        #expect(visitor.page.contains("最迟2025年8月4日") && visitor.page.contains("最迟2025年12月3日"))
        try visitor.post("/requests/track/rating", [])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("没有选择评价"))
        try visitor.post("/requests/track/rating", [("grade", "satisfied"), ("remark", "谢谢")])
        #expect(visitor.page.contains("谢谢您的评价") && visitor.page.contains("您作了评价：满意"))
        try visitor.post("/requests/track/message", [("text", "还有一个问题")])
        #expect(visitor.page.contains("收到您的来文"))
    }

    @Test(
        "days counted over a year whose holidays are not announced are said to be provisional, on every page that has one"
    )
    func provisional() throws {
        // Noon of 2080-12-20, long before anyone arranges the holidays of that year and the next.
        let day = try #require(Day("2080-12-20"))
        let start = try #require(Day("2025-06-03"))
        let visitor = try Visitor(later: Int(day.number - start.number) * 86_400)
        let told = try visitor.apply()
        #expect(visitor.page.components(separatedBy: "（暂定：放假安排尚未公布，日期可能变动）").count == 3, "the receipt")
        try visitor.open(told.number, told.code)
        #expect(!visitor.page.contains("暂定"), "no day is said yet")
        try visitor.office(
            #"{"act":"request.confirm_receipt","subject":"2080-1","day":"2080-12-20"}"#, on: "2080-12-20")
        try visitor.get("/requests/track/case")
        #expect(visitor.page.contains("（暂定：放假安排尚未公布，日期可能变动）") && visitor.page.contains("其中有的年份放假安排尚未公布"))
        #expect(visitor.markup.faults == [])
        let letter = try #require(
            visitor.markup.all("a").compactMap { $0["href"] }.last { $0.hasPrefix("/requests/track/letters/") })
        try visitor.get(letter)
        #expect(visitor.page.contains("（暂定：放假安排尚未公布，日期有变动的另行告知）"))
        // In an announced year nothing of that is said.
        let usual = try Visitor()
        _ = try usual.apply()
        #expect(!usual.page.contains("暂定"))
    }

    @Test("a refusal says that a review must come first")
    func refusal() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.office(
            #"{"act":"request.confirm_receipt","subject":"2025-1","day":"2025-06-03"}"# + "\n"
                + #"{"act":"request.decide","subject":"2025-1","day":"2025-06-03","leaf":"denied_internal_affairs","internal_kind":"workflow","reasons":"属于内部工作流程","role":"leader","actor":"wang-wu","drafter":"li-si"}"#,
            on: "2025-06-03")
        try visitor.open(told.number, told.code)
        try visitor.post("/requests/track/received", [])
        #expect(visitor.page.contains("应当先向") && visitor.page.contains("复议决定"))
        #expect(!visitor.page.contains("也可以直接向人民法院"))
    }

    @Test("wrong number or code give one answer, and tries are bounded by address and by number")
    func wrong() throws {
        var limits = RequestDeskLimits()
        limits.triesPerAddress = 4
        limits.triesPerNumber = 6
        let visitor = try Visitor(requests: limits)
        let told = try visitor.apply()
        var pages: Set<String> = []
        for (number, code) in [
            (told.number, "22222-22222"), ("office-2025-77", told.code), ("nobody-2025-1", told.code),
        ] {
            try visitor.open(number, code)
            #expect(visitor.last.status == .forbidden)
            pages.insert(
                visitor.page.replacing(number, with: "").replacing(visitor.field("csrf") ?? "-", with: ""))
        }
        #expect(pages.count == 1, "nothing tells which of the two was wrong")
        for _ in 1...8 {
            try visitor.open(told.number, told.code)
            #expect(visitor.targets.last == "/requests/track/case", "only wrong tries count")
        }
        try visitor.open(told.number, "22222-33333")
        #expect(visitor.last.status == .forbidden)
        try visitor.open(told.number, told.code)
        #expect(visitor.last.status == .tooManyRequests && visitor.last.headers["Retry-After"] != nil)
        for last in 10..<14 {
            visitor.address = "198.51.100.\(last)"
            try visitor.open(told.number, "33333-33333")
        }
        visitor.address = "198.51.100.99"
        try visitor.open(told.number, told.code)
        #expect(visitor.last.status == .tooManyRequests, "a number is tried from many addresses")
        visitor.clock.advance(3_600)
        try visitor.open(told.number, told.code)
        #expect(visitor.targets.last == "/requests/track/case")
    }

    @Test("a session ends by itself and by the button, and what was written comes along")
    func session() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.open(told.number, told.code)
        visitor.clock.advance(31 * 60)
        try visitor.post("/requests/track/message", [("text", "写了很久的内容")])
        #expect(visitor.last.status == .forbidden && visitor.page.contains("离开得久了"))
        try visitor.submit("/requests/track", [("number", told.number), ("code", told.code)])
        #expect(visitor.last.status == .ok && visitor.page.contains(">写了很久的内容</textarea>"))
        try visitor.post("/requests/track/message", [("text", "写了很久的内容")])
        #expect(visitor.page.contains("已经收到"))
        try visitor.post("/requests/track/message", [("text", "别处来的")], token: "wrong")
        #expect(visitor.last.status == .forbidden && visitor.page.contains(">别处来的</textarea>"))
        try visitor.submit("/requests/track/leave")
        #expect(visitor.targets.last == "/requests/track")
        try visitor.get("/requests/track/case")
        #expect(visitor.targets.last == "/requests/track")
    }

    @Test("the cookie of a session cannot be read, made up or moved, and goes to these pages only")
    func cookie() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.open(told.number, told.code)
        let name = try #require(visitor.cookies.keys.first { $0.hasPrefix("gongkai_track") })
        #expect(name == "gongkai_track /requests/track")
        let value = try #require(visitor.cookies[name])
        #expect(!value.contains("2025") && !value.contains("office"))
        for forged in ["", "x", value.dropLast(2) + "00", "a.b", String(repeating: "0", count: 5_000)] {
            let request = try Request(
                method: .get, target: "/requests/track/case", headers: Headers([("Cookie", "gongkai_track=\(forged)")]))
            #expect(visitor.fixture.site.respond(to: request).status == .seeOther)
        }
        let header = visitor.last.headers.all("Set-Cookie").first { $0.hasPrefix("gongkai_track") }
        #expect(header?.contains("HttpOnly") == true && header?.contains("SameSite=Strict") == true)
    }

    @Test("a message is shown as new once, its file and that of the answer are downloads for their applicant alone")
    func given() throws {
        let visitor = try Visitor()
        let (one, two) = (try visitor.apply(), try visitor.apply())
        try visitor.office(
            #"{"act":"request.send_message","subject":"2025-1","day":"2025-06-03","text":{"text":"请看<b>附件</b>"},"papers":[{"file":"说明\"<x>.pdf"}]}"#
                + "\n" + #"{"act":"request.confirm_receipt","subject":"2025-1","day":"2025-06-03"}"# + "\n"
                + #"{"act":"request.decide","subject":"2025-1","day":"2025-06-03","leaf":"disclosed","mode":"supplied","access":"在本页下载","files":[{"file":"合同"}]}"#,
            on: "2025-06-03")
        try visitor.open(one.number, one.code)
        #expect(visitor.page.contains("新消息") && visitor.page.contains("请看&lt;b&gt;附件&lt;/b&gt;"))
        #expect(visitor.markup.faults == [])
        let links = visitor.markup.all("a").compactMap { $0["href"] }.filter { $0.hasPrefix(CaseFiles.path) }
        #expect(links.count == 2)
        for (link, name) in zip(links, ["合同.pdf", "说明\"<x>.pdf"]) {
            try visitor.get(link)
            #expect(visitor.last.status == .ok && visitor.page.hasPrefix("%PDF-1.7 "))
            let headers = visitor.last.headers
            #expect(headers["Content-Type"] == "application/pdf" && headers["Cache-Control"] == "no-store")
            #expect(headers["Content-Disposition"] == "attachment; filename*=UTF-8''\(PercentEncoding.encode(name))")
            #expect(headers["Content-Security-Policy"] == "default-src 'none'; sandbox")
            #expect(headers["X-Content-Type-Options"] == "nosniff")
        }
        try visitor.get(LetterPage.path + "/4")
        #expect(visitor.page.contains("<p>附件：合同.pdf</p>"))
        try visitor.get("/requests/track/case")
        #expect(!visitor.page.contains("新消息") && visitor.page.contains("您查看了机关的消息"))
        try visitor.submit("/requests/track/leave")
        for link in links {
            try visitor.get(link)
            #expect(visitor.targets.last == "/requests/track", "nobody takes a file without number and code")
        }
        try visitor.open(two.number, two.code)
        for link in links + [CaseFiles.path + "/x", CaseFiles.path + "/%2e"] {
            guard let response = try? visitor.get(link) else { continue }
            #expect(
                [Status.notFound, .badRequest].contains(response.status), "another's application has another's files")
        }
    }

    @Test("a letter says what was asked when it was made, and bears its number")
    func letters() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.office(
            #"{"act":"request.confirm_receipt","subject":"2025-1","day":"2025-06-03"}"# + "\n"
                + #"{"act":"request.ask_correction","subject":"2025-1","day":"2025-06-03","points":"请写明年份","deadline":"2025-06-30"}"#
                + "\n"
                + #"{"act":"request.receive_correction","subject":"2025-1","day":"2025-06-03","matter":"2024年的合同"}"#
                + "\n"
                + #"{"act":"request.decide","subject":"2025-1","day":"2025-06-03","leaf":"disclosed","mode":"supplied","access":"在本页下载"}"#,
            on: "2025-06-03")
        try visitor.open(told.number, told.code)
        let links = visitor.markup.all("a").compactMap { $0["href"] }.filter { $0.hasPrefix(LetterPage.path) }
        #expect(links.count == 4)
        for (place, link) in links.enumerated() {
            try visitor.get(link)
            let isLater = place == 3
            #expect(visitor.page.contains("“测试路改造工程的验收报告”") == !isLater, "\(link)")
            #expect(visitor.page.contains("“2024年的合同”") == isLater, "\(link)")
        }
    }

    @Test("an application is taken back only after it was asked once more")
    func withdraw() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.open(told.number, told.code)
        try visitor.get("/requests/track/withdraw")
        #expect(visitor.page.contains("确定撤回吗") && visitor.markup.faults == [])
        try visitor.post("/requests/track/withdraw", [])
        #expect(visitor.page.contains("申请已经撤回") && visitor.page.contains("您已撤回，办理终止"))
        #expect(!visitor.page.contains("等待确认") && !visitor.page.contains("期限怎么算的"))
        try visitor.get("/requests/track/withdraw")
        #expect(visitor.targets.last == "/requests/track/case")
    }

    @Test("once an application was taken back while its period ran, no last day is shown any more")
    func withdrawnWhileRunning() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.office(
            #"{"act":"request.confirm_receipt","subject":"2025-1","day":"2025-06-03"}"#, on: "2025-06-03")
        try visitor.open(told.number, told.code)
        #expect(visitor.page.contains("最迟答复") && visitor.page.contains("class=\"cal\""))
        try visitor.post("/requests/track/withdraw", [])
        #expect(visitor.page.contains("您已经撤回申请，答复期限不再计算。") && visitor.markup.faults == [])
        #expect(!visitor.page.contains("最迟答复") && !visitor.page.contains("class=\"cal\""))
    }

    @Test("an answer that waits to be taken says so, with how its period was counted")
    func waiting() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.office(
            #"{"act":"request.confirm_receipt","subject":"2025-1","day":"2025-06-03"}"# + "\n"
                + #"{"act":"request.decide","subject":"2025-1","day":"2025-06-03","leaf":"disclosed","mode":"supplied","access":"在本页下载"}"#,
            on: "2025-06-03")
        try visitor.open(told.number, told.code)
        #expect(visitor.page.contains("已作出答复，等您查收") && visitor.page.contains("答复已经作出，等您查收。期限是这样算的："))
    }

    @Test("nothing personal stands in an address, a log, another's page, or readable in the database")
    func privacy() throws {
        let said = Mutex<[String]>([])
        let visitor = try Visitor(observe: { problem in said.withLock { $0.append(problem.description) } })
        let told = try visitor.apply()
        try visitor.open(told.number, told.code)
        try visitor.post(
            "/requests/track/message", [("text", "测试张三的补充")],
            files: [("attachments", "私密.pdf", Array("%PDF-私密内容%%EOF".utf8))])
        try visitor.get("/requests/track/case")
        let targets = visitor.targets.joined(separator: "\n")
        let secrets = ["测试张三", "T00998877", "55667788", "zhangsan", "私密", told.code, told.number]
        for secret in secrets {
            #expect(
                !targets.contains(secret) && !targets.contains(PercentEncoding.encode(secret)), "\(secret.prefix(2))")
            #expect(!said.withLock { $0.joined() }.contains(secret))
        }
        let bytes = try visitor.fixture.databaseBytes()
        for secret in secrets.dropLast() {
            #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret.prefix(2))")
        }
        for target in ["/", "/agencies/office", "/requests/new", "/requests/track", "/reports"] {
            let other = try visitor.fixture.get(target)
            #expect(!secrets.contains { other.text.contains($0) }, "\(target)")
        }
    }

    @Test("hostile words are shown as words, on every page of an application", arguments: ["zh", "en"])
    func hostile(language: String) throws {
        let visitor = try Visitor()
        try visitor.get("/requests/new?agency=office&lang=\(language)")
        let nasty = "<script>alert(1)</script>\"'><img src=x onerror=1> ${7*7} {{7}} 测试"
        try visitor.post("/requests/new", Visitor.fields(["matter": nasty, "name": nasty]), files: [Visitor.proof])
        #expect(visitor.targets.last == "/requests/new/review")
        #expect(visitor.markup.faults == [] && !visitor.page.contains("<script"))
        try visitor.submit("/requests/new/review")
        #expect(visitor.markup.faults == [] && !visitor.page.contains("<script") && !visitor.page.contains("<img"))
    }
}
