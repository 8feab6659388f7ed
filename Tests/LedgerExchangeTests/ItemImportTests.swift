import CivilTime
import Disclosure
import DocumentWriting
import LedgerExchange
import Testing

@Suite("Registers of items are taken over")
struct ItemImportTests {
    static let head = "索引号|标题|文号|成文日期|发布日期|公开属性|类别|公开渠道|有效性|不予公开情形|不主动公开理由"

    @Test("items of all attributes are taken over with channels, categories and validity")
    func items() throws {
        let plan = try Registers.items([
            Registers.sheet([
                "信息公开目录", Self.head, "T-001|关于测试的通知|测试发〔2023〕1号|2023年5月6日|2023/5/10|主动公开|规范性文件|网站、微信|有效",
                "T-002|测试批复||20230601||依申请公开|||||涉及内部研究", "T-003|测试讨论记录||2023-6-5||不予公开||||过程性信息|属于讨论记录",
                "T-004|测试公告||2023-1-3|2023-6-1|公开|其他|公开栏|废止",
            ])
        ])
        #expect(plan.problems.filter { $0.severity == .error }.map(\.message) == [])
        #expect(plan.planned.count == 4)
        let items = try plan.planned.compactMap { try InformationItem(folding: $0.entries) }
        #expect(items.map(\.stage) == [.published, .approved, .approved, .published])
        #expect(items[0].published?.publication.channels == [.website, .wechat])
        #expect(items[0].content.category == .rules && items[0].content.documentNumber?.text == "测试发〔2023〕1号")
        #expect(items[2].content.ground == .processInformation && items[3].validity == .repealed)
        #expect(plan.problems.contains { $0.cell == "E6" && $0.code == "item.published_late" })
    }

    @Test("faults are named by cell")
    func faults() throws {
        let plan = try Registers.items([
            Registers.sheet([
                Self.head, "|无号||2023-5-6|2023-5-10|主动公开|其他|网站", "T-1|||2023-5-6|2023-5-10|主动公开|其他|网站",
                "T-2|测试||五月六日|2023-5-10|主动公开|其他|网站", "T-3|测试||2023-5-6|2023-5-1|主动公开|其他|网站",
                "T-4|测试||2023-5-6||主动公开|其他|网站", "T-5|测试||2023-5-6|2023-5-10|半公开|其他|网站",
                "T-6|测试||2023-5-6|2023-5-10|主动公开|其他|口口相传", "T-6|测试||2023-5-6|2023-5-10|主动公开|其他|网站",
                "T-7|测试||2023-5-6|2023-5-10|不予公开|||||理由",
            ])
        ])
        let faults = plan.problems.filter { $0.severity == .error }.map { "\($0.cell ?? "-") \($0.code)" }
        #expect(
            faults == [
                "A2 import.index.blank", "B3 import.title.blank", "D4 import.formed.no_day", "E5 act.day_order",
                "E6 history.incomplete", "F7 import.attribute.unknown", "A9 import.index.duplicate",
                "F10 item.not_proactive",
            ])
        #expect(plan.planned.map(\.line.index.text) == ["T-6"])
    }

    @Test("the filled template goes through the reader and is taken over")
    func template() throws {
        var book = RegisterTemplate.items(created: try Registers.day("2025-06-03"))
        let values: [CellValue] = [
            .text("T-1"), .text("测试通知"), .blank, .day(try Registers.day("2023-05-06")),
            .day(try Registers.day("2023-05-10")),
            .text("主动公开"), .text("法规、规章和规范性文件"), .text("网站"), .text("有效"),
        ]
        for (place, value) in values.enumerated() {
            book.sheets[0].put(value, at: CellRange(row: 1, column: place), .listed)
        }
        let plan = try Registers.items(Registers.sheets(book))
        #expect(plan.problems.filter { $0.severity == .error } == [] && plan.planned.count == 1)
    }
}
