import Disclosure
import Foundation
import TestSupport
import Testing

@Suite("values that acts are made of")
struct ValueTests {
    private func code(_ text: String) -> Finding.Code? {
        do throws(Refusal) {
            _ = try Disclosure.Statement(parsing: text, field: "matter")
            return nil
        } catch {
            #expect(error.findings.allSatisfy { $0.field == "matter" && $0.article != nil && !$0.remedy.isEmpty })
            return error.findings.first?.code
        }
    }

    @Test("a statement is trimmed, not blank, bounded and printable")
    func statements() throws {
        #expect(try text("  测试\n第二行 ").text == "测试\n第二行")
        #expect(code(" \n　") == .valueBlank)
        #expect(code("a\u{0}b") == .valueControl)
        #expect(code("a\u{1B}[31m") == .valueControl)
        let limit = Disclosure.Statement.limit
        #expect(code(String(repeating: "测", count: limit)) == nil)
        #expect(code(String(repeating: "测", count: limit + 1)) == .valueTooLong)
        // One character of very many scalars is too long as well.
        #expect(code("e" + String(repeating: "\u{301}", count: 100_000)) == .valueTooLong)
    }

    @Test("what is said of a text by its bytes alone is what its characters say", arguments: 0..<20)
    func ordinary(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let pieces = [
            "甲", "〔2021〕", "，", "　", " ", "a", "Z9", "12345678", "１", "Ｘ", "X", "、", "“", "”", "\n", "\t", "\u{0}",
            "\u{7F}", "\u{85}",
            "\u{200B}", "\u{2028}", "é", "e\u{301}", "𠀀", "（", "）", "·", "\u{FEFF}", "\u{FFFD}", "\u{302A}", "\u{2010}",
            "…", "\u{20E3}",
        ]
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? ""
            }
            .joined()
            guard let ordinary = OrdinaryText(text) else { continue }
            let said = "\(text.debugDescription) of seed \(seed)"
            #expect(!text.isEmpty && text.first?.isWhitespace == false && text.last?.isWhitespace == false, "\(said)")
            #expect(text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }, "\(said)")
            #expect(text.count <= ordinary.byteCount, "\(said)")
            #expect(ordinary.hasBlank == text.unicodeScalars.contains { $0.properties.isWhitespace }, "\(said)")
            #expect(ordinary.digitCount == text.utf8.count { (0x30...0x39).contains($0) }, "\(said)")
            #expect(ordinary.longestNumber >= 17 || !CitizenNumber.occurs(in: text[...]), "\(said)")
        }
        #expect(OrdinaryText("关于〔2021〕3号、“甲”的公告（一）") != nil, "titles are ordinary")
    }

    @Test(
        "a citizen's number never gets into a statement, however it is written",
        arguments: [
            ("11010519491231002X", true), ("号码11010519491231002x。", true), ("１１０１０５１９４９１２３１００２Ｘ", true),
            ("X11010519491231002X", true), ("110105194912310021", false), ("110105194913310020", false),
            ("1101051949123100", false), ("911010519491231002", false), ("2110105194912310029", false),
        ])
    func citizenNumbers(text: String, isFound: Bool) {
        #expect(code(text) == (isFound ? .valueCitizenNumber : nil))
    }

    @Test(
        "a citizen's number or a bank card written in groups does not get in either; document numbers and telephones do",
        arguments: [
            ("查 110105 19491231 002X 的记录", Finding.Code.valueCitizenNumber),
            ("110105-1949-1231-002x", .valueCitizenNumber),
            ("１１０１０５　１９４９１２３１　００２Ｘ", .valueCitizenNumber), ("1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X", .valueCitizenNumber),
            ("2025 110105.19491231.002X", .valueCitizenNumber), ("110105—19491231—002 X。", .valueCitizenNumber),
            ("110105\n19491231\n002X", nil), ("110105 19491231 0021", nil), ("110105，19491231，002X", nil),
            ("卡号6222020011112222028。", .valueBankCard), ("6222 0200 1111 2222 028", .valueBankCard),
            ("622202 0011112222028", .valueBankCard), ("4111-1111-1111-1111", .valueBankCard),
            ("4111111111111111", .valueBankCard), ("6222020011112222021", nil), ("4111111111111112", nil),
            ("13800001234 13900001234", nil), ("联系电话138 0000 1234、0595-12345678", nil),
            ("2020-620100-48-03-012345", nil), ("测政〔2021〕12号，2021年3月5日，2022年4月6日，2023年5月7日", nil),
            ("91350100M000100Y43", nil),
        ] as [(String, Finding.Code?)])
    func writtenInGroups(text: String, found: Finding.Code?) { #expect(code(text) == found, "\(text)") }

    @Test("what a former version entered stays readable")
    func recorded() throws {
        for text in ["110105 19491231 002X", "4111111111111111"] {
            #expect(Disclosure.Statement(text) == nil)
            let bytes = try JSONEncoder().encode([text])
            #expect(try JSONDecoder().decode([Disclosure.Statement].self, from: bytes).map(\.text) == [text])
        }
        let bytes = try JSONEncoder().encode(["11010519491231002X"])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Disclosure.Statement].self, from: bytes) }
    }

    @Test("references are short names of letters, digits, dashes, dots and underscores")
    func references() {
        #expect(PersonReference("p-1_a.B")?.text == "p-1_a.B")
        for wrong in ["", " ", "张三", "a b", "a/b", String(repeating: "a", count: 65)] {
            #expect(PersonReference(wrong) == nil, "\(wrong)")
            #expect(throws: Refusal.self) { try PersonReference(parsing: wrong, field: "applicant") }
        }
        #expect(PersonReference(String(repeating: "a", count: 64)) != nil)
    }

    @Test("registration numbers are a year and a serial without leading zeros")
    func numbers() throws {
        let number = try #require(RequestNumber("2025-12"))
        #expect(number.description == "2025-12" && number.chineseText == "2025年第12号")
        #expect(try number < #require(RequestNumber("2026-1")))
        for wrong in ["2025-0", "2025-012", "2025-1000000", "2007-1", "2025", "2025-1-2", "-1-2", "2025-+1", "２０２５-1"] {
            #expect(RequestNumber(wrong) == nil, "\(wrong)")
        }
        #expect(RequestNumber(year: 2200, serial: 1) == nil && RequestNumber(year: 2199, serial: 999_999) != nil)
    }

    @Test("texts are compared without punctuation, width and case")
    func compared() {
        #expect(
            ComparedText("关于“XX路”改造（２０２４年）的批复。") == ComparedText("关于 xx路 改造(2024年)的批复"))
        #expect(ComparedText("甲项目") != ComparedText("乙项目"))
        #expect(ComparedText("——……！").text.isEmpty)
    }

    @Test("articles of other laws are cited by their name and number")
    func articles() {
        #expect(Article.reviewLaw(20).chineseText == "《行政复议法》第二十条")
        #expect(Article.civilProcedureLaw(201).chineseText == "《民事诉讼法》第二百零一条")
        #expect(Article.civilProcedureLaw(110).chineseText == "《民事诉讼法》第一百一十条")
        #expect(Article.civilProcedureLaw(200).chineseText == "《民事诉讼法》第二百条")
        #expect(Article.litigationLaw(46).code == "行政诉讼法 Art 46")
        #expect(Article.serviceNotice.chineseText == "国办公开办函〔2016〕235号")
        #expect(Article.regulation(33, paragraph: 3).code == "Art 33(3)" && Article.feeMeasures(6).code == "109号 Art 6")
    }
}
