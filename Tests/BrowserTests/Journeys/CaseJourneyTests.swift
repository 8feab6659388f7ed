import Foundation
import TestSupport
import Testing

/// An application from the form to the rating, in several ways of using a browser; the office acts on its command line
/// meanwhile, sends a message with a file, and hands a file over with its answer.
@Suite("Journeys of an applicant", .slow, .serialized, .inBrowser)
struct CaseJourneyTests {
    /// What the office does, on the day of the test.
    private struct Desk {
        let folder: TemporaryFolder
        let subject: String

        func day(_ offset: Int = 0) -> String {
            let beijing = Date().addingTimeInterval(8 * 3_600 + Double(offset) * 86_400)
            return String(beijing.ISO8601Format().prefix(10))
        }

        func act(_ name: String, _ fields: String, on other: String? = nil, as role: String = "officer") throws {
            let line =
                #"{"act":"\#(name)","subject":"\#(other ?? subject)","day":"\#(day())"\#(fields.isEmpty ? "" : ",")\#(fields)}"#
            let outcome = try CommandRunner().run(
                ["act", "--agency", "sample-bureau", "--actor", "li-si", "--role", role, "--data", folder.url.path],
                input: line)
            #expect(outcome.status == 0, "\(name): \(outcome.error)\(outcome.output)")
        }
    }

    /// Fills in the form for an invented person.
    private func fillIn(_ matter: String, _ proof: URL, _ visitor: Visitor) throws {
        try visitor.go(to: "/requests/new?agency=sample-bureau")
        try visitor.write("测试张三", into: "姓名")
        try visitor.pick("护照", from: "证件类型")
        try visitor.write("T00998877", into: "证件号码")
        try visitor.write("000-55667788", into: "联系电话")
        try visitor.choose(proof, for: "身份证明")
        try visitor.write(matter, into: "名称、文号")
    }

