import Foundation
import HTTPCore
import Ledger
import Service
import TestSupport
import Testing

@testable import Web

@Suite("Refused forms of the page of a case, and its sessions")
struct TrackRefusalTests {
    private static let pdf = (field: "attachments", name: "说明.pdf", bytes: Array("%PDF-1".utf8))
    private static let program = (field: "attachments", name: "bad.exe", bytes: Array("MZ".utf8))
    private static let confirmed = #"{"act":"request.confirm_receipt","subject":"2025-1","day":"2025-06-03"}"#
    private static let asked =
        confirmed + "\n"
        + #"{"act":"request.ask_correction","subject":"2025-1","day":"2025-06-03","points":"请写明年份","deadline":"2025-06-30"}"#

    @Test(
        "files that come with a refused message are named as not kept, and can be sent again", arguments: ["zh", "en"])
    func message(language: String) throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.open(told.number, told.code)
        try visitor.post(
            "/requests/track/message?lang=\(language)", [("text", "补充<一>")], files: [Self.pdf, Self.program])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains(">补充&lt;一&gt;</textarea>"))
        let (kept, refused, lost) =
            language == "en"
            ? (
                "The file “<span lang=\"zh-CN\">说明.pdf</span>” was not kept. Choose it again.",
                "The file “bad.exe” is of a kind that cannot be taken.", "“bad.exe” was not kept"
            ) : ("文件“说明.pdf”这次没有留下。请重新选择。", "文件“bad.exe”的格式不能收", "“bad.exe”这次没有留下")
        #expect(visitor.page.contains(kept))
        #expect(visitor.page.contains(refused) && !visitor.page.contains(lost))
        #expect(!visitor.page.contains("其他文件已经保留") && !visitor.page.contains("其余内容已经保留"))
        #expect(
            visitor.page.contains(
                language == "en"
                    ? "1 problem to fix; your text is kept, the files were not: please choose them again"
                    : "有1处需要改正；写的文字已经保留，文件这次没有留下，请重新选择"))
        #expect(visitor.markup.all("a").contains { $0["href"] == "#message-files" } && visitor.markup.faults == [])
        try visitor.post("/requests/track/message", [("text", "补充")], files: [Self.pdf])
        #expect(visitor.targets.last == "/requests/track/case?done=message" && visitor.page.contains("说明.pdf"))
    }

    @Test("a correction that is refused for its text names the files that came with it")
    func correction() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.office(Self.asked, on: "2025-06-03")
        try visitor.open(told.number, told.code)
        try visitor.post("/requests/track/correction", [("matter", "查 11010519491231002X")], files: [Self.pdf])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("文件“说明.pdf”这次没有留下"))
        #expect(visitor.markup.all("a").contains { $0["href"] == "#correction-files" } && visitor.markup.faults == [])
        #expect(visitor.page.contains("文件这次没有留下，请重新选择"))
        try visitor.post("/requests/track/correction", [("matter", "")])
        #expect(visitor.page.contains("有1处需要改正，写的文字已经保留") && !visitor.page.contains("没有留下"))
    }

    @Test("files of a form that was open too long, or whose session is over, are named too")
    func overtaken() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.open(told.number, told.code)
        try visitor.post("/requests/track/message", [("text", "补充")], files: [Self.pdf], token: "wrong")
        #expect(visitor.last.status == .forbidden && visitor.page.contains("文件“说明.pdf”这次没有留下"))
        #expect(visitor.page.contains("文件这次没有留下，请重新选择</h2>") && visitor.markup.faults == [])
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
        try visitor.post("/requests/track/correction", [("matter", "2024年测试路改造工程的验收报告")])
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
