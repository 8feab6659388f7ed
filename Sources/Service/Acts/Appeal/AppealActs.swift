internal import CivilTime
public import Disclosure
internal import Ledger

/// The acts on cases of review and litigation.
enum AppealActs {
    static let all: [ActDefinition] = [register] + course

    private static let day = ActField.needed("day", .day, "日期")

    static func unknown(_ reference: AppealReference, field: String) -> Finding {
        Finding(
            .appealNotRegistered, field: field, "没有编号为 \(reference) 的复议或者诉讼案件。", article: .regulation(51),
            remedy: "请先登记案件。")
    }

    private static let register = ActDefinition(
        "appeal.register", AppealVerb.register.chineseText, AppealVerb.register.article, on: .appeal,
        [
            .needed("day", .day, "收到申请书或者起诉状副本的日期"), .needed("route", .one(of: AppealRoute.self), "类型"),
            .needed("contested", .one(of: ContestedAct.Kind.self), "争议的行为"),
            .optional("request", .requestNumber, "涉及的申请；争议答复的必填"),
            .needed("claimant", .person, "复议申请人或者原告"), .needed("body", .text, "复议机关或者法院及案号"),
            .optional("lodged", .day, "提出的日期"), .optional("simple", .flag, "复议简易程序"),
            .optional("review", .reference, "先行的复议案件"),
        ]
    ) { (fields, session) throws(ActStop) in
        let subject = try session.named(AppealAct.self)
        let day = try refusable { () throws(Refusal) in try fields.day() }
        let contested = try contested(fields, session)
        var review: Appeal?
        let reference: AppealReference? = try refusable { () throws(Refusal) in
            try fields.optionalReference("review")
        }
        if let reference {
            review = try session.state(Subject<AppealAct>(reference))
            guard review != nil else { throw .refused([unknown(reference, field: "review")]) }
        }
        let claimant = try session.person(fields, "claimant", on: day)
        let command = try refusable { () throws(Refusal) in
            RegisterAppeal(
                try Reference(parsing: subject.name, field: "subject"), try fields.choice("route"), against: contested,
                by: claimant, before: try fields.text("body"), copyReceived: day,
                lodged: try fields.optionalDay("lodged"), isSimple: try fields.flag("simple"), after: review)
        }
        try session.run(command, on: subject)
    }

    /// What the case is about; an answer is taken from the application itself.
    private static func contested(_ fields: ActFields, _ session: ActSession) throws(ActStop) -> ContestedAct {
        let kind = try refusable { () throws(Refusal) in try fields.choice("contested", ContestedAct.Kind.self) }
        let number = try refusable { () throws(Refusal) in try fields.find("request")?.requestNumber() }
        guard let number else {
            guard kind != .answer else {
                throw .refused([
                    Finding(
                        .valueMissing, field: "request", "争议的是答复，没有填写涉及的申请。", article: .regulation(51),
                        remedy: "请填写申请的登记号。")
                ])
            }
            return ContestedAct(kind, request: nil)
        }
        guard let request = try session.state(Subject(number)) else {
            throw .refused([.unknownRequest(number, field: "request")])
        }
        guard kind == .answer else { return ContestedAct(kind, request: number) }
        guard let answer = ContestedAct(answerOf: request) else {
            throw .refused([
                Finding(
                    .appealNoAnswer, field: "request", "申请 \(number) 还没有送达的答复。", article: .regulation(51),
                    remedy: "请先登记答复和送达；争议逾期未答复的，请选择 silence。")
            ])
        }
        return answer
    }

    private static func appeal<Done: AppealCommand>(
        _ fields: [ActField], _ make: @escaping @Sendable (ActFields, ActSession) throws(Refusal) -> Done
    ) -> ActDefinition {
        .simple("appeal.\(Done.verb.rawValue)", Done.verb.chineseText, Done.verb.article, fields, make)
    }

    private static let course: [ActDefinition] = [
        appeal([day, .needed("letter", .text, "答复书或者答辩状的文号")]) { (fields, _) throws(Refusal) in
            ReplyToAppeal(on: try fields.day(), letter: try fields.text("letter"))
        },
        appeal([day, .optional("days", .number(1...ExtendReview.limit), "延长的日数，默认 30")]) {
            (fields, _) throws(Refusal) in
            ExtendReview(
                on: try fields.day(),
                by: try fields.optionalNumber("days", 1...ExtendReview.limit) ?? ExtendReview.limit)
        },
        appeal([
            day, .needed("outcome", .one(of: AppealOutcome.self), "处理结果"), .needed("ruling", .text, "决定书或者裁判文书的文号"),
            .optional("must_answer", .flag, "责令重新答复"), .optional("ordered", .day, "确定的答复期限"),
        ]) { (fields, _) throws(Refusal) in
            ConcludeAppeal(
                try fields.choice("outcome"), received: try fields.day(), ruling: try fields.text("ruling"),
                mustAnswer: try fields.flag("must_answer"), ordered: try fields.optionalDay("ordered"))
        },
        appeal([day, .needed("court", .text, "上诉法院及案号")]) { (fields, _) throws(Refusal) in
            OpenSecondInstance(on: try fields.day(), before: try fields.text("court"))
        },
    ]
}

extension Finding.Code {
    /// The application has no served answer to contest.
    public static let appealNoAnswer = Self("appeal.no_answer")
}
