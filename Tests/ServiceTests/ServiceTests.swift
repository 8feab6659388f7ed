import AnnualReport
import Database
import DatabaseSQLite
import DocumentReading
import Ledger
import ReportExchange
import Service
import TestSupport
import Testing

/// Answers with the report whose year the first byte of the document tells, from 2000.
private struct ByteReader: ReportReadingPort {
    var limits: ReadingLimits { ReadingLimits() }

    func read(name: String, bytes: [UInt8]) throws(DocumentError) -> Report {
        guard let first = bytes.first else { throw DocumentError(code: "empty_file", message: "文件是空的。") }
        var report = ConsistentReport.empty(.edition2021, year: 2000 + Int(first))
        if bytes.count > 1 {
            ConsistentReport.set(&report, "t3_applications.carried_out.natural_person", Int(bytes[1]))
        }
        return report
    }
}

@Suite("Use cases")
struct ServiceTests {
    private let now = Moment(milliseconds: 1_768_000_000_000)

    private func withLedger(_ engine: DatabaseEngine, _ body: (Ledger, AgencyCode) throws -> Void) throws {
        try engine.withFresh { database, _ in
            let ledger = try Ledger(in: database, now: now)
            let code = try #require(AgencyCode("test"))
            try ledger.offices.put(
                Office(code: code, fullName: try #require(PlainLine("测试市测试局")), region: PlainLine("测试省")))
            try body(ledger, code)
        }
    }

    @Test("a document is kept with its findings; the same again changes nothing", arguments: DatabaseEngine.allCases)
    func importing(engine: DatabaseEngine) throws {
        try withLedger(engine) { (ledger, code) throws in
            let use = ImportReport(ledger: ledger, reader: ByteReader())
            let year = try #require(ReportYear(2022))
            #expect(
                try use.run(name: "a.TXT", bytes: [22], office: code, at: now) == .kept(.newVersion(1), year: year))
            #expect(
                try use.run(name: "a.TXT", bytes: [22], office: code, at: now) == .kept(.unchanged(1), year: year))
            let stored = try #require(try ledger.reports.latest(of: code, year: year))
            #expect(stored.version.documentFormat == "txt")
            #expect(stored.check.result.findings.contains { $0.rule == "X_CARRY" && $0.outcome == .notAssessable })
        }
    }

    @Test("a document that names no year that can be kept is not guessed at", arguments: DatabaseEngine.allCases)
    func unknownYear(engine: DatabaseEngine) throws {
        try withLedger(engine) { (ledger, code) throws in
            let use = ImportReport(ledger: ledger, reader: ByteReader())
            #expect(try use.run(name: "a.txt", bytes: [1], office: code, at: now) == .unknownYear)
            #expect(try ledger.reports.standings().isEmpty)
        }
    }

    @Test(
        "the report of the year before is compared with, whichever of the two comes first",
        arguments: DatabaseEngine.allCases)
    func yearBefore(engine: DatabaseEngine) throws {
        try withLedger(engine) { (ledger, code) throws in
            let use = ImportReport(ledger: ledger, reader: ByteReader())
            _ = try use.run(name: "b.txt", bytes: [23], office: code, at: now)
            _ = try use.run(name: "a.txt", bytes: [22, 4], office: code, at: now)
            let year = try #require(ReportYear(2023))
            let stored = try #require(try ledger.reports.latest(of: code, year: year))
            let carried = stored.check.result.findings.filter { $0.rule == "X_CARRY" }
            #expect(carried.contains { $0.outcome == .fail })
            #expect(stored.check.run == 2)
            #expect(stored.version.number == 1)
        }
    }

    @Test(
        "reports are checked again when the rules are others than before, and only then",
        arguments: DatabaseEngine.allCases)
    func rechecking(engine: DatabaseEngine) throws {
        try withLedger(engine) { (ledger, code) throws in
            var report = ConsistentReport.empty(.edition2021, year: 2022)
            ConsistentReport.set(&report, "t3_applications.disclosed.total", 7)
            let year = try #require(ReportYear(2022))
            let stale = CheckResult(passed: 1, failed: 0, notAssessable: 0, findings: [])
            try ledger.reports.save(
                ReportSubmission(
                    office: code, year: year, documentName: "a.txt", documentFormat: "txt", documentBytes: [1],
                    report: report, json: ReportJSON.write(report), check: stale), at: now)
            let use = RecheckReports(ledger: ledger)
            #expect(try use.run(ruleSet: "rules 2", at: now) == 1)
            #expect(try ledger.reports.standings().first.map { $0.errors > 0 } == true)
            #expect(try use.run(ruleSet: "rules 2", at: now) == nil)
            #expect(try use.run(ruleSet: "rules 3", at: now) == 0)
        }
    }

