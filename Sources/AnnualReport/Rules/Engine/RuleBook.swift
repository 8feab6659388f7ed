/// The rules, run on one report.
public enum RuleBook {
    /// Every rule, in the order in which findings are listed.
    public static let rules: [Rule] =
        ArithmeticRules.rules + CellRules.rules + ContinuityRules.rules + NarrativeRules.rules + FormRules.rules
        + DateRules.rules + SectionRules.rules + [TemplateRule.rule] + AgencyRules.rules + [CopyRule.rule]

    /// The rules that look at numbers only: what can be asked of tables that have no text yet.
    public static let tableRules: [Rule] = ArithmeticRules.rules + CellRules.rules + ContinuityRules.rules

    /// Runs the rules that look at numbers only, on what was compiled.
    ///
    /// - Parameters:
    ///   - report: the tables.
    ///   - previous: the same organ's report of the year before, where there is one.
    ///   - children: the reports that this one sums, where it is a government's.
    public static func checkTables(_ report: Report, previous: Report? = nil, children: [Report] = []) -> CheckResult {
        let context = RuleContext(report, previous: previous, children: children, readsText: false)
        var tally = RuleTally(form: report.form, inEnglish: false)
        run(tableRules, context, &tally)
        return tally.result
    }

    /// The rule with an id.
    public static func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

    /// Whether a report can be the one of the year before: its year says so and its office is not another one. The
    /// rules that compare years leave open what they are asked of any other.
    public static func mayCompare(_ report: Report, withPrevious previous: Report) -> Bool {
        ContinuityRules.mismatch(report, previous) == nil
    }

    /// Runs every rule.
    ///
    /// - Parameters:
    ///   - report: the report to check.
    ///   - previous: the same organ's report of the year before, where there is one.
    ///   - children: the reports that this one sums, where it is a government's.
    ///   - inEnglish: true where somebody may read the findings in English.
    public static func check(
        _ report: Report, previous: Report? = nil, children: [Report] = [], inEnglish: Bool = false
    ) -> CheckResult {
        let context = RuleContext(report, previous: previous, children: children, readsText: true)
        var tally = RuleTally(form: report.form, inEnglish: inEnglish)
        run(rules, context, &tally)
        return tally.result
    }

    private static func run(_ rules: [Rule], _ context: RuleContext, _ tally: inout RuleTally) {
        // Both lists of rules live as long as the program, so that no reference to a rule needs to be counted.
        for index in rules.indices {
            Unmanaged.passUnretained(rules[index])._withUnsafeGuaranteedRef { $0.evaluate($0, context, &tally) }
        }
    }
}
