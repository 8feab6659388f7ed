import Foundation
import Markup
import TestSupport
import Testing

@Suite("JSON written to bytes")
struct JSONWriterTests {
    private func sample(_ form: JSONWriter.Form) -> String {
        var json = JSONWriter(form: form)
        json.object {
            $0.member("schema", "gongkai.report/1")
            $0.member("year", 2024)
            $0.member("missing", nil as String?)
            $0.array("list") {
                $0.integer(-1)
                $0.bool(true)
                $0.null()
            }
            $0.object("empty") { _ in }
            $0.array("none") { _ in }
        }
        return String(decoding: json.finish(), as: UTF8.self)
    }

    @Test("the compact form is one line without blanks")
    func compact() {
        #expect(
            sample(.compact)
                == #"{"schema":"gongkai.report/1","year":2024,"missing":null,"list":[-1,true,null],"empty":{},"none":[]}"#
        )
    }

    @Test("the pretty form has a member a line and ends with a line feed")
    func pretty() {
        #expect(
            sample(.pretty) == """
                {
                  "schema": "gongkai.report/1",
                  "year": 2024,
                  "missing": null,
                  "list": [
                    -1,
                    true,
                    null
                  ],
                  "empty": {},
                  "none": []
                }

                """)
    }

    @Test(
        "strings are escaped",
        arguments: [
            ("", #""""#), ("公开", #""公开""#), ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
            ("\0\u{1}\u{1F}\u{7F}", "\"\\u0000\\u0001\\u001f\u{7F}\""), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
            ("\u{2027}\u{202A}é", "\"\u{2027}\u{202A}é\""),
        ])
    func strings(text: String, expected: String) {
        var json = JSONWriter()
        json.string(text)
        #expect(String(decoding: json.finish(), as: UTF8.self) == expected)
    }

    @Test("random hostile text reads back the same through another parser")
    func readsBack() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<1_000 {
            let text = random.hostileText()
            var json = JSONWriter()
            json.object { $0.array(text) { $0.string(text) } }
            let back = try JSONDecoder().decode([String: [String]].self, from: Data(json.finish()))
            #expect(back.count == 1 && back.keys.first.map { Array($0.utf8) } == Array(text.utf8), "seed \(seed)")
            #expect(back.values.first?.first.map { Array($0.utf8) } == Array(text.utf8), "seed \(seed)")
        }
    }

    @Test(
        "a number is kept digit for digit", arguments: ["0", "-0", "12.50", "1e5", "-3.1E-07", "18446744073709551616"])
    func numbers(text: String) throws {
        let number = try #require(JSONNumber(text))
        var json = JSONWriter()
        json.number(number)
        #expect(String(decoding: json.finish(), as: UTF8.self) == text)
    }

    @Test(
        "what is no JSON number does not become one",
        arguments: ["", "-", "+1", "01", "1.", ".5", "1e", "1e+", "NaN", "0x1", "1 ", " 1", "1,0", "１", "--1"])
    func notNumbers(text: String) {
        #expect(JSONNumber(text) == nil)
    }

    @Test("a value without its key stops the program")
    func valueWithoutKey() async {
        await #expect(processExitsWith: .failure) {
            var json = JSONWriter()
            json.object { $0.string("no key") }
        }
    }

    @Test("closing what is not open stops the program")
    func wrongClose() async {
        await #expect(processExitsWith: .failure) {
            var json = JSONWriter()
            json.beginArray()
            json.endObject()
        }
    }

    @Test("an unfinished document cannot be taken")
    func unfinished() async {
        await #expect(processExitsWith: .failure) {
            var json = JSONWriter()
            json.beginArray()
            _ = json.finish()
        }
    }

    @Test("two values are not one document")
    func twoValues() async {
        await #expect(processExitsWith: .failure) {
            var json = JSONWriter()
            json.null()
            json.null()
        }
    }
}
