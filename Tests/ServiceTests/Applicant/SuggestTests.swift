import Foundation
import Disclosure
import Ledger
import Service
import TestSupport
import Testing

@Suite("what is published already, while somebody applies")
struct SuggestTests {
    /// One published item with a title, a text and a file.
    private func publish(_ office: ActOffice, _ item: String, title: String, text: String, file: String) throws {
        var acts = office.acts
        acts.bodies = WrittenBodies(prepare: PreparePaper(reader: InProcessTextReader())) { path throws(Refusal) in
            PreparePaper.File(name: path, bytes: Array(file.utf8))
        }
        let lines = """
            {"act":"item.draft","subject":"\(item)","day":"2025-05-06","title":"\(title)","body":{"text":"\(text)","files":["附件.txt"]},"formed":"2025-05-06","category":"art20_10"}
            {"act":"item.submit","subject":"\(item)","day":"2025-05-06","secrecy":"不涉密，可以公开"}
            {"act":"item.approve","subject":"\(item)","day":"2025-05-07","role":"reviewer","actor":"wang-wu"}
            {"act":"item.approve","subject":"\(item)","day":"2025-05-07","role":"leader","actor":"zhao-liu"}
            {"act":"item.publish","subject":"\(item)","day":"2025-05-08","index":"office/2025-\(item)","channels":["website"]}
            """
        let outcome = try LoadActs(acts).run(
            Array(lines.utf8), by: .init(agency: "office", actor: "li-si", role: "officer"),
            at: ActOffice.moment("2025-05-08"))
        guard case .recorded = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test(
        "it is found in titles, texts and files, the likeliest first, on both engines",
        arguments: DatabaseEngine.allCases)
    func found(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try publish(office, "i-1", title: "测试路改造工程验收报告", text: "验收合格。", file: "无")
            try publish(office, "i-2", title: "二〇二四年工程建设情况", text: "其中测试路改造工程已经完成验收。", file: "无")
            try publish(office, "i-3", title: "附件汇编", text: "见附件。", file: "食堂采购合同清单，另有校车运行记录")
            let code = try #require(AgencyCode("office"))
            let suggest = SuggestPublished(ledger: office.ledger)
            func titles(_ text: String) throws -> [String] { try suggest.run(text, of: code).map(\.title) }
            #expect(try titles("我想要测试路改造工程的验收报告") == ["测试路改造工程验收报告", "二〇二四年工程建设情况"])
            #expect(try titles("请公开食堂采购合同清单") == ["附件汇编"])
            try publish(office, "i-4", title: "2024年度部门决算公开", text: "决算收支总表。", file: "无")
            for text in ["我想了解贵局2024年部门决算的情况", "请公开2024年部门决算及收支明细", "部门决算说明"] {
                #expect(try titles(text) == ["2024年度部门决算公开"], "\(text)")
            }
            #expect(try titles("2024年、2025年").isEmpty)
            #expect(try titles("校车运行记录和食堂采购合同清单") == ["附件汇编"])
            for text in ["", "报告", "2025年度有关情况", "申请公开政府信息", "完全无关的内容", "。。。", "测试", "2025"] {
                #expect(try titles(text).isEmpty, "\(text)")
            }
            #expect(try suggest.run("测试路改造工程", of: #require(AgencyCode("street"))).isEmpty)
            #expect(try titles(String(repeating: "测试路改造工程，", count: 400)).first == "测试路改造工程验收报告")
            #expect(try titles("\" OR 1=1 -- 测试路改造工程 * NEAR(").first == "测试路改造工程验收报告")
        }
    }
}
