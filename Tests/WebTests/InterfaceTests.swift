import AnnualReport
import CivilTime
import Foundation
import HTTPCompression
import HTTPCore
import Ledger
import TestSupport
import Testing
import Web

@Suite("The interface for programs")
struct InterfaceTests {
    private typealias Object = [String: Any]

    /// Five offices of two years each, so that lists have several pages.
    private static let fixture: Result<WebFixture, any Error> = Result {
        let fixture = try WebFixture()
        for number in 1...5 {
            for year in [2020, 2021] {
                var report = ConsistentReport.empty(year < 2021 ? .edition2019 : .edition2021, year: year)
                ConsistentReport.set(&report, "t3_applications.new_received.total", number * 10)
                try fixture.add(report, code: "Office-\(number)", name: "测试市第\(number)局")
            }
        }
        return fixture
    }

    private func get(_ target: String, headers: [(String, String)] = []) throws -> Response {
        try Self.fixture.get().get(target, headers: headers)
    }

    private func object(_ response: Response) throws -> Object {
        try #require(try JSONSerialization.jsonObject(with: Data(response.body)) as? Object)
    }

    private func items(_ target: String) throws -> [Object] {
        let response = try get(target)
        #expect(response.status == .ok, "\(target)")
        return try #require(try object(response)["items"] as? [Object])
    }

