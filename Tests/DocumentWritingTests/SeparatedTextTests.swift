import AnnualReport
import CivilTime
import DocumentWriting
import TestSupport
import Testing

@Suite("Comma separated text")
struct SeparatedTextTests {
    private func text(_ rows: [[CellValue]]) -> String {
        let bytes = SeparatedText.bytes(of: rows)
        #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
        return String(decoding: bytes.dropFirst(3), as: UTF8.self)
    }

    @Test("fields are quoted only where they must be, and lines end as RFC 4180 says")
    func form() {
        let rows: [[CellValue]] = [
            [.text("登记号"), .text("申请,内容"), .text("说\"明\"")], [.whole(1), .text("一\n二"), .day(.latest)], [.blank],
            [.text(" 空 "), .blank, .number(FormNumber(millionths: -500_000))],
        ]
        #expect(
            text(rows)
                == "登记号,\"申请,内容\",\"说\"\"明\"\"\"\r\n1,\"一\n二\",9999-12-31\r\n\"\"\r\n\" 空 \",,-0.5\r\n")
    }

    @Test(
        "a text that a spreadsheet would take for a formula gets an apostrophe",
        arguments: [
            ("=1+1", "'=1+1"), ("+86", "'+86"), ("-1", "'-1"), ("@A1", "'@A1"), ("\t=1", "'\t=1"), ("＝1", "'＝1"),
            ("'=1", "''=1"), ("'甲", "'甲"), ("甲=1", "甲=1"), ("", ""), ("'", "'"), ("—", "—"),
        ])
    func guarding(_ text: String, _ guarded: String) {
        #expect(SeparatedText.guarded(text) == guarded)
        #expect(SeparatedText.unguarded(guarded) == text)
    }

    @Test("a negative number is no formula")
    func numbers() { #expect(text([[.whole(-5)]]) == "-5\r\n") }

    @Test("whatever text is guarded, taking the guard away gives it back, and nothing at risk is left")
    func roundTrip() {
        let seed: UInt64 = 20_250_603
        var random = SeededGenerator(seed: seed)
        let alphabet: [Character] = ["'", "=", "+", "-", "@", "\t", "\r", "甲", "1", " ", "\u{301}"]
        for _ in 0..<2_000 {
            let text = String(
                (0..<Int.random(in: 0...6, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a" })
            let guarded = SeparatedText.guarded(text)
            #expect(SeparatedText.unguarded(guarded).unicodeScalars.elementsEqual(text.unicodeScalars), "seed \(seed)")
            let first = guarded.unicodeScalars.first
            #expect(first.map { !"=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? true, "seed \(seed)")
        }
    }
}
