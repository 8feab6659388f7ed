public import CivilTime

/// The part that someone has in an office, as far as the law or the review before disclosure knows it.
public enum OfficeRole: String, Sendable, Hashable, CaseIterable, Codable {
    /// Who handles the matter (经办人).
    case handler
    /// Who checks it (审核人).
    case reviewer
    /// The leader in charge (分管领导).
    case supervisingLeader = "supervising_leader"
    /// The head of the information office (政府信息公开工作机构负责人). Source: 条例 Art 33(2).
    case headOfInformationOffice = "head_of_information_office"

    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .handler: "经办人"
        case .reviewer: "审核人"
        case .supervisingLeader: "分管领导"
        case .headOfInformationOffice: "政府信息公开工作机构负责人"
        }
    }
}

/// Someone agreed to something, in a role and on a day.
public struct Approval: Sendable, Hashable, Codable {
    /// Who agreed.
    public let officer: OfficerReference
    /// In which role.
    public let role: OfficeRole
    /// On which day.
    public let day: Day

    /// An approval.
    public init(by officer: OfficerReference, as role: OfficeRole, on day: Day) {
        self.officer = officer
        self.role = role
        self.day = day
    }
}
