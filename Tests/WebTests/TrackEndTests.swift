import Foundation
import HTTPCore
import Ledger
import Service
import TestSupport
import Testing

@testable import Web

@Suite("What can still be done with an application")
struct TrackEndTests {
    private static let confirmed = #"{"act":"request.confirm_receipt","subject":"2025-1","day":"2025-06-03"}"#
    private static let pdf = (field: "attachments", name: "说明.pdf", bytes: SampleFile.pdf())
    private static let none = "这里不再接收补充说明和材料"

    /// What the office does, on which day, and what is said then.
    private static let ends: [(lines: String, day: String, words: String)] = [
        (
            confirmed + "\n"
                + #"{"act":"request.ask_correction","subject":"2025-1","day":"2025-06-03","points":"请写明年份","deadline":"2025-06-30"}"#
                + "\n"
                + #"{"act":"request.deem_abandoned","subject":"2025-1","day":"2025-07-01","ground":"no_correction"}"#,
            "2025-07-01", "已经视为放弃，该机关不再办理，\(none)；需要的话可以"
        ),
        (
            confirmed + "\n" + #"{"act":"request.merge","subject":"2025-1","day":"2025-06-03","into":"2025-2"}"#,
            "2025-06-03", "已经并入登记号office-2025-2的申请办理，\(none)，请到那件申请里提交。"
        ),
        (
            confirmed + "\n"
                + #"{"act":"request.transfer","subject":"2025-1","day":"2025-06-03","to":"street","reasons":"由街道制作，申请人同意","register":false}"#,
            "2025-06-03", "已经转由其他机关办理，\(none)，请向办理的机关提交。"
        ),
        (
            #"{"act":"request.withdraw","subject":"2025-1","day":"2025-06-03","proof":"当面撤回"}"#, "2025-06-03",
            "您已经撤回，该机关不再办理，\(none)；需要的话可以"
        ),
    ]

