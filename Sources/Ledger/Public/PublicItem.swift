public import CivilTime
public import Disclosure

/// An item as everyone may see it: the version that is, or was last, on the website of its office.
public struct PublicItem: Sendable, Hashable {
    /// Where it stands for the public.
    public enum State: Sendable, Hashable {
        /// It is on line.
        case published
        /// It was taken back.
        case withdrawn(Day, reasons: Statement)
    }

    /// The office.
    public let office: AgencyCode
    /// The full name of the office.
    public let officeName: PlainLine
    /// A shorter name of the office.
    public let officeShortName: PlainLine?
    /// Its name in the ledger.
    public let item: ItemReference
    /// Where it stands.
    public let state: State
    /// The number of the version, from 1.
    public let version: Int
    /// The day this version was published.
    public let published: Day
    /// The day it was published first.
    public let firstPublished: Day
    /// The title.
    public let title: Statement
    /// The category.
    public let category: ProactiveCategory
    /// Its number in the catalogue.
    public let index: IndexNumber
    /// The number of the document.
    public let documentNumber: Statement?
    /// The day the information was formed or changed.
    public let formed: Day
    /// The day of the document, where it differs.
    public let documentDate: Day?
    /// Who publishes it, where it is not the office itself.
    public let publisher: Statement?
    /// The topic.
    public let topic: Statement?
    /// The class that the office itself puts it in.
    public let itemClass: Statement?
    /// The keywords.
    public let keywords: [Statement]
    /// Where else it was published.
    public let channels: [PublicationChannel]
    /// Whether it still holds.
    public let validity: ItemValidity
    /// The text with its files.
    public let body: PaperReference
    /// When what the public sees was changed last.
    public let changedAt: Moment

    /// Its permanent name in addresses: the code of the office, a dot, its name in the ledger.
    public var id: PublicItemID { PublicItemID(office: office, item: item) }
    /// The day of the document as pages show it (成文日期).
    public var dated: Day { documentDate ?? formed }
    /// True while it is on line.
    public var isPublished: Bool { state == .published }
}
