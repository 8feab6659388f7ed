import AnnualReport
import Foundation
import HTTPCore
import Ledger
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
        EnglishCheck.expectFindings(page, name)
        let rule = try #require(RuleBook.rule("T3_BALANCE"))
        #expect(page.contains(rule.english.remedy) && page.contains("Table three, column “Enterprises”: “Received"))
        #expect(page.contains(" = 2; ") && page.contains(" = 3. The difference is 1."))
        #expect(page.contains("Results, total, enterprises") && !page.contains("改法"))
    }

    @Test("the findings of every report that is kept are told in English, Chinese only where words of it are quoted")
    func findings() throws {
        let fixture = try WebFixture.shared.get()
        var seen = 0
        for standing in try fixture.ledger.reports.standings() {
            let address = "/reports/\(standing.office.text)/\(standing.year.number)"
            let page = try fixture.page(address, cookies: Self.cookie)
            EnglishCheck.expect(page, address)
            seen += EnglishCheck.expectFindings(page, address)
        }
        #expect(seen > 10)
    }
}

/// Holds a page against the rule; what it finds is the list of what to put into English, or to mark.
enum EnglishCheck {
    /// In what the rules say there is no Chinese but names and words in quotation marks.
    ///
    /// - Returns: how many sentences there are.
    @discardableResult
    static func expectFindings(
        _ page: String, _ name: String, _ location: SourceLocation = #_sourceLocation
    ) -> Int {
        var sentences = 0
        for part in ["h-fail", "h-open"] {
            guard let begin = page.range(of: "<section class=\"note\" aria-labelledby=\"\(part)\">") else { continue }
            let rest = page[begin.lowerBound...]
            let list = String(rest[..<(rest.range(of: "</section>")?.lowerBound ?? rest.endIndex)])
            sentences += list.components(separatedBy: "<p>").count - 1
            let told = list.components(separatedBy: "<span lang=\"zh-CN\">")
            for piece in told.dropLast() {
                #expect(piece.hasSuffix("“"), "\(name): \(piece)", sourceLocation: location)
            }
            #expect(!list.contains("<p lang="), "\(name)", sourceLocation: location)
        }
        return sentences
    }

    static func expect(_ page: String, _ name: String, _ location: SourceLocation = #_sourceLocation) {
        let faults = SpokenText(page).faults
        #expect(faults == [], "\(name)", sourceLocation: location)
        #expect(page.contains("<html lang=\"en\""), "\(name)", sourceLocation: location)
    }
}
