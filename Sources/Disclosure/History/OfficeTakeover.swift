public import CivilTime

/// An office as an older list knew it, without entries of its own: what is not known of its past is not invented.
public struct OfficeTakeover: Sendable {
    /// Its code.
    public let office: AgencyReference
    /// How it is called.
    public let name: OfficeName
    /// The place it belongs to.
    public let region: Statement?
    /// The office above it.
    public let parent: AgencyReference?
    /// The day it was founded; nil where nobody said.
    public let since: Day?
    /// The first day without it; nil while it exists.
    public let end: Day?

    /// An office of an older list.
    public init(
        _ office: AgencyReference, _ name: OfficeName, region: Statement?, under parent: AgencyReference?,
        since: Day?, end: Day?
    ) {
        self.office = office
        self.name = name
        self.region = region
        self.parent = parent
        self.since = since
        self.end = end
    }

    /// Its founding, and its end where it has one.
    ///
    /// - Parameter today: the day on which it is entered.
    public func entries(on today: Day) -> [OfficeEntry] {
        let founding = OfficeFounding(
            office: office, name: name, character: OfficeCharacter(region: region), parent: parent, basis: nil,
            standing: since == nil ? true : nil)
        var entries = [OfficeEntry(.founded(founding), on: since ?? today)]
        if let end, let basis = Statement("此前登记的撤销日期") {
            entries.append(OfficeEntry(.abolished(OfficeAbolition(successor: nil, basis: basis)), on: end))
        }
        return entries
    }
}
