import AnnualReport
import Foundation
import HTTPCore
import TestSupport
import Testing
import Web

/// Every list of the interface is walked from its first page to its last.
@Suite("The pages of the lists for programs")
struct InterfacePagingTests {
    private typealias Object = [String: Any]

    /// The published items of an office of the demonstration, and four offices with reports of two years.
    private static let fixture: Result<WebFixture, any Error> = Result {
        var settings = SiteSettings()
        settings.searchPageSize = 5
        let fixture = try WebFixture.working(settings)
        for number in 1...4 {
            for year in [2020, 2021] {
                let report = ConsistentReport.empty(year < 2021 ? .edition2019 : .edition2021, year: year)
                try fixture.add(report, code: "office-\(number)", name: "测试市第\(number)局")
            }
        }
        return fixture
    }

    /// What is asked of each list that has pages; `信息` stands in every report and in most items.
    private static let lists = [
        "/api/v1/offices": "limit=2", "/api/v1/items": "limit=7", "/api/v1/reports": "limit=3",
        "/api/v1/findings": "limit=1", "/api/v1/search": "q=%E4%BF%A1%E6%81%AF",
    ]

    private func object(_ target: String) throws -> Object {
        let response = try Self.fixture.get().get(target)
        #expect(response.status == .ok, "\(target): \(response.text)")
        return try #require(try JSONSerialization.jsonObject(with: Data(response.body)) as? Object)
    }

    /// The pattern of `after`, by the address of each operation that has it.
    private func patterns() throws -> [String: String] {
        let paths = try #require(try object("/openapi.json")["paths"] as? [String: Object])
        return try paths.compactMapValues { methods in
            let parameters = (methods["get"] as? Object)?["parameters"] as? [Object]
            guard let after = parameters?.first(where: { $0["name"] as? String == "after" }) else { return nil }
            return try #require((after["schema"] as? Object)?["pattern"] as? String)
        }
    }

    /// Follows `next` to the end; every place must be of the form that the document tells.
    private func walk(_ first: String, pattern: String) throws -> (records: [Object], pages: Int, cursors: [String]) {
        var (records, pages, cursors): ([Object], Int, [String]) = ([], 0, [])
        var next: String? = first
        while let target = next, pages < 500 {
            let page = try object(target)
            let items = try #require(page["items"] as? [Object])
            #expect(!items.isEmpty, "\(target)")
            records += items
            pages += 1
            next = page["next"] as? String
            guard let next else { break }
            let fields = try #require(URLComponents(string: next)?.queryItems)
            let cursor = try #require(fields.first { $0.name == "after" }?.value)
            #expect(try Regex(pattern).wholeMatch(in: cursor) != nil, "\(cursor) is not of the form \(pattern)")
            cursors.append(cursor)
        }
        #expect(next == nil, "\(first) has an end")
        return (records, pages, cursors)
    }

    /// A record as text, the same for the same record.
    private func text(_ record: Object) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: record, options: .sortedKeys), as: UTF8.self)
    }

    @Test("every list that has pages is walked here")
    func complete() throws {
        #expect(Set(try patterns().keys) == Set(Self.lists.keys))
    }

    @Test("from page to page every record comes once, and each place is as the document says", arguments: lists.keys)
    func walked(path: String) throws {
        let pattern = try #require(try patterns()[path])
        let query = try #require(Self.lists[path])
        let found = try walk("\(path)?\(query)", pattern: pattern)
        #expect(found.pages >= 3, "\(path)")
        #expect(Set(try found.records.map(text)).count == found.records.count, "\(path)")
        guard path != "/api/v1/search" else { return }
        let whole = try walk("\(path)?limit=200", pattern: pattern)
        #expect(try found.records.map(text) == whole.records.map(text), "\(path)")
    }

    @Test("the search gives as many as it counts, in both orders, with places as long as keys really are")
    func search() throws {
        let pattern = try #require(try patterns()["/api/v1/search"])
        let first = "/api/v1/search?q=%E4%BF%A1%E6%81%AF"
        let count = try #require(try object(first)["count"] as? Int)
        var both: [Set<String>] = []
        for order in ["best", "newest"] {
            let found = try walk("\(first)&order=\(order)", pattern: pattern)
            #expect(found.records.count == count, "\(order)")
            #expect(found.cursors.allSatisfy { $0.utf8.count == 15 }, "\(order): \(found.cursors)")
            both.append(Set(try found.records.map { try #require($0["url"] as? String) }))
        }
        #expect(both[0].count == count && both[0] == both[1])
    }
}
