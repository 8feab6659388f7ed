public import CivilTime

/// Enters an office in the tree from the day it was founded.
///
/// Example: 测试市大数据管理局, founded 2019-03-01 under the city's government. Where nobody knows since when it stands, it is
/// entered as standing on the day of the entry, and counts as there on every day before. Source: 条例 Art 20(2).
public struct FoundOffice: OfficeCommand {
    /// Which command.
    public static let verb = OfficeVerb.found

    /// Its code.
    public var office: AgencyReference
    /// How it is called.
    public var name: OfficeName
    /// What it is.
    public var character: OfficeCharacter
    /// The office above it.
    public var parent: AgencyReference?
    /// The document that founds it.
    public var basis: Statement?
    /// The day it was founded, or on which it is entered as standing.
    public var day: Day
    /// True where it stands already, and nobody said since when.
    public var isStanding: Bool
    /// The tree it comes into.
    public var tree: OfficeTree

    /// A founding.
    public init(
        _ office: AgencyReference, _ name: OfficeName, _ character: OfficeCharacter, under parent: AgencyReference?,
        on day: Day, isStanding: Bool = false, basis: Statement? = nil, in tree: OfficeTree
    ) {
        self.office = office
        self.name = name
        self.character = character
        self.parent = parent
        self.day = day
        self.isStanding = isStanding
        self.basis = basis
        self.tree = tree
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a code or a name that is taken, an office above that does not exist, an impossible day.
    public func decide(
        on office: OfficeRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<OfficeAct> {
        if let obstacle = Self.verb.obstacle(for: office) { throw Refusal(obstacle) }
        var examination = ActExamination(today: today)
        examination.actDay(day, field: "day", article: .regulation(20))
        examination.officeName(name, of: self.office, from: day, in: tree)
        examination.parent(parent, of: self.office, from: day, in: tree)
        let founding = OfficeFounding(
            office: self.office, name: name, character: character, parent: parent, basis: basis,
            standing: isStanding ? true : nil)
        return try examination.rule([OfficeEntry(.founded(founding), on: day)])
    }
}
