import Foundation
import TestSupport
import Testing

/// A citizen's whole way in a real browser, by keyboard alone, on pages without any script.
@Suite("Applying and following in a real browser", .slow, .serialized, .inBrowser)
struct ApplyJourneyTests {
    private static let tab = "\u{E004}"
    private static let enter = "\u{E007}"
    private static let blank = " "

    /// Presses the tab key until the element of a selector has the focus.
    private func go(to selector: String, _ browser: Browser) throws {
        for _ in 0..<120 {
            try browser.press(Self.tab)
            let isThere = try browser.run("return document.activeElement.matches(\"\(selector)\");") as? Bool
            if isThere == true { return }
        }
        Issue.record("the keyboard does not reach \(selector)")
    }

    private func write(_ text: String, to selector: String, _ browser: Browser) throws {
        try go(to: selector, browser)
        for character in text { try browser.press(String(character)) }
    }

    private func isOn(_ path: String, _ browser: Browser) throws -> Bool {
        try browser.becomes("location.pathname === '\(path)' && document.readyState === 'complete'")
    }

    /// Looks at the page as a person with a disability or a phone would, in the three views.
    private func look(_ name: String, _ browser: Browser, _ inspector: PageInspector) throws {
        for width in [1280, 360] {
            try browser.resize(width: width)
            for (view, script) in [
                ("standard", "delete d.view; delete d.contrast"), ("elder", "d.view = 'elder'"),
                ("contrast", "delete d.view; d.contrast = 'high'"),
                ("elder-contrast", "d.view = 'elder'; d.contrast = 'high'"),
            ] {
                _ = try browser.run("const d = document.documentElement.dataset; \(script); return 1;")
                #expect(try inspector.violations() == [], "\(name), \(view), \(width) px")
                #expect(try inspector.overflow() <= 0, "\(name), \(view), \(width) px")
                if width == 360 { #expect(try inspector.smallTargets() == [], "\(name), \(view)") }
                try browser.picture(to: WalkTests.folder.appending(path: "journey/\(name)-\(view)-\(width).jpg"))
            }
            _ = try browser.run(
                "const d = document.documentElement.dataset; delete d.view; delete d.contrast; return 1;")
        }
        try browser.resize(width: 1280)
        // The page as the server sends it to this browser, for the checker of markup.
        let address = try #require(try browser.run("return location.href;") as? String)
        let url = try #require(URL(string: address))
        let cookies = try browser.command("Network.getCookies", ["urls": [address]])["cookies"] as? [[String: Any]]
        let sent = (cookies ?? []).map { "\($0["name"] ?? "")=\($0["value"] ?? "")" }.joined(separator: "; ")
        let path = url.path + (url.query.map { "?\($0)" } ?? "")
        let answer = try HTTPExchange.get(path, port: UInt16(try #require(url.port)), cookie: sent)
        try FileManager.default.createDirectory(at: Self.markup, withIntermediateDirectories: true)
        let page = answer.components(separatedBy: "\r\n\r\n").dropFirst().joined(separator: "\r\n\r\n")
        try Data(page.utf8).write(to: Self.markup.appending(path: "\(name).html"))
    }

    /// The page as a printer gets it: one sheet or two, without what only a screen needs.
    private func printOut(_ name: String, wanted: [String], _ browser: Browser) throws {
        guard let tool = TestEnvironment.tool("pdftotext") else { return }
        let answer = try browser.command("Page.printToPDF", ["preferCSSPageSize": true, "printBackground": true])
        let data = try #require((answer["data"] as? String).flatMap { Data(base64Encoded: $0) })
        let file = WalkTests.folder.appending(path: "paper/\(name).pdf")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
        let outcome = try CommandRunner(executable: tool).run(["-layout", file.path, "-"])
        let text = outcome.output.filter { !$0.isWhitespace || $0 == "\u{C}" }
        for words in wanted { #expect(text.contains(words.filter { !$0.isWhitespace }), "\(name) without \(words)") }
        for words in ["跳到正文", "高对比", "返回我的申请", "查询这件申请"] { #expect(!text.contains(words), "\(name): \(words)") }
        #expect(text.split(separator: "\u{C}").count <= 3, "\(name)")
    }

    /// Where the pages of the journey are left as they came.
    private static let markup = WalkTests.folder.appending(path: "html-journey", directoryHint: .isDirectory)

    /// Sees a page that a reload shows again in English too.
    private func lookInEnglish(_ name: String, _ browser: Browser, _ inspector: PageInspector) throws {
        try browser.command(
            "Network.setCookie", ["name": "lang", "value": "en", "url": try browser.run("return location.href;")])
        _ = try browser.run("location.reload(); return 1;")
        #expect(try browser.becomes("document.documentElement.lang === 'en' && document.readyState === 'complete'"))
        try look("\(name)-en", browser, inspector)
        try browser.command(
            "Network.setCookie", ["name": "lang", "value": "zh", "url": try browser.run("return location.href;")])
        _ = try browser.run("location.reload(); return 1;")
        #expect(try browser.becomes("document.documentElement.lang === 'zh-CN' && document.readyState === 'complete'"))
    }

    @Test("a citizen applies, is asked to correct, corrects, receives the answer and rates it, by keyboard alone")
    func journey() throws {
        let folder = TemporaryFolder()
        let server = try RunningProgram.gongkai(
            ["serve", "--data", folder.url.path, "--listen", "127.0.0.1:0"], limit: 600)
        defer { server.end() }
        let origin = "http://127.0.0.1:\(try server.waitUntilReady().port)"
        let browser = try Browser()
        let inspector = try PageInspector(browser)
        try browser.resize(width: 1280)
        try? FileManager.default.removeItem(at: Self.markup)

        try browser.open(origin + "/requests/new?agency=sample-bureau")
        try look("apply", browser, inspector)
        try browser.open(origin + "/requests/new?agency=sample-bureau")
        try write("测试张三", to: "#name", browser)
        try write("测试路改造工程的合同", to: "#matter", browser)
        try browser.press(Self.tab)
        try go(to: ".part.btns button", browser)
        try browser.press(Self.enter)
        #expect(try browser.becomes("document.title.startsWith('错误')"))
        #expect(try browser.run("return document.querySelector('#name').value;") as? String == "测试张三")
        try look("apply-errors", browser, inspector)
        try go(to: ".errs a[href='#id_number']", browser)
        try browser.press(Self.enter)
        #expect(try browser.becomes("location.hash === '#id_number'"))
        // The target of the link has the focus' place: the next tab goes on from there.
        try browser.click("#id_kind option[value=passport]")
        try browser.type("T00998877", into: "#id_number")
        try write("000-55667788", to: "#phone", browser)
        let proof = folder.file("测试证件.jpg")
        try Data([0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 1, count: 16) + [0xFF, 0xD9]).write(
            to: URL(filePath: proof))
        try browser.type(proof, into: "#proof")
        try go(to: ".part.btns button", browser)
        try browser.press(Self.enter)
        #expect(try isOn("/requests/new/review", browser))
        try look("review", browser, inspector)
        try go(to: "form.part button", browser)
        try browser.press(Self.enter)
        #expect(try isOn("/requests/new/receipt", browser))
        try look("receipt", browser, inspector)
        try lookInEnglish("receipt", browser, inspector)
        let told = try #require(
            try browser.run("return [...document.querySelectorAll('.facts strong')].map(e => e.textContent);")
                as? [String])
        #expect(told.count == 2)
        let number = try #require(told.first)
        try printOut("receipt", wanted: ["申请已经登记", number, told[1], "双方确认之日"], browser)
        let subject = number.split(separator: "-").suffix(2).joined(separator: "-")

        try office(folder, subject, ["request.confirm_receipt": "", "request.ask_correction": ""])
        try browser.open(origin + "/requests/track")
        try look("track", browser, inspector)
        try write(number, to: "#number", browser)
        try write(told[1], to: "#code", browser)
        try browser.press(Self.enter)
        #expect(try isOn("/requests/track/case", browser))
        #expect(try browser.becomes("document.body.textContent.includes('等您补正')"))
        try look("case-correct", browser, inspector)
        try write("，2024年签订的", to: "#matter", browser)
        try go(to: "form[action$=correction] button", browser)
        try browser.press(Self.enter)
        #expect(try browser.becomes("location.search === '?done=correction'"))
        try look("case-handling", browser, inspector)
        try lookInEnglish("case-handling", browser, inspector)

        try office(folder, subject, ["request.decide": ""])
        try browser.open(origin + "/requests/track/case")
        try go(to: "form[action$=received] button", browser)
        try browser.press(Self.enter)
        #expect(try browser.becomes("location.search === '?done=received'"))
        try go(to: "#grade", browser)
        try browser.press(Self.blank)
        try go(to: "form[action$=rating] button", browser)
        try browser.press(Self.enter)
        #expect(try browser.becomes("location.search === '?done=rating'"))
        #expect(try browser.becomes("document.body.textContent.includes('您作了评价：非常满意')"))
        try look("case-answered", browser, inspector)
        try browser.click("a[href^='/requests/track/letters/']")
        #expect(try browser.becomes("document.querySelector('article.doc h1') !== null"))
        try look("letter", browser, inspector)
        try lookInEnglish("letter", browser, inspector)
        try printOut("letter", wanted: ["测试市示例局", "登记号", number], browser)
        if TestEnvironment.markupChecker != nil, TestEnvironment.tool("java") != nil {
            #expect(try MarkupTests.errors(in: Self.markup) == [])
        }
        #expect(server.terminate() == 0)
    }

    /// What the office does meanwhile on its command line.
    private func office(_ folder: TemporaryFolder, _ subject: String, _ acts: [String: String]) throws {
        let shifted = Date().addingTimeInterval(8 * 3_600)
        let days = [0, 20].map { String(shifted.addingTimeInterval(Double($0) * 86_400).ISO8601Format().prefix(10)) }
        let lines = [
            "request.confirm_receipt":
                #"{"act":"request.confirm_receipt","subject":"\#(subject)","day":"\#(days[0])"}"#,
            "request.ask_correction":
                #"{"act":"request.ask_correction","subject":"\#(subject)","day":"\#(days[0])","points":"请写明合同的年份","deadline":"\#(days[1])"}"#,
            "request.decide":
                #"{"act":"request.decide","subject":"\#(subject)","day":"\#(days[0])","leaf":"disclosed","mode":"supplied","access":"在本页面下载合同复印件"}"#,
        ]
        let order = ["request.confirm_receipt", "request.ask_correction", "request.decide"]
        let input = order.filter { acts[$0] != nil }.compactMap { lines[$0] }.joined(separator: "\n")
        let outcome = try CommandRunner().run(
            [
                "act", "--agency", "sample-bureau", "--actor", "li-si", "--role", "officer", "--data",
                folder.url.path,
            ], input: input)
        #expect(outcome.status == 0, "\(outcome.error)")
    }
}
