internal import CivilTime
internal import Disclosure
internal import Ledger

/// The acts on items and on batches for the two halls.
enum ItemActs {
    static let all: [ActDefinition] = drafting + review + publishing + handovers

    private static let day = ActField.needed("day", .day, "日期")
    private static let reasons = ActField.needed("reasons", .text, "理由")

    /// What an item says.
    static let contentFields: [ActField] = [
        .needed("title", .text, "标题"), .needed("body", .paper, "正文和附件"),
        .needed("formed", .day, "信息形成或者变更的日期"),
        .optional("category", .one(of: ProactiveCategory.self), "类别，主动公开的必填"),
        .optional("attribute", .one(of: DisclosureAttribute.self), "公开属性，默认主动公开"),
        .optional("ground", .one(of: WithholdingGround.self), "不予公开的情形"),
        .optional("reasons", .text, "不主动公开的理由"), .optional("document_number", .text, "文号"),
        .optional("time_limit", .number(1...250), "另有规定的公开期限（工作日）"),
        .optional("document_date", .day, "成文日期，与信息形成的日期不同时填写"),
        .optional("publisher", .text, "发布机构，默认为本机关"), .optional("topic", .text, "主题分类"),
        .optional("keywords", .list(.text, 1...20), "关键词"), .optional("class", .text, "本机关自设的类别"),
        .optional("matter", .reference, "所属公开事项的编码"),
    ]

    static func content(_ fields: ActFields) throws(Refusal) -> ItemContent {
        var keywords: [Statement]?
        for value in fields.values("keywords") { keywords = (keywords ?? []) + [try value.statement()] }
        var content = ItemContent(
            try fields.text("title"), body: try fields.reference("body"), formed: try fields.day("formed"),
            category: try fields.optionalChoice("category"),
            attribute: try fields.optionalChoice("attribute") ?? .proactive,
            ground: try fields.optionalChoice("ground"), reasons: try fields.optionalText("reasons"),
            documentNumber: try fields.optionalText("document_number"),
            timeLimit: try fields.optionalNumber("time_limit", 1...250).flatMap { WorkingDays($0) },
            documentDate: try fields.optionalDay("document_date"), publisher: try fields.optionalText("publisher"),
            topic: try fields.optionalText("topic"), keywords: keywords)
        content.itemClass = try fields.optionalText("class")
        content.matter = try fields.optionalReference("matter")
        return content
    }

    private static func item<Done: ItemCommand>(
        _ fields: [ActField], _ make: @escaping @Sendable (ActFields, ActSession) throws(Refusal) -> Done
    ) -> ActDefinition {
        .simple("item.\(Done.verb.rawValue)", Done.verb.chineseText, Done.verb.article, fields, make)
    }

    private static let drafting: [ActDefinition] = [
        ActDefinition(
            "item.draft", ItemVerb.draft.chineseText, ItemVerb.draft.article, on: .item, [day] + contentFields
        ) { (fields, session) throws(ActStop) in
            let subject = try session.named(ItemAct.self)
            let command = try refusable { () throws(Refusal) in
                DraftItem(
                    try Reference(parsing: subject.name, field: "subject"), try content(fields), by: session.officer,
                    on: try fields.day())
            }
            try session.checkMatter(of: command.content)
            try session.run(command, on: subject)
        },
        ActDefinition(
            "item.amend", ItemVerb.amend.chineseText, ItemVerb.amend.article, on: .item, [day] + contentFields
        ) { (fields, session) throws(ActStop) in
            let command = try refusable { () throws(Refusal) in
                AmendItem(try content(fields), by: session.officer, on: try fields.day())
            }
            try session.checkMatter(of: command.content)
            try session.run(command, on: try session.named(ItemAct.self))
        },
        item([day, .needed("secrecy", .text, "保密审查意见")]) { (fields, session) throws(Refusal) in
            SubmitItem(by: session.officer, secrecy: try fields.text("secrecy"), on: try fields.day())
        },
    ]

