import AnnualReport
import Database
import Ledger
import TestSupport
import Testing

/// Versions of reports, with what the rules say and what people decide.
@Suite("Reports")
struct ReportStoreTests {
    private let now = Moment(milliseconds: 1_700_000_000_000)

    @Test("a report comes back whole, with its document and its findings", arguments: DatabaseEngine.allCases)
    func whole(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, again in
            try ledger.offices.put(LedgerFixture.office("a"))
            var quoted = LedgerFixture.finding(2, .notAssessable, .notice)
            quoted.cells = []
            quoted.quote = "引文“24件”"
            let submission = try LedgerFixture.submission(
                "a", 2022, json: "{\"schema\":\"gongkai.report/1\"}", unreadable: 3, form: .mixed2021,
                findings: [LedgerFixture.finding(1), quoted, LedgerFixture.finding(3)])
            #expect(submission.check.findings.map { $0.english == nil } == [false, false, true])
            #expect(try ledger.reports.save(submission, at: now) == .newVersion(1))
            let stored = try #require(
                try again().reports.latest(of: LedgerFixture.code("A"), year: LedgerFixture.year(2022)))
            #expect(stored.json == submission.json)
            #expect(stored.check.result == submission.check)
            #expect(stored.check.run == 1)
            #expect(stored.check.checkedAt == now)
            #expect(stored.version.number == 1)
            #expect(stored.version.form == .mixed2021)
            #expect(stored.version.unreadable == 3)
            #expect(stored.version.title == submission.report.title)
            #expect(stored.version.documentName == "年报.txt")
            #expect(stored.version.readAt == now)
            #expect(try ledger.documents.bytes(stored.version.document) == submission.documentBytes)
            let document = try ledger.documents.document(stored.version.document)
            #expect(document?.byteCount == submission.documentBytes.count)
            #expect(document?.format == "txt")
        }
    }

    @Test("what is not there is nil, not an error", arguments: DatabaseEngine.allCases)
    func absent(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            try ledger.offices.put(LedgerFixture.office("a"))
            let (code, year) = (try LedgerFixture.code("a"), try LedgerFixture.year(2022))
            #expect(try ledger.reports.latest(of: code, year: year) == nil)
            #expect(try ledger.reports.versions(of: code, year: year).isEmpty)
            #expect(try ledger.reports.standings().isEmpty)
            #expect(try ledger.documents.bytes(Digest(of: [1])) == nil)
            #expect(try ledger.documents.document(Digest(of: [1])) == nil)
            #expect(try ledger.dispositions.latest(of: code, year: year).isEmpty)
            let receipt = try ledger.reports.save(LedgerFixture.submission("b", 2022), at: now)
            #expect(try receipt == .unknownOffice(LedgerFixture.code("b")))
        }
    }

    @Test("a new upload is a new version, and the old one stays as it was", arguments: DatabaseEngine.allCases)
    func versions(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            try ledger.offices.put(LedgerFixture.office("a"))
            let (code, year) = (try LedgerFixture.code("a"), try LedgerFixture.year(2022))
            let first = try LedgerFixture.submission("a", 2022, json: "{1}", findings: [LedgerFixture.finding(1)])
            let second = try LedgerFixture.submission("a", 2022, document: "文件二", json: "{2}")
            #expect(try ledger.reports.save(first, at: now) == .newVersion(1))
            let before = try ledger.reports.latest(of: code, year: year)
            #expect(try ledger.reports.save(second, at: now) == .newVersion(2))
            // Read by a better reader: the same document, another report.
            var third = second
            third.json = Array("{3}".utf8)
            #expect(try ledger.reports.save(third, at: now) == .newVersion(3))
            // Going back to an earlier document is a version too.
            #expect(try ledger.reports.save(first, at: now) == .newVersion(4))
            #expect(try ledger.reports.version(1, of: code, year: year) == before)
            let versions = try ledger.reports.versions(of: code, year: year)
            #expect(versions.map(\.number) == [4, 3, 2, 1])
            #expect(versions[0].document == versions[3].document)
            #expect(versions[1].document == versions[2].document)
            #expect(try ledger.reports.version(5, of: code, year: year) == nil)
            let other = try ledger.reports.save(LedgerFixture.submission("a", 2021), at: now)
            #expect(other == .newVersion(1))
        }
    }

    @Test("keeping the same report again changes nothing, not even the revision", arguments: DatabaseEngine.allCases)
    func idempotent(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            try ledger.offices.put(LedgerFixture.office("a"))
            let submission = try LedgerFixture.submission("a", 2022, findings: [LedgerFixture.finding(1)])
            #expect(try ledger.reports.save(submission, at: now) == .newVersion(1))
            let revision = try ledger.revision()
            #expect(try ledger.reports.save(submission, at: Moment(milliseconds: 9)) == .unchanged(1))
            #expect(try ledger.revision() == revision)
            #expect(try ledger.reports.versions(of: submission.office, year: submission.year).count == 1)
        }
    }

    @Test(
        "decisions survive a re-run of the rules and a new version; the latest counts",
        arguments: DatabaseEngine.allCases)
    func dispositionsSurvive(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            try ledger.offices.put(LedgerFixture.office("a"))
            var submission = try LedgerFixture.submission(
                "a", 2022, findings: [LedgerFixture.finding(1), LedgerFixture.finding(2)])
            try ledger.reports.save(submission, at: now)
            let (code, year) = (submission.office, submission.year)
            let (one, two) = (LedgerFixture.fingerprint(1), LedgerFixture.fingerprint(2))
            let confirmed = try LedgerFixture.disposition(.confirmed, at: 1)
            let explained = try LedgerFixture.disposition(.explained, reason: "口径不同", at: 2)
            #expect(try ledger.dispositions.record(explained, of: code, year: year, fingerprint: one) == nil)
            #expect(try ledger.dispositions.record(confirmed, of: code, year: year, fingerprint: one) == nil)
            #expect(try ledger.dispositions.record(explained, of: code, year: year, fingerprint: one) == nil)
            #expect(try ledger.dispositions.record(confirmed, of: code, year: year, fingerprint: two) == nil)
            let expected = [one: explained, two: confirmed]

            // The rules are better now: finding 2 is gone, finding 3 is new.
            submission.check.findings = [LedgerFixture.finding(1, message: "说法改进。"), LedgerFixture.finding(3)]
            #expect(try ledger.reports.save(submission, at: now) == .checkedAgain(1))
            let rerun = try #require(try ledger.reports.latest(of: code, year: year))
            #expect(rerun.check.run == 2)
            #expect(rerun.check.dispositions == expected)
            #expect(rerun.check.result.findings.map { rerun.check.disposition(of: $0)?.kind } == [.explained, nil])

            submission.json = Array("{2}".utf8)
            #expect(try ledger.reports.save(submission, at: now) == .newVersion(2))
            #expect(try ledger.reports.latest(of: code, year: year)?.check.dispositions == expected)
            let standing = try #require(try ledger.reports.standings().first)
            #expect(standing.errors == 2)
            #expect(standing.settledErrors == 1)
            #expect(standing.openErrors == 1)
            let history = try ledger.dispositions.history(of: code, year: year, fingerprint: one)
            #expect(history == [explained, confirmed, explained])
        }
    }

    @Test("a decision about nothing is refused", arguments: DatabaseEngine.allCases)
    func dispositionsRefused(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            try ledger.offices.put(LedgerFixture.office("a"))
            try ledger.reports.save(LedgerFixture.submission("a", 2022, findings: [LedgerFixture.finding(1)]), at: now)
            let decision = try LedgerFixture.disposition(.dismissed)
            let (a, b) = (try LedgerFixture.code("a"), try LedgerFixture.code("b"))
            let (year, other) = (try LedgerFixture.year(2022), try LedgerFixture.year(2021))
            let (one, two) = (LedgerFixture.fingerprint(1), LedgerFixture.fingerprint(2))
            let revision = try ledger.revision()
            #expect(try ledger.dispositions.record(decision, of: b, year: year, fingerprint: one) == .unknownOffice(b))
            #expect(try ledger.dispositions.record(decision, of: a, year: other, fingerprint: one) == .unknownFinding)
            #expect(try ledger.dispositions.record(decision, of: a, year: year, fingerprint: two) == .unknownFinding)
            #expect(try ledger.dispositions.latest(of: a, year: year).isEmpty)
            #expect(try ledger.revision() == revision)
        }
    }

    @Test("hostile texts are kept as texts", arguments: DatabaseEngine.allCases)
    func hostile(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            try ledger.offices.put(LedgerFixture.office("a", name: "'); DROP TABLE office; --"))
            let finding = LedgerFixture.finding(1, message: "<script>'\"$1 {int} ; DELETE FROM finding</script>")
            var submission = try LedgerFixture.submission("a", 2022, findings: [finding])
            submission.documentName = "../../etc/passwd'\"\n"
            try ledger.reports.save(submission, at: now)
            let stored = try ledger.reports.latest(of: submission.office, year: submission.year)
            #expect(stored?.check.result.findings == [finding])
            #expect(stored?.version.documentName == submission.documentName)
            #expect(try ledger.offices.list().count == 1)
        }
    }

    @Test("every change counts the revision up", arguments: DatabaseEngine.allCases)
    func revision(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, again in
            var seen = [try ledger.revision()]
            try ledger.offices.put(LedgerFixture.office("a"))
            seen.append(try ledger.revision())
            let submission = try LedgerFixture.submission("a", 2022, findings: [LedgerFixture.finding(1)])
            try ledger.reports.save(submission, at: now)
            seen.append(try ledger.revision())
            try again().dispositions.record(
                LedgerFixture.disposition(.dismissed), of: submission.office, year: submission.year,
                fingerprint: LedgerFixture.fingerprint(1))
            seen.append(try ledger.revision())
            #expect(seen == [0, 1, 2, 3])
        }
    }

    @Test(
        "findings of latest versions are listed by office, year and place, filtered, and paged through each once",
        arguments: DatabaseEngine.allCases)
    func listedFindings(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            for code in ["Jia", "yi"] { try ledger.offices.put(LedgerFixture.office(code)) }
            let findings = [
                LedgerFixture.finding(1), LedgerFixture.finding(2, .notAssessable, .notice),
                LedgerFixture.finding(3, .fail, .warning),
            ]
            for (code, year, own) in [("yi", 2021, findings), ("Jia", 2022, findings), ("Jia", 2021, [findings[0]])] {
                _ = try ledger.reports.save(LedgerFixture.submission(code, year, findings: own), at: now)
            }
            // Only what the latest version says counts.
            _ = try ledger.reports.save(
                LedgerFixture.submission("Jia", 2021, document: "文件二", json: "[]", findings: [findings[2]]), at: now)
            let (code, year) = (try LedgerFixture.code("jia"), try LedgerFixture.year(2022))
            _ = try ledger.dispositions.record(
                LedgerFixture.disposition(.explained), of: code, year: year, fingerprint: findings[0].fingerprint)
            let all = try ledger.reports.findings(limit: 100)
            func line(_ one: ReportStore.ListedFinding) -> String {
                "\(one.office.folded) \(one.year.number) \(one.position) \(one.finding.fingerprint.suffix(1))"
            }
            #expect(
                all.map(line) == [
                    "jia 2021 0 3", "jia 2022 0 1", "jia 2022 1 2", "jia 2022 2 3", "yi 2021 0 1", "yi 2021 1 2",
                    "yi 2021 2 3",
                ])
            #expect(all.map(\.decision) == [nil, .explained, nil, nil, nil, nil, nil])
            for limit in 1...3 {
                var seen: [ReportStore.ListedFinding] = []
                while true {
                    let place = seen.last.map {
                        ReportStore.FindingPlace(
                            office: $0.office.folded, year: $0.year.number, position: $0.position)
                    }
                    let page = try ledger.reports.findings(after: place, limit: limit)
                    seen += page
                    if page.isEmpty { break }
                }
                #expect(seen == all, "pages of \(limit)")
            }
            func count(_ filter: ReportStore.FindingFilter, after place: ReportStore.FindingPlace? = nil) throws -> Int
            {
                try ledger.reports.findings(filter, after: place, limit: 100).count
            }
            #expect(try count(.init(office: code)) == 4 && count(.init(office: code, years: 2022...2022)) == 3)
            #expect(try count(.init(outcome: .notAssessable)) == 2 && count(.init(severity: .warning)) == 3)
            #expect(try count(.init(rule: "T3_BALANCE")) == 7 && count(.init(rule: "X_CARRY")) == 0)
            let behind = ReportStore.FindingPlace(office: "jia", year: 2022, position: 0)
            #expect(try count(.init(office: code), after: behind) == 2)
            #expect(try count(.init(office: code), after: .init(office: "k", year: 0, position: 0)) == 0)
            #expect(try count(.init(office: code), after: .init(office: "a", year: 9, position: 9)) == 4)
            #expect(try count(.init(office: LedgerFixture.code("nobody"))) == 0)
        }
    }
}
