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
    func allows(_ item: PublicItem) -> Bool { allows(item.office, item.isPublished) }

    /// True where the policy lets everyone see what an office has on line.
    func allowsPublished(of office: AgencyCode) -> Bool { allows(office, true) }

    /// Those of some items that everyone may see.
    func allowed(_ items: [PublicItem]) -> [PublicItem] { allowed(items, of: \.office, isPublished: \.isPublished) }

    /// Those of some lines that everyone may see; only items on line have one.
    func allowed(_ lines: [PublicItemLine]) -> [PublicItemLine] { allowed(lines, of: \.office) { _ in true } }

    /// Neighbours in a list are mostly of one office: the policy is asked once for them.
    private func allowed<Item>(
        _ items: [Item], of office: (Item) -> AgencyCode, isPublished: (Item) -> Bool
    ) -> [Item] {
        var last: (office: AgencyCode, isPublished: Bool, isAllowed: Bool)?
        return items.filter { item in
            let asked = (office: office(item), isPublished: isPublished(item))
            if let last, last.office == asked.office, last.isPublished == asked.isPublished { return last.isAllowed }
            let isAllowed = allows(asked.office, asked.isPublished)
            last = (asked.office, asked.isPublished, isAllowed)
            return isAllowed
        }
    }

    private func allows(_ office: AgencyCode, _ isPublished: Bool) -> Bool {
        policy.decide(.visitor, "published.see", on: PolicySubject(of: office, isPublished: isPublished)).isAllowed
    }
}
