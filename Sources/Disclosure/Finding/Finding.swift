/// One thing that is wrong, or worth saying, about what was asked of the program: the same value drives the message beside
/// a form's field, the disabled button, the answer of the API and the line on the command line.
public struct Finding: Sendable, Hashable {
    /// Names a kind of finding for programs; stable: `clock.correction_before_receipt`.
    ///
    /// Each use case declares its own codes in an extension beside it.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// Lower-case words joined by `_`, after the subject and a dot.
        public let rawValue: String

        /// A code by its text.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// A code by its text.
        public init(_ rawValue: String) { self.rawValue = rawValue }
    }

    /// How grave a finding is.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// It cannot be done, or has failed in law.
        case error
        /// It can be done; look at it first.
        case warning
        /// Good to know.
        case notice
    }

    /// The same in English, for the English pages: it stands where the finding is made, so that its values are the same.
    public struct English: Sendable, Hashable {
        /// What is wrong.
        public let message: String
        /// What to do.
        public let remedy: String

        /// A translation.
        public init(_ message: String, remedy: String) {
            self.message = message
            self.remedy = remedy
        }
    }

    /// What kind of finding.
    public let code: Code
    /// How grave it is.
    public let severity: Severity
    /// The field at fault (`correction.received`); nil when it is about the whole.
    public let field: String?
    /// What is wrong, in plain Chinese, with the values concerned.
    public let message: String
    /// The article it rests on; nil when it is a matter of plain sense.
    public let article: Article?
    /// What to do, in plain Chinese.
    public let remedy: String
    /// Both in English; nil for what only offices meet, who read Chinese.
    public let english: English?

    /// A finding.
    public init(
        _ code: Code, _ severity: Severity = .error, field: String? = nil, _ message: String, article: Article? = nil,
        remedy: String, english: English? = nil
    ) {
        self.code = code
        self.severity = severity
        self.field = field
        self.message = message
        self.article = article
        self.remedy = remedy
        self.english = english
    }

    /// The same at a field as another part of the program names it; nothing else of it is lost.
    ///
    /// - Parameters:
    ///   - message: another message, where that names the field too; nil for its own.
    ///   - article: another article, where the field has one of its own; nil for its own.
    public func placed(at field: String?, saying message: String? = nil, by article: Article? = nil) -> Finding {
        Finding(
            code, severity, field: field, message ?? self.message, article: article ?? self.article, remedy: remedy,
            english: english)
    }

    /// Message, article and remedy as one line of Chinese.
    public var text: String {
        let source = article.map { "（\($0.chineseText)）" } ?? ""
        return "\(message)\(source)\(remedy)"
    }
}

/// What was asked is refused, for these reasons.
public struct Refusal: Error, Sendable, Hashable {
    /// The reasons; at least one of severity error, further remarks among them.
    public let findings: [Finding]

    /// A refusal for one reason.
    public init(_ finding: Finding) { findings = [finding] }

    /// A refusal when there is reason for one: nil when no finding is an error.
    public init?(_ findings: [Finding]) {
        guard findings.contains(where: { $0.severity == .error }) else { return nil }
        self.findings = findings
    }
}
