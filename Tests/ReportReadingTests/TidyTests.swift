import AnnualReport
import DocumentReading
import Foundation
import TestSupport
import Testing

@testable import ReportReading

@Suite("Tidy reports are read to exactly what the general reader makes of them")
struct TidyTests {
    /// What both readers make of a text; a document that is no report is one for neither.
    private static func compare(_ name: String, _ bytes: [UInt8]) throws -> (tidy: Report?, isSame: Bool) {
        let document = try DocumentReader.read(name: name, bytes: bytes)
        guard let tidy = ReportReader.readTidy(document) else { return (nil, true) }
        return (tidy, tidy == (try? ReportReader.readGenerally(document)))
    }

    private static func text(_ layout: ReportLayout, _ form: StatutoryForm, seed: UInt64) -> String {
        var random = SeededGenerator(seed: seed)
        let report = ConsistentReport.make(form, year: form.edition == .edition2019 ? 2020 : 2023, using: &random)
        return layout.render(report)
    }

    /// The same text with bars at both ends of each row.
    private static func barred(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.contains("\t") ? "| \(line.replacing("\t", with: " | ")) |" : String(line)
        }.joined(separator: "\n")
    }

    @Test("every layout, whether tidy or not", arguments: ReportLayout.allCases, LayoutTests.forms)
    func layouts(_ layout: ReportLayout, _ form: StatutoryForm) throws {
        let text = Self.text(layout, form, seed: 1)
        for text in [text, Self.barred(text), text.replacing("\n", with: "\r\n")] {
            let (_, isSame) = try Self.compare(layout.fileName, Array(text.utf8))
            #expect(isSame)
        }
    }

    @Test(
        "rows by tabs, rows by bars and one cell a line are tidy",
        arguments: [ReportLayout.tabs, .tabsAfterLabels, .cellALine],
        [StatutoryForm.edition2019, .edition2021])
    func tidy(_ layout: ReportLayout, _ form: StatutoryForm) throws {
        for seed in UInt64(1)...2 {
            let text = Self.text(layout, form, seed: seed)
            for text in [text, Self.barred(text), text.replacing("\n", with: "\r\n")] {
                let report = try #require(try Self.compare("测试.txt", Array(text.utf8)).tidy, "seed \(seed)")
                #expect(report.form == form)
                #expect(report.cells.allSatisfy { $0.state == .number && $0.place != nil })
            }
        }
    }

    @Test("texts changed at random: lines moved, cells lost and doubled, sentences and signs put in")
    func changed() throws {
        var tidy = 0
        for seed in UInt64(1)...120 {
            var random = SeededGenerator(seed: seed)
            let layout = [ReportLayout.tabs, .tabsAfterLabels, .cellALine].randomElement(using: &random) ?? .tabs
            let form = [StatutoryForm.edition2019, .edition2021].randomElement(using: &random) ?? .edition2021
            var text = Self.text(layout, form, seed: seed)
            if Bool.random(using: &random) { text = Self.barred(text) }
            let changed = TextChange.apply(to: text, using: &random)
            let (report, isSame) = try Self.compare("测试.txt", Array(changed.utf8))
            #expect(isSame, "seed \(seed)")
            if report != nil { tidy += 1 }
        }
        // Some changes leave a report tidy, most do not.
        #expect((5..<100).contains(tidy))
    }

    @Test(
        "real reports and everything else that is plain text",
        .enabled(if: GoldenReport.shared != nil, "the folder of real reports is not beside the package"))
    func real() throws {
        let folder = try #require(GoldenReport.shared)
        let demo = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Resources/demo")
        for place in [folder.appending(path: "seeds"), folder.appending(path: "corpus/raw"), demo] {
            let files = (try? FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)) ?? []
            for file in files where file.pathExtension == "txt" {
                let (_, isSame) = try Self.compare(file.lastPathComponent, [UInt8](try Data(contentsOf: file)))
                #expect(isSame, "\(file.lastPathComponent)")
            }
        }
    }
}
