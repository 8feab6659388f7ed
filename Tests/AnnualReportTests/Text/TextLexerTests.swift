import TestSupport
import Testing

@testable import AnnualReport

@Suite("The pieces of a text, found at the places that were noted while it was prepared")
struct TextLexerTests {
    /// Spellings, traditional characters among them, and what parts them, goes or stays.
    private static let spellings = VocabularyData.words.flatMap { $0.1.split(separator: " ").map(String.init) }
    private static let others = [
        "，", "。", "、", "；", "：", "（", "）", "“", "”", "\u{3000}", " ", "\n", "\u{A0}", "\u{200B}", "\u{FEFF}", "—",
        "《", "》", "【", "〔", "\"", "'", "12", "3", "1,234", "0.5", "2023年", "一", "二十", "九十九件", "第三次", "万", "余",
        "XX", "××", "A", "HYPERLINK", "\u{3400}", "\u{20000}", "é", "収", "請", "開", "復議", "申請", "結轉", "號", "％", "！",
    ]

    private static func text(using random: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...40, using: &random) {
            switch Int.random(in: 0..<4, using: &random) {
            case 0: text += spellings.randomElement(using: &random) ?? ""
            case 1: text += others.randomElement(using: &random) ?? ""
            case 2:
                // A word that something stands in.
                var word = Array(spellings.randomElement(using: &random) ?? "")
                word.insert(contentsOf: others.randomElement(using: &random) ?? "", at: word.count / 2)
                text += String(word)
            default:
                let scalar = Unicode.Scalar(UInt32.random(in: 0x4E00..<0xA000, using: &random))
                text += String(Character(scalar ?? "字"))
            }
        }
        return text
    }

    private static func isSame(_ a: TextToken, _ b: TextToken) -> Bool {
        a.kind == b.kind && a.word == b.word && a.unit == b.unit && a.isApproximate == b.isApproximate
            && a.value == b.value && a.start == b.start && a.end == b.end
    }

    private static func cut(
        _ bytes: FixedList<UInt8>, _ marks: TextMarks, _ own: Range<Int>
    ) -> FixedList<TextToken> {
        bytes.withUnsafeBufferPointer { bytes in
            FixedList(capacity: own.count) { TextLexer.cut(bytes, marks, own, into: $0).count }
        }
    }

    @Test("no piece is missed that would be found by looking at every place")
    func complete() {
        for seed in UInt64(1)...2000 {
            var random = SeededGenerator(seed: seed)
            let text = Self.text(using: &random)
            // Room for what is noted and for every place.
            let isComplete = TextMarks.with(bytes: 2 * text.utf8.count) { marks in
                let bytes = NormalText.Tables.lend { tables in
                    FixedList(capacity: text.utf8.count) { room in
                        NormalText.prepare(text, into: room, &marks, tables).count
                    }
                }
                let found = Self.cut(bytes, marks, 0..<marks.count)
                let first = marks.count
                marks.begin()
                for place in bytes.indices { marks.add(place) }
                let all = Self.cut(bytes, marks, first..<marks.count)
                return found.count == all.count && zip(found, all).allSatisfy(Self.isSame)
            }
            #expect(isComplete == true, "seed \(seed): \(text)")
        }
    }

    @Test("the words quoted for a whole text are the text itself, whatever was prepared in it")
    func quoted() {
        for seed in UInt64(1)...500 {
            var random = SeededGenerator(seed: seed)
            // What goes at the ends is not quoted.
            let text = "字\(Self.text(using: &random))字"
            let prepared = NormalText.plain(text)
            #expect(prepared.quote(0..<prepared.bytes.count) == text, "seed \(seed)")
        }
    }

    @Test("a list of fixed size holds what was written")
    func fixed() {
        let list = FixedList<Int64>(capacity: 4) { room in
            for place in 0..<3 { (room + place).initialize(to: Int64(place * 7)) }
            return 3
        }
        #expect(Array(list) == [0, 7, 14])
        #expect(list.withUnsafeBufferPointer { $0.reduce(0, +) } == 21)
        #expect(FixedList<UInt8>(capacity: 0) { _ in 0 }.isEmpty)
        let part = FixedList(list, 1..<3)
        #expect(Array(part) == [7, 14])
        #expect(Array(FixedList(part, 1..<2)) == [14])
        #expect(part.withUnsafeBufferPointer { $0.reduce(0, +) } == 21)
    }
}
