internal import Disclosure
internal import Markup
internal import Service

/// The shapes of what is sent to apply and to follow, and of the answers.
enum APIRequestShapes {
    static let all: [(name: String, schema: JSONSchema)] = [
        ("Registered", registered), ("Case", applicantCase), ("Deadline", deadline),
    ]

    // MARK: Sent

    /// The fields of the form on the page, by their names there; what a type of applicant does not have is left out.
    static let application = JSONSchema.form(
        [
            .init(name: "office", schema: .string(.code), about: "机关代码。The code of the office.", isRequired: true)
        ] + fields + [
            .init(name: "files", schema: .list(file, 0...30), about: "身份证明、授权委托书和其他材料。Proofs and other papers."),
            challenge,
        ])

    private static let challenge = JSONSchema.Member(
        name: "challenge",
        schema: .form([
            .init(
                name: "stamp", schema: .string(.line(200)), about: "429应答里的 stamp。As it came with 429.",
                isRequired: true),
            .init(name: "proof", schema: .string(.line(20)), about: "算出的数字。The number that was found."),
        ]), about: "再次提交时的证明。What spares the wait.")

    private static let needed: Set<ApplicationField> = [.type, .name, .matter, .medium, .delivery]

    private static let fields: [JSONSchema.Member] = ApplicationField.allCases.map { field in
        JSONSchema.Member(
            name: field.rawValue, schema: schema(of: field), about: about(field), isRequired: needed.contains(field))
    }

    private static func schema(of field: ApplicationField) -> JSONSchema {
        switch field {
        case .type: .word(ApplicantType.allCases.map(\.rawValue))
        case .documentKind: .word(IdentityDocument.allCases.map(\.rawValue))
        case .hasAgent: .word(["yes", "no"])
        case .medium: .word(SupplyForm.Medium.allCases.map(\.rawValue))
        case .delivery: .word(SupplyForm.Delivery.allCases.map(\.rawValue))
        case .matter: .string(.note(field.limit, example: "测试路改造工程的验收报告"))
        default: .string(.line(field.limit))
        }
    }

    private static func about(_ field: ApplicationField) -> String {
        switch field {
        case .type: "申请人类型。The type of the applicant."
        case .name: "姓名或者单位名称。Name."
        case .documentKind:
            "证件类型：自然人填；没有统一社会信用代码的单位也填。Kind of the document, of a natural person, or of an organisation without a credit code."
        case .document: "证件号码，与证件类型一起填。Its number."
        case .creditCode:
            "统一社会信用代码，单位填；没有的，填证件类型和号码。The credit code of an organisation; without one, id_kind and id_number."
        case .representative: "法定代表人或者负责人，单位可以填。Who represents it, optional."
        case .phone:
            "联系电话，可以带分机。电话、邮箱、地址至少填一项。Telephone, with its extension; one of phone, email and address is needed."
        case .email: "电子邮箱。E-mail, where the office confirms receipt if there is no telephone."
        case .address: "通信地址，邮寄的必填。Postal address, needed for supply by post."
        case .postcode: "邮政编码。Postcode."
        case .hasAgent: "是否委托代理人。Whether an agent acts."
        case .agentName: "代理人姓名。Name of the agent."
        case .agentDocument: "代理人证件号码。Identity number of the agent."
        case .agentPhone: "代理人电话。Telephone of the agent."
        case .matter: "需要的政府信息：名称、文号或者便于查询的其他特征。What information is wanted."
        case .medium: "提供形式。In which form."
        case .delivery: "获取方式，要与提供形式相配：纸质不能 internet，查阅只能 in_person，电子文件不能 fax。By which way; it must fit the medium."
        }
    }

