public import AnnualReport

/// One version of the report of an office and year; it never changes.
public struct ReportVersion: Sendable, Hashable {
    /// The office.
    public let office: AgencyCode
    /// The year.
    public let year: ReportYear
    /// 1 for the first, then 2, 3 …; the highest is what counts.
    public let number: Int
    /// The document it was read from.
    public let document: Digest
    /// The name that document had when this version came in.
    public let documentName: String
    /// What kind of file it is, in lower case.
    public let documentFormat: String
    /// The form it uses.
    public let form: StatutoryForm
    /// Its title as printed; empty when it has none.
    public let title: String
    /// Cells that could not be read with certainty.
    public let unreadable: Int
    /// When it was read and kept.
    public let readAt: Moment
}
