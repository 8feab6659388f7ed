import Search
import TestSupport
import Testing

@Suite("Terms of the search")
struct TermScannerTests {
    /// What a text gives, walls as `|`, and terms at the place of the one before in brackets.
    static func line(_ text: String, for purpose: TermScanner.Purpose = .text) -> String {
        var last = -1
        return TermScanner.terms(of: text, for: purpose).map { term, place in
            defer { last = place.position }
            return place.isWall ? "|" : place.position == last ? "(\(term))" : term
        }.joined(separator: " ")
    }

    @Test(
        "a text gives its pairs, words and walls",
        arguments: [
            ("政府信息", "政府 府信 信息"), ("预算", "预算"), ("县", "县"), ("", ""), ("，。", ""),
            ("甲乙，丙丁", "甲乙 | 丙丁"), ("甲乙 丙丁", "甲乙 | 丙丁"), ("甲乙\n丙丁", "甲乙 | 丙丁"),
            ("〔2021〕3号", "2021 | 3 号"), ("2021年预算", "2021 年预 (年) 预算"), ("第3号文件", "第 3 号文 (号) 文件"),
            ("编号第3号", "编号 号第 第 3 号"), ("5G 网络", "5g 网络 (网)"), ("2021 年", "2021 年"),
            ("Open Data, 2024", "open data | 2024"), ("ＡＢＣ１２", "abc12"), ("ÄÖ Straße", "äö straße"),
            ("開放資料", "開放 放資 資料"), ("共3，号召", "共 3 | 号召"), ("政\u{200B}府", "政府"), ("𠮷野家", "𠮷野 野家"),
            ("二〇二一", "二〇 〇二 二一"), ("3.5亿", "3 | 5 亿"), ("\u{1}#o1", "o1"), ("\u{FEFF}政府", "政府"),
        ])
    func terms(text: String, line: String) {
        #expect(Self.line(text) == line)
    }

    @Test("a query leaves out what stands at seams beside a pair")
    func query() {
        #expect(Self.line("2021年预算", for: .query) == "2021 年预 预算")
        #expect(Self.line("2021年", for: .query) == "2021 年")
    }

    @Test("a word is never longer than its limit, and nothing of it is lost")
    func longWord() {
        let terms = TermScanner.terms(of: String(repeating: "a", count: 70) + String(repeating: "Ü", count: 40))
        #expect(terms.map { $0.text.utf8.count } == [64, 64, 22])
        #expect(terms.map { $0.place.position } == [0, 1, 2])
    }

    @Test("bytes that are no UTF-8 are walls, and every byte is walked over")
    func brokenBytes() {
        let bytes: [UInt8] = Array("政府".utf8) + [0xFF, 0xE6, 0x94] + Array("信息".utf8) + [0xE4]
        var found: [String] = []
        TermScanner.scan(bytes.span) { term, place in
            found.append(place.isWall ? "|" : TermScanner.string(term))
            return true
        }
        #expect(found == ["政府", "|", "信息"])
    }

    @Test("the scan ends where it is told to")
    func ends() {
        var count = 0
        let bytes = Array("政府信息公开".utf8)
        TermScanner.scan(bytes.span) { _, _ in
            count += 1
            return count < 2
        }
        #expect(count == 2)
    }

    @Test("random texts give what a slow reading of the rules gives", arguments: 1...40)
    func oracle(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<60 {
            let text = SlowTerms.randomText(&random)
            let expected = SlowTerms.terms(of: text)
            let found = TermScanner.terms(of: text).map {
                SlowTerms.Term(text: $0.text, position: $0.place.position, isWall: $0.place.isWall)
            }
            #expect(found == expected, "seed \(seed), text \(text.debugDescription)")
            // Where a term stands are the bytes it was made of.
            let bytes = Array(text.utf8)
            for (term, place) in TermScanner.terms(of: text) where !place.isWall {
                let slice = String(decoding: bytes[place.bytes], as: UTF8.self)
                let again = TermScanner.terms(of: slice).map(\.text)
                #expect(again.contains(term), "seed \(seed), \(term) at \(place.bytes) of \(text.debugDescription)")
            }
        }
    }
}
