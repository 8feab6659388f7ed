public import CivilTime

/// The type of an applicant, with the ids of the columns of table three; fixed at registration.
///
/// A change between receipt and closing would break the balance of two columns. A lawyer who acts for a person is an
/// agent: the person's type counts. Source: 国办公开办函〔2021〕30号.
public enum ApplicantType: String, Sendable, Hashable, CaseIterable, Codable {
    /// 自然人.
    case naturalPerson = "natural_person"
    /// 商业企业.
    case commercialEnterprise = "commercial_enterprise"
    /// 科研机构.
    case researchInstitution = "research_institution"
    /// 社会公益组织.
    case publicInterestOrganization = "public_interest_organization"
    /// 法律服务机构.
    case legalServiceInstitution = "legal_service_institution"
    /// 其他.
    case otherOrganization = "other_organization"

    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .naturalPerson: "自然人"
        case .commercialEnterprise: "商业企业"
        case .researchInstitution: "科研机构"
        case .publicInterestOrganization: "社会公益组织"
        case .legalServiceInstitution: "法律服务机构"
        case .otherOrganization: "其他组织"
        }
    }
}

/// Who acts for an applicant, with the paper that says so (授权委托书).
public struct Agent: Sendable, Hashable, Codable {
    /// The agent.
    public let person: PersonReference
    /// The authorisation; nil when it is missing.
    public let authorisation: PaperReference?

    /// An agent.
    public init(_ person: PersonReference, authorisation: PaperReference?) {
        self.person = person
        self.authorisation = authorisation
    }
}

/// The form in which the applicant wants the information (获取信息的方式、途径). Source: 条例 Art 29(2)(3), 40.
public struct SupplyForm: Sendable, Hashable, Codable {
    /// On what.
    public enum Medium: String, Sendable, Hashable, CaseIterable, Codable {
        /// 纸质.
        case paper
        /// 电子.
        case electronic
        /// 现场查阅、抄录.
        case reading
    }

    /// By which way.
    public enum Delivery: String, Sendable, Hashable, CaseIterable, Codable {
        /// 自行领取.
        case inPerson = "in_person"
        /// 邮寄.
        case post
        /// 互联网渠道.
        case internet
        /// 传真.
        case fax
    }

    /// On what.
    public let medium: Medium
    /// By which way.
    public let delivery: Delivery

    /// A form.
    public init(_ medium: Medium, by delivery: Delivery) {
        self.medium = medium
        self.delivery = delivery
    }
}

/// Where an application comes from that was not handed in as it stands.
public struct RequestOrigin: Sendable, Hashable, Codable {
    /// What happened.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// It is a part of another application (一事一申请).
        case split
        /// It was passed on by another office in the system.
        case transferred
    }

    /// What happened.
    public let kind: Kind
    /// The number it had there.
    public let request: RequestNumber
    /// The office it comes from; nil for a split.
    public let agency: AgencyReference?
    /// The day it happened.
    public let day: Day

    /// An origin.
    public init(_ kind: Kind, of request: RequestNumber, at agency: AgencyReference? = nil, on day: Day) {
        self.kind = kind
        self.request = request
        self.agency = agency
        self.day = day
    }
}

/// An application as it is entered in the register (登记). Source: 条例 Art 29, 31, 45.
public struct Registration: Sendable, Hashable, Codable {
    /// Its number.
    public let number: RequestNumber
    /// How it came in.
    public let channel: RequestChannel
    /// The day it was handed over, signed for, or came to hand; the legal day of receipt may be later.
    public let arrived: Day
    /// The applicant.
    public let applicant: PersonReference
    /// The applicant's type.
    public let applicantType: ApplicantType
    /// Who acts for the applicant.
    public let agent: Agent?
    /// The proof of identity; nil when it is missing.
    public let identityProof: PaperReference?
    /// What is asked.
    public let matter: Statement
    /// The form in which it is wanted; nil when it was not said.
    public let supply: SupplyForm?
    /// True when the applicant could not write and the office filled the form in. Source: 条例 Art 29(1).
    public let isOral: Bool
    /// Where it comes from, when it was not handed in as it stands.
    public let origin: RequestOrigin?

    enum CodingKeys: String, CodingKey {
        case number, channel, arrived, applicant, agent, matter, supply, origin
        case applicantType = "applicant_type"
        case identityProof = "identity_proof"
        case isOral = "oral"
    }
}

/// The office and the applicant confirmed the receipt to each other. Source: 条例 Art 31.
public struct ReceiptConfirmation: Sendable, Hashable, Codable {
    /// How, and with whom.
    public let manner: Statement
}
