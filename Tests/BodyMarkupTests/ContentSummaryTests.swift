import BodyMarkup
import Testing

@Suite("Summaries of items")
struct ContentSummaryTests {
    private static let long = String(repeating: "测", count: 130)
    private static let sixty = String(repeating: "试", count: 59) + "。"

    @Test(
        "a summary is the first whole sentences, at most 120 characters",
        arguments: [
            ("", nil), (" \n\n", nil), ("短文", "短文"), ("# 标题\n\n正文**一**。", "正文一。"), ("# 标题", "标题"),
            ("甲\n\n|项|\n|---|\n|一|\n\n## 题\n乙\n丙。", "甲 乙 丙。"), ("丁 # 戊|己。", "丁 # 戊|己。"),
            (sixty + sixty, sixty + sixty), (sixty + sixty + "尾", sixty + sixty), (sixty + long, sixty),
            (sixty + String(repeating: "甲", count: 58) + "。”乙", sixty + String(repeating: "甲", count: 58) + "。”"),
            (long, String(repeating: "测", count: 119) + "…"),
            ("第3.5条 " + long, "第3.5条 " + String(repeating: "测", count: 113) + "…"),
            ("One sentence. " + long, "One sentence."),
            ("| 项 | 数 |\n|---|---|\n| 甲 | 1 |", "项 数 甲 1"),
        ] as [(String, String?)])
    func cases(body: String, expected: String?) {
        #expect(ContentSummary.of(body: body) == expected)
    }

    @Test("the file speaks where the text has no word, and its signs are no markup")
    func file() {
        #expect(ContentSummary.of(body: "", fileText: "# 不是标题\n第一句。") == "# 不是标题 第一句。")
        #expect(ContentSummary.of(body: " ", fileText: Self.sixty + Self.long) == Self.sixty)
        #expect(ContentSummary.of(body: "正文。", fileText: "附件。") == "正文。")
        #expect(ContentSummary.of(body: nil) == nil && ContentSummary.of(body: "", fileText: "\n") == nil)
    }

    @Test("the head of a text gives the summary of the whole, and nothing is longer than the limit")
    func head() {
        for text in [String(repeating: "**字** ", count: 900), String(repeating: Self.sixty, count: 50), Self.long] {
            let whole = ContentSummary.of(body: text)
            #expect(ContentSummary.of(body: String(text.prefix(ContentSummary.headLimit))) == whole)
            #expect((whole?.unicodeScalars.count ?? 999) <= ContentSummary.limit)
        }
    }
}
