internal import Database
internal import Disclosure
public import Ledger

/// What everyone may see: every page, feed and list of items for the public goes through here and asks the one policy.
public struct PublicView: Sendable {
    let ledger: Ledger
    private let policy = Policy(OfficeHierarchy([]))

    /// A view over a ledger.
    public init(ledger: Ledger) { self.ledger = ledger }

    /// True where the policy lets everyone see an item as it stands.
    func allows(_ item: PublicItem) -> Bool {
        policy.decide(
            .visitor, "published.see", on: PolicySubject(of: item.office, isPublished: item.isPublished)
        ).isAllowed
    }

    /// Those of some items that everyone may see.
    func allowed(_ items: [PublicItem]) -> [PublicItem] { items.filter(allows) }
}
