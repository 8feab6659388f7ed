public import CivilTime

/// Whether an office confirmed that it has nothing of a category, as the entries tell it.
public struct CategoryStanding: RecordedSubject {
    /// The category.
    public let category: ProactiveCategory
    /// The day of the last act.
    public let day: Day
    /// Why there is nothing; nil where that holds no longer.
    public let emptiness: Statement?

    /// The standing after one more entry.
    ///
    /// - Throws: `Refusal` when the entry does not fit.
    public static func applying(
        _ entry: CategoryEntry, to standing: CategoryStanding?
    ) throws(Refusal) -> CategoryStanding {
        if let standing, entry.day < standing.day { throw misfit(entry) }
        switch (entry.act, standing) {
        case (.confirmedEmpty(let one), nil):
            return CategoryStanding(category: one.category, day: entry.day, emptiness: one.reasons)
        case (.confirmedEmpty(let one), let standing?) where standing.category == one.category:
            return CategoryStanding(category: one.category, day: entry.day, emptiness: one.reasons)
        case (.confirmationEnded, let standing?) where standing.emptiness != nil:
            return CategoryStanding(category: standing.category, day: entry.day, emptiness: nil)
        default: throw misfit(entry)
        }
    }
}
