import Search
import TestSupport
import Testing

@Suite("Stretches of long texts")
struct TextPartTests {
    private func parts(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return TextPart.cut(bytes.span).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test("an ordinary text is one stretch")
    func one() {
        #expect(parts("") == [""])
        #expect(parts("政府信息") == ["政府信息"])
        let text = (0..<1_000).map { "第\($0)条内容" }.joined(separator: "。")
        #expect(parts(text).count > 1)
        #expect(parts(String(text.prefix(600))) == [String(text.prefix(600))])
    }

    @Test(
        "stretches lie side by side, and none holds more than an engine keeps",
        arguments: [
            String(repeating: "甲乙", count: 40_000), (0..<20_000).map { "第\($0)条" }.joined(separator: "\n"),
            String(repeating: "政府信息公开。", count: 5_000), String(repeating: "a ", count: 30_000),
            (0..<30_000).map { String(UnicodeScalar(0x4E00 + $0 % 20_000) ?? "字") }.joined(),
        ])
    func bounds(text: String) {
        let parts = parts(text)
        #expect(parts.joined() == text)
        for part in parts {
            let terms = TermScanner.terms(of: part)
            #expect((terms.last?.place.position ?? 0) <= TextPart.longest + 1)
            var counts: [String: Int] = [:]
            for (term, place) in terms where !place.isWall { counts[term, default: 0] += 1 }
            #expect((counts.values.max() ?? 0) <= TextPart.mostOfOneTerm + 1)
        }
    }

    @Test("marks are taken as they stand, and no text gives one")
    func marks() {
        let joined = SearchMark.joined([SearchMark("o", "12"), SearchMark("c", "art20_7\" OR")])
        #expect(joined == "\u{1}#o12 #cart20_7OR")
        let bytes = Array(joined.utf8)
        var found: [String] = []
        SearchMark.each(bytes.span) { mark, _ in
            found.append(TermScanner.string(mark))
            return true
        }
        #expect(found == ["#o12", "#cart20_7OR"])
        #expect(TermScanner.terms(of: joined).map(\.text).allSatisfy { !$0.hasPrefix("#") })
    }
}
