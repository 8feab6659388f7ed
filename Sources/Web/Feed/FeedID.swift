internal import Disclosure
internal import Ledger

/// The lasting names of feeds and their entries: readers know by them what they have shown, so they must not change with the
/// address under which a site is asked. Made from the first entry of the ledger, or of the office that published.
///
/// Source: RFC 4287 section 4.2.6; RFC 9562 section 5.8 (version 8: made by a rule of our own).
struct FeedID: Sendable {
    /// The first entry of the whole ledger; nil where it has none.
    let site: Digest?
    /// Those of offices.
    let offices: [AgencyCode: Digest]

    /// The name of a feed.
    func feed(_ path: String, of office: AgencyCode?) -> String {
        Self.name(office.map { offices[$0] } ?? site, office.map { "office \($0.text)" } ?? "site", path)
    }

    /// The name of an item, the same in every feed that has it.
    func item(_ id: PublicItemID) -> String {
        Self.name(offices[id.office], "office \(id.office.text)", "item \(id.item.text)")
    }

    private static func name(_ origin: Digest?, _ owner: String, _ path: String) -> String {
        let text = "gongkai feed 1\n\(origin?.hex ?? "")\n\(owner)\n\(path)"
        var digits = Array(Digest(of: Array(text.utf8)).hex.utf8.prefix(32))
        // The version, and the variant in two bits of its digit.
        digits[12] = UInt8(ascii: "8")
        digits[16] = Array("89ab".utf8)[Int(digits[16] & 3)]
        var name = "urn:uuid:"
        for (place, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(place) { name += "-" }
            name.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return name
    }
}
