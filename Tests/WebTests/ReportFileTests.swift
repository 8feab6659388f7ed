import AnnualReport
import DocumentReading
import DocumentWriting
import Foundation
import HTTPCore
import ReportExchange
import ReportReading
import TestSupport
import Testing

@testable import Web

@Suite("Reports as documents")
struct ReportFileTests {
    private static let path = "/reports/sample-bureau/2021"

    /// Another site over the same data.
    private func site(_ settings: SiteSettings) throws -> Site {
        Site(ledger: try WebFixture.shared.get().ledger, reader: InProcessReader(), style: [], settings: settings)
    }

    @Test("the Word document of a report is saved under its title and holds every number of the page")
    func word() throws {
        let fixture = try WebFixture.shared.get()
        let response = try fixture.get(Self.path + ".docx")
        #expect(response.status == .ok)
        #expect(response.headers["Content-Type"]?.contains("wordprocessingml") == true)
        #expect(response.headers["Content-Disposition"]?.hasPrefix("attachment; filename*=UTF-8''") == true)
        let read = try ReportReader.read(try DocumentReader.read(name: "测试.docx", bytes: response.body))
        let json = try fixture.get(Self.path + ".json")
        let stored = try ReportJSON.read(json.body)
        #expect(read.title == stored.title)
        for (index, cell) in stored.form.cells.enumerated() where stored[index: index].state == .number {
            #expect(read[index: index].value == stored[index: index].value, "\(cell.address)")
        }
    }

    @Test("a document is made once for a state of the database, and not sent again to who has it")
    func kept() throws {
        let fixture = try WebFixture.shared.get()
        let first = try fixture.get(Self.path + ".docx")
        let tag = try #require(first.headers["ETag"])
        #expect(try fixture.get(Self.path + ".docx").body == first.body)
        let again = try fixture.get(Self.path + ".docx", headers: [("If-None-Match", tag)])
        #expect(again.status == .notModified)
    }

    @Test("a report that is not kept has no document", arguments: [".docx", ".pdf"])
    func missing(_ ending: String) throws {
        let fixture = try WebFixture.shared.get()
        #expect(try fixture.get("/reports/nowhere/2021" + ending).status == .notFound)
        #expect(try fixture.get("/reports/sample-bureau/1999" + ending).status == .notFound)
    }

    @Test("where nothing that prints is installed, pages do not lead to a pdf, and its address says what to do instead")
    func withoutPrinter() throws {
        var settings = SiteSettings()
        settings.print.python = "/nonexistent/python3"
        let fixture = try WebFixture.shared.get()
        let request = try Request(method: .get, target: Self.path + ".pdf")
        let answer = try site(settings).respond(to: request)
        #expect(answer.status == .notImplemented)
        #expect(answer.text.contains("Word"))
        #expect(!(try fixture.get(Self.path)).text.contains(".pdf\""))
    }

    @Test("more documents at a time than allowed, or more for one address, are refused with a time to wait")
    func bounds() throws {
        var settings = SiteSettings()
        settings.documentsPerMinute = 1
        settings.cacheBytes = 0
        let site = try site(settings)
        let request = try Request(method: .get, target: Self.path + ".docx")
        #expect(site.respond(to: request).status == .ok)
        #expect(site.respond(to: request).status == .tooManyRequests)
    }

    @Test(
        "the pdf of a report holds every number of the page",
        .enabled(if: PrintPDF.isAvailable(), "Left out: WeasyPrint is not installed (scripts/install.sh test)."), .slow)
    func print() throws {
        let fixture = try WebFixture.shared.get()
        let response = try fixture.get(Self.path + ".pdf")
        #expect(response.status == .ok && response.headers["Content-Type"] == "application/pdf")
        let stored = try ReportJSON.read(try fixture.get(Self.path + ".json").body)
        let read = try ReportReader.read(try DocumentReader.read(name: "测试.pdf", bytes: response.body))
        for (index, cell) in stored.form.cells.enumerated() where stored[index: index].state == .number {
            #expect(read[index: index].value == stored[index: index].value, "\(cell.address)")
        }
    }
}
