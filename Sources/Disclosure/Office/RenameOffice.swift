public import CivilTime

/// Records that an office bears another name from a day on.
///
/// Example: 数字测试建设办公室 since 2012, 测试市大数据管理局 from 2019-03-01. Source: 条例 Art 20(2).
public struct RenameOffice: OfficeCommand {
    /// Which command.
    public static let verb = OfficeVerb.rename

    /// How it is called.
    public var name: OfficeName
    /// The document.
    public var basis: Statement
    /// The day.
    public var day: Day
    /// The tree it stands in.
    public var tree: OfficeTree

    /// A renaming.
    public init(to name: OfficeName, on day: Day, basis: Statement, in tree: OfficeTree) {
        self.name = name
        self.day = day
        self.basis = basis
        self.tree = tree
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for the same name, one that another office bears, an impossible day.
    public func decide(
        on office: OfficeRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<OfficeAct> {
        let office = try Self.verb.admit(office)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: office.lastDay, "此前最近一次变动", field: "day", article: .regulation(20))
        examination.need(
            name != office.name,
            else: Finding(
                .officeUnchanged, field: "name", "名称没有变动。", article: .regulation(20), remedy: "请填写新的名称。"))
        examination.officeName(name, of: office.code, from: day, in: tree)
        return try examination.rule([OfficeEntry(.renamed(OfficeRenaming(name: name, basis: basis)), on: day)])
    }
}

/// Puts the record of an office right: it was so since its last change of name, or of place.
///
/// Example: a wrong character in the name; the day of its founding, which nobody knew. Source: 条例 Art 12(3), 20(2).
public struct CorrectOffice: OfficeCommand {
    /// Which command.
    public static let verb = OfficeVerb.correct

    /// How it is called.
    public var name: OfficeName
    /// What it is.
    public var character: OfficeCharacter
    /// The day it was founded; nil where that was right.
    public var founded: Day?
    /// The office above it; nil where that was right.
    public var position: OfficePosition?
    /// Why.
    public var reasons: Statement
    /// The day of the correction.
    public var day: Day
    /// The tree it stands in.
    public var tree: OfficeTree

    /// A correction.
    public init(
        to name: OfficeName, _ character: OfficeCharacter, founded: Day? = nil, position: OfficePosition? = nil,
        on day: Day, reasons: Statement, in tree: OfficeTree
    ) {
        self.name = name
        self.character = character
        self.founded = founded
        self.position = position
        self.day = day
        self.reasons = reasons
        self.tree = tree
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for no change, a name that another office bears, an office above that was not there, an
    ///   impossible day.
    public func decide(
        on office: OfficeRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<OfficeAct> {
        let office = try Self.verb.admit(office)
        let founded = founded == office.since ? nil : founded
        let position = position?.parent == office.parents.latest ? nil : position
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: founded ?? office.founded, "设立", field: "day", article: .regulation(20))
        examination.need(
            name != office.name || character != office.character || founded != nil || position != nil,
            else: Finding(.officeUnchanged, .error, "内容没有改动。", article: .regulation(20), remedy: "无需更正。"))
        if let founded, founded > office.firstChange {
            examination.find(
                ExaminationFinding.order(
                    office.firstChange, after: founded, "设立", field: "founded", article: .regulation(20)))
        }
        let since = office.names.steps.last?.from ?? office.founded
        examination.officeName(name, of: office.code, from: since, in: tree)
        if let position, let last = office.parents.steps.last {
            let placed = office.parents.steps.count == 1 ? founded ?? last.from : last.from
            examination.parent(position.parent, of: office.code, from: placed, in: tree)
        }
        let correction = OfficeCorrection(
            name: name, character: character, founded: founded, position: position, reasons: reasons)
        return try examination.rule([OfficeEntry(.corrected(correction), on: day)])
    }
}