    private static let file = JSONSchema.form([
        .init(
            name: "place", schema: .word(ApplicationSlot.allCases.map(\.rawValue)), about: "放在哪一处。Where it belongs.",
            isRequired: true),
        .init(name: "name", schema: .string(.line(200)), about: "文件名。Its name.", isRequired: true),
        .init(
            name: "content", schema: .string(.base64), about: "内容，Base64。Its bytes in Base64.", isRequired: true),
    ])

    static let key = JSONSchema.form([
        .init(
            name: "number", schema: .string(.line(100, example: "sample-bureau-2025-1")), about: "登记号。The number.",
            isRequired: true),
        .init(
            name: "code", schema: .string(.line(40, example: "23467-89ACD")), about: "查询码。The code.", isRequired: true),
        challenge,
    ])

    /// An application of an invented person.
    @Sendable
    static func example(_ json: inout JSONWriter) {
        json.object { json in
            json.member("office", "sample-bureau")
            json.member("applicant_type", ApplicantType.naturalPerson.rawValue)
            json.member("name", "测试张三")
            json.member("id_kind", IdentityDocument.passport.rawValue)
            json.member("id_number", "T00998877")
            json.member("phone", "000-55667788")
            json.member("email", "zhangsan@mail.example")
            json.member("matter", "测试路改造工程的验收报告")
            json.member("medium", SupplyForm.Medium.electronic.rawValue)
            json.member("delivery", SupplyForm.Delivery.internet.rawValue)
            json.array("files") { json in
                json.object { json in
                    json.member("place", ApplicationSlot.proof.rawValue)
                    json.member("name", "测试张三证件.jpg")
                    json.member("content", "/9j/4AAAAAAAAAAAAAAAAP/Z")
                }
            }
        }
    }

    // MARK: Answered

    private static let registered = JSONSchema.object([
        ("number", .text), ("code", .text), ("code_shown_until", .text), ("office", .string(.code)),
        ("office_name", .text), ("arrived", .text), ("stage", .word(RequestStage.allCases.map(\.rawValue))),
        ("receipt_rule", .text), ("receipt_explanation", .text), ("if_confirmed_today", .optional(.named("Deadline"))),
        ("url", .text),
    ])

    private static let applicantCase = JSONSchema.object([
        ("number", .text), ("office", .string(.code)), ("office_name", .text), ("matter", .text), ("arrived", .text),
        ("received", .optional(.text)), ("stage", .word(RequestStage.allCases.map(\.rawValue))), ("stage_name", .text),
        ("due", .optional(.text)), ("working_days_left", .optional(.integer(.min ... .max))), ("is_overdue", .boolean),
        ("ended", .optional(.text)), ("clock", .optional(.named("Deadline"))),
        ("timeline", .array(.object([("day", .text), ("title", .text), ("text", .text)]))),
        (
            "letters",
            .array(
                .object([
                    ("step", .integer(1 ... .max)), ("title", .text), ("document_number", .optional(.text)),
                    ("day", .text), ("paragraphs", .array(.text)), ("remedies", .array(.text)),
                ]))
        ),
        ("papers", .array(paper)),
        (
            "messages",
            .array(
                .object([
                    ("from", .word(["office", "applicant"])), ("at", .text), ("text", .optional(.text)),
                    ("papers", .array(paper)),
                ]))
        ), ("answer_files", .array(paper)),
        ("can", .array(.word(APICase.deeds.map(\.word)))), ("url", .text),
    ])

    private static let paper = JSONSchema.object([
        ("name", .text), ("bytes", .integer(0 ... .max)), ("received", .text),
    ])

    private static let deadline = JSONSchema.object([
        ("due", .optional(.text)), ("provisional", .boolean),
        ("state", .word(["running", "awaiting_correction", "awaiting_payment"])),
        (
            "steps",
            .array(
                .object([
                    ("rule", .text), ("kind", .word(ClockStep.Kind.allCases.map(\.rawValue))), ("from", .text),
                    ("days", .integer(0 ... .max)), ("due", .text), ("holds", .boolean), ("text", .text),
                ]))
        ),
    ])
}
