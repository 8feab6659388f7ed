internal import Database
internal import Disclosure
public import Ledger

/// One item for the public: its published version with text, files and what belongs to it, or why it is gone.
public struct ShowItem: Sendable {
    private let view: PublicView

    /// A published item with all that its page says of it alone.
    public typealias Published = PublicItemSheet

    /// What is under a name.
    public enum Answer: Sendable {
        /// It is on line.
        case published(Published)
        /// It was taken back; day and reasons stand in its state.
        case withdrawn(PublicItem)

        /// The item, by the name that it was given.
        public var item: PublicItem {
            switch self {
            case .published(let published): published.item
            case .withdrawn(let item): item
            }
        }
    }

    /// The use case over a ledger.
    public init(ledger: Ledger) { view = PublicView(ledger: ledger) }

    /// What is under a name; nil where nothing ever was on line, whatever the ledger holds.
    public func run(_ id: PublicItemID) throws(ServiceError) -> Answer? {
        let (view, ledger) = (view, view.ledger)
        return try inDatabase { () throws(DatabaseError) -> Answer? in
            guard let sheet = try ledger.publicItems.sheet(id) else { return nil }
            guard view.allows(sheet.item) else { return sheet.item.isPublished ? nil : .withdrawn(sheet.item) }
            return .published(sheet)
        }
    }

    /// The text of a published item with its files and what is known of them; nil where they are not kept here, or the item
    /// is not on line.
    public func paper(of item: PublicItem) throws(ServiceError) -> KeptPaper? {
        guard view.allows(item) else { return nil }
        let ledger = view.ledger
        return try inDatabase { () throws(DatabaseError) in try ledger.papers.paper(item.body) }
    }

    /// The latest items of an item's office and topic, or category, that everyone may see, perhaps itself among them.
    public func neighbours(of item: PublicItem) throws(ServiceError) -> PublicNeighbours {
        let (view, ledger) = (view, view.ledger)
        return try inDatabase { () throws(DatabaseError) in
            let found = try ledger.publicItems.neighbours(of: item)
            return PublicNeighbours(lines: view.allowed(found.lines), revision: found.revision)
        }
    }

    /// True where the policy lets everyone see items of an office that are on line.
    public func allowsPublished(of office: AgencyCode) -> Bool { view.allowsPublished(of: office) }

    /// A file of a published item with its bytes; nil where the item is not on line, or has no such file.
    ///
    /// - Parameters:
    ///   - position: its place among the files, from 1.
    ///   - name: its name, which must be the one it has.
    public func file(
        _ id: PublicItemID, position: Int, name: String
    ) throws(ServiceError) -> (item: PublicItem, file: KeptPaper.File, bytes: [UInt8])? {
        let (view, ledger) = (view, view.ledger)
        return try inDatabase { () throws(DatabaseError) in
            guard let item = try ledger.publicItems.item(id), view.allows(item),
                let file = try ledger.papers.paper(item.body)?.files.first(where: { $0.position == position }),
                file.name == name, let bytes = try ledger.papers.bytes(of: file)
            else { return nil }
            return (item, file, bytes)
        }
    }
}
