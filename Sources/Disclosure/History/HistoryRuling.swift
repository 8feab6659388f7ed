/// What becomes of a line of an older register.
public struct HistoryRuling<Act: RecordedAct>: Sendable, Hashable {
    /// The entries, in order; empty when the line is refused.
    public let entries: [Entry<Act>]
    /// What is wrong or worth saying. An error refuses the line; a warning tells what the register does not hold or what
    /// the law would not have allowed, and is taken over as it happened.
    public let findings: [Finding]

    /// True when the line cannot be taken over.
    public var isRefused: Bool { entries.isEmpty }

    init(_ entries: [Entry<Act>], _ findings: [Finding]) {
        self.entries = findings.contains { $0.severity == .error } ? [] : entries
        self.findings = findings
    }
}

extension Finding {
    /// The same finding about something that happened long ago: it can no longer be refused, only noted.
    var noted: Finding {
        guard severity == .error else { return self }
        return Finding(code, .warning, field: field, message, article: article, remedy: "已按台账如实登记，案卷中有记载的请存档备查。")
    }

    /// What no past can have: wrong days, wrong numbers, texts that must not stand in a ledger.
    var isImpossible: Bool {
        let codes: Set<Code> = [
            .actDayInFuture, .actDayOrder, .requestDayBeforeReceipt, .requestAlreadyRegistered, .requestNumberYear,
            .receiptConfirmedBeforeArrival, .receiptUnconfirmed, .decisionLeafUnknown, .alreadyVoid,
            .itemAlreadyDrafted,
            .actEntryMisfit,
        ]
        return severity == .error && codes.contains(code)
    }
}
