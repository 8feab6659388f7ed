import Markup
import TestSupport
import Testing

@Suite("HTML from interpolated literals")
struct HTMLTests {
    @Test(
        "text is escaped for element content and attributes alike",
        arguments: [
            ("", ""), ("数据", "数据"), ("a&b", "a&amp;b"), ("<script>", "&lt;script&gt;"),
            ("\" onclick=\"x", "&quot; onclick=&quot;x"), ("it's", "it&#39;s"), ("&amp;", "&amp;amp;"),
            ("tab\tline\n", "tab\tline\n"), ("nul\0", "nul\u{FFFD}"), ("\u{1B}[31m", "\u{FFFD}[31m"),
            ("\u{7F}", "\u{7F}"), ("数据很多的一行文字&", "数据很多的一行文字&amp;"), ("abcdefgh<", "abcdefgh&lt;"),
            ("ab cd ef<", "ab cd ef&lt;"), ("👨‍👩‍👧<𠮷>", "👨‍👩‍👧&lt;𠮷&gt;"),
        ])
    func escapes(text: String, expected: String) {
        #expect(HTML(text: text).text == expected)
        #expect(("<p title=\"\(text)\">\(text)</p>" as HTML).text == "<p title=\"\(expected)\">\(expected)</p>")
        #expect(("\(text[...])" as HTML).text == expected)
        #expect(("\(Optional(text))" as HTML).text == expected)
    }

    @Test("the type decides: markup passes, text does not, missing values leave nothing")
    func typesDecide() {
        let bold: HTML = "<b>\("x<y")</b>"
        let missingText: String? = nil
        let missingPiece: HTML? = nil
        #expect(HTML("[\(bold)]").text == "[<b>x&lt;y</b>]")
        #expect(HTML("[\(Optional(bold))]").text == "[<b>x&lt;y</b>]")
        #expect(HTML("[\(missingText)\(missingPiece)]").text == "[]")
        #expect(HTML("[\(raw: "<br>")]").text == "[<br>]")
        #expect(HTML("[\("<br>")]").text == "[&lt;br&gt;]")
        #expect(HTML("<i\(" checked", if: true)><i\(" checked", if: false)>").text == "<i checked><i>")
    }

    @Test("lists of pieces are joined")
    func joins() {
        let names = ["甲", "乙<", "丙"]
        #expect(
            HTML("<ul>\(names.map { "<li>\($0)</li>" })</ul>").text == "<ul><li>甲</li><li>乙&lt;</li><li>丙</li></ul>")
        let pieces: [HTML] = names.map { HTML(text: $0) }
        #expect(pieces.joined(separator: "、").text == "甲、乙&lt;、丙")
        #expect(([] as [HTML]).joined().isEmpty)
        #expect((pieces[0] + pieces[2]).text == "甲丙")
    }

    @Test("whole numbers of every width keep their digits")
    func integers() {
        #expect(HTML("\(0) \(7) \(10) \(-1) \(1234567890)").text == "0 7 10 -1 1234567890")
        #expect(HTML("\(Int.min) \(Int.max)").text == "\(Int.min) \(Int.max)")
        #expect(HTML("\(UInt64.max) \(UInt8.max)").text == "18446744073709551615 255")
    }

    @Test("every byte below 128 is escaped or kept, alone and in long text")
    func everyByte() throws {
        for number in 0..<128 as Range<UInt8> {
            let scalar = Unicode.Scalar(number)
            let expected =
                switch scalar {
                case "&": "&amp;"
                case "<": "&lt;"
                case ">": "&gt;"
                case "\"": "&quot;"
                case "'": "&#39;"
                case "\t", "\n", "\r": String(scalar)
                default: number < 32 ? "\u{FFFD}" : String(scalar)
                }
            for length in [0, 1, 7, 8, 15, 255, 256, 600] {
                let around = String(repeating: "公a ", count: length)
                let escaped = HTML(text: around + String(scalar) + around)
                #expect(escaped.text == around + expected + around, "byte \(number) in \(length)")
            }
        }
    }

    @Test("a sign between digits and blanks is escaped wherever it stands", arguments: Array("<>&\"'\u{1}"))
    func signsBetweenDigits(sign: Character) {
        let expected = HTML(text: String(sign)).text
        #expect(expected != String(sign))
        for before in 0...20 {
            for after in 0...20 {
                let (first, last) = (String("12 45:78".prefix(before % 9)), String(repeating: "9", count: after))
                let text = String(repeating: "0", count: before) + first + String(sign) + last
                #expect(HTML(text: text).text == String(repeating: "0", count: before) + first + expected + last)
            }
        }
    }

    @Test("random hostile text never breaks out of its place and reads back as it was")
    func hostileTextStaysInside() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let text = random.hostileText()
            let page: HTML = "<p a=\"\(text)\" b='\(text)'>\(text)</p>"
            let escaped = HTML(text: text)
            #expect(
                !escaped.bytes.contains { [UInt8(ascii: "<"), UInt8(ascii: ">"), 0x22, 0x27].contains($0) },
                "seed \(seed)")
            #expect(page.text == "<p a=\"\(escaped.text)\" b='\(escaped.text)'>\(escaped.text)</p>", "seed \(seed)")
            #expect(unescape(escaped.text) == visible(text), "seed \(seed)")
        }
    }

    /// What a browser would show: control characters are replaced.
    private func visible(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 && ![9, 10, 13].contains(scalar.value)
            scalars.append(isControl ? "\u{FFFD}" : scalar)
        }
        return String(scalars)
    }

    /// Reads character references back; anything that is no reference of ours fails the comparison.
    private func unescape(_ text: String) -> String {
        let names: [(String, Unicode.Scalar)] = [
            ("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("#39;", "'"),
        ]
        var scalars = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "&", let (name, meaning) = names.first(where: { rest.starts(with: $0.0.unicodeScalars) }) {
                rest = rest.dropFirst(name.unicodeScalars.count)
                scalars.append(meaning)
            } else {
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
