public import AnnualReport

/// Where the report of an office and year stands now: one line of the table of reports.
public struct ReportStanding: Sendable, Hashable {
    /// The office.
    public let office: AgencyCode
    /// Its full name.
    public let fullName: PlainLine
    /// Its shorter name.
    public let shortName: PlainLine?
    /// The year.
    public let year: ReportYear
    /// The number of the latest version.
    public let version: Int
    /// The edition of the form it uses.
    public let edition: FormEdition
    /// Rule instances that failed with severity error, settled ones included.
    public let errors: Int
    /// Rule instances that failed with severity warning, settled ones included.
    public let warnings: Int
    /// Rule instances that failed with severity notice.
    public let notices: Int
    /// Rule instances that could not be assessed.
    public let notAssessable: Int
    /// Cells that could not be read with certainty.
    public let unreadable: Int
    /// Those of `errors` that a person explained or dismissed.
    public let settledErrors: Int
    /// Those of `warnings` that a person explained or dismissed.
    public let settledWarnings: Int

    /// Errors still to be dealt with.
    public var openErrors: Int { errors - settledErrors }
    /// Warnings still to be dealt with.
    public var openWarnings: Int { warnings - settledWarnings }
}
