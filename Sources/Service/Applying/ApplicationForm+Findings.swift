internal import CanonicalJSON
public import Disclosure
internal import Vault

extension ApplicationForm {
    /// Everything that must be mended before the form can be handed in, each with its field. Source: 条例 Art 29.
    ///
    /// - Parameter files: how many files stand in each place.
    public func findings(files: [ApplicationSlot: Int]) -> [Finding] {
        var findings: [Finding] = []
        let needed = neededFields
        for field in ApplicationField.allCases {
            if needed.contains(field), self[field].isEmpty {
                findings.append(
                    Finding(
                        .valueBlank, field: field.rawValue, "没有填写“\(label(field))”。", article: .regulation(29),
                        remedy: Self.remedy(field),
                        english: .init(
                            "“\(englishLabel(field))” is not filled in.", remedy: Self.englishRemedy(field))))
            } else if let finding = finding(field) {
                findings.append(finding)
            } else if field == .phone, confirmingContact == nil, !needed.contains(.address) {
                findings.append(Self.noContact)
            } else if field == .delivery, let finding = contradiction {
                findings.append(finding)
            }
        }
        let agent: [ApplicationField] = [.agentName, .agentDocument, .agentPhone]
        if !hasAgent, agent.contains(where: { !self[$0].isEmpty }) {
            // It would be left out without a word else.
            findings.append(
                Finding(
                    .valueForm, field: ApplicationField.hasAgent.rawValue, "填写了代理人的信息，但选的是没有代理人。",
                    article: .regulation(29), remedy: "有代理人的，请选“有”；没有的，请清空代理人的各项。",
                    english: .init(
                        "Particulars of an agent are filled in, but “No” is chosen for the agent.",
                        remedy: "Choose “Yes” where there is one, or empty the fields of the agent.")))
        }
        for slot in neededSlots where files[slot, default: 0] == 0 {
            findings.append(
                Finding(
                    .valueBlank, field: slot.rawValue, slot == .proof ? "没有附身份证明。" : "没有附授权委托书。",
                    article: .regulation(29),
                    remedy: slot == .proof ? "请附上证件或者营业执照的照片、扫描件。" : "有代理人的，请附上授权委托书的照片、扫描件。",
                    english: slot == .proof
                        ? .init(
                            "There is no proof of identity.",
                            remedy: "Attach a photo or scan of the document or the licence.")
                        : .init(
                            "There is no authorisation of the agent.",
                            remedy: "Attach a photo or scan of the authorisation.")))
        }
        return findings
    }

    /// Said of nobody who can be reached. Source: 条例 Art 29(2)(1).
    private static let noContact = Finding(
        .valueBlank, field: ApplicationField.phone.rawValue, "没有填写联系方式。", article: .regulation(29),
        remedy: "联系电话、电子邮箱、通信地址至少填一项，机关用它与您确认收到申请。",
        english: .init(
            "No way to contact you is filled in.",
            remedy:
                "Give a telephone number, an e-mail address or a postal address: the office uses it to confirm receipt."
        ))

    /// That the form and the way of supply do not go together; nil where they do. Source: 条例 Art 29(2)(3), 40.
    private var contradiction: Finding? {
        guard let medium = SupplyForm.Medium(rawValue: self[.medium]),
            let delivery = SupplyForm.Delivery(rawValue: self[.delivery]),
            !SupplyForm(medium, by: delivery).isPossible
        else { return nil }
        let (form, way) = (label(.medium), label(.delivery))
        let (englishForm, englishWay) = (englishLabel(.medium), englishLabel(.delivery))
        let chinese = "“\(form)”选的是“\(medium.chineseText)”，“\(way)”选的是“\(delivery.chineseText)”，两项合不到一起。"
        let english =
            "“\(englishForm)” is “\(medium.englishText)”, but “\(englishWay)” is “\(delivery.englishText)”: they do not go together."
        let remedies =
            switch medium {
            case .reading:
                (
                    "到现场查阅、抄录的，“\(way)”请选自行领取；要寄给您或者在网上查收的，请改“\(form)”。",
                    "For reading on the premises choose to collect in person; to have it sent, change “\(englishForm)”."
                )
            case .paper:
                (
                    "要纸质的，“\(way)”请选邮寄或者自行领取；要在网上查收的，“\(form)”请选电子文件。",
                    "For paper choose post or to collect in person; to receive it on this site, choose an electronic file."
                )
            case .electronic:
                (
                    "要电子文件的，“\(way)”请选在本站查收，或者邮寄、自行领取光盘等载体。",
                    "For an electronic file choose this site, or post, or to collect it in person."
                )
            }
        return Finding(
            .supplyContradiction, field: ApplicationField.delivery.rawValue, chinese, article: .regulation(29),
            remedy: remedies.0, english: .init(english, remedy: remedies.1))
    }

