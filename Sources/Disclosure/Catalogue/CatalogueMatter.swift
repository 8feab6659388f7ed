public import CivilTime

/// A matter of the standard catalogue of an office, as its entries tell it.
public struct CatalogueMatter: RecordedSubject {
    /// Its code.
    public let reference: MatterReference
    /// What the catalogue says of it, or said last.
    public let content: MatterContent
    /// The first day on which that held.
    public let since: Day
    /// The first day without it; nil while it stands in the catalogue.
    public let removed: Day?

    /// True while it stands in the catalogue.
    public var isListed: Bool { removed == nil }
    /// The day of the last act.
    var lastDay: Day { removed ?? since }

    /// The matter after one more entry.
    ///
    /// - Throws: `Refusal` when the entry does not fit.
    public static func applying(
        _ entry: MatterEntry, to matter: CatalogueMatter?
    ) throws(Refusal) -> CatalogueMatter {
        if let matter, entry.day < matter.lastDay { throw misfit(entry) }
        switch (entry.act, matter) {
        case (.listed(let listing), _):
            return CatalogueMatter(
                reference: listing.matter, content: listing.content, since: entry.day, removed: nil)
        case (.removed, let matter?) where matter.isListed:
            return CatalogueMatter(
                reference: matter.reference, content: matter.content, since: matter.since, removed: entry.day)
        case (.removed, _): throw misfit(entry)
        }
    }
}
