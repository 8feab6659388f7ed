internal import CanonicalJSON
public import Disclosure
internal import Vault

/// What someone wrote into the form, field by field, right or wrong.
public struct ApplicationForm: Sendable, Hashable {
    /// The code of the office, as it was chosen.
    public var agency: String
    /// The digest of everything that a program sent, by which a repetition is told from something else; nil for a page.
    var fingerprint: String?
    /// The texts.
    private var texts: [ApplicationField: String] = [:]

    /// A form with nothing written.
    public init(agency: String) { self.agency = agency }

    /// What stands in a field, without blanks around it; empty where nothing does.
    public subscript(field: ApplicationField) -> String {
        get { texts[field] ?? "" }
        set {
            let text = Self.trimmed(newValue.prefix(field.limit))
            texts[field] = text.isEmpty ? nil : text
        }
    }

    /// The type of the applicant; a natural person until another is chosen.
    public var type: ApplicantType { ApplicantType(rawValue: self[.type]) ?? .naturalPerson }
    /// True for everyone but natural persons.
    public var isOrganization: Bool { type != .naturalPerson }
    /// True where someone acts for the applicant.
    public var hasAgent: Bool { self[.hasAgent] == "yes" }

    /// How a field is called for this applicant.
    public func label(_ field: ApplicationField) -> String {
        switch field {
        case .type: "申请人类型"
        case .name: isOrganization ? "单位名称" : "姓名"
        case .documentKind: isOrganization ? "证明文件类型" : "证件类型"
        case .document: isOrganization ? "证明文件号码" : "证件号码"
        case .creditCode: "统一社会信用代码"
        case .representative: "法定代表人或者负责人"
        case .phone: "联系电话"
        case .email: "电子邮箱"
        case .address: "通信地址"
        case .postcode: "邮政编码"
        case .hasAgent: "委托代理人"
        case .agentName: "代理人姓名"
        case .agentDocument: "代理人证件号码"
        case .agentPhone: "代理人联系电话"
        case .matter: "需要的政府信息"
        case .medium: "提供形式"
        case .delivery: "获取方式"
        }
    }

    /// The same in English.
    public func englishLabel(_ field: ApplicationField) -> String {
        switch field {
        case .type: "The applicant is"
        case .name: "Name"
        case .documentKind: "Kind of document"
        case .document: "Number of the document"
        case .creditCode: "Unified social credit code"
        case .representative: "Legal representative"
        case .phone: "Telephone"
        case .email: "E-mail"
        case .address: "Address"
        case .postcode: "Postcode"
        case .hasAgent: "An agent applies"
        case .agentName: "Name of the agent"
        case .agentDocument: "The agent's document number"
        case .agentPhone: "The agent's telephone"
        case .matter: "The information"
        case .medium: "Form of supply"
        case .delivery: "Way of supply"
        }
    }

    /// The fields that cannot be left out, as the form stands; beside them one way of contact is needed, whichever it is.
    ///
    /// The law asks for name, proof of identity and contact, and no more: nobody need say who represents an organisation,
    /// or write a telephone number where the office can write. Source: 条例 Art 29(2)(1).
    public var neededFields: [ApplicationField] {
        var fields: [ApplicationField] = [.name]
        if !isOrganization {
            fields.append(.document)
        } else if !hasPaperOfOrganization {
            fields.append(.creditCode)
        }
        if self[.delivery] == SupplyForm.Delivery.post.rawValue { fields.append(.address) }
        if hasAgent { fields += [.agentName, .agentDocument] }
        return fields + [.matter, .medium, .delivery]
    }

    /// The ways of contact, one of which is enough.
    public static let contacts: [ApplicationField] = [.phone, .email, .address]

    /// The way by which the office confirms the receipt with this applicant: the quickest that is given; nil without any.
    public var confirmingContact: ApplicationField? { Self.contacts.first { !self[$0].isEmpty } }

    /// True where an organisation without a credit code names another paper by which it is known. What a natural person
    /// wrote before the type was changed is none.
    public var hasPaperOfOrganization: Bool {
        guard isOrganization, self[.creditCode].isEmpty, !self[.document].isEmpty else { return false }
        return self[.documentKind].isEmpty || !IdentityDocument.ofPersons.map(\.rawValue).contains(self[.documentKind])
    }

    /// The places for files that cannot be left empty, as the form stands.
    public var neededSlots: [ApplicationSlot] { hasAgent ? [.proof, .authorisation] : [.proof] }

    private static func trimmed(_ text: Substring) -> String {
        var rest = text
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        // A browser sends CR LF for each line.
        return String(rest).replacing("\r\n", with: "\n")
    }
}

extension ApplicationForm {
    /// The form as bytes to be sealed.
    var bytes: [UInt8] {
        var members = [JSONValue.Member(name: "agency", value: .string(agency))]
        if let fingerprint { members.append(.init(name: "fingerprint", value: .string(fingerprint))) }
        members += texts.map { JSONValue.Member(name: $0.key.rawValue, value: .string($0.value)) }
        return CanonicalText.bytes(of: .object(members))
    }

    /// The form from bytes that were sealed; nil where they are none.
    init?(_ bytes: [UInt8]) {
        guard let tree = try? JSONParser.parse(bytes, limits: JSONLimits(bytes: 1 << 20)),
            let agency = tree["agency"]?.text
        else { return nil }
        self.init(agency: agency)
        fingerprint = tree["fingerprint"]?.text
        for field in ApplicationField.allCases { self[field] = tree[field.rawValue]?.text ?? "" }
    }
}
