import Foundation
import HTTPCore
import TestSupport
import Testing
import Web

@Suite("Samples of addresses")
struct PageSampleTests {
    @Test("every public address that is read has a sample for the walk in a browser, and no sample is of nothing")
    func complete() throws {
        let routes = try WebFixture.shared.get().site.routes.filter { $0.method == .get && $0.access == .public }
        let patterns = Set(routes.map(\.pattern.text)).subtracting(PageSample.redirects)
        let sampled = Set(PageSample.all.map(\.pattern))
        #expect(
            patterns.subtracting(sampled).sorted() == [],
            "add it to Sources/TestSupport/Pages/PageSample.swift: then every page is seen in every view")
        #expect(sampled.subtracting(patterns).sorted() == [], "there is no such route")
        #expect(PageSample.all.count == sampled.count)
    }

    @Test("every address of a sample fits its pattern", arguments: PageSample.all.indices)
    func fit(index: Int) throws {
        let sample = PageSample.all[index]
        let pattern = try #require(RoutePattern(sample.pattern))
        #expect(!(sample.addresses + sample.linkedFrom).isEmpty)
        for address in sample.addresses {
            let path = try RequestPath(String(address.prefix { $0 != "?" }))
            #expect(pattern.match(path) != nil, "\(address)")
        }
    }
}
