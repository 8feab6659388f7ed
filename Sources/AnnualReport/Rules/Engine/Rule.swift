/// One rule: what should be, how grave it is when it is not, where that comes from and how to mend it.
///
/// A class, though it has no identity: rules are handed on all the time, and a reference is cheaper than many texts.
public final class Rule: Sendable {
    /// Stable id (T3_BALANCE …).
    public let id: String
    /// How grave a failure is; a single finding may be milder where the rule says so.
    public let severity: Severity
    /// What one instance of the rule looks at, in plain Chinese (表三每一列).
    public let scope: String
    /// What should be, one plain Chinese sentence.
    public let expectation: String
    /// Where the rule comes from, in plain Chinese.
    public let source: String
    /// How to mend it where nothing more precise can be said, in plain Chinese.
    public let remedy: String
    /// Scope, expectation and remedy in English, for the English pages.
    public let english: English
    /// Runs every instance of the rule.
    let evaluate: @Sendable (Rule, RuleContext, inout RuleTally) -> Void

    /// What a rule says, in English.
    public struct English: Sendable, Hashable {
        /// What one instance looks at.
        public let scope: String
        /// What should be, one sentence.
        public let expectation: String
        /// How to mend it.
        public let remedy: String

        init(scope: String, expectation: String, remedy: String) {
            self.scope = scope
            self.expectation = expectation
            self.remedy = remedy
        }
    }

    init(
        _ id: String, _ severity: Severity, scope: String, expectation: String, source: String, remedy: String,
        english: English, evaluate: @escaping @Sendable (Rule, RuleContext, inout RuleTally) -> Void
    ) {
        self.id = id
        self.severity = severity
        self.scope = scope
        self.expectation = expectation
        self.source = source
        self.remedy = remedy
        self.english = english
        self.evaluate = evaluate
    }
}
