/// What is kept about a person outside the entries.
public enum PersonField: String, Sendable, Hashable, CaseIterable {
    /// 姓名或者名称.
    case name
    /// 公民身份号码.
    case citizenNumber = "citizen_number"
    /// 其他证件号码 (护照、军官证).
    case otherDocument = "other_document"
    /// 统一社会信用代码.
    case creditCode = "credit_code"
    /// 法定代表人或者负责人.
    case representative
    /// 电话.
    case phone
    /// 电子邮箱.
    case email
    /// 通信地址.
    case address
    /// 邮政编码.
    case postcode

    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .name: "姓名或者名称"
        case .citizenNumber: "公民身份号码"
        case .otherDocument: "其他证件号码"
        case .creditCode: "统一社会信用代码"
        case .representative: "法定代表人"
        case .phone: "电话"
        case .email: "电子邮箱"
        case .address: "通信地址"
        case .postcode: "邮政编码"
        }
    }

    /// The name in English.
    public var englishText: String {
        switch self {
        case .name: "Name"
        case .citizenNumber: "Identity number"
        case .otherDocument: "Document number"
        case .creditCode: "Unified social credit code"
        case .representative: "Legal representative"
        case .phone: "Telephone"
        case .email: "E-mail"
        case .address: "Address"
        case .postcode: "Postcode"
        }
    }

    /// The tag under which it is sealed; never changed.
    var tag: UInt8 {
        switch self {
        case .name: 1
        case .citizenNumber: 2
        case .otherDocument: 3
        case .creditCode: 4
        case .representative: 5
        case .phone: 6
        case .email: 7
        case .address: 8
        case .postcode: 9
        }
    }

    /// The most characters it may have.
    public var limit: Int {
        switch self {
        case .name, .representative: 100
        case .citizenNumber, .creditCode: 18
        case .otherDocument: 40
        case .phone: 30
        case .email: 254
        case .address: 200
        case .postcode: 6
        }
    }
}
