public import CivilTime
public import Disclosure

/// An item as lists show it.
public struct ItemRow: Sendable, Hashable {
    /// Its name.
    public let item: ItemReference
    /// How many entries it has: what a form hands back as `expecting`.
    public let entries: Int
    /// Where its latest version stands.
    public let stage: ItemStage
    /// The number of its latest version, from 1.
    public let version: Int
    /// Whether it is published by itself.
    public let attribute: DisclosureAttribute
    /// Its category; nil while none was chosen.
    public let category: ProactiveCategory?
    /// The title of its latest version.
    public let title: Statement
    /// The number of the document.
    public let documentNumber: Statement?
    /// The day the information was formed or changed.
    public let formed: Day
    /// The last day to publish it by the ledger's calendar; nil once it was published, and where it need not be.
    public let due: Day?
    /// Its number in the catalogue; nil while it was never published.
    public let index: IndexNumber?
    /// The day on which the version on line was published; nil while none is.
    public let published: Day?
    /// The day of its first publication.
    public let firstPublished: Day?
    /// Whether it still holds.
    public let validity: ItemValidity
    /// The last day it was looked at under Art 18.
    public let assessed: Day?
    /// The kind of its last entry.
    public let lastKind: String
    /// The day of its last entry.
    public let lastDay: Day
}

/// A batch for the two halls as lists show it.
public struct HandoverRow: Sendable, Hashable {
    /// The number of its papers.
    public let number: HandoverNumber
    /// How many entries it has.
    public let entries: Int
    /// How many items it holds; 0 for a nil return.
    public let items: Int
    /// The day it was put together.
    public let prepared: Day
    /// The day the archives signed; nil while they have not.
    public let archives: Day?
    /// The day the library signed; nil while it has not.
    public let library: Day?
    /// True where the papers are void.
    public let isVoided: Bool
}
