internal import Disclosure

/// Counts rule instances and keeps those that failed or could not be assessed.
struct RuleTally {
    private let form: StatutoryForm
    /// True where findings are wanted in English too.
    private let inEnglish: Bool
    private var passed = 0
    /// How many failed: so many of `findings`, the first of them.
    private var failed = 0
    private var findings: [RuleFinding] = []

    init(form: StatutoryForm, inEnglish: Bool) {
        self.form = form
        self.inEnglish = inEnglish
        // Most reports have a few.
        findings.reserveCapacity(4)
    }

    /// Failures first, each group in the order of the rules.
    var result: CheckResult {
        CheckResult(passed: passed, failed: failed, notAssessable: findings.count - failed, findings: findings)
    }

    /// One instance, or several, hold.
    mutating func pass(_ instances: Int = 1) { passed += instances }

    /// One instance fails.
    ///
    /// - Parameters:
    ///   - cells: the cells at fault first, as places in the form.
    ///   - place: tells apart two findings of one rule that concern the same cells or none (a section, a quote).
    ///   - english: the message in English; made only where it is wanted, as most reports are checked without.
    mutating func fail(
        _ rule: Rule, _ severity: Severity? = nil, cells: [Int] = [], place: String = "", expected: String? = nil,
        actual: String? = nil, message: String, remedy: String? = nil, english: @autoclosure () -> String,
        englishRemedy: @autoclosure () -> String? = nil, quote: String? = nil
    ) {
        let addresses = cells.map { form.cells[$0].address }
        // Behind the other failures, before what is open.
        findings.insert(
            RuleFinding(
                rule: rule.id, outcome: .fail, severity: severity ?? rule.severity, cells: addresses,
                expected: expected, actual: actual, message: message, remedy: remedy ?? rule.remedy,
                english: inEnglish
                    ? Finding.English(english(), remedy: englishRemedy() ?? rule.english.remedy) : nil,
                quote: quote, fingerprint: Fingerprint.of(rule.id, .fail, addresses, place, expected, actual)),
            at: failed)
        failed += 1
    }

    /// One instance cannot be assessed, for a reason that was put into words before, in both languages.
    mutating func leaveOpen(_ finding: RuleFinding) { findings.append(finding) }

    /// One instance cannot be assessed.
    mutating func leaveOpen(
        _ rule: Rule, cells: [Int] = [], place: String = "", message: String, remedy: String? = nil,
        english: @autoclosure () -> String, englishRemedy: @autoclosure () -> String? = nil, quote: String? = nil
    ) {
        let addresses = cells.map { form.cells[$0].address }
        findings.append(
            RuleFinding(
                rule: rule.id, outcome: .notAssessable, severity: rule.severity, cells: addresses, message: message,
                remedy: remedy ?? rule.remedy,
                english: inEnglish
                    ? Finding.English(english(), remedy: englishRemedy() ?? rule.english.remedy) : nil,
                quote: quote, fingerprint: Fingerprint.of(rule.id, .notAssessable, addresses, place, nil, nil)))
    }
}
