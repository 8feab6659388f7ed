import Foundation
import HTTPCore
import Ledger
import Service
import TestSupport
import Testing

@testable import Web

@Suite("Refused forms of the page of a case, and its sessions")
struct TrackRefusalTests {
    private static let pdf = (field: "attachments", name: "说明.pdf", bytes: Array("%PDF-1%%EOF".utf8))
    private static let program = (field: "attachments", name: "bad.exe", bytes: Array("MZ".utf8))
    private static let confirmed = #"{"act":"request.confirm_receipt","subject":"2025-1","day":"2025-06-03"}"#
    private static let asked =
        confirmed + "\n"
        + #"{"act":"request.ask_correction","subject":"2025-1","day":"2025-06-03","points":"请写明年份","deadline":"2025-06-30"}"#

    @Test(
        "files that come with a refused message are kept, sealed, and need not be chosen again",
        arguments: ["zh", "en"])
    func message(language: String) throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.open(told.number, told.code)
        try visitor.post(
            "/requests/track/message?lang=\(language)", [("text", "补充<一>")], files: [Self.pdf, Self.program])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains(">补充&lt;一&gt;</textarea>"))
        #expect(
            visitor.page.contains(
                language == "en" ? "Uploaded: <span lang=\"zh-CN\">说明.pdf</span> (11 bytes)" : "已上传：说明.pdf（11字节）"))
        let refused =
            language == "en" ? "The file “bad.exe” is of a kind that cannot be taken." : "文件“bad.exe”的格式不能接收"
        #expect(visitor.page.contains(refused) && !visitor.page.contains("这次没有留下"))
        #expect(visitor.page.components(separatedBy: refused).count == 3, "named above and at its field")
        #expect(
            visitor.page.contains(
                language == "en"
                    ? "1 problem to fix; your text and the files that can be taken are kept"
                    : "有1处需要改正，写的文字和符合要求的文件已经保留")
        )
        #expect(visitor.markup.all("a").contains { $0["href"] == "#message-files" } && visitor.markup.faults == [])
        #expect(!String(decoding: try visitor.fixture.databaseBytes(), as: UTF8.self).contains("补充<一>"))
        // Looking at something else meanwhile loses neither text nor file.
        try visitor.get("/requests/track/case")
        #expect(
            visitor.page.contains(language == "en" ? "Uploaded: <span lang=\"zh-CN\">说明.pdf" : "已上传：说明.pdf")
                && visitor.page.contains(">补充&lt;一&gt;</textarea>"), "in the language that was asked for")
        #expect(visitor.markup.all("details").contains { $0["open"] != nil })
        try visitor.post("/requests/track/message", [("text", "补充"), ("had", try #require(visitor.field("had")))])
        #expect(visitor.targets.last == "/requests/track/case?done=message" && visitor.page.contains("说明.pdf"))
        #expect(!visitor.page.contains("已上传") && !visitor.page.contains("补充&lt;一&gt;"))
        #expect(!visitor.page.contains("Uploaded:"))
        #expect(try visitor.fixture.ledger.drafts.count() == 2, "that of the receipt, and that it was sent")
    }

    @Test("a file that is kept can be taken out again, and the bound of files counts those that are kept")
    func mended() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.open(told.number, told.code)
        func pdf(_ name: String) -> (field: String, name: String, bytes: [UInt8]) {
            ("attachments", name, Array("%PDF-\(name)%%EOF".utf8))
        }
        try visitor.post("/requests/track/message", [("text", "一")], files: [pdf("1.pdf"), pdf("2.pdf"), Self.program])
        #expect(visitor.page.contains("已上传：1.pdf") && visitor.page.contains("已上传：2.pdf"))
        func had() -> [(String, String)] {
            visitor.markup.all("input").filter { $0["name"] == "had" }.map { ("had", $0["value"] ?? "") }
        }
        try visitor.post("/requests/track/message", [("text", "一")] + had(), files: [pdf("3.pdf"), pdf("4.pdf")])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("文件“4.pdf”没有保存：其他材料最多3份"))
        #expect(visitor.page.contains("已上传：3.pdf") && visitor.markup.faults == [])
        let first = try #require(had().first?.1.split(separator: ":").first)
        try visitor.post(
            "/requests/track/message", [("text", "一"), ("remove", String(first))] + had(), files: [pdf("4.pdf")])
        #expect(visitor.targets.last == "/requests/track/case?done=message")
        #expect(["2.pdf", "3.pdf", "4.pdf"].allSatisfy { visitor.page.contains("<span lang=\"zh-CN\">\($0)</span>") })
        #expect(!visitor.page.contains("1.pdf"))
    }

    @Test("a refused form that is sent twice keeps a file once, and no page sends files that it did not show")
    func twoPages() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.open(told.number, told.code)
        let token = visitor.field("csrf")
        for _ in 1...2 {
            try visitor.post("/requests/track/message", [("text", "一")], files: [Self.pdf, Self.program], token: token)
            #expect(visitor.page.components(separatedBy: "已上传：说明.pdf").count == 2)
        }
        let had = ("had", try #require(visitor.field("had")))
        // The same file chosen again beside the one that is shown.
        try visitor.post("/requests/track/message", [("text", "一"), had], files: [Self.pdf, Self.program])
        #expect(visitor.page.components(separatedBy: "已上传：说明.pdf").count == 2)
        // Another page, opened before: it shows no file and sends none.
        try visitor.post("/requests/track/message", [("text", "没有附件")])
        #expect(visitor.targets.last == "/requests/track/case?done=message" && !visitor.page.contains("说明.pdf"))
        // The page that showed it is told that it has gone.
        try visitor.post("/requests/track/message", [("text", "一"), had])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("文件“说明.pdf”这次没有留下。请重新选择。"))
        let other = (field: "attachments", name: "说明.pdf", bytes: Array("%PDF-2%%EOF".utf8))
        try visitor.post("/requests/track/message", [("text", "二")], files: [Self.pdf, other])
        #expect(visitor.targets.last == "/requests/track/case?done=message")
        #expect(
            visitor.page.components(separatedBy: "<span lang=\"zh-CN\">说明.pdf</span>").count == 5,
            "two files of one name are two; each stands in the timeline and in the message")
    }

    @Test("a correction that was taken already is not called done where it brings a file")
    func lateFile() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.office(Self.asked, on: "2025-06-03")
        try visitor.open(told.number, told.code)
        let token = visitor.field("csrf")
        let mended = [("matter", "2024年测试路改造工程的验收报告")]
        try visitor.post("/requests/track/correction", mended, token: token)
        #expect(visitor.targets.last == "/requests/track/case?done=correction")
        try visitor.post("/requests/track/correction", mended, files: [Self.pdf], token: token)
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("这件申请现在不用补正。"))
        #expect(visitor.page.contains("文件“说明.pdf”这次没有留下。") && visitor.markup.faults == [])
    }

    @Test("files of a refused form go with the session: by leaving, by time, and never into another session")
    func gone() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        func refuse() throws -> [(String, String)] {
            try visitor.open(told.number, told.code)
            try visitor.post("/requests/track/message", [("text", "一")], files: [Self.pdf, Self.program])
            #expect(visitor.page.contains("已上传：说明.pdf"))
            return [("had", try #require(visitor.field("had")))]
        }
        let had = try refuse()
        // Using the session keeps them on.
        visitor.clock.advance(25 * 60)
        try visitor.get("/requests/track/case")
        visitor.clock.advance(25 * 60)
        try visitor.get("/requests/track/case")
        #expect(visitor.page.contains("已上传：说明.pdf"))
        let count = try visitor.fixture.ledger.drafts.count()
        try visitor.submit("/requests/track/leave")
        #expect(try visitor.fixture.ledger.drafts.count() == count - 1)
        visitor.clock.advance(1)
        try visitor.open(told.number, told.code)
        #expect(!visitor.page.contains("已上传"))
        // A form that still shows them is not taken without them.
        try visitor.post("/requests/track/message", [("text", "二")] + had)
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("文件“说明.pdf”这次没有留下。请重新选择。"))
        #expect(visitor.page.contains("有文件这次没有留下，请重新选择</h2>") && visitor.page.contains(">二</textarea>"))
        let again = try refuse()
        visitor.clock.advance(31 * 60)
        try visitor.post("/requests/track/message", [("text", "三")] + again)
        #expect(visitor.last.status == .forbidden && visitor.page.contains("文件：“说明.pdf”。"))
        try visitor.submit("/requests/track", [("number", told.number), ("code", told.code)])
        #expect(visitor.page.contains(">三</textarea>") && !visitor.page.contains("已上传"))
        #expect(try visitor.fixture.ledger.drafts.count() == 0, "what has expired is not on the disk any more")
    }

    @Test("where there is no room, the files of a refused form are named as not kept, and the text stays")
    func full() throws {
        var limits = ApplicationLimits()
        limits.draftBytes = 50
        let visitor = try Visitor(limits: limits)
        let told = try visitor.apply()
        try visitor.open(told.number, told.code)
        let pdf = (
            field: "attachments", name: "说明.pdf", bytes: Array("%PDF-%%EOF".utf8) + [UInt8](repeating: 32, count: 99)
        )
        try visitor.post("/requests/track/message", [("text", "补充")], files: [pdf, Self.program])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("文件“说明.pdf”这次没有留下。请重新选择。"))
        #expect(visitor.page.contains("文件“bad.exe”的格式不能接收") && !visitor.page.contains("“bad.exe”这次没有留下"))
        #expect(visitor.page.contains(">补充</textarea>") && visitor.markup.faults == [])
    }

    @Test(
        "a file beyond every limit is named on the page of the case, and the text stays",
        arguments: ["message", "correction"])
    func large(form: String) throws {
        var limits = ApplicationLimits()
        limits.fileBytes = 10_000
        let visitor = try Visitor(limits: limits)
        let told = try visitor.apply()
        try visitor.office(Self.asked, on: "2025-06-03")
        try visitor.open(told.number, told.code)
        let large = (field: "attachments", name: "录像.pdf", bytes: [UInt8](repeating: 1, count: 3_000_000))
        let field = form == "message" ? "text" : "matter"
        try visitor.post("/requests/track/\(form)", [(field, "写了很多<字>")], files: [large])
        #expect(visitor.last.status == .unprocessable && visitor.markup.faults == [])
        #expect(visitor.page.contains("文件“录像.pdf”超过 0 MB，没有保存。") && visitor.page.contains(">写了很多&lt;字&gt;</textarea>"))
        #expect(visitor.markup.all("a").contains { $0["href"] == "#\(form)-files" })
    }

    @Test("a correction that is refused for its text keeps the files that came with it")
    func correction() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.office(Self.asked, on: "2025-06-03")
        try visitor.open(told.number, told.code)
        try visitor.post("/requests/track/correction", [("matter", "查 11010519491231002X")], files: [Self.pdf])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("已上传：说明.pdf"))
        #expect(visitor.page.contains("有1处需要改正，写的文字和符合要求的文件已经保留") && visitor.markup.faults == [])
        #expect(visitor.page.contains("请删去身份证号码后再提交") && !visitor.page.contains("申请人信息栏"))
        let had = ("had", try #require(visitor.field("had")))
        try visitor.post("/requests/track/correction", [("matter", ""), had])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("已上传：说明.pdf"))
        try visitor.post("/requests/track/correction", [("matter", "2024年测试路改造工程的验收报告"), had])
        #expect(visitor.targets.last == "/requests/track/case?done=correction")
        #expect(visitor.page.contains("<span lang=\"zh-CN\">说明.pdf</span>") && !visitor.page.contains("已上传"))
        #expect(try visitor.fixture.ledger.drafts.count() == 2)
    }

    @Test("a correction that changes nothing is not taken, unless papers come with it")
    func unchanged() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.office(Self.asked, on: "2025-06-03")
        try visitor.open(told.number, told.code)
        let same = [("matter", " 测试路改造工程的验收报告\r\n")]
        try visitor.post("/requests/track/correction", same)
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("和原来的一样，也没有附材料。请按“需要补正”的要求写清楚"))
        #expect(visitor.page.contains("等您补正") && visitor.markup.faults == [])
        try visitor.post("/requests/track/correction", [("matter", "")])
        #expect(visitor.page.contains("没有填写“补正后的申请内容”。") && !visitor.page.contains("这一项没有填写"))
        try visitor.post("/requests/track/correction", same, files: [Self.pdf])
        #expect(visitor.targets.last == "/requests/track/case?done=correction")
    }

    @Test("a field that comes twice is refused by its name, in a form of the case and at its door")
    func repeated() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.get("/requests/track")
        try visitor.submit("/requests/track", [("number", told.number), ("code", told.code), ("code", told.code)])
        #expect(visitor.last.status == .badRequest && visitor.page.contains("“查询码”出现了不止一次"))
        try visitor.open(told.number, told.code)
        try visitor.post("/requests/track/message", [("text", "一"), ("text", "二")])
        #expect(visitor.last.status == .badRequest && visitor.page.contains("“内容”出现了不止一次"))
        try visitor.open(told.number, told.code)
        #expect(!visitor.page.contains("往来消息"))
    }

    @Test("a form of a case that is sent twice does it once, and says what stands in the words of applicants")
    func twice() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.office(Self.asked, on: "2025-06-03")
        try visitor.open(told.number, told.code)
        let token = visitor.field("csrf")
        func send(_ form: String, _ fields: [(String, String)] = [], after seconds: Int = 1) throws {
            visitor.clock.advance(seconds)
            try visitor.post("/requests/track/\(form)", fields, token: token)
        }
        let mended = [("matter", "2024年测试路改造工程的验收报告")]
        for seconds in [1, 1, 60] {
            try send("correction", mended, after: seconds)
            #expect(visitor.targets.last == "/requests/track/case?done=correction", "\(visitor.page.prefix(2_000))")
        }
        try send("correction", [("matter", "又改成别的")])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("这件申请现在不用补正。请看下面的办理情况"))
        #expect(!visitor.page.contains("登记收到补正") && !visitor.page.contains("目前可以") && visitor.markup.faults == [])
        let said = [("text", "请尽快联系")]
        for _ in 1...2 { try send("message", said) }
        #expect(visitor.page.components(separatedBy: "请尽快联系").count == 2, "it is entered once")
        try send("message", said, after: 31)
        #expect(visitor.page.components(separatedBy: "请尽快联系").count == 3, "later it is meant again")
        try visitor.office(
            #"{"act":"request.decide","subject":"2025-1","day":"2025-06-03","leaf":"disclosed","mode":"supplied","access":"在本页下载"}"#,
            on: "2025-06-03")
        try send("withdraw")
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("这件申请现在不能撤回：已经作出答复"))
        for seconds in [1, 1, 60] {
            try send("received", after: seconds)
            #expect(visitor.targets.last == "/requests/track/case?done=received")
        }
        for seconds in [1, 1, 60] {
            try send("rating", [("grade", "satisfied")], after: seconds)
            #expect(visitor.targets.last == "/requests/track/case?done=rating")
        }
        try send("rating", [("grade", "dissatisfied")])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("这件申请已经评价过"))
    }

    @Test("what was taken back cannot be taken back, confirmed or rated again")
    func ended() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.open(told.number, told.code)
        let token = visitor.field("csrf")
        for seconds in [1, 1, 60] {
            visitor.clock.advance(seconds)
            try visitor.post("/requests/track/withdraw", [], token: token)
            #expect(visitor.targets.last == "/requests/track/case?done=withdrawal")
        }
        for (form, words) in [("received", "现在没有等您确认收到的答复。"), ("rating", "这件申请已经评价过，或者现在还不能评价。")] {
            try visitor.post("/requests/track/\(form)", [("grade", "satisfied")], token: token)
            #expect(visitor.last.status == .unprocessable && visitor.page.contains(words), "\(form)")
        }
    }

    @Test("files of a form that was open too long, or whose session is over, are named too")
    func overtaken() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.open(told.number, told.code)
        try visitor.post("/requests/track/message", [("text", "补充")], files: [Self.pdf], token: "wrong")
        #expect(visitor.last.status == .forbidden && visitor.page.contains("文件“说明.pdf”这次没有留下"))
        #expect(visitor.page.contains("有文件这次没有留下，请重新选择</h2>") && visitor.markup.faults == [])
        visitor.clock.advance(31 * 60)
        try visitor.post("/requests/track/message", [("text", "补充")], files: [Self.pdf])
        #expect(visitor.last.status == .forbidden && visitor.page.contains("文件：“说明.pdf”。"))
    }

    @Test("while a correction is awaited the page says first that the period stands, and marks the old count")
    func standing() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.office(Self.asked, on: "2025-06-03")
        try visitor.open(told.number, told.code)
        let rule = "等您补正期间，期限停止；收到补正材料之日的次日起，重新计算20个工作日"
        let page = visitor.page
        let stands = try #require(page.range(of: rule))
        let counted = try #require(page.range(of: "已停止，日期不再适用：</strong>2025年6月3日收到申请"))
        #expect(stands.lowerBound < counted.lowerBound && visitor.markup.faults == [])
        try visitor.get("/requests/track/case?lang=en")
        #expect(visitor.page.contains("The period is stopped until your correction arrives."))
        try visitor.post("/requests/track/correction?lang=zh", [("matter", "2024年测试路改造工程的验收报告")])
        try visitor.get("/requests/track/case?lang=zh")
        #expect(!visitor.page.contains(rule) && visitor.page.contains("已重新计算，日期不再适用：</strong>2025年6月3日收到申请"))
        #expect(!visitor.page.contains("不再适用：</strong>2025年6月3日收到补正后的申请"))
    }

    @Test(
        "a field left empty is told with a link to it, and is no try",
        arguments: [("", "", ["number", "code"]), (" ", "22222-22222", ["number"]), ("office-2025-1", "　", ["code"])])
    func empty(number: String, code: String, fields: [String]) throws {
        var limits = RequestDeskLimits()
        limits.triesPerAddress = 2
        limits.triesPerNumber = 2
        let visitor = try Visitor(requests: limits)
        let told = try visitor.apply()
        for _ in 1...4 {
            try visitor.open(number, code)
            #expect(visitor.last.status == .unprocessable && visitor.markup.faults == [])
            let links = visitor.markup.all("a").compactMap { $0["href"] }.filter { ["#number", "#code"].contains($0) }
            #expect(links == fields.map { "#\($0)" })
            #expect(visitor.page.contains("没有填写登记号。") == fields.contains("number"))
            #expect(visitor.page.contains("没有填写查询码。") == fields.contains("code"))
        }
        try visitor.open(told.number, told.code)
        #expect(visitor.targets.last == "/requests/track/case")
    }

    @Test("a session that is used all the time ends 8 hours after the code was given, for a copy of its cookie too")
    func hardEnd() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.open(told.number, told.code)
        for step in 1..<(TrackSession.hours * 3) {
            visitor.clock.advance(20 * 60)
            try visitor.get("/requests/track/case")
            #expect(visitor.targets.last == "/requests/track/case", "after \(step * 20) minutes")
        }
        let copied = try #require(visitor.cookies["gongkai_track /requests/track"])
        visitor.clock.advance(20 * 60 - 1)
        try visitor.get("/requests/track/case")
        #expect(visitor.targets.last == "/requests/track/case")
        visitor.clock.advance(1)
        try visitor.get("/requests/track/case")
        #expect(visitor.targets.last == "/requests/track")
        let other = try visitor.fixture.get("/requests/track/case", cookies: ["gongkai_track=\(copied)"])
        #expect(other.status == .seeOther && other.headers["Location"] == "/requests/track")
        try visitor.open(told.number, told.code)
        #expect(visitor.targets.last == "/requests/track/case", "the code opens it again")
    }

    @Test("leaving needs the token of the visit, as every form; without one the session stays and the page says so")
    func leaving() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.open(told.number, told.code)
        for token in ["wrong", ""] {
            try visitor.submit("/requests/track/leave", token: token)
            #expect(visitor.last.status == .forbidden && visitor.page.contains("还没有退出"))
            #expect(visitor.markup.faults == [])
        }
        try visitor.get("/requests/track/case")
        #expect(visitor.targets.last == "/requests/track/case")
        try visitor.submit("/requests/track/leave")
        #expect(visitor.targets.last == "/requests/track")
        try visitor.submit("/requests/track/leave", token: "wrong")
        #expect(visitor.targets.last == "/requests/track", "who has no session any more is led to the door")
    }
}
