/// What the ledger counts for one office and one year: all that a report is made from.
public struct OfficeYear: Sendable, Hashable {
    /// The full name of the office.
    public let agency: String
    /// The report year: 1 January to 31 December.
    public let year: Int
    /// False where the office did not keep its register in the ledger in that year: nothing can be counted then.
    public var isKept: Bool
    /// The applications.
    public var requests: RequestTally
    /// The cases.
    public var appeals: AppealTally
    /// The 规章 and 规范性文件; nil where the office keeps no register of them.
    public var documents: DocumentTally?
    /// The numbers from other systems, one a cell; of two for one cell the later counts.
    public var figures: [StatedFigure]
    /// The numbers from other systems of which months are missing.
    public var unfinished: [UnfinishedFigure] = []
    /// The corrections by hand.
    public var adjustments: [CellAdjustment]
    /// What the narrative can say in numbers.
    public var facts: [ReportFact]

    /// A year in which the register was kept and nothing happened.
    public init(_ agency: String, year: Int, countingCarriedInAppeals: Bool = true) {
        self.agency = agency
        self.year = year
        isKept = true
        requests = RequestTally(year: year)
        appeals = AppealTally(year: year, countingCarriedIn: countingCarriedInAppeals)
        documents = nil
        figures = []
        adjustments = []
        facts = []
    }
}
