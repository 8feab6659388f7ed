public import Disclosure

/// In which part someone acts: the columns of the permission table.
///
/// A person may hold several, but never two of the three administrators. Without a grant nobody holds any but `visitor`.
public enum Role: String, Sendable, Hashable, CaseIterable, Codable {
    /// 经办人: handles the matters of the own office.
    case officer
    /// 审核人: checks what others prepared.
    case reviewer
    /// 分管领导, 工作机构负责人: agrees to what binds the office.
    case leader
    /// 年报编制人: compiles the report.
    case reportEditor = "report_editor"
    /// 主管部门: takes the reports of its area.
    case oversight
    /// 系统管理员: offices, settings, calendars, backup.
    case systemAdministrator = "system_administrator"
    /// 安全管理员: accounts, roles, policy.
    case securityAdministrator = "security_administrator"
    /// 审计管理员: reads the audit log.
    case auditAdministrator = "audit_administrator"
    /// 公众: everyone, without an account.
    case visitor = "public"

    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .officer: "经办人"
        case .reviewer: "审核人"
        case .leader: "分管领导"
        case .reportEditor: "年报编制人"
        case .oversight: "主管部门"
        case .systemAdministrator: "系统管理员"
        case .securityAdministrator: "安全管理员"
        case .auditAdministrator: "审计管理员"
        case .visitor: "公众"
        }
    }

    /// True for the three that nobody may hold two of (三员分立). Source: GB/T 22239, separation of administrators.
    public var isAdministrator: Bool {
        switch self {
        case .systemAdministrator, .securityAdministrator, .auditAdministrator: true
        case .officer, .reviewer, .leader, .reportEditor, .oversight, .visitor: false
        }
    }

    /// A role from what a user or a program gave.
    ///
    /// - Throws: `Refusal` when there is no such role.
    public init(parsing text: String, field: String = "role") throws(Refusal) {
        guard let role = Role(rawValue: text) else {
            let known = Self.allCases.map { "\($0.rawValue)（\($0.chineseText)）" }.joined(separator: "、")
            throw Refusal(
                Finding(.policyUnknownRole, field: field, "没有名为“\(text.prefix(40))”的角色。", remedy: "可用的角色：\(known)。"))
        }
        self = role
    }
}
