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

/// Puts the record of an office right: it was so since its last change of name.
///
/// Example: a wrong character in the name. Source: 条例 Art 12(3), 20(2).
public struct CorrectOffice: OfficeCommand {
    /// Which command.
    public static let verb = OfficeVerb.correct

    /// How it is called.
    public var name: OfficeName
    /// What it is.
    public var character: OfficeCharacter
    /// Why.
    public var reasons: Statement
    /// The day of the correction.
    public var day: Day
    /// The tree it stands in.
    public var tree: OfficeTree

    /// A correction.
    public init(
        to name: OfficeName, _ character: OfficeCharacter, on day: Day, reasons: Statement, in tree: OfficeTree
    ) {
        self.name = name
        self.character = character
        self.day = day
        self.reasons = reasons
        self.tree = tree
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for no change, a name that another office bears, an impossible day.
    public func decide(
        on office: OfficeRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<OfficeAct> {
        let office = try Self.verb.admit(office)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: office.founded, "设立", field: "day", article: .regulation(20))
        examination.need(
            name != office.name || character != office.character,
            else: Finding(.officeUnchanged, .error, "内容没有改动。", article: .regulation(20), remedy: "无需更正。"))
        let since = office.names.steps.last?.from ?? office.founded
        examination.officeName(name, of: office.code, from: since, in: tree)
        let correction = OfficeCorrection(name: name, character: character, reasons: reasons)
        return try examination.rule([OfficeEntry(.corrected(correction), on: day)])
    }
}
