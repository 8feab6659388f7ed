import Foundation
import HTTPCore
import Ledger
import TestSupport
import Testing

@testable import Web

@Suite("The page about the interface")
struct InterfacePageTests {
    private typealias Object = [String: Any]

    private func page(_ fixture: WebFixture, english: Bool = false) throws -> String {
        try fixture.page("/api", cookies: english ? ["lang=en"] : [])
    }

    @Test("every route of the interface stands in the table, with its method and its sentence in both languages")
    func routes() throws {
        let fixture = try WebFixture.shared.get()
        let operations = API.operations(SiteSettings())
        let routes = fixture.site.routes.filter { $0.pattern.text.hasPrefix("/api/v1/") }
        #expect(Set(operations.map(\.pattern.text)) == Set(routes.map(\.pattern.text)))
        for isEnglish in [false, true] {
            let page = try page(fixture, english: isEnglish).replacing("<wbr>", with: "")
            for operation in operations {
                #expect(page.contains("<code>\(operation.pattern.text)</code>"), "\(operation.id)")
                let summary = operation.summary.text(Wording(isEnglish: isEnglish))
                #expect(page.contains("<b>\(summary)</b>"), "\(operation.id)")
                #expect(operation.summary.english != nil && operation.about?.english?.isEmpty != true)
            }
            #expect(page.components(separatedBy: ">POST</td>").count == 3)
            #expect(page.contains("href=\"/openapi.json\""))
        }
    }

    @Test("every file and feed that the page names is a route")
    func files() throws {
        let patterns = try Set(WebFixture.shared.get().site.routes.map(\.pattern.text))
        for file in InterfaceFile.all {
            for ending in file.endings {
                #expect(patterns.contains("\(file.path).\(ending)"), "\(file.path).\(ending)")
            }
        }
    }

    @Test("the words for what is wrong are those of the page for programmers, with their statuses")
    func faults() throws {
        let page = try String(
            contentsOf: TestEnvironment.packageFolder.appending(path: "docs/api.md"), encoding: .utf8)
        for fault in InterfaceFault.all {
            let isTold = page.components(separatedBy: "\n").contains { line in
                line.hasPrefix("| \(fault.status)") && line.contains("`\(fault.code)`")
            }
            #expect(isTold, "\(fault.code)")
        }
    }

    /// What a line for the command line asks for: the address of `curl -G` with its data.
    static func target(_ command: String) throws -> String {
        let pieces = command.components(separatedBy: "'")
        let quoted = pieces.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        let address = try #require(quoted.first)
        let path = "/" + address.components(separatedBy: "/").dropFirst(3).joined(separator: "/")
        let fields = quoted.dropFirst().map { field -> String in
            let parts = field.split(separator: "=", maxSplits: 1).map(String.init)
            return "\(parts[0])=\(PercentEncoding.encode(parts.count > 1 ? parts[1] : ""))"
        }
        return fields.isEmpty ? path : "\(path)?\(fields.joined(separator: "&"))"
    }

    /// The lines for the command line that a page shows.
    static func commands(_ page: String) -> [String] {
        page.components(separatedBy: "<pre class=\"shell\"><code>").dropFirst().compactMap { part in
            part.components(separatedBy: "</code>").first.map { text in
                text.replacing("<span lang=\"zh-CN\">", with: "").replacing("</span>", with: "")
                    .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
            }
        }
    }

    @Test("each example of the page is answered with what it promises, on a site without reports too")
    func examples() throws {
        for fixture in [try WebFixture.shared.get(), try WebFixture()] {
            for isEnglish in [false, true] {
                let page = try page(fixture, english: isEnglish)
                let commands = Self.commands(page)
                #expect(commands.count == 3)
                let links = PageMarkup(page).all("a").compactMap { $0["href"] }
                for (place, command) in commands.enumerated() {
                    #expect(
                        command.hasPrefix("curl -s -G 'http://127.0.0.1:8080/api/v1/") || command.hasPrefix("curl -s '")
                    )
                    let target = try Self.target(command)
                    #expect(links.contains(target.replacing("&", with: "&amp;")) || links.contains(target), "\(target)")
                    let response = try fixture.get(target)
                    #expect(response.status == .ok, "\(target)")
                    let answer = try #require(
                        try JSONSerialization.jsonObject(with: Data(response.body)) as? Object)
                    let entries = (answer["items"] ?? answer["values"]) as? [Any]
                    let isEmpty = try fixture.ledger.offices.list().isEmpty
                    #expect(entries.map { !$0.isEmpty || (isEmpty && place < 2) } == true, "\(target)")
                }
            }
        }
    }

    @Test("examples name the site where its address is known")
    func origin() throws {
        var settings = SiteSettings()
        settings.identity.origin = "https://www.example.gov.cn"
        let commands = Self.commands(try page(try WebFixture(settings: settings)))
        #expect(commands.count == 3 && commands.allSatisfy { $0.contains("'https://www.example.gov.cn/api/v1/") })
    }

    @Test("the limits on the page are those of the site, and it is a page and no data")
    func limits() throws {
        var settings = SiteSettings()
        settings.searchesPerMinute = 17
        settings.gzipLevel = 0
        let fixture = try WebFixture(settings: settings)
        let page = try page(fixture)
        #expect(page.contains("一分钟17次") && page.contains("本站不压缩"))
        let response = try fixture.get("/api")
        #expect(response.isPage && response.headers["Access-Control-Allow-Origin"] == nil)
        #expect(try fixture.get("/api/v1").headers["Location"] == "/api")
    }
}
