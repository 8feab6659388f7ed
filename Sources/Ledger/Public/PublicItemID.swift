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
    public init?(_ text: some StringProtocol) { self.init(String(text)) }

    /// A name from its text; nil where the form is wrong.
    public init?(_ text: String) {
        guard let dot = text.utf8.firstIndex(of: UInt8(ascii: ".")),
            let office = AgencyCode(String(text[..<dot])),
            let item = ItemReference(String(text[text.utf8.index(after: dot)...]))
        else { return nil }
        self.init(office: office, item: item)
    }

    /// The text.
    public var description: String { "\(office.text).\(item.text)" }
}
