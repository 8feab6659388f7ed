public import Disclosure

/// What became of an act.
public enum ActOutcome<Act: LedgerAct>: Sendable {
    /// It stands in the ledger.
    case recorded(Recording<Act>)
    /// The law or the state of the subject does not allow it; nothing was changed.
    case refused([Finding])
    /// Someone recorded something since the caller looked; nothing was changed.
    case overtaken(Overtaking)

    /// What stands in the way, as the caller shows it; empty when it was recorded.
    public var findings: [Finding] {
        switch self {
        case .recorded: []
        case .refused(let findings): findings
        case .overtaken(let overtaking): [overtaking.finding]
        }
    }

    /// True when it stands in the ledger.
    public var isRecorded: Bool {
        if case .recorded = self { return true }
        return false
    }

    /// What stands in the ledger; nil when nothing was changed.
    public var recorded: Recording<Act>? {
        if case .recorded(let recorded) = self { return recorded }
        return nil
    }
}

/// An act that stands in the ledger.
public struct Recording<Act: LedgerAct>: Sendable {
    /// Its entries, in order; never empty.
    public let entries: [RecordedEntry]
    /// The subject after them.
    public let state: Act.State
    /// How many entries the subject has now.
    public let number: Int
    /// What is worth saying; no error among them.
    public let remarks: [Finding]
}

/// What was recorded of a subject since the caller looked at it.
public struct Overtaking: Sendable, Hashable {
    /// How many entries the caller saw.
    public let expected: Int
    /// How many there are.
    public let number: Int
    /// Those the caller did not see, in order: what, by whom and when. Empty where the caller saw more than there are.
    public let entries: [RecordedEntry]

    /// As a person is told.
    public var finding: Finding {
        let last = entries.last.map { "最近一条由 \($0.actor.officer) 于 \($0.recordedAt.beijingText) 登记。" } ?? ""
        return Finding(
            .ledgerOvertaken, .error, "您打开该事项之后，又有 \(max(number - expected, 0)) 条新的记录。\(last)",
            remedy: "请刷新页面，核对新的记录后再办理。")
    }
}

extension Finding.Code {
    /// Someone recorded something in the meantime.
    public static let ledgerOvertaken = Self("ledger.overtaken")
    /// No office has the code.
    public static let ledgerUnknownOffice = Self("ledger.unknown_office")
}

extension Finding {
    /// No office has the code.
    public static func unknownOffice(_ code: AgencyCode) -> Finding {
        Finding(
            .ledgerUnknownOffice, field: "office", "没有代码为“\(code)”的机关。", remedy: "请核对机关代码，或者先登记该机关。")
    }
}
