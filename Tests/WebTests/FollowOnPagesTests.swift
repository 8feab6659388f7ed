import Foundation
import TestSupport
import Testing

@testable import Web

@Suite("pages of a case that goes on elsewhere, by post, or in silence")
struct FollowOnPagesTests {
    private static let confirmed = #"{"act":"request.confirm_receipt","subject":"2025-1","day":"2025-06-03"}"# + "\n"
    private static let decided =
        #"{"act":"request.decide","subject":"2025-1","day":"2025-06-03","leaf":"unable_not_held","not_held_ground":"nonexistent","search":{"places":"档案室","terms":"测试路","day":"2025-06-03"}}"#

    @Test("a case that was passed on names the office and its number there, which the same code opens")
    func transferred() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.office(
            Self.confirmed
                + #"{"act":"request.transfer","subject":"2025-1","day":"2025-06-03","to":"street","reasons":"经申请人同意"}"#,
            on: "2025-06-03")
        try visitor.open(told.number, told.code)
        #expect(visitor.page.contains("现在由这个机关办理") && visitor.page.contains("<strong>street-2025-1</strong>"))
        #expect(visitor.page.contains("转由测试街道办理") && visitor.markup.faults == [])
        try visitor.open("street-2025-1", told.code)
        #expect(visitor.page.contains("申请 street-2025-1") && visitor.page.contains("测试路改造工程的验收报告"))
    }

    @Test("an answer by post says that it comes by post and waits for no button", arguments: ["post", "in_person"])
    func otherwise(delivery: String) throws {
        let visitor = try Visitor()
        try visitor.get("/requests/new?agency=office")
        try visitor.post(
            "/requests/new",
            Visitor.fields(["medium": "paper", "delivery": delivery, "address": "测试市测试路1号"]), files: [Visitor.proof])
        try visitor.submit("/requests/new/review")
        let strong = visitor.page.components(separatedBy: "<strong>").dropFirst().map {
            String($0.prefix { $0 != "<" })
        }
        try visitor.office(Self.confirmed + Self.decided, on: "2025-06-03")
        try visitor.open(strong[0], strong[1])
        #expect(visitor.page.contains(delivery == "post" ? "已作出答复，邮寄给您" : "已作出答复，请到该机关领取"))
        #expect(visitor.page.contains("答复怎样送到") && !visitor.page.contains("等您查收"))
        #expect(!visitor.page.contains("/requests/track/received") && visitor.markup.faults == [])
        #expect(visitor.page.contains("最多4000个字"))
    }

    @Test("an answer to be read here shows the remedies before its receipt is confirmed, and no stray blanks after")
    func here() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.office(Self.confirmed + Self.decided, on: "2025-06-03")
        try visitor.open(told.number, told.code)
        #expect(visitor.page.contains("不服答复的") && visitor.page.contains("从您收到答复之日的次日起60日内"))
        try visitor.post("/requests/track/received", [])
        #expect(visitor.page.contains("不服答复的") && !visitor.page.contains("答复于 ") && !visitor.page.contains(" 送达，"))
        try visitor.get("/requests/track/case?lang=en")
        #expect(!visitor.page.contains(" , within the period"))
    }

    @Test("an overdue case tells what can be done against the silence")
    func silence() throws {
        let visitor = try Visitor()
        let told = try visitor.apply()
        try visitor.office(Self.confirmed, on: "2025-06-03")
        visitor.clock.advance(40 * 86_400)
        try visitor.open(told.number, told.code)
        #expect(visitor.page.contains("逾期没有答复的") && visitor.page.contains("可以先向有管辖权的行政复议机关申请行政复议，最迟"))
        try visitor.get("/requests/track/case?lang=en")
        #expect(visitor.page.contains("If no reply came in time"))
    }
}
