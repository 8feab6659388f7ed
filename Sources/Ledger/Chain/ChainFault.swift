/// Something in the ledger that does not fit: the place, what it is, and how to mend it.
public struct ChainFault: Sendable, Hashable {
    /// What does not fit.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A column holds what no program writes.
        case unreadable
        /// Entries are missing, or their places were changed.
        case gap
        /// The digest of the entry before is not the one this entry was fastened to.
        case link
        /// What the entry says is not what its digest was made of.
        case content
        /// The payload is not in canonical form.
        case form
        /// This program knows no such act.
        case unknownAct = "unknown_act"
        /// A newer program wrote it.
        case newerSchema = "newer_schema"
        /// The entries of a subject are not numbered through.
        case subject
        /// A head is not what the chains under it, or the head before it, say.
        case head
        /// A head that must be there is missing.
        case headMissing = "head_missing"
        /// A head covers entries that are not there: the end was cut off.
        case truncated
        /// A text or a file is not what it was when an entry named it.
        case paper
    }

    /// What does not fit.
    public let kind: Kind
    /// The entry's place among all; nil where it is about a head or a subject.
    public let serial: Int64?
    /// The office; nil where it is about a head.
    public let office: AgencyCode?
    /// The entry's place in the office's chain.
    public let number: Int?
    /// The head's place among the heads.
    public let head: Int?
    /// The column at fault, as far as that can be told.
    public let column: String?
    /// What is wrong, in plain Chinese.
    public let message: String

    init(
        _ kind: Kind, _ message: String, serial: Int64? = nil, office: AgencyCode? = nil, number: Int? = nil,
        head: Int? = nil, column: String? = nil
    ) {
        self.kind = kind
        self.message = message
        self.serial = serial
        self.office = office
        self.number = number
        self.head = head
        self.column = column
    }

    /// What can be done now, in plain Chinese.
    public var remedy: String {
        switch kind {
        case .newerSchema, .unknownAct: "请用写入这条记录的程序版本，或更新的版本检查。"
        default: "请停止使用，保留现有文件备查，从最近一次检查无误的备份恢复后，补登其后的记录。"
        }
    }
}

/// What came of walking the ledger.
public struct Verification: Sendable, Hashable {
    /// How many entries were looked at.
    public internal(set) var entries: Int64 = 0
    /// How many offices have entries.
    public internal(set) var offices = 0
    /// How many heads there are.
    public internal(set) var heads = 0
    /// The latest head: kept elsewhere, it proves later that nothing before it was changed.
    public internal(set) var latestHead: DailyHead?
    /// What does not fit, the first entry first; at most `faultLimit` are kept.
    public internal(set) var faults: [ChainFault] = []
    /// How much does not fit in all.
    public internal(set) var faultCount = 0
    /// The projected tables that are not what the entries say; nil where that was not asked.
    public internal(set) var differentProjections: [String]?

    /// The most faults that are told one by one.
    public static let faultLimit = 100

    /// True where everything fits.
    public var isSound: Bool { faultCount == 0 && (differentProjections ?? []).isEmpty }

    /// The same with a head that was made since.
    public func anchored(by head: DailyHead) -> Verification {
        var result = self
        result.latestHead = head
        result.heads = max(heads, head.number)
        return result
    }

    mutating func add(_ fault: ChainFault) {
        faultCount += 1
        if faults.count < Self.faultLimit { faults.append(fault) }
    }
}