    private static let review: [ActDefinition] = [
        reviewing(.approve, [day]) { (fields, session) throws(Refusal) in
            ApproveItem(
                session.approval(
                    as: session.actor.role == .reviewer ? .reviewer : .supervisingLeader, on: try fields.day()))
        },
        reviewing(.giveBack, [day, reasons]) { (fields, session) throws(Refusal) in
            ReturnItem(by: session.officer, reasons: try fields.text("reasons"), on: try fields.day())
        },
    ]

    /// An act of review, which the authors and the handler of the version cannot do.
    private static func reviewing<Done: ItemCommand>(
        _ verb: ItemVerb, _ fields: [ActField],
        _ make: @escaping @Sendable (ActFields, ActSession) throws(Refusal) -> Done
    ) -> ActDefinition {
        ActDefinition("item.\(verb.rawValue)", verb.chineseText, verb.article, on: .item, fields) {
            (fields, session) throws(ActStop) in
            let subject = try session.named(ItemAct.self)
            if let item = try session.state(subject), verb.obstacle(for: item) == nil {
                try session.require(preparedBy: item.authors.union(item.submission.map { [$0.handler] } ?? []))
            }
            try session.run(try refusable { () throws(Refusal) in try make(fields, session) }, on: subject)
        }
    }

    private static let publishing: [ActDefinition] = [
        PublishInformation.definition,
        item([day, .needed("reasons", .text, "撤回理由；会向公众公布，不要写入个人信息和内部事项")]) {
            (fields, _) throws(Refusal) in
            WithdrawItem(on: try fields.day(), reasons: try fields.text("reasons"))
        },
        item([day, .needed("validity", .one(of: ItemValidity.self), "有效性"), reasons]) { (fields, _) throws(Refusal) in
            ChangeValidity(
                to: try fields.choice("validity"), on: try fields.day(), reasons: try fields.text("reasons"))
        },
        item([
            day, .needed("outcome", .one(of: Assessment.Outcome.self), "评估结果"), reasons,
        ]) { (fields, session) throws(Refusal) in
            ReassessItem(
                try fields.choice("outcome"), on: try fields.day(), by: session.officer,
                reasons: try fields.text("reasons"))
        },
    ]

    private static let handovers: [ActDefinition] = [
        ActDefinition(
            "handover.prepare", "登记移交", .regulation(25), on: .handover,
            [day, .optional("items", .list(.reference, 1...10_000), "移交的信息；没有的不填（零报告）")]
        ) { (fields, session) throws(ActStop) in
            guard let number = session.subjectName.flatMap({ HandoverNumber($0) }) else {
                throw .refused([ActSession.noHandoverNumber])
            }
            var items: [InformationItem] = []
            for value in fields.values("items") {
                let reference: ItemReference = try refusable { () throws(Refusal) in try value.reference() }
                guard let item = try session.state(Subject<ItemAct>(reference)) else {
                    throw .refused([
                        Finding(
                            .itemNotDrafted, field: value.field, "没有编号为 \(reference) 的信息。",
                            article: .regulation(25), remedy: "请核对编号。")
                    ])
                }
                items.append(item)
            }
            let earlier = try session.handedOver(items)
            let command = try refusable { () throws(Refusal) in
                PrepareHandover(number, of: items, after: earlier, by: session.officer, on: try fields.day())
            }
            try session.run(command, on: Subject(number))
        },
        .simple(
            "handover.receive", "登记签收", .regulation(25),
            [
                day, .needed("hall", .one(of: ReceivingHall.self), "接收单位"), .needed("proof", .text, "交接文据或者签收凭证"),
            ]
        ) { (fields, _) throws(Refusal) in
            RecordHandoverReceipt(
                of: try fields.choice("hall"), on: try fields.day(), proof: try fields.text("proof"))
        },
    ]
}

extension ActSession {
    static let noHandoverNumber = Finding(
        .valueForm, field: "subject", "没有写明交接文据编号，或者格式不对。", article: .regulation(25),
        remedy: "应为\(ActFieldKind.handoverNumber.chineseForm)。")
}
