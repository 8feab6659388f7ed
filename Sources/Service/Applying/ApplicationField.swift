internal import Disclosure
internal import Vault

/// One field of the form with which someone applies; only what the law asks for. Source: 条例 Art 29(2).
public enum ApplicationField: String, Sendable, Hashable, CaseIterable {
    /// 申请人类型.
    case type = "applicant_type"
    /// 姓名或者名称.
    case name
    /// 证件类型.
    case documentKind = "id_kind"
    /// 证件号码.
    case document = "id_number"
    /// 统一社会信用代码.
    case creditCode = "credit_code"
    /// 法定代表人或者负责人.
    case representative
    /// 联系电话.
    case phone
    /// 电子邮箱.
    case email
    /// 通信地址.
    case address
    /// 邮政编码.
    case postcode
    /// 是否委托代理人.
    case hasAgent = "agent"
    /// 代理人姓名.
    case agentName = "agent_name"
    /// 代理人证件号码.
    case agentDocument = "agent_id_number"
    /// 代理人电话.
    case agentPhone = "agent_phone"
    /// 申请公开的内容.
    case matter
    /// 获取信息的载体.
    case medium
    /// 获取信息的方式.
    case delivery

    /// The most characters that are taken over from a form; what is longer is refused by the field's own rule. A long text that was
    /// pasted comes back whole, to be shortened.
    public var limit: Int { self == .matter ? Self.textLimit : 400 }

    /// The most characters of a text of an applicant that a page gives back.
    public static let textLimit = 20_000
}

/// The documents by which applicants prove who they are: natural persons, and organisations without a credit code.
public enum IdentityDocument: String, Sendable, Hashable, CaseIterable {
    /// 居民身份证, with its check digit.
    case citizenCard = "citizen_card"
    /// 护照.
    case passport
    /// 港澳台居民居住证 or 来往内地通行证.
    case residencePermit = "residence_permit"
    /// 其他证件.
    case other
    /// 登记、备案证明 of an organisation in the country that has no credit code: 业主委员会、村民小组.
    case registration
    /// 境外登记注册文件 of an organisation founded abroad.
    case foreignRegistration = "foreign_registration"
    /// 其他证明文件 of an organisation.
    case organizationPaper = "organization_paper"

    /// Those of natural persons.
    public static let ofPersons: [IdentityDocument] = [.citizenCard, .passport, .residencePermit, .other]
    /// Those of organisations.
    public static let ofOrganizations: [IdentityDocument] = [.registration, .foreignRegistration, .organizationPaper]

    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .citizenCard: "居民身份证"
        case .passport: "护照"
        case .residencePermit: "港澳台居民居住证、通行证"
        case .other: "其他证件"
        case .registration: "登记、备案证明"
        case .foreignRegistration: "境外登记注册文件"
        case .organizationPaper: "其他证明文件"
        }
    }

    /// The name in English.
    public var englishText: String {
        switch self {
        case .citizenCard: "Resident identity card"
        case .passport: "Passport"
        case .residencePermit: "Residence or travel permit (Hong Kong, Macao, Taiwan)"
        case .other: "Another document"
        case .registration: "Certificate of registration or filing"
        case .foreignRegistration: "Registration abroad"
        case .organizationPaper: "Another paper of the organisation"
        }
    }
}

/// A place of the form for files.
public enum ApplicationSlot: String, Sendable, Hashable, CaseIterable {
    /// 身份证明.
    case proof
    /// 授权委托书.
    case authorisation
    /// 其他材料.
    case attachments
}
