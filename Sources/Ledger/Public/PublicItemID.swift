public import Disclosure

/// The permanent name of an item in addresses: `xiangzhi.xz-1`.
///
/// A code has no dot, so the first one parts both; neither ever changes.
public struct PublicItemID: Sendable, Hashable, CustomStringConvertible {
    /// The office.
    public let office: AgencyCode
    /// The item of that office.
    public let item: ItemReference

    /// The name of an item.
    public init(office: AgencyCode, item: ItemReference) {
        self.office = office
        self.item = item
    }

    /// A name from its text; nil where the form is wrong.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let office = AgencyCode(String(parts[0])), let item = ItemReference(String(parts[1]))
        else { return nil }
        self.init(office: office, item: item)
    }

    /// The text.
    public var description: String { "\(office.text).\(item.text)" }
}