    @Test("every route of the interface is described in the document, and nothing else is")
    func described() throws {
        let routes = try Self.fixture.get().site.routes.filter { $0.pattern.text.hasPrefix("/api/v1/") }
        let paths = try #require(try object(try get("/openapi.json"))["paths"] as? [String: Object])
        #expect(Set(routes.map(\.pattern.text)) == Set(paths.keys))
        #expect(routes.count >= 13 && routes.allSatisfy { $0.access == .public })
        for (path, methods) in paths {
            let method = try #require(routes.first { $0.pattern.text == path }?.method.rawValue.lowercased())
            #expect(methods.count == 1)
            let operation = try #require(methods[method] as? Object, "\(path)")
            let answers = try #require(operation["responses"] as? [String: Object])
            #expect(
                answers["200"] ?? answers["201"] != nil && answers["400"] != nil && answers["default"] != nil, "\(path)"
            )
            let named = path.split(separator: "{").dropFirst().map { String($0.prefix { $0 != "}" }) }
            let parameters = try #require(operation["parameters"] as? [Object])
            for name in named { #expect(parameters.contains { $0["name"] as? String == name }, "\(path)") }
            for parameter in parameters { #expect((parameter["description"] as? String)?.isEmpty == false) }
        }
    }

    @Test("every shape that the document names is described in it")
    func shapes() throws {
        let document = try get("/openapi.json")
        let components = try #require(try object(document)["components"] as? Object)
        let schemas = try #require(components["schemas"] as? Object)
        for name in document.text.matches(of: /#\/components\/schemas\/(\w+)/).map({ String($0.1) }) {
            #expect(schemas[name] != nil, "\(name)")
        }
        let info = try #require(try object(document)["info"] as? Object)
        #expect((info["license"] as? Object)?["name"] as? String == "注明来源即可使用")
    }

    @Test(
        "a list comes page by page, each entry once, and the last page says so",
        arguments: ["/api/v1/offices", "/api/v1/reports", "/api/v1/findings"])
    func paging(path: String) throws {
        let whole = try items("\(path)?limit=200")
        #expect(whole.count >= 5)
        var collected: [Object] = []
        var next: String? = "\(path)?limit=3"
        while let target = next, collected.count < 500 {
            let response = try get(target)
            let page = try object(response)
            let found = try #require(page["items"] as? [Object])
            #expect((1...3).contains(found.count))
            collected += found
            next = page["next"] as? String
            #expect(response.headers["Link"] == next.map { "<\($0)>; rel=\"next\"" })
        }
        #expect(NSArray(array: collected) == NSArray(array: whole))
    }

    @Test(
        "a place that no list gives out is refused by name; one that is of its form begins somewhere",
        arguments: [
            "zzz", "..", "9.9.9", "a.b.c", "-", "a.20x1", "a.2021.", "2021-06-03.", "2021-6-3.a.b", "4-1", "0-01",
            "0-10000000000000000000",
        ])
    func cursors(cursor: String) throws {
        for path in ["items?", "search?q=%E9%A2%84%E7%AE%97&", "reports?", "findings?"] {
            let response = try get("/api/v1/\(path)after=\(cursor)")
            #expect(response.status == .badRequest, "\(path)")
            let faults = try object(response)["errors"] as? [Object]
            #expect(faults?.map { $0["parameter"] as? String } == ["after"], "\(path)")
        }
    }

    @Test(
        "a place that was right once begins somewhere and does not fail",
        arguments: [
            "offices?after=nobody", "reports?after=nobody.2021", "findings?after=nobody.2021.7",
            "findings?after=a.0000.999999", "items?after=2021-02-31.nobody.i-1", "items?after=2021-06-03.nobody.i-1",
            "search?q=%E9%A2%84%E7%AE%97&after=3-9223372036854775807", "search?q=%E9%A2%84%E7%AE%97&after=0-0",
            "search?q=%E9%A2%84%E7%AE%97&after=0-9223372036854775808",
            "search?q=%E9%A2%84%E7%AE%97&after=3-9999999999999999999",
        ])
    func oldCursors(target: String) throws {
        #expect(try get("/api/v1/\(target)").status == .ok)
    }

    @Test("reports and findings are found by office, year, state, rule and outcome")
    func filters() throws {
        #expect(try items("/api/v1/offices?q=%E7%AC%AC3").map { $0["code"] as? String } == ["Office-3"])
        let reports = try items("/api/v1/reports?office=office-2&year=2021")
        #expect(reports.count == 1 && reports[0]["json_url"] as? String == "/reports/Office-2/2021.json")
        let open = try items("/api/v1/findings?office=office-2&outcome=not_assessable&limit=200")
        #expect(!open.isEmpty && open.allSatisfy { $0["outcome"] as? String == "not_assessable" })
        let rule = try #require(open[0]["rule"] as? String)
        #expect(try items("/api/v1/findings?rule=\(rule)&year=2020").allSatisfy { $0["year"] as? Int == 2020 })
    }

    @Test("items on line are listed page after page, each is read whole, and the search finds them")
    func publicItems() throws {
        let fixture = try WebFixture.shared.get()
        var (ids, next): ([String], String?) = ([], "/api/v1/items?office=xiangzhi&limit=7")
        while let target = next {
            let page = try object(try fixture.get(target))
            let items = try #require(page["items"] as? [Object])
            #expect((1...7).contains(items.count), "\(target)")
            ids += items.compactMap { $0["id"] as? String }
            next = page["next"] as? String
        }
        #expect(ids.count == 24 && Set(ids).count == 24)
        let none = try object(try fixture.get("/api/v1/items?office=xiangzhi&category=art20_9"))
        #expect((none["items"] as? [Object])?.isEmpty == true)
        let strange = try object(try fixture.get("/api/v1/items?after=2025-02-30.nobody.x"))
        #expect((strange["items"] as? [Object])?.isEmpty == true && strange["next"] is NSNull)

        let item = try object(try fixture.get("/api/v1/items/shishi-bigdata.ss-3-1"))
        #expect((item["text"] as? String)?.contains("金额均为虚构") == true)
        let matters = try ["shishi-bigdata.ss-3-1", "xiangzhi.xz-6-1"].map { id in
            try object(try fixture.get("/api/v1/items/\(id)"))["matter"]
        }
        #expect(matters[0] is NSNull)
        #expect(matters[1] as? [String: String] == ["code": "4.1", "name": "应急预案和预警信息"])
        let file = try #require((item["files"] as? [Object])?.first)
        let address = try #require(file["url"] as? String)
        #expect(try fixture.get(address).body.count == file["bytes"] as? Int)
        for id in ["xiangzhi.nothing", "nobody.xz-1", "x"] {
            let missing = try fixture.get("/api/v1/items/\(id)")
            #expect(missing.status == .notFound && missing.text.contains("unknown_item"), "\(id)")
        }

        let found = try object(try fixture.get("/api/v1/search?q=%E9%A2%84%E7%AE%97"))
        #expect((found["items"] as? [Object])?.isEmpty == false && found["problem"] is NSNull)
        func count(_ narrowed: String) throws -> Int? {
            try object(try fixture.get("/api/v1/search?q=%E9%A2%84%E7%AE%97\(narrowed)"))["count"] as? Int
        }
        let all = try #require(try count(""))
        #expect(try count("&validity=in_force") ?? 0 > 0 && count("&validity=repealed") == 0)
        #expect(try count("&below=0") == all)
        #expect(try fixture.get("/api/v1/search?q=%E9%A2%84%E7%AE%97&validity=x&below=2").status == .badRequest)
        let single = try object(try fixture.get("/api/v1/search?q=%E9%A2%84"))
        #expect(single["problem"] as? String == "single_character" && single["count"] as? Int == 0)
        #expect(try fixture.get("/api/v1/search").status == .badRequest)
    }

    @Test("the statistics give a value for every office, year and cell, with its state")
    func statistics() throws {
        let cells = "cell=t3_applications.new_received.total&cell=t2_art20_1.regulations.in_force"
        let answer = try object(
            try get("/api/v1/statistics?\(cells)&office=office-1&office=Office-2&year=2021&year=2020&year=2019"))
        let values = try #require(answer["values"] as? [Object])
        #expect(values.count == 2 * 3 * 2)
        func state(_ office: String, _ year: Int, _ cell: String) -> Object? {
            values.first {
                $0["office"] as? String == office && $0["year"] as? Int == year
                    && ($0["cell"] as? String)?.hasPrefix(cell) == true
            }
        }
        #expect(state("Office-2", 2021, "t3")?["value"] as? Int == 20)
        #expect(state("Office-1", 2020, "t2")?["state"] as? String == "not_in_form")
        #expect(state("Office-1", 2019, "t3")?["state"] as? String == "no_report")
        #expect(state("Office-1", 2019, "t3")?["value"] is NSNull)
    }

    @Test("one office, one report and the catalogue of cells are what they are asked for")
    func single() throws {
        #expect(try object(try get("/api/v1/offices/OFFICE-4"))["full_name"] as? String == "测试市第4局")
        let report = try get("/api/v1/reports/office-4/2021")
        #expect(report.body == (try get("/reports/office-4/2021.json")).body)
        let cells = try items("/api/v1/cells")
        #expect(
            cells.count == 200 + 198
                - Set(StatutoryForm.edition2019.cells.map(\.address)).intersection(
                    StatutoryForm.edition2021.cells.map(\.address)
                ).count)
        let single = try #require(cells.first { $0["address"] as? String == "t3_applications.other.total" })
        #expect(
            (single["same_as"] as? [String: [String]])?["2021"]?.count == 3 && single["forms"] as? [String] == ["2019"])
    }

    @Test(
        "what is not kept is not found, with a stable code",
        arguments: [
            ("/api/v1/offices/nobody", "unknown_office"), ("/api/v1/reports/office-1/2050", "unknown_report"),
            ("/api/v1/figures/office-1/2021", "no_records"), ("/api/v1/figures/nobody/2021", "no_records"),
            ("/api/v1/items?office=nope", "unknown_office"), ("/api/v1/reports?office=nobody", "unknown_office"),
            ("/api/v1/findings?office=zzz", "unknown_office"),
            ("/api/v1/search?q=%E9%A2%84%E7%AE%97&office=nope", "unknown_office"),
            ("/api/v1/statistics?cell=t1.a.b&office=office-1&year=2021", "unknown_cell"),
            ("/api/v1/statistics?cell=t3_applications.new_received.total&office=x&year=2021", "unknown_office"),
        ])
    func missing(_ target: String, _ code: String) throws {
        let response = try get(target)
        #expect(response.status == .notFound && response.headers["Content-Type"] == "application/problem+json")
        #expect(try object(response)["code"] as? String == code)
    }

    @Test("published items are counted in years that have begun, and of one to come nothing is said, not even zero")
    func yearsToCome() throws {
        // The ledger of the office runs from 2019 to 2020.
        for (today, known) in [(2019, [2019]), (2021, [2019, 2020])] {
            var settings = SiteSettings()
            settings.today = { Day(year: today, month: 12, day: 31) ?? .earliest }
            let fixture = try WebFixture.working(settings)
            for year in [2018, 2019, 2020, 2021, 2022, 2040] {
                let response = try fixture.get("/api/v1/figures/xiangzhi/\(year)")
                #expect(response.status == (known.contains(year) ? .ok : .notFound), "\(year) in \(today)")
                guard !known.contains(year) else { continue }
                #expect(try object(response)["code"] as? String == "no_records", "\(year) in \(today)")
            }
        }
    }

    @Test(
        "a wrong parameter is refused by name, all of them at once",
        arguments: [
            ("/api/v1/offices?limit=0", ["limit"]), ("/api/v1/offices?limit=201", ["limit"]),
            ("/api/v1/offices?limit=1&limit=2", ["limit"]), ("/api/v1/offices?limit=05", ["limit"]),
            ("/api/v1/offices?limit=%2B5&after=%20", ["limit", "after"]), ("/api/v1/offices?q=", ["q"]),
            ("/api/v1/offices?q=a%0Ab", ["q"]), ("/api/v1/offices?page=2", ["page"]),
            ("/api/v1/reports?year=1999&state=x", ["year", "state"]), ("/api/v1/reports?year=2021.0", ["year"]),
            ("/api/v1/findings?rule=%3Cscript%3E&severity=", ["rule", "severity"]),
            ("/api/v1/statistics", ["cell", "office", "year"]),
            ("/api/v1/reports/-/2021", ["code"]), ("/api/v1/reports/a/20211", ["year"]),
        ])
    func wrong(_ target: String, _ names: [String]) throws {
        let response = try get(target)
        #expect(response.status == .badRequest)
        let problem = try object(response)
        #expect(problem["code"] as? String == "invalid_parameter" && problem["status"] as? Int == 400)
        #expect((problem["errors"] as? [Object])?.map { $0["parameter"] as? String } == names)
        #expect(!response.text.contains("<script"))
    }

    @Test("words that are too many are refused with how many there may be; the search gives as many results as asked")
    func words() throws {
        for path in ["search", "offices"] {
            let long = try get("/api/v1/\(path)?q=" + String(repeating: "%E4%BF%A1", count: 101))
            #expect(long.status == .badRequest && long.text.contains("1到100个字符"), "\(path)")
        }
        for limit in ["0", "101", "05"] {
            #expect(try get("/api/v1/search?q=%E4%BF%A1%E6%81%AF&limit=\(limit)").status == .badRequest)
        }
        for limit in [1, 7, 100] {
            let page = try object(try get("/api/v1/search?q=%E4%BF%A1%E6%81%AF&limit=\(limit)"))
            #expect((page["items"] as? [Object])?.count == min(limit, 10))
            #expect((page["next"] as? String)?.contains("limit=\(limit)&") ?? (limit == 100))
        }
    }

    @Test("more offices, years or cells than the limits are refused")
    func limits() throws {
        let offices = (1...21).map { "&office=office-\($0)" }.joined()
        let response = try get("/api/v1/statistics?cell=t3_applications.new_received.total&year=2021\(offices)")
        #expect(response.status == .badRequest && response.text.contains("最多20个，现在有21个"))
    }

    @Test(
        "a client that takes no JSON is told so, every other is answered",
        arguments: [
            (nil, 200), ("*/*", 200), ("application/json", 200), ("application/*;q=0.1", 200), ("text/html", 406),
            ("application/json;q=0", 406), ("*/*, application/json;q=0", 406), ("text/html, */*;q=0.1", 200), ("", 200),
            (" , ", 200), (";;;", 406),
        ])
    func accept(_ accept: String?, _ status: Int) throws {
        let response = try get("/api/v1/offices", headers: accept.map { [("Accept", $0)] } ?? [])
        #expect(response.status.code == status)
        #expect(response.headers["Content-Type"] == (status == 200 ? "application/json" : "application/problem+json"))
    }

    @Test("an answer has a tag, and a client that holds it gets no body")
    func conditional() throws {
        let first = try get("/api/v1/reports")
        let tag = try #require(first.headers["ETag"])
        let second = try get("/api/v1/reports", headers: [("If-None-Match", tag)])
        #expect(second.status == .notModified && second.body == [] && second.headers["ETag"] == tag)
        #expect(second.headers["Access-Control-Allow-Origin"] == "*")
    }

    @Test("another method is refused with what is allowed, as a problem; OPTIONS tells it and lets other sites read")
    func methods() throws {
        let site = try Self.fixture.get().site
        for method in [HTTPCore.Method.post, .put, .patch, .delete, .trace] {
            let response = site.respond(to: try Request(method: method, target: "/api/v1/offices"))
            #expect(response.status == .methodNotAllowed && response.headers["Allow"] == "GET, HEAD, OPTIONS")
            #expect(response.headers["Content-Type"] == "application/problem+json")
        }
        let options = site.respond(to: try Request(method: .options, target: "/api/v1/offices"))
        #expect(options.status == .noContent && options.headers["Allow"] == "GET, HEAD, OPTIONS")
        #expect(options.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS")
        let head = site.respond(to: try Request(method: .head, target: "/api/v1/offices"))
        #expect(head.status == .ok && head.headers["ETag"] != nil)
    }

    @Test("scripts of other sites may read open data and nothing else")
    func crossOrigin() throws {
        for target in [
            "/api/v1/cells", "/openapi.json", "/reports/office-1/2021.json", "/explore.csv", "/explore/all.json",
            "/reports.csv", "/reports.json", "/reports.xlsx", "/reports/office-1/2021.csv",
            "/reports/office-1/2021.xlsx",
            "/reports/office-1/2021.docx", "/reports/office-1/2021.pdf", "/explore.xlsx", "/explore/all.xlsx",
            "/reports/nobody/2021.xlsx",
        ] {
            let response = try get(target)
            #expect(response.headers["Access-Control-Allow-Origin"] == "*", "\(target)")
            #expect(response.headers["Access-Control-Allow-Credentials"] == nil)
            let exposed = response.headers["Access-Control-Expose-Headers"]?.components(separatedBy: ", ") ?? []
            #expect(Set(exposed).isSuperset(of: ["ETag", "Link", "Retry-After"]), "\(target)")
            #expect(response.headers["Cross-Origin-Resource-Policy"] == "cross-origin", "\(target)")
        }
        for target in ["/", "/reports", "/explore", "/check", "/reports/office-1/2021", "/view?to=/", "/reports.html"] {
            #expect(try get(target).headers["Access-Control-Allow-Origin"] == nil, "\(target)")
        }
    }

    @Test("an address of the interface that is none is refused as a problem too")
    func unknownAddress() throws {
        let response = try get("/api/v1/nothing")
        #expect(response.status == .notFound && response.headers["Content-Type"] == "application/problem+json")
        #expect(try object(response)["code"] as? String == "not_found")
    }

    @Test(
        "pages and data go packed to clients that take gzip, from the memory of pages too; the form of an upload never")
    func packed() throws {
        let site = try Self.fixture.get()
        for target in ["/", "/", "/reports", "/api/v1/cells", "/gongkai.css", "/explore.csv"] {
            let plain = try site.get(target)
            let packed = try site.get(target, headers: [("Accept-Encoding", "gzip")])
            #expect(packed.headers["Content-Encoding"] == "gzip", "\(target)")
            #expect(Gzip.unpack(packed.body, limit: 4 << 20) == plain.body, "\(target)")
            #expect(
                plain.headers["Content-Encoding"] == nil && plain.headers["Vary"]?.contains("Accept-Encoding") == true)
            let tag = try #require(packed.headers["ETag"])
            let unchanged = try site.get(target, headers: [("Accept-Encoding", "gzip"), ("If-None-Match", tag)])
            #expect(unchanged.status == .notModified && unchanged.headers["ETag"] == tag, "\(target)")
        }
        let form = try site.get("/check", headers: [("Accept-Encoding", "gzip")])
        #expect(form.headers["Content-Encoding"] == nil && form.headers["Cache-Control"] == "no-store")
    }
}
