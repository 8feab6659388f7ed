public import AnnualReport

/// A version of a report with everything a page about it needs, as it was at one moment.
public struct StoredReport: Sendable, Hashable {
    /// Which version it is.
    public let version: ReportVersion
    /// The report as `gongkai.report/1`.
    public let json: [UInt8]
    /// What the rules said of it last.
    public let check: StoredCheck
}

/// What the rules said of a version, with what people decided about it.
public struct StoredCheck: Sendable, Hashable {
    /// 1 for the first run, then 2, 3 …; a run that says nothing new is not kept.
    public let run: Int
    /// The result, as the rules gave it.
    public let result: CheckResult
    /// The latest decision about a finding, by its fingerprint.
    public let dispositions: [String: Disposition]
    /// When it was checked.
    public let checkedAt: Moment

    /// The latest decision about a finding; nil while nobody decided.
    public func disposition(of finding: RuleFinding) -> Disposition? { dispositions[finding.fingerprint] }
}