    /// What is wrong with what stands in a field; nil where nothing is, or the field does not count for this applicant.
    private func finding(_ field: ApplicationField) -> Finding? {
        let text = self[field]
        guard !text.isEmpty, isAsked(field) else { return nil }
        do throws(Refusal) {
            switch field {
            case .matter: _ = try Statement(parsing: text, field: field.rawValue)
            case .type: return choice(field, ApplicantType.self)
            case .documentKind:
                return choice(
                    field, IdentityDocument.self,
                    among: isOrganization ? IdentityDocument.ofOrganizations : IdentityDocument.ofPersons)
            case .medium: return choice(field, SupplyForm.Medium.self)
            case .delivery: return choice(field, SupplyForm.Delivery.self)
            case .hasAgent: return nil
            default:
                if let kind = personField(field) { _ = try PersonalText(kind, parsing: text) }
            }
            return nil
        } catch {
            return error.findings.first.map { found in
                if found.code == .valueCitizenNumber {
                    return Finding(
                        found.code, found.severity, field: field.rawValue,
                        "这里写有公民身份号码。申请内容会登记入册，不能写个人证件号码。", article: .regulation(29),
                        remedy: "请删去身份证号码；证件号码只填在“证件号码”一栏，由系统加密保存。",
                        english: .init(
                            "The identity number of a citizen stands here. The matter is entered in the register, which may not hold such numbers.",
                            remedy: "Remove it; it belongs in “Number of the document” only, which is kept sealed."))
                }
                if found.code == .valueBankCard {
                    return Finding(
                        found.code, found.severity, field: field.rawValue, "这里写有银行卡号。申请内容会登记入册，不能写个人账号。",
                        article: .regulation(29), remedy: found.remedy, english: found.english)
                }
                if found.code == .valueTooLong, field == .matter { return tooLong(field, text, found) }
                // Who fills in the form knows the field by its label.
                let (kept, englishKept) = (personField(field)?.chineseText ?? "", personField(field)?.englishText ?? "")
                let isOfAgent = field == .agentDocument
                return Finding(
                    found.code, found.severity, field: field.rawValue,
                    found.message.replacing("“\(kept)”", with: "“\(label(field))”"), article: .regulation(29),
                    remedy: isOfAgent ? "请对照代理人的证件核对。" : found.remedy,
                    english: found.english.map {
                        .init(
                            $0.message.replacing("“\(englishKept)”", with: "“\(englishLabel(field))”"),
                            remedy: isOfAgent ? "Compare it with the document of the agent." : $0.remedy)
                    })
            }
        }
    }

    private func tooLong(_ field: ApplicationField, _ text: String, _ found: Finding) -> Finding {
        // What was longer still was cut when it was taken over.
        let isCut = text.count >= field.limit
        let (limit, remedy) = (Statement.limit, found.english?.remedy ?? "Make it shorter.")
        return Finding(
            found.code, found.severity, field: field.rawValue,
            isCut
                ? "“\(label(field))”太长，只保留了前\(field.limit)个字；上限是\(limit)个字。"
                : "“\(label(field))”有\(text.count)个字，超过\(limit)个字的上限。",
            article: .regulation(29), remedy: found.remedy,
            english: .init(
                isCut
                    ? "“\(englishLabel(field))” is too long: only its first \(field.limit) characters were kept; the limit is \(limit)."
                    : "“\(englishLabel(field))” has \(text.count) characters, over the limit of \(limit).",
                remedy: remedy))
    }

    private func choice<Choice: RawRepresentable<String> & Equatable>(
        _ field: ApplicationField, _: Choice.Type, among choices: [Choice]? = nil
    ) -> Finding? {
        if let choice = Choice(rawValue: self[field]), choices?.contains(choice) ?? true { return nil }
        return Finding(
            .valueForm, field: field.rawValue, "“\(label(field))”不是列出的选项。", remedy: "请在列出的选项中选择一项。",
            english: .init(
                "“\(englishLabel(field))” is none of the choices.", remedy: "Choose one of those listed."))
    }

