/// What a role can be allowed: the rows of the permission table. The raw value names it in routes and in the tables.
public enum Power: String, Sendable, Hashable, CaseIterable {
    /// Draft items, register and handle requests and what belongs to them, for the own office.
    case handle
    /// Review and approve; never own work.
    case approve
    /// Approve extensions and refusals; never own work.
    case approveGrave = "approve_grave"
    /// See the applicant's identity in a case of the own office.
    case seeIdentity = "see_identity"
    /// Compile, edit and submit the annual report of the own office.
    case editReport = "edit_report"
    /// Approve the annual report of the own office; never own work.
    case approveReport = "approve_report"
    /// Return, accept and roll up the reports of the area.
    case oversee
    /// Offices, settings, calendars, backup.
    case administerSystem = "administer_system"
    /// Accounts, roles, policy.
    case administerAccounts = "administer_accounts"
    /// Read the audit log, verify the ledger.
    case audit
    /// See what is published.
    case readPublished = "read_published"
    /// Apply for information.
    case apply
    /// Go on with the own application, whose query code was given.
    case pursue

    /// How far a power reaches.
    public enum Reach: Sendable, Hashable, CaseIterable {
        /// The own office only.
        case ownOffice
        /// The offices below the own one in the tree.
        case area
        /// The whole installation.
        case installation
        /// Whatever is published, of any office.
        case published
        /// The application whose query code was given.
        case ownRequest
    }

    /// The name in Chinese, as a refusal says it.
    public var chineseText: String {
        switch self {
        case .handle: "办理本机关的信息和申请"
        case .approve: "审核"
        case .approveGrave: "批准延期和不予公开"
        case .seeIdentity: "查看申请人身份"
        case .editReport: "编制和报送年报"
        case .approveReport: "批准年报"
        case .oversee: "退回、接收和汇总下级机关年报"
        case .administerSystem: "管理机关、设置、日历和备份"
        case .administerAccounts: "管理账号、角色和权限"
        case .audit: "查看审计记录和核验台账"
        case .readPublished: "查看已公开的内容"
        case .apply: "提出政府信息公开申请"
        case .pursue: "查询和办理自己提出的申请"
        }
    }

    /// How far it reaches.
    public var reach: Reach {
        switch self {
        case .handle, .approve, .approveGrave, .seeIdentity, .editReport, .approveReport: .ownOffice
        case .oversee: .area
        case .administerSystem, .administerAccounts, .audit: .installation
        case .readPublished: .published
        case .apply: .installation
        case .pursue: .ownRequest
        }
    }

    /// True when nobody may use it on what they prepared themselves.
    public var excludesOwnWork: Bool {
        switch self {
        case .approve, .approveGrave, .approveReport: true
        case .handle, .seeIdentity, .editReport, .oversee, .administerSystem, .administerAccounts, .audit,
            .readPublished, .apply, .pursue:
            false
        }
    }

    /// True when the local operator can use it while nobody is granted a role that holds it: never to agree to something,
    /// to see who an applicant is, or to grant.
    public var isForOperator: Bool {
        switch self {
        case .handle, .editReport, .oversee, .administerSystem, .audit, .readPublished: true
        case .approve, .approveGrave, .seeIdentity, .approveReport, .administerAccounts, .apply, .pursue: false
        }
    }

    /// Who holds it: the permission table. A role that does not stand here is denied.
    public static let table: [Power: Set<Role>] = [
        .handle: [.officer],
        .approve: [.reviewer, .leader],
        .approveGrave: [.leader],
        .seeIdentity: [.officer, .reviewer, .leader],
        .editReport: [.reportEditor],
        .approveReport: [.leader],
        .oversee: [.oversight],
        .administerSystem: [.systemAdministrator],
        .administerAccounts: [.securityAdministrator],
        .audit: [.auditAdministrator],
        .readPublished: Set(Role.allCases),
        .apply: [.visitor],
        .pursue: [.visitor],
    ]

    /// The roles that hold it, in the order of the table's columns.
    public var holders: [Role] {
        let holders = Self.table[self] ?? []
        return Role.allCases.filter(holders.contains)
    }

    /// True when a role holds it.
    public func isHeld(by role: Role) -> Bool { Self.table[self]?.contains(role) ?? false }
}
