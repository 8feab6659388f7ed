internal import Database
internal import CivilTime
public import Disclosure
internal import Ledger

/// Registers an application: the applicant is found again or kept, the number given where none is named, earlier
/// applications of the same content are named.
enum RegisterRequest {
    static let definition = ActDefinition(
        "request.register", RequestVerb.register.chineseText, RequestVerb.register.article, on: .request,
        [
            .needed("day", .day, "当面提交、签收或者收到的日期"),
            .needed("channel", .one(of: RequestChannel.self), "申请渠道"),
            .needed("applicant", .person, "申请人"),
            .needed("applicant_type", .one(of: ApplicantType.self), "申请人类型"),
            .needed("matter", .text, "申请公开的内容"),
            .optional("confirmed", .day, "与申请人确认收到的日期"),
            .optional("confirmation", .text, "确认的方式"),
            .optional("identity_proof", .reference, "身份证明材料"),
            .optional("agent", .person, "代理人"), .optional("authorisation", .reference, "授权委托书"),
            .optional("medium", .one(of: SupplyForm.Medium.self), "获取信息的载体"),
            .optional("delivery", .one(of: SupplyForm.Delivery.self), "获取信息的方式"),
            .optional("oral", .flag, "口头申请、由工作人员代填"),
            .optional("transferred_from", .reference, "转来机关的代码"),
            .optional("transferred_number", .requestNumber, "在转来机关的登记号"),
        ], perform)

    @Sendable
    static func perform(_ fields: ActFields, _ session: ActSession) throws(ActStop) {
        let day = try refusable { () throws(Refusal) in try fields.day() }
        let number = try number(session, on: day)
        let applicant = try session.person(fields, "applicant", on: day)
        var agent: Agent?
        if fields.has("agent") {
            let person = try session.person(fields, "agent", on: day)
            let paper: PaperReference? = try refusable { () throws(Refusal) in
                try fields.optionalReference("authorisation")
            }
            agent = Agent(person, authorisation: paper)
        }
        let command = try refusable { () throws(Refusal) in
            Register(
                number, by: try fields.choice("channel"), arrived: day, confirmed: try fields.optionalDay("confirmed"),
                confirmation: try fields.optionalText("confirmation"), applicant: applicant,
                type: try fields.choice("applicant_type"), agent: agent,
                identityProof: try fields.optionalReference("identity_proof"), matter: try fields.text("matter"),
                supply: try supply(fields), isOral: try fields.flag("oral"), origin: try origin(fields, on: day))
        }
        let request = try session.run(command, on: Subject(number))
        try followOn(request, session)
        try remark(request, session)
    }

    /// Lets the code with which an application was followed open what it became here, where the office that it is said to
    /// come from did pass it on to this one: nobody lays hold of another's application by naming its number.
    private static func followOn(_ request: InformationRequest, _ session: ActSession) throws(ActStop) {
        guard let origin = request.registration.origin, origin.kind == .transferred,
            let from = origin.agency.flatMap({ AgencyCode($0.text) }),
            let passed = try session.state(Subject(origin.request), of: from),
            case .transferred(let transfer)? = passed.round.disposal,
            AgencyCode(transfer.agency.text) == session.office
        else { return }
        try stored { () throws(DatabaseError) in
            try session.transaction.copyCode(
                of: origin.request, office: from, to: request.number, of: session.office)
        }
    }

    /// The number that the caller gives, or the next one of the year.
    private static func number(_ session: ActSession, on day: Day) throws(ActStop) -> RequestNumber {
        guard session.subjectName == nil else { return try session.request() }
        let next = try stored { () throws(DatabaseError) in
            try session.transaction.nextRequestNumber(of: session.office, year: day.year)
        }
        guard let next else {
            throw .refused([
                Finding(.valueForm, field: "subject", "\(day.year)年没有可用的登记号。", remedy: "请核对日期，并自行填写登记号。")
            ])
        }
        return next
    }

    private static func supply(_ fields: ActFields) throws(Refusal) -> SupplyForm? {
        let medium: SupplyForm.Medium? = try fields.optionalChoice("medium")
        let delivery: SupplyForm.Delivery? = try fields.optionalChoice("delivery")
        guard let medium else { return delivery.map { SupplyForm(.paper, by: $0) } }
        return SupplyForm(medium, by: delivery ?? .inPerson)
    }

    private static func origin(_ fields: ActFields, on day: Day) throws(Refusal) -> RequestOrigin? {
        guard let agency: AgencyReference = try fields.optionalReference("transferred_from") else { return nil }
        return RequestOrigin(
            .transferred, of: try fields.get("transferred_number").requestNumber(), at: agency, on: day)
    }

    /// Names what the same applicant asked before and got answered.
    private static func remark(_ request: InformationRequest, _ session: ActSession) throws(ActStop) {
        let answered = try session.answered(of: request.registration.applicant)
        for earlier in request.earlierAnswers(among: answered).prefix(3) {
            session.remark(
                Finding(
                    .requestRepeated, .warning, field: "matter",
                    "同一申请人曾申请相同内容（登记号 \(earlier.number)，\(earlier.answered) 已答复）。",
                    article: .regulation(36), remedy: "属于重复申请的，可以告知不予重复处理。"))
        }
    }
}

extension ActSession {
    /// What an applicant asked of the office before and got answered.
    func answered(of applicant: PersonReference) throws(ActStop) -> [AnsweredRequest] {
        let numbers = try stored { () throws(DatabaseError) in
            try transaction.requests(ofAllMarkedAs: applicant, office: office)
        }
        var answered: [AnsweredRequest] = []
        for number in numbers.suffix(Self.lookedBack) {
            if let answer = try state(Subject(number))?.answer { answered.append(answer) }
        }
        return answered
    }

    /// How many of an applicant's latest applications are looked at for a repetition.
    private static let lookedBack = 200
}

extension Finding.Code {
    /// The same applicant asked the same before.
    public static let requestRepeated = Self("request.repeated")
}
