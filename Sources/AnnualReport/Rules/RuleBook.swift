/// The rules, run on one report.
public enum RuleBook {
    /// Runs every rule.
    ///
    /// - Parameters:
    ///   - report: the report to check.
    ///   - previous: the same organ's report of the year before, where there is one.
    ///   - children: the reports that this one sums, where it is a government's.
    public static func check(_ report: Report, previous: Report? = nil, children: [Report] = []) -> CheckResult {
        CheckResult(passed: 0, failed: 0, notAssessable: 0, findings: [])
    }
}
