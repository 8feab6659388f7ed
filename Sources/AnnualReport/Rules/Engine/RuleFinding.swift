public import Disclosure

/// How grave a finding is.
public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The report is wrong and must be corrected.
    case error
    /// Probably wrong; correct it or explain it.
    case warning
    /// Worth a look.
    case notice
}

/// What came of one rule instance.
public enum RuleOutcome: String, Sendable, Hashable, CaseIterable {
    case pass
    case fail
    /// A term is blank, not applicable, unreadable or absent, or there is nothing to compare with.
    case notAssessable = "not_assessable"
}

/// One rule instance that failed or could not be assessed.
public struct RuleFinding: Sendable, Hashable {
    /// The id of the rule (T3_BALANCE …).
    public var rule: String
    /// Fail or not assessable; a pass makes no finding.
    public var outcome: RuleOutcome
    /// How grave it is.
    public var severity: Severity
    /// The cells at fault first, then those it disagrees with.
    public var cells: [CellAddress]
    /// What should stand there.
    public var expected: String?
    /// What stands there.
    public var actual: String?
    /// What should be and what is, in one or two plain Chinese sentences.
    public var message: String
    /// How to mend it, in plain Chinese.
    public var remedy: String
    /// Message and remedy in English, with the same values; names and words of the document stand in it in Chinese, between
    /// “ and ”. nil where the rules were not asked for it, or ran before they knew English.
    public var english: Finding.English?
    /// The words of the text concerned, as printed; nil for rules about cells only.
    public var quote: String?
    /// Stable over re-runs on the same report content: rule, cells and what disagrees, as 16 hexadecimal digits.
    public var fingerprint: String

    /// A finding.
    public init(
        rule: String, outcome: RuleOutcome, severity: Severity, cells: [CellAddress] = [], expected: String? = nil,
        actual: String? = nil, message: String, remedy: String, english: Finding.English? = nil, quote: String? = nil,
        fingerprint: String
    ) {
        self.rule = rule
        self.outcome = outcome
        self.severity = severity
        self.cells = cells
        self.expected = expected
        self.actual = actual
        self.message = message
        self.remedy = remedy
        self.english = english
        self.quote = quote
        self.fingerprint = fingerprint
    }
}

/// What the rules say of one report.
public struct CheckResult: Sendable, Hashable {
    /// Rule instances that passed.
    public var passed: Int
    /// Rule instances that failed.
    public var failed: Int
    /// Rule instances that could not be assessed.
    public var notAssessable: Int
    /// Every instance that failed or could not be assessed, each once; failures first.
    public var findings: [RuleFinding]

    /// A result.
    public init(passed: Int, failed: Int, notAssessable: Int, findings: [RuleFinding]) {
        self.passed = passed
        self.failed = failed
        self.notAssessable = notAssessable
        self.findings = findings
    }

    /// Rule instances in all.
    public var rules: Int { passed + failed + notAssessable }
    /// True when a failure of severity error is among the findings.
    public var hasErrors: Bool { findings.contains { $0.outcome == .fail && $0.severity == .error } }
}
