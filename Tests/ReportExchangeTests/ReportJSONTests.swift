import AnnualReport
import ReportExchange
import TestSupport
import Testing

@Suite("gongkai.report/1")
struct ReportJSONTests {
    @Test("a report of every form comes back from its JSON unchanged")
    func roundTrip() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        for round in 0..<40 {
            let form = StatutoryForm.of(round & 1 == 0 ? .edition2019 : .edition2021, mixed: round & 2 == 0)
            let report = RandomReport.make(form, using: &random)
            #expect(try ReportJSON.read(ReportJSON.write(report)) == report, "seed \(seed), round \(round)")
            let pretty = ReportJSON.write(report, pretty: true)
            #expect(try ReportJSON.read(pretty) == report, "seed \(seed), round \(round)")
        }
    }

    @Test("a report is written in the order and with the names of the contract")
    func exactBytes() {
        var report = Report(source: "a.txt", form: .edition2021)
        report.title = "甲\"乙"
        report.agency = "测试局"
        report.sections = [ReportSection(id: .overall, heading: "一、总体情况", text: "一行\n二行")]
        report[index: 0] = .number(FormNumber(millionths: 1_500_000), text: "1.5", unit: "万元", place: "第1页")
        report.notes = [ReportNote(code: "row_split", cells: [report.form.cells[0].address], message: "甲")]
        let text = String(decoding: ReportJSON.write(report), as: UTF8.self)
        let head = #"""
            {"schema":"gongkai.report/1","source":"a.txt","title":"甲\"乙","agency":"测试局","report_year":null,\#
            "form":"2021","mixed":false,"preamble":"","sections":[{"id":"overall",\#
            "heading":"一、总体情况","text":"一行\n二行"}],\#
            "cells":{"t2_art20_1.regulations.issued_this_year":{"state":"number","value":1.5,"text":"1.5",\#
            "unit":"万元","place":"第1页"},\#
            "t2_art20_1.regulations.repealed_this_year":{"state":"absent","text":""}
            """#
        #expect(text.hasPrefix(head))
        #expect(
            text.hasSuffix(
                #""notes":[{"code":"row_split","cells":["t2_art20_1.regulations.issued_this_year"],"message":"甲"}]}"#))
    }

    @Test("a document without mixed is of the mixed form when it has a cell of the other edition")
    func mixedIsInferred() throws {
        let json = """
            {"schema":"gongkai.report/1","form":"2021",
             "cells":{"t3_applications.other.total":{"state":"number","value":3,"text":"3"}}}
            """
        let report = try ReportJSON.read(Array(json.utf8))
        #expect(report.form == .mixed2021)
        #expect(report.cells.filter { $0.state == .number }.count == 1)
    }

    static let head = "{\"schema\":\"gongkai.report/1\",\"form\":\"2021\","
    static let total = "t4_review_litigation.cases.review_total"

    @Test(
        "a document that is no report is refused with the place and the reason",
        arguments: [
            ("", "", "不是完整的 JSON"),
            ("[]", "", "应当是一个 JSON 对象"),
            ("{\"schema\":\"gongkai.report/1\"", "", "不是完整的 JSON"),
            ("{\"schema\":\"gongkai.report/2\",\"form\":\"2021\"}", "schema", "gongkai.report/1"),
            ("{\"schema\":\"gongkai.report/1\",\"form\":2021}", "form", "2019"),
            (head + "\"title\":3}", "title", "文字"),
            (head + "\"report_year\":\"2023\"}", "report_year", "年份"),
            (head + "\"report_year\":20233}", "report_year", "年份"),
            (head + "\"mixed\":1}", "mixed", "true"),
            (head + "\"sections\":[{\"id\":\"x\"}]}", "sections[0].id", "overall"),
            (head + "\"cells\":{\"a.b.c\":{\"state\":\"blank\"}}}", "cells.a.b.c", "没有这个单元格"),
            (head + "\"cells\":{\"\(total)\":{\"state\":\"number\"}}}", "cells.\(total).value", "小数"),
            (head + "\"cells\":{\"\(total)\":{\"state\":\"blank\",\"value\":0}}}", "cells.\(total).value", "number"),
            (head + "\"cells\":{\"\(total)\":{\"state\":\"zero\"}}}", "cells.\(total).state", "blank"),
        ])
    func refused(json: String, path: String, message: String) {
        #expect {
            try ReportJSON.read(Array(json.utf8))
        } throws: { error in
            guard let error = error as? ReportJSONError else { return false }
            return error.path == path && error.message.contains(message)
        }
    }

    @Test("a document over the size limit is refused before it is read, and the limit can be set")
    func sizeLimit() {
        let json = Array("{\"schema\":\"gongkai.report/1\",\"form\":\"2021\"}".utf8)
        #expect(throws: Never.self) { try ReportJSON.read(json, maximumSize: json.count) }
        #expect(throws: ReportJSONError.self) { try ReportJSON.read(json, maximumSize: json.count - 1) }
    }

    @Test("nesting beyond the limit, bad escapes, bad numbers and bad UTF-8 are refused without harm")
    func hostile() {
        let hostile: [[UInt8]] = [
            Array(repeating: UInt8(ascii: "["), count: 100_000),
            Array("{\"a\":\"\\ud800\"}".utf8), Array("{\"a\":\"\\x\"}".utf8), Array("{\"a\":\"\\u12".utf8),
            Array("{\"a\":01}".utf8), Array("{\"a\":1.}".utf8), Array("{\"a\":-}".utf8), Array("{\"a\":1e}".utf8),
            Array("{\"a\":tru}".utf8), Array("{\"a\" 1}".utf8), Array("{\"a\":1,}".utf8), Array("{} {}".utf8),
            Array("{\"a\":\"".utf8) + [0xFF, UInt8(ascii: "\""), UInt8(ascii: "}")], Array("{\"a\":\"\n\"}".utf8),
        ]
        for bytes in hostile { #expect(throws: ReportJSONError.self) { try ReportJSON.read(bytes) } }
    }

    @Test("no cut and no changed byte of a document stops the reader")
    func cutAndChanged() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        let whole = ReportJSON.write(RandomReport.make(.edition2019, using: &random))
        var refused = 0
        for _ in 0..<200 {
            var bytes = whole
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random)) }
            do { _ = try ReportJSON.read(bytes) } catch { refused += 1 }
        }
        #expect(refused > 50, "seed \(seed)")
    }
}