    @Test(
        "an application that ended without an answer takes no more texts, says why, and offers what is left",
        arguments: ends)
    func ended(lines: String, day: String, words: String) throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        _ = try visitor.apply()
        try visitor.open(told.number, told.code)
        #expect(visitor.page.contains("补充说明或者材料</summary>") && !visitor.page.contains(Self.none))
        let token = visitor.field("csrf")
        try visitor.office(lines, on: day)
        try visitor.get("/requests/track/case")
        #expect(visitor.page.contains(words) && visitor.markup.faults == [])
        #expect(
            !visitor.page.contains("补充说明或者材料</summary>") && !visitor.page.contains("撤回申请</a>")
                && !visitor.page.contains("name=\"text\""))
        let again = visitor.markup.all("a").contains { $0["href"] == "/requests/new?agency=office" }
        #expect(again == words.hasSuffix("需要的话可以"))
        // A page that was opened before: nothing is sent, and nothing that was written is lost.
        try visitor.post("/requests/track/message", [("text", "写了很久\n的内容")], files: [Self.pdf], token: token)
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("这件申请现在不能再补充材料。"))
        #expect(visitor.page.contains("没有提交，这件申请的情况已经有变化</h2>") && !visitor.page.contains("处需要改正"))
        #expect(visitor.page.contains("您写的内容没有提交</h3>\n<p lang=\"zh-CN\">写了很久</p>\n<p lang=\"zh-CN\">的内容</p>"))
        #expect(visitor.markup.faults == [])
        try visitor.get("/requests/track/case?lang=en")
        #expect(visitor.page.contains("no texts or papers are taken here any more") && visitor.markup.faults == [])
    }

    @Test("where the office writes after the end, it can be answered")
    func askedAfterEnd() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.open(told.number, told.code)
        try visitor.post("/requests/track/withdraw", [])
        #expect(visitor.page.contains(Self.none))
        try visitor.office(
            #"{"act":"request.send_message","subject":"2025-1","day":"2025-06-03","text":{"text":"材料怎么退还给您？"}}"#,
            on: "2025-06-03")
        try visitor.get("/requests/track/case")
        #expect(visitor.page.contains("<summary>回复该机关的消息</summary>") && !visitor.page.contains(Self.none))
        try visitor.post("/requests/track/message", [("text", "请寄给我")])
        #expect(visitor.targets.last == "/requests/track/case?done=message")
    }

    @Test("an application that was answered takes questions about the reply")
    func answered() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.office(
            Self.confirmed + "\n"
                + #"{"act":"request.decide","subject":"2025-1","day":"2025-06-03","leaf":"disclosed","mode":"supplied","access":"在本页下载"}"#,
            on: "2025-06-03")
        try visitor.open(told.number, told.code)
        #expect(visitor.page.contains("<summary>对答复有疑问，给该机关留言</summary>"))
    }

    @Test("what a refused form had kept goes where its form is not offered any more")
    func keptFiles() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.open(told.number, told.code)
        let program = (field: "attachments", name: "bad.exe", bytes: Array("MZ".utf8))
        try visitor.post("/requests/track/message", [("text", "一")], files: [Self.pdf, program])
        #expect(visitor.page.contains("已上传：说明.pdf"))
        let count = try visitor.fixture.ledger.drafts.count()
        try visitor.post("/requests/track/withdraw", [])
        #expect(!visitor.page.contains("已上传") && !visitor.page.contains("没有留下"))
        // In the place of the files stands, for half a minute, that it was taken back.
        #expect(try visitor.fixture.ledger.drafts.count() == count)
        visitor.clock.advance(31)
        try visitor.open(told.number, told.code)
        #expect(try visitor.fixture.ledger.drafts.count() == count - 1)
    }

    @Test("a correction that was emptied comes back empty, with what is wrong, and not with the text of before")
    func emptyCorrection() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.office(
            Self.confirmed + "\n"
                + #"{"act":"request.ask_correction","subject":"2025-1","day":"2025-06-03","points":"请写明年份","deadline":"2025-06-30"}"#,
            on: "2025-06-03")
        try visitor.open(told.number, told.code)
        func area() -> Substring? {
            visitor.page.range(of: "id=\"matter\"").flatMap { start in
                visitor.page[start.upperBound...].prefix { $0 != "/" }.split(separator: ">", maxSplits: 1).last
            }
        }
        #expect(area() == "测试路改造工程的验收报告<")
        for files in [[], [Self.pdf]] {
            try visitor.post("/requests/track/correction", [("matter", "")], files: files)
            #expect(visitor.last.status == .unprocessable && visitor.page.contains("没有填写“补正后的申请内容”。"))
            #expect(area() == "<", "\(area() ?? "-")")
        }
        #expect(visitor.page.contains("已上传：说明.pdf"))
    }

    @Test("files stand in the order in which they were given, wherever they are listed")
    func order() throws {
        var limits = ApplicationLimits()
        limits.attachments = 7
        let visitor = try Visitor(limits: limits)
        let names = ["丙", "甲", "丁", "乙", "己", "戊", "庚"].map { "材料\($0)" }
        let files = names.map { (field: "attachments", name: "\($0).pdf", bytes: SampleFile.pdf($0)) }
        func shown() -> [String] {
            (names + ["测试张三证件"]).compactMap { name in visitor.page.range(of: name).map { ($0.lowerBound, name) } }
                .sorted { $0.0 < $1.0 }.map(\.1)
        }
        try visitor.get("/requests/new?agency=office")
        // The proof comes last, and stands first as on the form.
        try visitor.post("/requests/new", Visitor.fields, files: files + [Visitor.proof])
        #expect(visitor.targets.last == "/requests/new/review" && shown() == ["测试张三证件"] + names)
        try visitor.submit("/requests/new/review")
        #expect(visitor.targets.last == "/requests/new/receipt" && shown() == ["测试张三证件"] + names)
        let told = visitor.page.components(separatedBy: "<strong>").dropFirst().map { String($0.prefix { $0 != "<" }) }
        try visitor.open(told[0], told[1])
        let aside = try #require(visitor.page.range(of: "您交来的材料"))
        let listed = visitor.page[aside.upperBound...].components(separatedBy: "<li><span lang=\"zh-CN\">").dropFirst()
            .map { String($0.prefix { $0 != "." }) }
        #expect(listed == ["测试张三证件"] + names)
        // What comes later is none of the papers of the receipt.
        let later = (field: "attachments", name: "后补壹.pdf", bytes: SampleFile.pdf())
        visitor.clock.advance(5)
        try visitor.post("/requests/track/message", [("text", "补充")], files: [later])
        #expect(visitor.page.contains("后补壹"))
        try visitor.get("/requests/new/receipt")
        #expect(shown() == ["测试张三证件"] + names && !visitor.page.contains("后补壹") && !visitor.page.contains("来文"))
    }
}
