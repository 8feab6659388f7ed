public import CivilTime

/// Records that someone works in an office from a day on.
///
/// Example: 王五 joins the 政务公开科 on 2019-03-04. Source: 条例 Art 4.
public struct JoinOfficer: OfficeCommand {
    /// Which command.
    public static let verb = OfficeVerb.joinOfficer

    /// The name in the ledger.
    public var officer: OfficerReference
    /// The person's name.
    public var name: Statement
    /// Where.
    public var placement: Placement
    /// The day.
    public var day: Day

    /// A joining.
    public init(
        _ officer: OfficerReference, _ name: Statement, at placement: Placement = Placement(), on day: Day
    ) {
        self.officer = officer
        self.name = name
        self.placement = placement
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for one who works there already, a department that is not there, an impossible day.
    public func decide(
        on office: OfficeRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<OfficeAct> {
        let office = try Self.verb.admit(office)
        var examination = ActExamination(today: today)
        let former = office.staff[officer]
        examination.actDay(
            day, notBefore: former?.lastDay ?? office.founded, former == nil ? "机关设立" : "此前最近一次变动", field: "day",
            article: .regulation(4))
        examination.need(
            !(former?.isPresent ?? false),
            else: Finding(
                .officeOfficerThere, field: "officer", "\(officer) 已经是本机关工作人员。", article: .regulation(4),
                remedy: "岗位有变动的，请调整岗位。"))
        try examination.placement(placement, in: office, on: day)
        let joining = OfficerJoining(officer: officer, name: name, placement: placement)
        return try examination.rule([OfficeEntry(.officerJoined(joining), on: day)])
    }
}

/// Records that someone works in another department or post of the office from a day on. Source: 条例 Art 4.
public struct PlaceOfficer: OfficeCommand {
    /// Which command.
    public static let verb = OfficeVerb.placeOfficer

    /// Who.
    public var officer: OfficerReference
    /// Where.
    public var placement: Placement
    /// The day.
    public var day: Day

    /// A placing.
    public init(_ officer: OfficerReference, at placement: Placement, on day: Day) {
        self.officer = officer
        self.placement = placement
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for one who does not work there, the same place, a department that is not there, an impossible day.
    public func decide(
        on office: OfficeRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<OfficeAct> {
        let office = try Self.verb.admit(office)
        var examination = ActExamination(today: today)
        let one = try examination.officer(officer, of: office, on: day)
        examination.need(
            placement != one.placements.latest,
            else: Finding(
                .officeUnchanged, field: "placement", "岗位没有变动。", article: .regulation(4), remedy: "请选择新的岗位。"))
        try examination.placement(placement, in: office, on: day)
        let placing = OfficerPlacing(officer: officer, placement: placement)
        return try examination.rule([OfficeEntry(.officerPlaced(placing), on: day)])
    }
}

/// Records that someone no longer works in an office; all their roles end with the day. Source: 条例 Art 4.
public struct ReleaseOfficer: OfficeCommand {
    /// Which command.
    public static let verb = OfficeVerb.releaseOfficer

    /// Who.
    public var officer: OfficerReference
    /// Why.
    public var reasons: Statement
    /// The first day without them.
    public var day: Day

    /// A leaving.
    public init(_ officer: OfficerReference, on day: Day, reasons: Statement) {
        self.officer = officer
        self.day = day
        self.reasons = reasons
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for one who does not work there, an impossible day.
    public func decide(
        on office: OfficeRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<OfficeAct> {
        let office = try Self.verb.admit(office)
        var examination = ActExamination(today: today)
        _ = try examination.officer(officer, of: office, on: day)
        let leaving = OfficerLeaving(officer: officer, reasons: reasons)
        return try examination.rule([OfficeEntry(.officerLeft(leaving), on: day)])
    }
}

extension ActExamination {
    /// Someone who works in the office; the day is not before their last act.
    mutating func officer(_ officer: OfficerReference, of office: OfficeRecord, on day: Day) throws(Refusal) -> Staff {
        guard let one = office.staff[officer], one.isPresent else {
            throw Refusal(
                Finding(
                    .officeNoOfficer, field: "officer", "\(officer) 不是本机关工作人员。", article: .regulation(4),
                    remedy: "请先登记人员。"))
        }
        actDay(day, notBefore: one.lastDay, "此前最近一次变动", field: "day", article: .regulation(4))
        return one
    }

    /// A place whose department exists on the day.
    func placement(_ placement: Placement, in office: OfficeRecord, on day: Day) throws(Refusal) {
        guard let reference = placement.department else { return }
        let department = try department(reference, of: office)
        guard department.exists(on: day) else {
            throw Refusal(
                ExaminationFinding.order(
                    day, after: department.opened, "内设机构设立", field: "day", article: .regulation(20)))
        }
    }
}
