import AnnualReport

/// A report with what the rules say of it.
struct CheckedReport: Sendable {
    /// The report.
    var report: Report
    /// What the rules say.
    var result: CheckResult
    /// The name of the document with the report of the year before; nil where there was none to compare with.
    var previous: String?
}

/// What the reports of one call are checked against besides themselves.
struct ReportCompany: Sendable {
    /// The report of the year before.
    var previous: Report?
    /// The reports that a report sums.
    var children: [Report]

    /// Runs the rules.
    func check(_ report: Report) -> CheckedReport {
        CheckedReport(
            report: report, result: RuleBook.check(report, previous: previous, children: children),
            previous: previous.flatMap { RuleBook.mayCompare(report, withPrevious: $0) ? $0.source : nil })
    }
}
