public import CivilTime

/// Grants someone a role in the office from a day on.
///
/// Of the three administrators nobody holds two, at any time (三员分离); an administrator who handles cases as well is
/// remarked, since small offices cannot help it. Example: officer from 2019-03-04, reviewer besides from 2020-01-02.
/// Source: 条例 Art 4, 17; GB/T 22239-2019 on the separation of administrators.
public struct GrantRole: OfficeCommand {
    /// Which command.
    public static let verb = OfficeVerb.grantRole

    /// To whom.
    public var officer: OfficerReference
    /// Which.
    public var role: StaffRole
    /// Who ordered it.
    public var basis: Statement
    /// The day.
    public var day: Day

    /// A grant.
    public init(_ role: StaffRole, to officer: OfficerReference, on day: Day, basis: Statement) {
        self.role = role
        self.officer = officer
        self.day = day
        self.basis = basis
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for one who does not work there or has the role, two administrators in one hand, an impossible day.
    public func decide(
        on office: OfficeRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<OfficeAct> {
        let office = try Self.verb.admit(office)
        var examination = ActExamination(today: today)
        let one = try examination.officer(officer, of: office, on: day)
        let standing = one.standing
        examination.need(
            !standing.contains(role),
            else: Finding(
                .officeRoleThere, field: "role", "\(officer) 已经是\(role.chineseText)。", article: .regulation(4),
                remedy: "无需重复授予。"))
        if role.isAdministrator, let other = standing.first(where: { $0.isAdministrator && $0 != role }) {
            examination.find(
                Finding(
                    .officeAdministrators, field: "role", "\(officer) 已经是\(other.chineseText)，不能兼任\(role.chineseText)。",
                    remedy: "系统、安全、审计三类管理员应当分设，请授予其他人，或者先取消原角色。"))
        } else if let other = standing.first(where: { $0.isAdministrator != role.isAdministrator }) {
            examination.find(
                Finding(
                    .officeAdministratorHandles, .warning, field: "role",
                    "\(officer) 已经是\(other.chineseText)，再任\(role.chineseText)不利于相互制约。", remedy: "条件允许的，请分别由不同的人担任。"))
        }
        let change = RoleChange(officer: officer, role: role, basis: basis)
        return try examination.rule([OfficeEntry(.roleGranted(change), on: day)])
    }
}

/// Takes a role from someone; the day is the first without it. Source: 条例 Art 4.
public struct RevokeRole: OfficeCommand {
    /// Which command.
    public static let verb = OfficeVerb.revokeRole

    /// From whom.
    public var officer: OfficerReference
    /// Which.
    public var role: StaffRole
    /// Why.
    public var basis: Statement
    /// The day.
    public var day: Day

    /// A revocation.
    public init(_ role: StaffRole, from officer: OfficerReference, on day: Day, basis: Statement) {
        self.role = role
        self.officer = officer
        self.day = day
        self.basis = basis
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for one who does not work there or has not the role, an impossible day.
    public func decide(
        on office: OfficeRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<OfficeAct> {
        let office = try Self.verb.admit(office)
        var examination = ActExamination(today: today)
        let one = try examination.officer(officer, of: office, on: day)
        examination.need(
            one.standing.contains(role),
            else: Finding(
                .officeNoRole, field: "role", "\(officer) 不是\(role.chineseText)。", article: .regulation(4),
                remedy: "请核对人员和角色。"))
        let change = RoleChange(officer: officer, role: role, basis: basis)
        return try examination.rule([OfficeEntry(.roleRevoked(change), on: day)])
    }
}
