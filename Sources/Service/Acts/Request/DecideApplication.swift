internal import CanonicalJSON
internal import CivilTime
internal import Disclosure
internal import Ledger

/// Answers an application. A refusal or a partial disclosure is done by the leader who agrees to it, and names who
/// drafted it; everything else by the officer.
enum DecideApplication {
    static let definition: ActDefinition = .request(
        .decide,
        [
            .needed("day", .day, "答复日期"), .needed("leaf", .one(of: ResultLeaf.self), "办理结果"),
            .optional("drafter", .reference, "拟稿人，默认为办理人；须批准的必填"),
            .optional("approver_role", .one(of: OfficeRole.self), "批准人的职务，默认分管领导"),
        ] + particulars, alsoAs: [PolicyAct.decideWithApproval], perform)

    @Sendable
    private static func perform(_ fields: ActFields, _ session: ActSession, _ number: RequestNumber) throws(ActStop) {
        let leaf = try refusable { () throws(Refusal) in try fields.choice("leaf", ResultLeaf.self) }
        let drafter: OfficerReference? = try refusable { () throws(Refusal) in
            try fields.optionalReference("drafter")
        }
        var approval: Approval?
        let needsApproval = Decide.needsApproval(leaf)
        if needsApproval {
            try session.require(PolicyAct.decideWithApproval, preparedBy: drafter.map { [$0] } ?? [])
            guard drafter != nil else {
                throw .refused([
                    Finding(
                        .valueMissing, field: "drafter", "没有填写拟稿人。", article: .regulation(45),
                        remedy: "不予公开、部分公开由分管领导批准，请填写拟稿的经办人。")
                ])
            }
            approval = try refusable { () throws(Refusal) -> Approval in
                let role = try fields.optionalChoice("approver_role", OfficeRole.self) ?? .supervisingLeader
                return session.approval(as: role, on: try fields.day())
            }
        } else {
            try session.require("request.decide")
        }
        let stated = try refusable { () throws(Refusal) in try particulars(of: fields) }
        guard let request = try session.state(Subject(number)) else { throw .refused([.unknownRequest(number)]) }
        let answered = try session.answered(of: request.registration.applicant)
        let command = try refusable { () throws(Refusal) in
            Decide(
                leaf, on: try fields.day(), stating: stated, drafter: drafter ?? session.officer, approval: approval,
                answered: answered)
        }
        try session.run(command, on: Subject(number))
    }

    /// The fields of what a decision states, by the names under which the ledger keeps them.
    private static let particulars: [ActField] = [
        .optional("mode", .one(of: DisclosureMode.self), Particular.mode.chineseText),
        .optional("access", .text, Particular.access.chineseText),
        .optional("given", .text, Particular.given.chineseText),
        .optional(
            "withheld",
            .list(
                .object([
                    .needed("part", .text, "不予公开的部分"), .needed("ground", .one(of: WithholdingGround.self), "情形"),
                    .needed("reasons", .text, "理由"),
                ]), 1...100), Particular.withheld.chineseText),
        .optional("reasons", .text, Particular.reasons.chineseText),
        .optional(
            "legal_basis",
            .object([.needed("rank", .one(of: LegalRank.self), "位阶"), .needed("provision", .text, "名称和条款")]),
            Particular.legalBasis.chineseText),
        .optional("risk", .one(of: SecurityRisk.self), Particular.risk.chineseText),
        .optional("interest", .one(of: ThirdPartyInterest.self), Particular.interest.chineseText),
        .optional("consultation", .number(1...999), Particular.consultation.chineseText),
        .optional("public_interest", .text, Particular.publicInterest.chineseText),
        .optional("overriding_reasons", .text, Particular.overridingReasons.chineseText),
        .optional("internal_kind", .one(of: InternalAffairsKind.self), Particular.internalKind.chineseText),
        .optional("deliberative_kind", .one(of: DeliberativeKind.self), Particular.deliberativeKind.chineseText),
        .optional("proviso_examined", .flag, Particular.proviso.chineseText),
        .optional("case_file", .text, Particular.caseFile.chineseText),
        .optional("not_held_ground", .one(of: NotHeldGround.self), Particular.notHeldGround.chineseText),
        .optional(
            "search",
            .object([
                .needed("places", .text, "检索范围"), .needed("terms", .text, "检索词"), .needed("day", .day, "检索日期"),
            ]), Particular.search.chineseText),
        .optional(
            "right_organ",
            .object([
                .optional("name", .text, "机关名称"), .optional("contact", .text, "联系方式"),
                .optional("undetermined", .text, "不能确定的原因"),
            ]), Particular.rightOrgan.chineseText),
        .optional("existing", .text, Particular.existing.chineseText),
        .optional("unclear", .text, Particular.unclear.chineseText),
        .optional(
            "earlier_answer",
            .object([.needed("request", .requestNumber, "登记号"), .needed("answered", .day, "答复日期")]),
            Particular.earlierAnswer.chineseText),
        .optional("files", .list(.sealed(.answer), 1...DecisionParticulars.fileLimit), "提供给申请人的文件"),
    ]

    /// What the decision states. The names of the fields are those of the entry, so that the entry's own decoder reads them.
    private static func particulars(of fields: ActFields) throws(Refusal) -> DecisionParticulars {
        var members: [JSONValue.Member] = []
        for field in particulars {
            guard let value = fields.find(field.name) else { continue }
            let json: JSONValue =
                switch field.kind {
                case .flag: .boolean(try value.flag())
                case .number(let range): .number(String(try value.number(range)))
                default: value.json
                }
            members.append(JSONValue.Member(name: field.name, value: json))
        }
        for (name, standard) in [("withheld", JSONValue.array([])), ("proviso_examined", .boolean(false))]
        where !members.contains(where: { $0.name == name }) {
            members.append(JSONValue.Member(name: name, value: standard))
        }
        do throws(CanonicalDecodingError) {
            return try CanonicalDecoder.decode(DecisionParticulars.self, from: .object(members))
        } catch {
            throw Refusal(Finding(.valueForm, field: error.path, error.message, remedy: "请核对这一项的内容。"))
        }
    }
}
