import Search
import TestSupport
import Testing

@Suite("Marks and excerpts")
struct MarkedTextTests {
    private func line(_ text: MarkedText) -> String {
        (text.isCutBefore ? "…" : "") + text.pieces.map { $0.isHit ? "[\($0.text)]" : $0.text }.joined()
            + (text.isCutAfter ? "…" : "")
    }

    @Test(
        "every hit is marked where it stands, and nothing else",
        arguments: [
            ("预算公开", "预算", "[预算]公开"), ("关于２０２１年预算", "2021年", "关于[２０２１年]预算"), ("政府，信息", "政府信息", "政府，信息"),
            ("政府信息公开信息", "信息公开", "政府[信息公开]信息"), ("甲乙甲乙", "甲乙", "[甲乙甲乙]"), ("OPEN data", "open", "[OPEN] data"),
            ("政\u{200B}府", "政府", "[政\u{200B}府]"), ("<b>预算</b>", "预算", "<b>[预算]</b>"), ("第3号文", "3号", "第[3号]文"),
        ])
    func marks(text: String, typed: String, marked: String) throws {
        #expect(line(MarkedText(whole: text, try SearchQuery(typed))) == marked)
    }

    @Test("an excerpt shows where most of the words stand together, and begins with a sentence")
    func excerpt() throws {
        let filler = String(repeating: "其他内容很多。", count: 60)
        let text = filler + "预算在这里。" + filler + "关于预算和决算的说明。" + filler
        let excerpt = MarkedText(excerptOf: text, try SearchQuery("预算 决算"), length: 90)
        #expect(line(excerpt).hasPrefix("…"))
        #expect(line(excerpt).contains("关于[预算]和[决算]的说明。"))
        #expect(excerpt.isCutAfter)
        #expect(excerpt.plain.utf8.count < 120)
    }

    @Test("a short text is shown whole, and one without hits from its beginning")
    func plain() throws {
        let query = try SearchQuery("预算")
        #expect(line(MarkedText(excerptOf: "没有", query)) == "没有")
        #expect(line(MarkedText(excerptOf: String(repeating: "字", count: 200), query, length: 30)) == "字字字字字字字字字字…")
        #expect(line(MarkedText(excerptOf: "", query)) == "")
    }

    @Test("excerpts are cut between characters, whatever the text", arguments: 1...30)
    func boundaries(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let pieces = ["预算", "a", "é", "𠮷", "。", "\n", "字", "政\u{200B}府", "😀"]
        let text = (0..<200).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        for length in [10, 33, 100] {
            let excerpt = MarkedText(excerptOf: text, try SearchQuery("预算 政府"), length: length)
            #expect(text.contains(excerpt.plain), "seed \(seed)")
            #expect(!excerpt.plain.contains("\u{FFFD}"), "seed \(seed)")
            for piece in excerpt.pieces where piece.isHit {
                #expect(piece.text.contains("预算") || piece.text.contains("政\u{200B}府"), "seed \(seed)")
            }
        }
    }
}