    /// True where a field belongs to the applicant's type.
    private func isAsked(_ field: ApplicationField) -> Bool {
        switch field {
        case .document, .documentKind: !isOrganization || hasPaperOfOrganization
        case .creditCode, .representative: isOrganization
        case .agentName, .agentDocument, .agentPhone: hasAgent
        default: true
        }
    }

    private static func remedy(_ field: ApplicationField) -> String {
        switch field {
        case .creditCode: "请填写；没有统一社会信用代码的，填写证明文件的类型和号码。"
        case .matter: "请写明需要哪一份信息：名称、文号，或者便于查找的其他特征。"
        case .address: "选择邮寄的，请填写收件地址。"
        case .medium, .delivery: "请选择一项。"
        default: "请填写后再提交。"
        }
    }

    /// What a field tells about a person; nil for one that tells nothing.
    private func personField(_ field: ApplicationField) -> PersonField? {
        switch field {
        case .name, .agentName: .name
        case .document: documentField
        case .agentDocument: Self.documentField(of: self[field])
        case .creditCode: .creditCode
        case .representative: .representative
        case .phone, .agentPhone: .phone
        case .email: .email
        case .address: .address
        case .postcode: .postcode
        case .type, .documentKind, .hasAgent, .matter, .medium, .delivery: nil
        }
    }

    private static func englishRemedy(_ field: ApplicationField) -> String {
        switch field {
        case .creditCode: "Fill it in; without such a code, give the kind and number of another document."
        case .matter: "Say which information you need: its title, its number, or what else lets it be found."
        case .address: "Supply by post needs an address."
        case .medium, .delivery: "Choose one."
        default: "Fill it in, then send the form."
        }
    }

    private var documentField: PersonField {
        guard !isOrganization else { return .otherDocument }
        let kind = IdentityDocument(rawValue: self[.documentKind]) ?? .citizenCard
        return kind == .citizenCard ? .citizenNumber : .otherDocument
    }

    /// An agent's number that looks like that of a citizen must be one.
    private static func documentField(of text: String) -> PersonField {
        let digits = text.utf8.filter { (0x30...0x39).contains($0) }.count
        return digits >= 15 && text.count == 18 ? .citizenNumber : .otherDocument
    }

    /// The form as the fields of the act `request.apply`.
    ///
    /// - Parameters:
    ///   - papers: the names under which the files are kept.
    func fields(papers: [(slot: ApplicationSlot, reference: PaperReference)]) -> JSONValue {
        func member(_ name: String, _ value: JSONValue) -> JSONValue.Member { .init(name: name, value: value) }
        func text(_ name: String, _ field: ApplicationField) -> [JSONValue.Member] {
            self[field].isEmpty ? [] : [member(name, .string(self[field]))]
        }
        var person = text("name", .name)
        if isOrganization {
            person += text("credit_code", .creditCode)
            if hasPaperOfOrganization { person += text(documentField.rawValue, .document) }
            person += text("representative", .representative)
        } else {
            person += text(documentField.rawValue, .document)
        }
        person += text("phone", .phone) + text("email", .email)
        person += text("address", .address) + text("postcode", .postcode)
        var members = [
            member("applicant", .object(person)), member("applicant_type", .string(type.rawValue)),
            member("matter", .string(self[.matter])), member("medium", .string(self[.medium])),
            member("delivery", .string(self[.delivery])),
        ]
        if hasAgent {
            let document = Self.documentField(of: self[.agentDocument]).rawValue
            members.append(
                member(
                    "agent",
                    .object(
                        text("name", .agentName) + text(document, .agentDocument) + text("phone", .agentPhone))))
        }
        func first(_ slot: ApplicationSlot) -> String? { papers.first { $0.slot == slot }?.reference.text }
        if let proof = first(.proof) { members.append(member("identity_proof", .string(proof))) }
        if hasAgent, let paper = first(.authorisation) { members.append(member("authorisation", .string(paper))) }
        let others = papers.filter { $0.slot == .attachments }.map { JSONValue.string($0.reference.text) }
        if !others.isEmpty { members.append(member("attachments", .array(others))) }
        return .object(members)
    }
}

extension Finding.Code {
    /// The form and the way of supply do not go together.
    public static let supplyContradiction = Self("supply.contradiction")
}
