import AnnualReport
import Foundation
import HTTPCore
import TestSupport
import Testing
import Web

/// What a download refuses is a problem for programs, as the interface for programs says it, and a page for browsers.
@Suite("Refusals of downloads")
struct DownloadRefusalTests {
    private typealias Object = [String: Any]

    private static let fixture: Result<WebFixture, any Error> = Result {
        let fixture = try WebFixture()
        for year in [2020, 2021] {
            let report = ConsistentReport.empty(year < 2021 ? .edition2019 : .edition2021, year: year)
            try fixture.add(report, code: "one", name: "测试市甲局")
        }
        return fixture
    }

    private func problem(_ target: String, _ fixture: WebFixture, _ status: Status) throws -> Object {
        let response = try fixture.get(target)
        #expect(
            response.status == status && response.headers["Content-Type"] == "application/problem+json", "\(target)")
        return try #require(try JSONSerialization.jsonObject(with: Data(response.body)) as? Object)
    }

    @Test(
        "a field that cannot be understood is refused by its name, as a problem",
        arguments: [
            ("/reports", "year=abc", ["year"]), ("/reports", "state=zzz", ["state"]), ("/reports", "page=0", ["page"]),
            ("/explore", "view=x&year=99", ["view", "year"]), ("/explore", "office=nobody", ["office"]),
            ("/explore", "cell=a.b", ["cell"]), ("/explore", "view=cell&row=x&column=y", ["row"]),
            ("/explore/all", "year=99", ["year"]), ("/explore/all", "year=abc", ["year"]),
        ])
    func fields(path: String, query: String, names: [String]) throws {
        for kind in ["csv", "json", "xlsx"] {
            let problem = try problem("\(path).\(kind)?\(query)", try Self.fixture.get(), .badRequest)
            #expect(problem["code"] as? String == "invalid_parameter")
            let errors = try #require(problem["errors"] as? [Object])
            #expect(errors.map { $0["parameter"] as? String } == names, "\(path).\(kind)?\(query)")
            #expect(errors.allSatisfy { ($0["detail"] as? String)?.isEmpty == false })
        }
    }

    @Test(
        "a field that a download does not know is refused by its name, whatever else is asked",
        arguments: [
            ("/reports", "office=x", ["office"]),
            ("/reports", "year=2021&Year=2021&office=x&office=y", ["Year", "office"]),
            ("/reports/one/2021", "verison=1", ["verison"]), ("/explore", "offices=one&view=x", ["offices"]),
            ("/explore/all", "years=2021", ["years"]), ("/explore/all", "view=cell&%3Cb%3E=1", ["view", "<b>"]),
        ])
    func unknown(path: String, query: String, names: [String]) throws {
        for kind in ["csv", "json", "xlsx"] {
            let problem = try problem("\(path).\(kind)?\(query)", try Self.fixture.get(), .badRequest)
            #expect(problem["code"] as? String == "invalid_parameter")
            #expect((problem["errors"] as? [Object])?.map { $0["parameter"] as? String } == names)
            #expect((problem["detail"] as? String)?.contains("不认识的参数") == true)
        }
        let page = try Self.fixture.get().get("\(path).csv?\(query)", headers: [("Accept", "text/html")])
        #expect(page.status == .badRequest && page.isPage && page.text.contains("不认识的参数"))
        #expect(!page.text.contains("verison") && PageMarkup(page.text).faults == [])
    }

    @Test("what our own forms and links send is known to the downloads of their page, fields left empty too")
    func known() throws {
        let fixture = try Self.fixture.get()
        var links: Set<String> = []
        for (page, path) in [("/reports", "/reports"), ("/explore", "/explore"), ("/explore?view=cell", "/explore")] {
            let tags = PageMarkup(try fixture.page(page)).tags
            // The fields of the form that leads to the page itself; the search of the head leads elsewhere.
            let start = try #require(tags.firstIndex { $0.name == "form" && $0["action"] == path })
            let names = tags[start...].prefix { !($0.isEnd && $0.name == "form") }.compactMap { tag in
                ["input", "select"].contains(tag.name) ? tag["name"] : nil
            }
            #expect(names.contains("year"))
            let empty = FormFields(Set(names).sorted().map { ($0, "") } + [("lang", "en")]).encoded
            for kind in ["csv", "json", "xlsx"] {
                #expect(try fixture.get("\(path).\(kind)?\(empty)").status == .ok, "\(path) \(empty)")
            }
            links.formUnion(tags.compactMap { $0["href"] }.filter { $0.contains(/\.(csv|json|xlsx)/) })
        }
        links.formUnion(
            PageMarkup(try fixture.page("/reports?q=%E7%94%B2&year=2021")).tags.compactMap { $0["href"] }.filter {
                $0.contains(/\.(csv|json|xlsx)/)
            })
        #expect(links.count >= 12)
        for link in links {
            let target = link.replacing("&amp;", with: "&")
            #expect(try fixture.get(target).status == .ok, "\(target)")
        }
        for kind in ["csv", "json", "xlsx"] {
            #expect(try fixture.get("/explore/all.\(kind)?year=&lang=zh").status == .ok)
            #expect(try fixture.get("/reports/one/2021.\(kind)?version=1&lang=en").status == .ok)
        }
    }

    @Test("a report that is not kept is refused with the code of the interface, for browsers with a page")
    func missing() throws {
        let fixture = try Self.fixture.get()
        for target in [
            "one/1999.json", "one/2019.csv", "nobody/2021.xlsx", "one/2019/check.json", "one/2021.csv?version=9",
        ] {
            #expect(try problem("/reports/\(target)", fixture, .notFound)["code"] as? String == "unknown_report")
        }
        for target in ["/reports/one/2019.csv", "/reports/one/2019.xlsx", "/explore/all.xlsx?year=99"] {
            let browsed = try fixture.get(target, headers: [("Accept", "text/html,*/*;q=0.8")])
            #expect(browsed.isPage && PageMarkup(browsed.text).faults == [], "\(target)")
        }
        for target in ["/reports/one/2019.docx", "/reports/one/2019.pdf", "/reports/one/2019/source"] {
            #expect(try fixture.get(target).isPage, "\(target)")
        }
    }

    @Test("what is too much, or too often, has its code")
    func tooMuch() throws {
        var settings = SiteSettings()
        settings.exportReports = 1
        settings.exportsPerMinute = 1
        let fixture = try WebFixture(settings: settings)
        for year in [2020, 2021] {
            try fixture.add(
                ConsistentReport.empty(year < 2021 ? .edition2019 : .edition2021, year: year), code: "one")
        }
        let large = try problem("/explore/all.csv", fixture, .contentTooLarge)
        #expect(large["code"] as? String == "content_too_large")
        let often = try problem("/explore/all.xlsx", fixture, .tooManyRequests)
        #expect(often["code"] as? String == "too_many_requests")
    }

    @Test("every code that the interface gives stands in its description")
    func described() throws {
        let folder = TestEnvironment.packageFolder
        let description = try String(contentsOf: folder.appending(path: "docs/api.md"), encoding: .utf8)
        var codes: Set<String> = [
            "not_found", "bad_request", "method_not_allowed", "content_too_large", "service_unavailable",
            "internal_server_error", "not_implemented", "uri_too_long",
        ]
        let sources = folder.appending(path: "Sources/Web")
        for case let name as String in try #require(FileManager.default.enumerator(atPath: sources.path))
        where name.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
            for match in text.matches(of: /(?:missing\(|status: \.\w+, code: )"([a-z_.]+)"/) {
                codes.insert(String(match.1))
            }
        }
        #expect(codes.count > 18)
        #expect(codes.filter { !description.contains("`\($0)`") }.sorted() == [])
    }
}