    @Test(
        "an applicant applies, corrects, reads a message, receives the answer with its file, and rates",
        arguments: [Visitor.Way.withoutScript, .elder, .elderKeyboard])
    func wholeWay(way: Visitor.Way) throws {
        let (data, files) = (TemporaryFolder(), TemporaryFolder())
        let proof = try files.file(
            named: "测试证件.jpg", bytes: [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 1, count: 16) + [0xFF, 0xD9])
        let paper = try files.file(named: "合同.pdf", bytes: Array("%PDF-1.7 测试合同 %%EOF".utf8))
        try LiveSite.run(in: data) { site in
            let visitor = try Visitor(way, journey: "case", to: site)
            try fillIn("测试路改造工程的合同", proof, visitor)
            try visitor.looks()
            try visitor.press("下一步")
            try visitor.sees("核对申请")
            try visitor.looks()
            try visitor.press("提交申请")
            try visitor.sees("申请已经登记")
            try visitor.looks()
            let told = try #require(
                try visitor.read("[...document.querySelectorAll('.facts strong')].map(e => e.textContent)") as? [String]
            )
            let number = try #require(told.first)
            let desk = Desk(folder: data, subject: number.split(separator: "-").suffix(2).joined(separator: "-"))
            try desk.act(
                "office.set_letter_rule", #""word":"测示","scheme":"by_kind""#, on: "sample-bureau",
                as: "system_administrator")
            try desk.act("request.confirm_receipt", "")
            try desk.act("request.ask_correction", #""points":"请写明合同的年份","deadline":"\#(desk.day(20))""#)

            try visitor.follow("查询这件申请")
            try visitor.looks()
            try visitor.write(number, into: "登记号")
            try visitor.write(told[1], into: "查询码")
            try visitor.press("查询")
            try visitor.sees("等您补正")
            try visitor.sees("测示公补〔\(desk.day().prefix(4))〕1号")
            try visitor.looks()
            try visitor.write("，2024年签订的", into: "补正后的申请内容")
            try visitor.press("提交补正")
            try visitor.sees("补正已经收到")
            try visitor.looks()
            if TestEnvironment.tool("pdftotext") != nil {
                let sheets = try visitor.sheets()
                #expect(sheets.first?.contains("还有20个工作日") == true, "the state is on paper")
                #expect(sheets.count { $0.contains("周一周二") } == 1 && sheets.count { $0.contains("最迟答复") } == 1)
                #expect(!sheets.joined().contains("退出"))
            }

            try desk.act(
                "request.send_message", #""text":{"text":"您要的合同有两份。"},"papers":[{"file":"\#(paper.path)"}]"#)
            try visitor.go(to: "/requests/track/case")
            try visitor.sees("新消息")
            try visitor.sees("您要的合同有两份。")
            try visitor.looks()
            #expect(try visitor.download("合同.pdf") == Data("%PDF-1.7 测试合同 %%EOF".utf8))
            try visitor.go(to: "/requests/track/case")
            try visitor.sees("您查看了机关的消息")

            try desk.act(
                "request.decide",
                #""leaf":"disclosed","mode":"supplied","access":"在查询页面下载","files":[{"file":"\#(paper.path)"}]"#)
            try visitor.go(to: "/requests/track/case")
            try visitor.sees("答复提供的文件")
            try visitor.looks()
            try visitor.follow("政府信息公开答复书")
            try visitor.sees("测示公复〔\(desk.day().prefix(4))〕1号")
            try visitor.looks()
            try visitor.follow("返回我的申请")
            try visitor.press("确认收到答复")
            try visitor.sees("已经记下您收到了答复")
            try visitor.tick("非常满意")
            try visitor.press("提交评价")
            try visitor.sees("您作了评价：非常满意")
            try visitor.looks()
            if TestEnvironment.tool("pdftotext") != nil {
                let sheets = try visitor.sheets()
                #expect(sheets.count <= 2, "a case with a correction, a message and a reply fits on two")
                // A head stands with what it is the head of.
                for (head, first) in [("期限怎么算的", "周一周二"), ("文书文书文号", "接收回执"), ("这件申请您交来的材料", number)] {
                    let place = sheets.firstIndex { $0.contains(head) }
                    #expect(
                        place != nil && place == sheets.firstIndex { $0.contains(head) && $0.contains(first) },
                        "\(head)")
                }
                // What can only be done at the screen is not on it.
                for word in ["选择文件", "ChooseFiles", "提交评价"] { #expect(!sheets.joined().contains(word)) }
            }
        }
    }

    @Test(
        "an address that hands in much goes on by its browser's proof, or, without scripts, after a wait",
        arguments: [Visitor.Way.pointer, .withoutScript])
    func proof(way: Visitor.Way) throws {
        let (data, files) = (TemporaryFolder(), TemporaryFolder())
        let proof = try files.file(
            named: "测试证件.jpg", bytes: [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 1, count: 16) + [0xFF, 0xD9])
        let settings = [
            "GONGKAI_APPLY_PROMPT_PER_HOUR": "1", "GONGKAI_APPLY_WAIT_SECONDS": way.runsScripts ? "3600" : "2",
            "GONGKAI_APPLY_PROOF_BITS": "10",
        ]
        try LiveSite.run(in: data, environment: settings) { site in
            let visitor = try Visitor(way, journey: "proof", to: site)
            for round in 1...2 {
                try fillIn("测试路改造工程的合同第\(round)份", proof, visitor)
                try visitor.press("下一步")
                try visitor.press("提交申请")
                if round == 1 { try visitor.sees("申请已经登记") }
            }
            if way.runsScripts {
                try visitor.sees("验算完成，现在就可以提交")
                try visitor.looks()
                try visitor.press("提交申请")
            } else {
                try visitor.sees("短时间内从同一网络提交的申请较多")
                try visitor.looks()
                // Nothing but the wait helps here; pressing again before its end says how long it still takes.
                for _ in 0..<200 where try !visitor.isShown("申请已经登记") { try visitor.press("提交申请") }
            }
            try visitor.sees("申请已经登记")
        }
    }

    @Test(
        "the fields of a type of applicant come at once with scripts, and by the button without",
        arguments: [Visitor.Way.pointer, .keyboard, .withoutScript])
    func types(way: Visitor.Way) throws {
        try LiveSite.run { site in
            let visitor = try Visitor(way, journey: "types", to: site)
            try visitor.go(to: "/requests/new?agency=sample-bureau")
            try visitor.write("测试张三", into: "姓名")
            try visitor.write("T00998877", into: "证件号码")
            if way == .keyboard {
                // The arrow keys choose among the types.
                try visitor.tick("自然人")
                try visitor.browser.press("\u{E015}")
            } else {
                try visitor.tick("商业企业")
            }
            if way.runsScripts {
                #expect(try visitor.read("document.activeElement.value") as? String == "commercial_enterprise")
                #expect(try !visitor.isShown("按所选类型更新"))
            } else {
                try visitor.press("按所选类型更新要填的项目")
            }
            try visitor.sees("统一社会信用代码")
            try visitor.sees("单位名称")
            // The number of a person's document is none of the organisation's.
            #expect(try visitor.read("document.querySelector('#id_number').value") as? String == "")
            #expect(try visitor.read("document.querySelectorAll('#id_number').length") as? Int == 1)
            #expect(try visitor.read("document.querySelector('#name').value") as? String == "测试张三")
            try visitor.looks()
            guard way == .pointer else { return }
            // Back again: what was written stands there still, and a form that is sent keeps what is shown.
            try visitor.write("91350100M000100Y43", into: "统一社会信用代码")
            try visitor.tick("自然人")
            #expect(try visitor.read("document.querySelector('#id_number').value") as? String == "T00998877")
            try visitor.tick("其他组织")
            try visitor.browser.click("details.field summary")
            try visitor.write("测试王五", into: "代理人姓名")
            #expect(try visitor.read("document.querySelector('input[name=agent]:checked').value") as? String == "yes")
            try visitor.press("先保存")
            try visitor.sees("已经保存")
            #expect(try visitor.read("document.querySelector('#credit_code').value") as? String == "91350100M000100Y43")
            // The number of a person's document is none of the organisation's.
            #expect(try visitor.read("document.querySelector('#id_number').value") as? String == "")
            #expect(try visitor.read("document.querySelectorAll('#id_number').length") as? Int == 1)
        }
    }

    @Test(
        "after many wrong codes the right one gets in by the browser's proof, or, without scripts, after a wait",
        arguments: [Visitor.Way.pointer, .elderKeyboard])
    func proofOfTries(way: Visitor.Way) throws {
        let (data, files) = (TemporaryFolder(), TemporaryFolder())
        let proof = try files.file(
            named: "测试证件.jpg", bytes: [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 1, count: 16) + [0xFF, 0xD9])
        let settings = [
            "GONGKAI_TRACK_TRIES_PER_NUMBER": "2", "GONGKAI_APPLY_WAIT_SECONDS": way.runsScripts ? "3600" : "2",
            "GONGKAI_APPLY_PROOF_BITS": "10",
        ]
        try LiveSite.run(in: data, environment: settings) { site in
            let visitor = try Visitor(way, journey: "tries", to: site)
            try fillIn("测试路改造工程的合同", proof, visitor)
            try visitor.press("下一步")
            try visitor.press("提交申请")
            try visitor.sees("申请已经登记")
            let told = try #require(
                try visitor.read("[...document.querySelectorAll('.facts strong')].map(e => e.textContent)") as? [String]
            )
            func open(_ code: String) throws {
                try visitor.write(told[0], into: "登记号")
                try visitor.write(code, into: "查询码")
                try visitor.press("查询")
            }
            try visitor.go(to: "/requests/track")
            for _ in 1...2 {
                try open("22222-22222")
                try visitor.sees("登记号和查询码对不上")
                try visitor.go(to: "/requests/track")
            }
            try open(told[1])
            #expect(try !visitor.isShown("我的申请"), "the code is not looked at yet")
            if way.runsScripts {
                try visitor.sees("验算完成，请再填一次查询码")
                try visitor.looks()
                try visitor.write(told[1], into: "查询码")
                try visitor.press("查询")
            } else {
                try visitor.sees("多次查询码不对")
                try visitor.looks()
                // Nothing but the wait helps here; each try before its end says how long it still takes.
                for _ in 0..<200 where try !visitor.isShown("现在可以办") {
                    try visitor.write(told[1], into: "查询码")
                    try visitor.press("查询")
                }
            }
            try visitor.sees("现在可以办")
            try visitor.sees(told[0])
        }
    }
}

extension TemporaryFolder {
    /// A file in the folder.
    fileprivate func file(named name: String, bytes: [UInt8]) throws -> URL {
        let file = url.appending(path: name)
        try Data(bytes).write(to: file)
        return file
    }
}
