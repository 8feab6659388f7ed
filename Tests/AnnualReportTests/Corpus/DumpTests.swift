@testable import AnnualReport
import Foundation
import TestSupport
import Testing

@Suite struct DumpTests {
    @Test func dump() throws {
        for item in try CorpusReport.all() {
            let r = RuleBook.check(item.report)
            print("=== \(item.name) title=\(item.report.title) sections=\(item.report.sections.map { "\($0.id.rawValue):\($0.text.count)" }) pass \(r.passed) fail \(r.failed) na \(r.notAssessable)")
            for f in r.findings where f.outcome == .fail { print("  FAIL \(f.rule) \(f.severity) \(f.message) | \(f.remedy.prefix(40)) | q=\(f.quote ?? "")") }
            for f in r.findings where f.outcome == .notAssessable && !["T3_ROW_SUM","RANGE"].contains(f.rule) { print("  NA \(f.rule) \(f.message.prefix(100))") }
            for s in item.report.sections.prefix(4) {
                let t = NormalText(s.text); let k = TextLexer.tokens(t)
                for st in StatementScanner.statements(t, k, section: s.id, reportYear: item.report.reportYear, ownNames: [item.report.agency, item.report.title]) {
                    print("  ST \(st.topics.map(\.name)) = \(st.value/1_000_000) <\(t.quote(st.range))>") }
                for st in SumScanner.sums(t, k) { print("  SUM \(st.total/1_000_000) = \(st.parts.map{$0/1_000_000}) \(st.holds) \(st.isCertain) <\(t.quote(st.range).prefix(60))>") }
            }
        }
        let raw = TestEnvironment.sharedFolder!.appending(path: "corpus/raw")
        for f in try FileManager.default.contentsOfDirectory(atPath: raw.path).sorted() where f.hasPrefix("p_") {
            let text = try String(contentsOf: raw.appending(path: f), encoding: .utf8)
            let year = Int(f.dropLast(4).suffix(4))!
            var report = Report(source: f, form: year < 2021 ? .edition2019 : .edition2021)
            report.reportYear = year
            CorpusText.fill(&report, with: text)
            report.agency = report.title.components(separatedBy: "20").first ?? ""
            let r = RuleBook.check(report)
            print("=== \(f) title=\(report.title) sections=\(report.sections.map { "\($0.id.rawValue):\($0.text.count)" })")
            for f in r.findings where f.outcome == .fail && f.rule != "SECTION_MISSING" { print("  FAIL \(f.rule) \(f.severity) \(f.message) | q=\(f.quote ?? "")") }
            for f in r.findings where f.outcome == .notAssessable && ["TXT_TABLE", "PERIOD", "YEAR"].contains(f.rule) { print("  NA \(f.rule) \(f.message.prefix(100)) q=\(f.quote ?? "")") }
            for s in report.sections {
                let t = NormalText(s.text); let k = TextLexer.tokens(t)
                for st in SumScanner.sums(t, k) { print("  SUM \(st.total/1_000_000) = \(st.parts.map{$0/1_000_000}) \(st.holds) \(st.isCertain) <\(t.quote(st.range).prefix(60))>") }
            }
        }
    }
}
