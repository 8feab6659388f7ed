import AnnualReport
import Foundation
import ReportReading
import Testing

@Suite("Real reports read as they were read by eye")
struct GoldenTests {
    @Test(
        "every golden cell, no number where there is none",
        .enabled(if: GoldenReport.shared != nil, "the folder of real reports is not beside the package"),
        arguments: GoldenReport.all)
    func cells(_ golden: GoldenReport) throws {
        let folder = try #require(GoldenReport.shared)
        let wanted = try golden.content(in: folder)
        let report = try golden.read(in: folder)
        #expect(report.form.edition.rawValue == wanted.form)
        #expect(report.reportYear == wanted.year)
        if !wanted.agency.contains("(") { #expect(report.agency == wanted.agency) }
        #expect(report.sections.map(\.id) == SectionID.allCases)
        var wrong: [String] = []
        for (address, printed) in wanted.cells.sorted(by: { $0.key < $1.key }) {
            let cell = CellAddress(address).flatMap { report[$0] }
            let expected = printed.flatMap(GoldenReport.number)
            if cell?.value != expected {
                wrong.append(
                    "\(address): \(printed ?? "null") read as \(cell?.state.rawValue ?? "no cell") \(cell?.text ?? "")")
            }
        }
        #expect(wrong.isEmpty, "\(wrong.count) of \(wanted.cells.count): \(wrong.prefix(12).joined(separator: "; "))")
    }
}
