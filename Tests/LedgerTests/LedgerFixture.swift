import AnnualReport
import Database
import Disclosure
import Ledger
import TestSupport
import Testing

/// Values for tests of the ledger, and a fresh ledger.
enum LedgerFixture {
    static func withFresh(
        _ engine: DatabaseEngine, _ body: (Ledger, _ again: @escaping () throws -> Ledger) throws -> Void
    ) throws {
        try engine.withFresh { database, again in
            var opened: [any Database] = []
            try body(try Ledger(in: database, now: Moment(milliseconds: 1))) {
                let second = try again()
                opened.append(second)
                return try Ledger(in: second, now: Moment(milliseconds: 2))
            }
            for database in opened { database.close() }
        }
    }

    static func code(_ text: String) throws -> AgencyCode { try #require(AgencyCode(text)) }
    static func line(_ text: String) throws -> PlainLine { try #require(PlainLine(text)) }
    static func year(_ number: Int) throws -> ReportYear { try #require(ReportYear(number)) }

    static func office(_ text: String, name: String? = nil, parent: String? = nil) throws -> Office {
        Office(
            code: try code(text), fullName: try line(name ?? "测试市\(text)局"), parent: try parent.map { try code($0) })
    }

    static func finding(
        _ number: Int, _ outcome: RuleOutcome = .fail, _ severity: Severity = .error, message: String = "合计不符。"
    ) -> RuleFinding {
        RuleFinding(
            rule: "T3_BALANCE", outcome: outcome, severity: severity,
            cells: [
                CellAddress(table: "t3_applications", row: "new_received", column: "total"),
                CellAddress(table: "t3_applications", row: "carried_in", column: "total"),
            ],
            expected: "11", actual: number % 2 == 0 ? "" : nil, message: message, remedy: "请更正。",
            english: number % 3 == 0 ? nil : .init("Sums differ.", remedy: "Correct \(number)."), quote: nil,
            fingerprint: fingerprint(number))
    }

    static func fingerprint(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    static func submission(
        _ office: String, _ year: Int, document: String = "文件一", json: String = "{}", unreadable: Int = 0,
        form: StatutoryForm = .edition2021, findings: [RuleFinding] = []
    ) throws -> ReportSubmission {
        var report = Report(source: "report.txt", form: form)
        report.title = "测试市某局\(year)年政府信息公开工作年度报告"
        for index in 0..<unreadable { report[index: index] = Cell(state: .unreadable, text: "?") }
        return ReportSubmission(
            office: try code(office), year: try Self.year(year), documentName: "年报.txt", documentFormat: "txt",
            documentBytes: Array(document.utf8), report: report, json: Array(json.utf8),
            check: CheckResult(
                passed: 50, failed: findings.count { $0.outcome == .fail },
                notAssessable: findings.count { $0.outcome == .notAssessable }, findings: findings))
    }

    static func disposition(_ kind: DispositionKind, reason: String = "已核对原件", at: Int64 = 0) throws -> Disposition {
        Disposition(
            kind: kind, reason: try line(reason), decidedBy: try line("测试员张三"), decidedAt: Moment(milliseconds: at))
    }
}
