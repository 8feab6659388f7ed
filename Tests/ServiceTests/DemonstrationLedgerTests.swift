import AnnualReport
import CivilTime
import Database
import DocumentReading
import Foundation
import Ledger
import ReportReading
import Service
import TestSupport
import Testing

@Suite("the demonstration ledger gives the reports that the offices published")
struct DemonstrationLedgerTests {
    /// The five offices with their years and the golden values of their reports.
    static let reports: [(office: String, year: Int, golden: String)] = [
        ("shishi-bigdata", 2020, "seed_000"), ("government-services", 2020, "seed_001"),
        ("quanzhou-digital", 2019, "seed_002"), ("xiangzhi", 2020, "seed_003"), ("yantai-bigdata", 2021, "seed_004"),
    ]

    private static let folder = TestEnvironment.packageFolder.appending(path: "Resources/demo")

    private static func resource(_ name: String) throws -> String {
        try String(
            contentsOf: TestEnvironment.packageFolder.appending(path: "Resources/demo/\(name)"), encoding: .utf8)
    }

    /// A ledger with the demonstration's acts.
    private func withDemonstration(_ engine: DatabaseEngine, _ body: (Ledger) throws -> Void) throws {
        let calendar = try OfficialCalendar.load()
        try engine.withFresh { database, _ in
            let now = Moment(milliseconds: 1_768_442_400_000)
            let ledger = try Ledger(in: database, now: now, settings: LedgerSettings(calendar: calendar))
            let list = try #require(DemonstrationList(parsing: try Self.resource("offices.tsv")))
            let keep = KeepOffice(PerformActs(ledger: ledger, calendar: calendar, vault: nil))
            let caller = PerformActs.Caller(actor: "system", role: Role.systemAdministrator.rawValue)
            for entry in list.entries where try ledger.offices.office(code: entry.office.code) == nil {
                guard case .recorded = try keep.run(entry.office, by: caller, at: now) else { throw Missing() }
            }
            var outcomes: [String: LoadDemonstrationLedger.Outcome] = [:]
            let work = LoadDemonstrationLedger(
                ledger: ledger, calendar: calendar, papers: PreparePaper(reader: InProcessTextReader()),
                file: { try? [UInt8](Data(contentsOf: Self.folder.appending(path: "files/\($0)"))) })
            try work.run(try Self.resource("acts.jsonl"), at: now) { outcomes[$0] = $1 }
            for report in Self.reports {
                guard case .recorded(let acts)? = outcomes[report.office], acts > 0 else {
                    Issue.record("\(report.office): \(String(describing: outcomes[report.office])) \(outcomes)")
                    continue
                }
            }
            try body(ledger)
            try work.run(try Self.resource("acts.jsonl"), at: now) { office, outcome in
                #expect(outcome == .known, "\(office) was recorded twice")
            }
        }
    }

