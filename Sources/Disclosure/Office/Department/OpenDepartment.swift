public import CivilTime

/// Opens a department of an office (内设机构). Example: 政务公开科, opened 2019-03-01. Source: 条例 Art 10(2), 20(2).
public struct OpenDepartment: OfficeCommand {
    /// Which command.
    public static let verb = OfficeVerb.openDepartment

    /// Its name in the ledger.
    public var department: DepartmentReference
    /// How it is called.
    public var name: Statement
    /// The day.
    public var day: Day

    /// An opening.
    public init(_ department: DepartmentReference, _ name: Statement, on day: Day) {
        self.department = department
        self.name = name
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a name that is taken, an impossible day.
    public func decide(
        on office: OfficeRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<OfficeAct> {
        let office = try Self.verb.admit(office)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: office.founded, "机关设立", field: "day", article: .regulation(20))
        let isTaken =
            office.departments[department] != nil
            || office.departments.values.contains { $0.closed == nil && $0.names.latest == name }
        examination.need(!isTaken, else: ExaminationFinding.departmentTaken(name))
        let naming = DepartmentNaming(department: department, name: name)
        return try examination.rule([OfficeEntry(.departmentOpened(naming), on: day)])
    }
}

/// Gives a department another name. Source: 条例 Art 20(2).
public struct RenameDepartment: OfficeCommand {
    /// Which command.
    public static let verb = OfficeVerb.renameDepartment

    /// Its name in the ledger.
    public var department: DepartmentReference
    /// How it is called from the day on.
    public var name: Statement
    /// The day.
    public var day: Day

    /// A renaming.
    public init(_ department: DepartmentReference, to name: Statement, on day: Day) {
        self.department = department
        self.name = name
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a department that is not there, a name that is taken, an impossible day.
    public func decide(
        on office: OfficeRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<OfficeAct> {
        let office = try Self.verb.admit(office)
        var examination = ActExamination(today: today)
        let present = try examination.department(department, of: office)
        examination.actDay(
            day, notBefore: present.names.steps.last?.from, "此前最近一次变动", field: "day", article: .regulation(20))
        examination.need(
            !office.departments.values.contains { $0.closed == nil && $0.names.latest == name },
            else: ExaminationFinding.departmentTaken(name))
        let naming = DepartmentNaming(department: department, name: name)
        return try examination.rule([OfficeEntry(.departmentRenamed(naming), on: day)])
    }
}

/// Closes a department when nobody works in it any more. Source: 条例 Art 20(2).
public struct CloseDepartment: OfficeCommand {
    /// Which command.
    public static let verb = OfficeVerb.closeDepartment

    /// Its name in the ledger.
    public var department: DepartmentReference
    /// Why.
    public var reasons: Statement
    /// The first day without it.
    public var day: Day

    /// A closing.
    public init(_ department: DepartmentReference, on day: Day, reasons: Statement) {
        self.department = department
        self.day = day
        self.reasons = reasons
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a department that is not there or in which people work, an impossible day.
    public func decide(
        on office: OfficeRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<OfficeAct> {
        let office = try Self.verb.admit(office)
        var examination = ActExamination(today: today)
        let present = try examination.department(department, of: office)
        examination.actDay(
            day, notBefore: present.names.steps.last?.from, "此前最近一次变动", field: "day", article: .regulation(20))
        let inside = office.staff.values.filter { one in
            one.isPresent && one.placements.latest.department == department
                || one.lastDay > day && one.placement(on: day)?.department == department
        }
        examination.need(
            inside.isEmpty,
            else: Finding(
                .officeDepartmentInUse, field: "department", "“\(present.names.latest)”还有\(inside.count)名工作人员。",
                article: .regulation(20), remedy: "请先调整人员的岗位。"))
        let closing = DepartmentClosing(department: department, reasons: reasons)
        return try examination.rule([OfficeEntry(.departmentClosed(closing), on: day)])
    }
}

extension ExaminationFinding {
    static func departmentTaken(_ name: Statement) -> Finding {
        Finding(
            .officeDepartmentTaken, field: "name", "内设机构“\(name)”或者其编号已经登记。", article: .regulation(20),
            remedy: "请核对名称和编号。")
    }
}

extension ActExamination {
    /// A department that was not closed.
    func department(_ reference: DepartmentReference, of office: OfficeRecord) throws(Refusal) -> Department {
        guard let department = office.departments[reference], department.closed == nil else {
            throw Refusal(
                Finding(
                    .officeNoDepartment, field: "department", "没有编号为 \(reference) 的内设机构，或者已经撤销。",
                    article: .regulation(20), remedy: "请先设立内设机构。"))
        }
        return department
    }
}
