import Foundation
import TestSupport
import Testing

/// The Nu checker over the markup of every page, in one batch, and a browser's own reading of the style sheet.
@Suite("The markup of every page", .slow, .serialized)
struct MarkupTests {
    private static let folder = WalkTests.folder.appending(path: "html", directoryHint: .isDirectory)

    /// One message of the checker, as it writes them.
    private struct Answer: Decodable {
        struct Message: Decodable {
            var type: String
            var url: String?
            var message: String
            var extract: String?
            var lastLine: Int?
        }
        var messages: [Message]
    }

    @Test(
        "the Nu checker finds no error in any page, in any view",
        .enabled(
            if: TestEnvironment.markupChecker != nil && TestEnvironment.tool("java") != nil,
            "Left out: Java or the Nu checker is absent (scripts/install.sh test)."))
    func markup() throws {
        try? FileManager.default.removeItem(at: Self.folder)
        try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
        var count = 0
        try LiveSite.run { site in
            for page in try site.pages() {
                for view in [PageView.standard, .elderContrast, .english] {
                    let answer = try site.get(page.address, cookies: view.cookies)
                    try write(answer.text, "\(page.name)-\(view.rawValue)")
                    count += 1
                }
            }
            // A form that is refused and one that is sent without its token are pages too.
            for (name, field) in [("check-refused", "file"), ("check-strange", "csrf")] {
                let answer = try HTTPExchange.post(
                    "/check", port: site.port, type: "multipart/form-data; boundary=b", cookie: "",
                    body: Array("--b\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\r\n--b--\r\n".utf8))
                try write(answer.components(separatedBy: "\r\n\r\n").dropFirst().joined(separator: "\r\n\r\n"), name)
                count += 1
            }
        }
        #expect(count > 30)
        #expect(try Self.errors(in: Self.folder) == [])
    }

    @Test(
        "the checker finds what is wrong with a page",
        .enabled(
            if: TestEnvironment.markupChecker != nil && TestEnvironment.tool("java") != nil,
            "Left out: Java or the Nu checker is absent (scripts/install.sh test)."))
    func checkerWorks() throws {
        let folder = TemporaryFolder()
        try folder.write(
            "<!DOCTYPE html><html lang=\"en\"><title>x</title><p><div>x</div></p></html>", to: "wrong.html")
        #expect(try Self.errors(in: folder.url).count == 1)
    }

    @Test("the browser knows every selector, property and value of the style sheet", .inBrowser)
    func style() throws {
        try LiveSite.run { site in
            let browser = try Browser()
            try browser.open(site.origin + "/")
            #expect(try unknown(to: browser, in: try site.get("/gongkai.css").text) == [])
            let found = try unknown(to: browser, in: "a { colour: red; color: 3px } p:odd { margin: 0 } b { top: 1px }")
            #expect(found == ["colour: red", "color: 3px", "p:odd"])
        }
    }

    private func write(_ page: String, _ name: String) throws {
        try Data(page.utf8).write(to: Self.folder.appending(path: "\(name).html"))
    }

    /// What the checker says of the pages in a folder.
    static func errors(in folder: URL) throws -> [String] {
        let java = try #require(TestEnvironment.tool("java"))
        let archive = try #require(TestEnvironment.markupChecker)
        let outcome = try CommandRunner(executable: java).run(
            [
                "-XX:TieredStopAtLevel=1", "-jar", archive.path, "--format", "json", "--errors-only", "--skip-non-html",
                "--stdout", "--exit-zero-always", folder.path,
            ], limit: 120)
        let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
        return answer.messages.map { message in
            let place = message.url.map { ($0 as NSString).lastPathComponent } ?? "?"
            return "\(place):\(message.lastLine ?? 0) \(message.message) \(message.extract ?? "")"
        }
    }

    /// Selectors and declarations of a style sheet that the browser would leave out. What stands in `@page` is not
    /// asked for: browsers tell nothing of it.
    private func unknown(to browser: Browser, in style: String) throws -> [String] {
        let text = String(decoding: try JSONSerialization.data(withJSONObject: [style]), as: UTF8.self)
        let found = try browser.run(
            """
            const css = \(text)[0].replace(/\\/\\*[^]*?\\*\\//g, "").replace(/@charset[^;]*;/, "")
                .replace(/@page[^{]*\\{(?:[^{}]|\\{[^{}]*\\})*\\}/g, "");
            const wrong = [];
            for (const [, head, body] of css.matchAll(/([^{};]+)\\{([^{}]*)\\}/g)) {
                const selector = head.trim();
                if (!CSS.supports("selector(" + selector + ")")) {
                    if (selector.includes(",")) {
                        // supports() takes one selector only.
                        try { document.querySelector(selector); } catch { wrong.push(selector); }
                    } else { wrong.push(selector); }
                }
                for (const line of body.split(";").map(l => l.trim()).filter(l => l)) {
                    const at = line.indexOf(":");
                    const name = line.slice(0, at).trim(), value = line.slice(at + 1).trim();
                    if (!name.startsWith("--") && !CSS.supports(name, value)) wrong.push(line);
                }
            }
            return [...new Set(wrong)];
            """)
        return try #require(found as? [String])
    }
}
