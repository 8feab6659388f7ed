public import CivilTime
public import Disclosure

/// What the ledger is told by those who run it.
public struct LedgerSettings: Sendable {
    /// How new entries are fastened to those before them; entries that stand keep theirs.
    public var digest: DigestAlgorithm
    /// The calendar by which last days are kept in the lists; nil leaves them out.
    public var calendar: WorkingCalendar?

    /// Whether a case of review or litigation counts in table four again in the years after its first; the form's notice
    /// does not say. Source: 国办公开办函〔2021〕30号.
    public var countsCarriedInAppeals: Bool

    /// How the index numbers of items are made that are published without one.
    public var indexRule: IndexRule

    /// Settings; SM3 and no calendar unless told.
    public init(
        digest: DigestAlgorithm = .sm3, calendar: WorkingCalendar? = nil, countsCarriedInAppeals: Bool = true,
        indexRule: IndexRule = .standard
    ) {
        self.digest = digest
        self.calendar = calendar
        self.countsCarriedInAppeals = countsCarriedInAppeals
        self.indexRule = indexRule
    }
}
