import AnnualReport
import Foundation
import HTTPCore
import TestSupport
import Testing

@testable import Web

@Suite("English pages")
struct EnglishPagesTests {
    private static let cookie = ["lang=en"]

    @Test("every page in English says nothing in Chinese that is not marked so", arguments: PageSample.all.indices)
    func samples(index: Int) throws {
        let sample = PageSample.all[index]
        guard sample.isPage else { return }
        let fixture = try WebFixture.shared.get()
        for address in sample.addresses {
            let response = try fixture.get(address, cookies: Self.cookie)
            guard response.isPage else { continue }
            EnglishCheck.expect(response.text, address)
        }
    }

    @Test("pages that say what is wrong with an address do so in English", arguments: PageSample.errors.indices)
    func errors(index: Int) throws {
        let error = PageSample.errors[index]
        // What is no address never becomes a request.
        guard (try? Request(method: .get, target: error.address)) != nil else { return }
        let response = try WebFixture.shared.get().get(error.address, cookies: Self.cookie)
        EnglishCheck.expect(response.text, error.address)
    }

    @Test("the check of a report with mistakes says in English what the rules ask for")
    func check() throws {
        let fixture = try WebFixture()
        let name = "sample-with-mistakes-2021.docx"
        let bytes = [UInt8](try Data(contentsOf: WebFixture.resource("demo/\(name)")))
        let visit = try fixture.visit()
        let page = try fixture.upload(
            file: (name, bytes), token: visit.token, cookies: [visit.cookie, "lang=en"]
        ).text
        EnglishCheck.expect(page, name)
        let rule = try #require(RuleBook.rule("T3_BALANCE"))
        #expect(page.contains(rule.english.expectation) && page.contains("Expected 2, found 3."))
        #expect(page.contains("Results, total, enterprises") && !page.contains("改法"))
    }
}

/// Holds a page against the rule; what it finds is the list of what to put into English, or to mark.
enum EnglishCheck {
    static func expect(_ page: String, _ name: String, _ location: SourceLocation = #_sourceLocation) {
        let faults = SpokenText(page).faults
        #expect(faults == [], "\(name)", sourceLocation: location)
        #expect(page.contains("<html lang=\"en\""), "\(name)", sourceLocation: location)
    }
}
