import Foundation
import TestSupport
import Testing

/// Pages as a printer gets them.
@Suite(
    "Pages on paper", .slow, .serialized, .inBrowser,
    .enabled(if: TestEnvironment.tool("pdftotext") != nil, "Left out: pdftotext is absent (scripts/install.sh test)."))
struct PaperTests {
    @Test("a printed page has its title and the numbers of its sheets, and nothing that only a screen needs")
    func printed() throws {
        let folder = WalkTests.folder.appending(path: "paper", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try LiveSite.run { site in
            let browser = try Browser()
            for page in try site.pages() where page.status == 200 {
                try browser.open(site.origin + page.address)
                let title = try #require(
                    try browser.run("return document.querySelector('h1').textContent.replace(/\\s/g, '');") as? String
                )
                let answer = try browser.command(
                    "Page.printToPDF", ["preferCSSPageSize": true, "printBackground": true])
                let data = try #require((answer["data"] as? String).flatMap { Data(base64Encoded: $0) })
                let file = folder.appending(path: "\(page.name).pdf")
                try data.write(to: file)
                let sheets = try Self.sheets(of: file)
                let first = try #require(sheets.first)
                // The first page of the site is its search field, which nobody prints.
                if page.address.prefix(while: { $0 != "?" }) != "/" {
                    #expect(first.contains(title), "\(page.address): \(title)")
                }
                for (index, sheet) in sheets.enumerated() {
                    #expect(sheet.hasSuffix("—\(index + 1)—"), "\(page.address), sheet \(index + 1)")
                    for word in ["跳到正文", "高对比", "年报一览核对我的年报"] {
                        #expect(!sheet.contains(word), "\(page.address) prints \(word)")
                    }
                }
            }
        }
    }

    /// The text of each sheet, without spaces.
    static func sheets(of file: URL) throws -> [String] {
        let tool = try #require(TestEnvironment.tool("pdftotext"))
        let outcome = try CommandRunner(executable: tool).run(["-layout", file.path, "-"])
        #expect(outcome.status == 0)
        return outcome.output.components(separatedBy: "\u{C}").map { $0.filter { !$0.isWhitespace } }
            .filter { !$0.isEmpty }
    }
}
