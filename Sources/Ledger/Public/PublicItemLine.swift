public import CivilTime
public import Disclosure

/// What a list says of an item that is on line.
public struct PublicItemLine: Sendable, Hashable {
    /// The office.
    public let office: AgencyCode
    /// The full name of the office: short names of several offices can be the same.
    public let officeName: PlainLine
    /// Its name in the ledger.
    public let item: ItemReference
    /// The day this version was published.
    public let published: Day
    /// The title.
    public let title: Statement
    /// The category.
    public let category: ProactiveCategory
    /// Its number in the catalogue (索引号).
    public let index: IndexNumber
    /// The day the information was made (生成日期): of the document, else of its forming.
    public let dated: Day
    /// The number of the document.
    public let documentNumber: Statement?
    /// Whether it still holds.
    public let validity: ItemValidity

    /// Its permanent name in addresses.
    public var id: PublicItemID { PublicItemID(office: office, item: item) }

    /// The line of an item.
    public init(_ item: PublicItem) {
        self.init(
            of: item, item: item.item, published: item.published, title: item.title, category: item.category,
            index: item.index, dated: item.dated,
            documentNumber: item.documentNumber, validity: item.validity)
    }

    /// The line of another item of the same office.
    init(
        of other: PublicItem, item: ItemReference, published: Day, title: Statement, category: ProactiveCategory,
        index: IndexNumber, dated: Day, documentNumber: Statement?, validity: ItemValidity
    ) {
        office = other.office
        officeName = other.officeName
        self.item = item
        self.published = published
        self.title = title
        self.category = category
        self.index = index
        self.dated = dated
        self.documentNumber = documentNumber
        self.validity = validity
    }
}
