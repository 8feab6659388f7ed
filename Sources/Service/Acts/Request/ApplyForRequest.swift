internal import CanonicalJSON
internal import CivilTime
internal import Disclosure
internal import Ledger

/// An application that somebody hands in at the public site: registered on the day it comes, by the internet channel, whose
/// day of receipt is that of the confirmation. Source: 条例 Art 29, 31.
enum ApplyForRequest {
    static let definition = ActDefinition(
        "request.apply", "网上提出申请", .regulation(29), on: .request,
        [
            .needed("applicant", .person, "申请人"),
            .needed("applicant_type", .one(of: ApplicantType.self), "申请人类型"),
            .needed("identity_proof", .reference, "身份证明材料"), .needed("matter", .text, "申请公开的内容"),
            .needed("medium", .one(of: SupplyForm.Medium.self), "获取信息的载体"),
            .needed("delivery", .one(of: SupplyForm.Delivery.self), "获取信息的方式"),
            .optional("agent", .person, "代理人"), .optional("authorisation", .reference, "授权委托书"),
            .optional("attachments", .list(.reference, 1...ApplicantMessage.paperLimit), "其他材料"),
        ], perform)

    @Sendable
    private static func perform(_ fields: ActFields, _ session: ActSession) throws(ActStop) {
        guard session.subjectName == nil else {
            throw .refused([
                Finding(.valueForm, field: "subject", "登记号由系统编排，不能自行填写。", remedy: "请去掉登记号后再提交。")
            ])
        }
        let added: [JSONValue.Member] = [
            .init(name: "day", value: .string(session.today.description)),
            .init(name: "channel", value: .string(RequestChannel.internet.rawValue)),
        ]
        try RegisterRequest.perform(ActFields(.object((fields.object.members ?? []) + added)), session)
        guard fields.has("attachments"), let name = session.subject?.name, let number = RequestNumber(name) else {
            return
        }
        let papers = try refusable { () throws(Refusal) in try fields.papers("attachments") }
        try session.run(ReceiveMessage(on: session.today, nil, papers: papers), on: Subject(number))
    }
}

/// What applicants and the office write to each other after the application, and what applicants think.
enum ApplicantActs {
    static let all: [ActDefinition] = [message, rating, sending, reading]

    private static let message: ActDefinition = .request([
        .needed("day", .day, "日期"), .optional("text", .reference, "来文的编号"),
        .optional("papers", .list(.reference, 1...ApplicantMessage.paperLimit), "所附材料的编号"),
    ]) { (fields, _) throws(Refusal) in
        ReceiveMessage(
            on: try fields.day(), try fields.optionalReference("text"), papers: try fields.papers("papers"))
    }

    private static let sending: ActDefinition = .request([
        .needed("day", .day, "日期"), .optional("text", .sealed(.officeMessage), "消息的文字"),
        .optional("papers", .list(.sealed(.officePaper), 1...ApplicantMessage.paperLimit), "所附的文件"),
    ]) { (fields, _) throws(Refusal) in
        SendMessage(
            on: try fields.day(), try fields.optionalReference("text"), papers: try fields.papers("papers"))
    }

    private static let reading: ActDefinition = .request([.needed("day", .day, "日期")]) {
        (fields, _) throws(Refusal) in ReadMessages(on: try fields.day())
    }

    private static let rating: ActDefinition = .request([
        .needed("day", .day, "日期"), .needed("grade", .one(of: ApplicantRating.Grade.self), "评价"),
        .optional("remark", .reference, "所附意见的编号"),
    ]) { (fields, _) throws(Refusal) in
        RateHandling(
            try fields.choice("grade"), on: try fields.day(), remark: try fields.optionalReference("remark"))
    }
}

extension ActFields {
    /// The names of papers in a list; none when it is left out.
    fileprivate func papers(_ name: String) throws(Refusal) -> [PaperReference] {
        var papers: [PaperReference] = []
        for value in values(name) { papers.append(try value.reference()) }
        return papers
    }
}
