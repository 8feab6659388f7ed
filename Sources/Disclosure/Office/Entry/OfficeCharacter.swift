/// How an office is called.
public struct OfficeName: Sendable, Hashable, Codable {
    /// The full official name, at most `limit` characters on one line: 石狮市大数据管理局.
    public let full: Statement
    /// A shorter name for narrow tables; nil for none.
    public let short: Statement?
    /// The most characters a name may have.
    public static let limit = 100

    /// A name.
    public init(_ full: Statement, short: Statement? = nil) {
        self.full = full
        self.short = short
    }
}

/// The level of the government that an office belongs to.
public enum AdministrativeLevel: String, Sendable, Hashable, CaseIterable, Codable {
    /// 国家.
    case national
    /// 省、自治区、直辖市.
    case provincial
    /// 设区的市、自治州.
    case prefectural
    /// 县、县级市、区.
    case county
    /// 乡、镇、街道.
    case township

    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .national: "国家级"
        case .provincial: "省级"
        case .prefectural: "设区的市级"
        case .county: "县级"
        case .township: "乡镇级"
        }
    }
}

/// What an office is, beside its name and its place.
public struct OfficeCharacter: Sendable, Hashable, Codable {
    /// What kind of office; nil where nobody said.
    public let kind: OfficeKind?
    /// Its level; nil where nobody said.
    public let level: AdministrativeLevel?
    /// The place it belongs to (福建省泉州市); nil where nobody said.
    public let region: Statement?

    /// What an office is.
    public init(_ kind: OfficeKind? = nil, _ level: AdministrativeLevel? = nil, region: Statement? = nil) {
        self.kind = kind
        self.level = level
        self.region = region
    }
}

/// What someone may do in an office, by the table of permissions.
public enum StaffRole: String, Sendable, Hashable, CaseIterable, Codable {
    /// 经办人.
    case officer
    /// 审核人.
    case reviewer
    /// 分管领导.
    case leader
    /// 年报编制人.
    case reportEditor = "report_editor"
    /// 主管部门.
    case oversight
    /// 系统管理员.
    case systemAdministrator = "system_administrator"
    /// 安全管理员.
    case securityAdministrator = "security_administrator"
    /// 审计管理员.
    case auditAdministrator = "audit_administrator"

    /// True for the three of which nobody holds two (三员分离).
    public var isAdministrator: Bool {
        switch self {
        case .systemAdministrator, .securityAdministrator, .auditAdministrator: true
        case .officer, .reviewer, .leader, .reportEditor, .oversight: false
        }
    }

    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .officer: "经办人"
        case .reviewer: "审核人"
        case .leader: "分管领导"
        case .reportEditor: "年报编制人"
        case .oversight: "主管部门工作人员"
        case .systemAdministrator: "系统管理员"
        case .securityAdministrator: "安全管理员"
        case .auditAdministrator: "审计管理员"
        }
    }
}

/// Where someone works in an office.
public struct Placement: Sendable, Hashable, Codable {
    /// The department; nil for none.
    public let department: DepartmentReference?
    /// The post (局长, 办公室主任); nil when it is not said.
    public let post: Statement?

    /// A placement.
    public init(in department: DepartmentReference? = nil, as post: Statement? = nil) {
        self.department = department
        self.post = post
    }
}
