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
        #expect(visitor.page.contains("文件“说明.pdf”这次没有留下。请重新选择。"))
        #expect(visitor.page.contains("文件“bad.exe”的格式不能收") && !visitor.page.contains("“bad.exe”这次没有留下"))
        #expect(!visitor.page.contains("其他文件已经保留") && !visitor.page.contains("其余内容已经保留"))
        #expect(
            visitor.page.contains(
                language == "en"
                    ? "1 to be mended; your text is kept, the files were not: please choose them again"
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
}
