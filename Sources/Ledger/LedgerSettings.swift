public import CivilTime

/// What the ledger is told by those who run it.
public struct LedgerSettings: Sendable {
    /// How new entries are fastened to those before them; entries that stand keep theirs.
    public var digest: DigestAlgorithm
    /// The calendar by which last days are kept in the lists; nil leaves them out.
    public var calendar: WorkingCalendar?

    /// Settings; SM3 and no calendar unless told.
    public init(digest: DigestAlgorithm = .sm3, calendar: WorkingCalendar? = nil) {
        self.digest = digest
        self.calendar = calendar
    }
}
