public import CivilTime

/// An adjustment of a cell of the report of an office and year, as its entries tell it.
public struct ReportAdjustment: RecordedSubject {
    /// What was adjusted, and why.
    public let made: AdjustmentMade
    /// The day.
    public let day: Day
    /// Why it was taken back; nil while it stands.
    public internal(set) var withdrawal: AdjustmentWithdrawn?
    /// The day it was taken back.
    public internal(set) var withdrawn: Day?

    /// Its name.
    public var reference: AdjustmentReference { made.adjustment }
    /// True while it stands.
    public var stands: Bool { withdrawal == nil }

    /// The adjustments that stand for a report year, in the order of their days and names.
    public static func standing(
        inYear year: Int, among adjustments: some Sequence<ReportAdjustment>
    ) -> [ReportAdjustment] {
        adjustments.filter { $0.stands && $0.made.year == year }.sorted {
            ($0.day, $0.reference.text) < ($1.day, $1.reference.text)
        }
    }

    /// The adjustment after one more entry.
    ///
    /// - Throws: `Refusal` when the entry does not fit.
    public static func applying(
        _ entry: AdjustmentEntry, to adjustment: ReportAdjustment?
    ) throws(Refusal) -> ReportAdjustment {
        switch (entry.act, adjustment) {
        case (.made(let made), nil): return ReportAdjustment(made, on: entry.day)
        case (.withdrawn(let withdrawal), .some(var next)) where next.stands && entry.day >= next.day:
            next.withdrawal = withdrawal
            next.withdrawn = entry.day
            return next
        default: throw misfit(entry)
        }
    }

    private init(_ made: AdjustmentMade, on day: Day) {
        self.made = made
        self.day = day
    }
}