    private func compile(_ ledger: Ledger, _ office: String, _ year: Int) throws -> CompileReport.Answer {
        let outcome = try CompileReport(ledger: ledger).run(office, year: try #require(ReportYear(year)), on: .latest)
        guard case .compiled(let answer) = outcome else { throw Missing() }
        return answer
    }

    private struct Missing: Error {}
    private struct Golden: Decodable { let cells: [String: String?] }

    @Test("every golden cell of the five reports is compiled from the ledger", .overSharedFolder)
    func golden() throws {
        let shared = try #require(TestEnvironment.sharedFolder)
        try withDemonstration(.sqlite) { ledger in
            var compared = 0
            for report in Self.reports {
                let data = try Data(contentsOf: shared.appending(path: "corpus/golden/\(report.golden).json"))
                let golden = try JSONDecoder().decode(Golden.self, from: data)
                let compiled = try compile(ledger, report.office, report.year).compiled.report
                #expect(golden.cells.count == compiled.cells.count, "\(report.office)")
                for (text, printed) in golden.cells {
                    let address = try #require(CellAddress(text))
                    // The lost column of one copy is 0, which its totals confirm; a unit may stand behind a number.
                    let number = (printed ?? "0").prefix { $0 != " " }
                    let cell = try #require(compiled[address], "\(report.office) \(text)")
                    #expect(cell.value == FormNumber(number), "\(report.office) \(text): \(number), \(cell)")
                    compared += 1
                }
            }
            #expect(compared == 992)
        }
    }

    @Test(
        "the records of the invented district give every cell of its printed reports, year by year",
        arguments: [(2021, "docx"), (2022, "txt"), (2023, "html")])
    func district(_ year: Int, _ kind: String) throws {
        let file = "sample-district-\(year).\(kind)"
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: file)))
        let printed = try ReportReader.read(try DocumentReader.read(name: file, bytes: bytes))
        try withDemonstration(.sqlite) { ledger in
            let compiled = try compile(ledger, "sample-district", year).compiled.report
            #expect(compiled.cells.count == 200 && printed.cells.count == 200)
            for address in compiled.form.cells.map(\.address) {
                #expect(compiled[address]?.value == printed[address]?.value, "\(address)")
            }
        }
    }

    /// Every number that the texts of the five reports state about the office's work, and the fact that gives it.
    static let facts: [(office: String, year: Int, fact: String, value: String)] = [
        ("shishi-bigdata", 2020, "handovers.items", "2"), ("shishi-bigdata", 2020, "requests.new", "0"),
        ("shishi-bigdata", 2020, "groups.members.deputy", "2"), ("shishi-bigdata", 2020, "groups.formed", "1"),
        ("shishi-bigdata", 2020, "groups.changed", "1"), ("shishi-bigdata", 2020, "interactions.interview", "1"),
        ("government-services", 2020, "text.staff.assigned", "1"), ("government-services", 2020, "requests.new", "0"),
        ("government-services", 2020, "items.formed.denied", "0"),
        ("government-services", 2020, "complaints.complaint", "0"), ("government-services", 2020, "fees.paid", "0"),
        ("government-services", 2020, "appeals.new.review", "0"),
        // 10余条: more than ten.
        ("government-services", 2020, "items.published.so_far", "12"),
        ("quanzhou-digital", 2019, "items.published.so_far", "9"), ("quanzhou-digital", 2019, "items.published", "9"),
        ("quanzhou-digital", 2019, "items.published.class.工作性通知", "9"),
        ("quanzhou-digital", 2019, "requests.new", "0"), ("quanzhou-digital", 2019, "appeals.new.review", "0"),
        ("xiangzhi", 2020, "items.published", "24"), ("xiangzhi", 2020, "items.timely_rate", "100"),
        ("xiangzhi", 2020, "items.published.class.机构职能", "4"),
        ("xiangzhi", 2020, "items.published.class.政策、规范性文件", "0"),
        ("xiangzhi", 2020, "items.published.class.规划计划", "1"),
        ("xiangzhi", 2020, "items.published.class.行政许可", "0"),
        ("xiangzhi", 2020, "items.published.class.重大建设项目", "0"),
        ("xiangzhi", 2020, "items.published.class.为民办实事", "4"),
        ("xiangzhi", 2020, "items.published.class.民政扶贫救灾、社会社保、就业", "0"),
        ("xiangzhi", 2020, "items.published.class.国土资源城乡建设环保能源", "1"),
        ("xiangzhi", 2020, "items.published.class.科教文体卫生", "1"),
        ("xiangzhi", 2020, "items.published.class.安全生产应急管理", "9"),
        ("xiangzhi", 2020, "items.published.class.其他", "4"), ("xiangzhi", 2020, "requests.new", "0"),
        ("xiangzhi", 2020, "appeals.new.review", "0"), ("xiangzhi", 2020, "appeals.new.litigation_direct", "0"),
        ("xiangzhi", 2020, "items.formed", "24"), ("xiangzhi", 2020, "items.formed.proactive", "24"),
        ("xiangzhi", 2020, "items.formed.on_request", "0"), ("xiangzhi", 2020, "items.formed.denied", "0"),
        ("xiangzhi", 2020, "handovers.items", "24"), ("xiangzhi", 2020, "handovers.received.archives", "24"),
        ("xiangzhi", 2020, "handovers.received.library", "24"),
        ("xiangzhi", 2020, "interactions.interview.led", "1"), ("xiangzhi", 2020, "inquiries.counter", "5"),
        ("xiangzhi", 2020, "inquiries.telephone", "9"), ("xiangzhi", 2020, "text.catalogue.pilot_fields", "26"),
        ("xiangzhi", 2020, "text.catalogue.fields", "19"), ("xiangzhi", 2020, "text.catalogue.level_one", "64"),
        ("xiangzhi", 2020, "text.catalogue.level_two", "140"), ("xiangzhi", 2020, "text.platform.columns", "4"),
        ("xiangzhi", 2020, "complaints.complaint", "0"), ("xiangzhi", 2020, "complaints.report", "0"),
        ("xiangzhi", 2020, "complaints.suggestion", "0"), ("yantai-bigdata", 2021, "items.published", "431"),
        ("yantai-bigdata", 2021, "items.published.channel.website", "222"),
        ("yantai-bigdata", 2021, "items.published.channel.wechat", "209"),
        ("yantai-bigdata", 2021, "requests.new", "1"), ("yantai-bigdata", 2021, "requests.closed.unable", "1"),
        ("yantai-bigdata", 2021, "requests.carried_in", "0"), ("yantai-bigdata", 2021, "requests.carried_out", "0"),
        ("yantai-bigdata", 2021, "requests.consultations.other_organ", "2"),
        ("yantai-bigdata", 2021, "trainings", "2"), ("yantai-bigdata", 2021, "appeals.new.review", "0"),
        ("yantai-bigdata", 2021, "appeals.new.litigation_direct", "0"),
    ]

    @Test(
        "every number of the texts is a fact of the ledger, and no rule finds an error",
        arguments: DatabaseEngine.allCases)
    func narrative(_ engine: DatabaseEngine) throws {
        try withDemonstration(engine) { ledger in
            for report in Self.reports {
                let answer = try compile(ledger, report.office, report.year)
                let wrong = answer.check.findings.filter { $0.outcome == .fail }
                #expect(wrong.isEmpty, "\(report.office): \(wrong.map(\.message))")
                #expect(answer.compiled.report.cells.allSatisfy { $0.state == .number }, "\(report.office)")
                for wanted in Self.facts where wanted.office == report.office {
                    let found = answer.compiled.facts.first { $0.id == wanted.fact }
                    // A class that no item is in is not among the facts of a kept year: it is 0.
                    let isClass = wanted.fact.hasPrefix(ItemClass.factPrefix)
                    let value = found?.value ?? (isClass ? .zero : nil)
                    #expect(value?.description == wanted.value, "\(wanted)")
                }
            }
            #expect(try ledger.projectionDifferences() == [])
            #expect(try ledger.verify().isSound)
        }
    }
}