    @Test(
        "findings that an earlier program kept in Chinese alone are told in English after it",
        arguments: DatabaseEngine.allCases)
    func english(engine: DatabaseEngine) throws {
        try withLedger(engine) { (ledger, code) throws in
            var report = ConsistentReport.empty(.edition2021, year: 2022)
            ConsistentReport.set(&report, "t3_applications.disclosed.total", 7)
            let year = try #require(ReportYear(2022))
            let chinese = RuleBook.check(report)
            try ledger.reports.save(
                ReportSubmission(
                    office: code, year: year, documentName: "a.txt", documentFormat: "txt", documentBytes: [1],
                    report: report, json: ReportJSON.write(report), check: chinese), at: now)
            #expect(try RecheckReports(ledger: ledger).run(ruleSet: "rules 2", at: now) == 1)
            let kept = try #require(try ledger.reports.latest(of: code, year: year)).check.result.findings
            #expect(kept.map(\.message) == chinese.findings.map(\.message))
            #expect(kept.map(\.fingerprint) == chinese.findings.map(\.fingerprint))
            #expect(!kept.isEmpty && kept.allSatisfy { $0.english != nil })
        }
    }

    @Test(
        "the demonstration is loaded once; a document that cannot be read does not stop the others",
        arguments: DatabaseEngine.allCases)
    func demonstration(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            let ledger = try Ledger(in: database, now: now)
            let list = try #require(
                DemonstrationList(
                    parsing: """
                        code\tfull_name\tshort_name\tregion\tparent\tfile\tyear\tkind
                        one\t测试市一局\t一局\t测试省\t\tone.txt\t2021\tgovernment
                        two\t测试市二局\t\t\tone\ttwo.txt\t2022\t

                        """))
            let use = LoadDemonstration(
                ledger: ledger, reader: ByteReader(), calendar: try OfficialCalendar.load())
            #expect(try use.isNeeded())
            for expected in [LoadDemonstration.Outcome.keptOfNewOffice(.newVersion(1)), .kept(.unchanged(1))] {
                var outcomes: [LoadDemonstration.Outcome] = []
                try use.run(list, at: now) { file throws(DocumentError) in
                    file == "one.txt" ? [] : [22]
                } report: {
                    outcomes.append($1)
                    return true
                }
                #expect(
                    outcomes == [.unreadable(DocumentError(code: "empty_file", message: "文件是空的。")), expected])
            }
            #expect(try !use.isNeeded())
            #expect(try ledger.offices.list().count == 2)
        }
    }

    @Test(
        "a list of demonstration documents that does not fit is refused",
        arguments: [
            "h\na\tb", "h\n-\t测试局\t\t\t\tf.txt\t2021\t", "h\nok\t测试局\t\t\t\t../f.txt\t2021\t",
            "h\nok\t测试局\t\t\t\tf.txt\t1990\t", "h\nok\t测试局\t\t\t\tf.txt\t2021\tshop", "h\nok\t测试局\t\t\t\tf.txt\t2021",
        ])
    func demonstrationList(text: String) {
        #expect(DemonstrationList(parsing: text) == nil)
    }

    @Test("reports are found by words of the office, by year and by how they stand", arguments: DatabaseEngine.allCases)
    func listing(engine: DatabaseEngine) throws {
        try withLedger(engine) { (ledger, code) throws in
            _ = try ImportReport(ledger: ledger, reader: ByteReader()).run(
                name: "a.txt", bytes: [22], office: code, at: now)
            let use = ListReports(ledger: ledger)
            func count(_ filter: ReportFilter) throws -> Int { try use.run(filter).lines.count }
            #expect(try count(ReportFilter()) == 1)
            #expect(try count(ReportFilter(text: "测试省  测试局")) == 1)
            #expect(try count(ReportFilter(text: "TEST")) == 1)
            #expect(try count(ReportFilter(text: "别的")) == 0)
            #expect(try count(ReportFilter(year: ReportYear(2022))) == 1)
            #expect(try count(ReportFilter(year: ReportYear(2021))) == 0)
            #expect(try count(ReportFilter(state: .clean)) == 1)
            #expect(try count(ReportFilter(state: .errors)) == 0)
        }
    }

    @Test("an upload that cannot be read says which of its two files is at fault")
    func upload() {
        let use = CheckUpload(reader: ByteReader())
        let good = CheckUpload.File(name: "a.txt", bytes: [22])
        let bad = CheckUpload.File(name: "b.txt", bytes: [])
        #expect(throws: CheckUpload.Refusal.self) { try use.run(bad) }
        do throws(CheckUpload.Refusal) {
            _ = try use.run(good, previous: bad)
            Issue.record("the empty file was read")
        } catch {
            #expect(error.concernsPrevious && error.code == "empty_file")
        }
    }
}
