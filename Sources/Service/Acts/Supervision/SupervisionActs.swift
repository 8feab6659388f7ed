internal import CivilTime
internal import Disclosure
internal import Ledger

/// The acts on what belongs to supervision: inquiries, complaints, trainings and the like, and leading groups over time.
enum SupervisionActs {
    static let all: [ActDefinition] = recording + course + groups

    private static let day = ActField.needed("day", .day, "日期，或者汇总期间的最后一日")
    private static let since = ActField.optional("since", .day, "汇总期间的第一日")
    private static let reasons = ActField.needed("reasons", .text, "理由")

    /// The fields of a matter by its kind, with how they are read.
    private static func fields(of kind: SupervisionKind) -> [ActField] {
        switch kind {
        case .inquiry:
            [
                .needed("way", .one(of: ContactWay.self), "咨询方式"), .needed("persons", count, "人次"),
                .optional("topic", .text, "内容"),
            ]
        case .complaint:
            [
                .needed("form", .one(of: Complaint.Form.self), "种类"), .needed("way", .one(of: ContactWay.self), "方式"),
                .needed("about", .one(of: Complaint.Subject.self), "事由"), .needed("content", .text, "内容"),
                .optional("claimant", .person, "投诉人、举报人"), .optional("passed_on_by", .text, "转来的机关"),
            ]
        case .appraisal:
            [
                .needed("manner", .text, "方式"), .needed("participants", count, "参加人数"),
                .optional("content", count, "满意人数"), .needed("outcome", .text, "结果"),
            ]
        case .training:
            [
                .needed("title", .text, "名称"), .needed("participants", count, "参加人次"),
                .optional("own", .flag, "本机关举办，默认是"),
            ]
        case .assessment:
            [
                .needed("year", .number(2_008...2_199), "考核年度"),
                .needed("scope", .one(of: WorkAssessment.Scope.self), "范围"),
                .needed("assessed", count, "考核对象数"), .optional("passed", count, "合格数"),
                .needed("outcome", .text, "结果"),
            ]
        case .accountability:
            [
                .needed("measure", .one(of: Accountability.Measure.self), "方式"), .needed("persons", count, "人数"),
                .needed("reasons", .text, "事由"),
            ]
        case .interaction:
            [
                .needed("form", .one(of: Interaction.Form.self), "形式"), .needed("title", .text, "主题"),
                .optional("led", .flag, "负责人参加"), .optional("item", .reference, "公开有关情况的信息"),
            ]
        }
    }

    private static let count = ActFieldKind.number(0...Headcount.limit)

    private static func matter(
        _ kind: SupervisionKind, _ fields: ActFields, _ session: ActSession, on day: Day
    ) throws(ActStop) -> any SupervisionContent {
        var claimant: PersonReference?
        if kind == .complaint, fields.has("claimant") { claimant = try session.person(fields, "claimant", on: day) }
        return try refusable { () throws(Refusal) -> any SupervisionContent in
            switch kind {
            case .inquiry:
                Inquiry(
                    by: try fields.choice("way"), persons: try fields.count("persons"),
                    about: try fields.optionalText("topic"))
            case .complaint:
                Complaint(
                    try fields.choice("form"), by: try fields.choice("way"), about: try fields.choice("about"),
                    try fields.text("content"), claimant: claimant,
                    passedOnBy: try fields.optionalText("passed_on_by"))
            case .appraisal:
                Appraisal(
                    try fields.text("manner"), participants: try fields.count("participants"),
                    content: try fields.optionalCount("content"), outcome: try fields.text("outcome"))
            case .training:
                Training(
                    try fields.text("title"), participants: try fields.count("participants"),
                    isOwn: try fields.flag("own", default: true))
            case .assessment:
                WorkAssessment(
                    of: try fields.number("year", 2_008...2_199), try fields.choice("scope"),
                    assessed: try fields.count("assessed"), passed: try fields.optionalCount("passed"),
                    outcome: try fields.text("outcome"))
            case .accountability:
                Accountability(
                    try fields.choice("measure"), persons: try fields.count("persons"),
                    reasons: try fields.text("reasons"))
            case .interaction:
                Interaction(
                    try fields.choice("form"), about: try fields.text("title"), isLed: try fields.flag("led"),
                    item: try fields.optionalReference("item"))
            }
        }
    }

    private static let recording: [ActDefinition] = SupervisionKind.allCases.map { kind in
        ActDefinition(
            "supervision.record_\(kind.rawValue)", "登记\(kind.chineseText)", kind.article, on: .supervision,
            [day, since] + fields(of: kind)
        ) { (fields, session) throws(ActStop) in
            let day = try refusable { () throws(Refusal) in try fields.day() }
            let content = try matter(kind, fields, session, on: day)
            try record(content, fields, session, on: day)
        }
    }

    private static func record<Content: SupervisionContent>(
        _ content: Content, _ fields: ActFields, _ session: ActSession, on day: Day
    ) throws(ActStop) {
        let subject = try session.named(SupervisionAct.self)
        let command = try refusable { () throws(Refusal) in
            RecordSupervision(
                try Reference(parsing: subject.name, field: "subject"), content, on: day,
                since: try fields.optionalDay("since"), by: session.officer)
        }
        try session.run(command, on: subject)
    }

    private static let course: [ActDefinition] =
        [
            .simple(
                "supervision.answer", "登记投诉举报办理结果", SupervisionVerb.answer.article,
                [
                    day, .needed("outcome", .one(of: ComplaintAnswer.Outcome.self), "认定"),
                    .needed("reply", .text, "处理和答复情况"),
                ]
            ) { (fields, session) throws(Refusal) in
                AnswerComplaint(
                    try fields.choice("outcome"), on: try fields.day(), reply: try fields.text("reply"),
                    by: session.officer)
            },
            .simple(
                "supervision.strike", "作废监督保障登记", SupervisionVerb.strike.article, [day, reasons]
            ) { (fields, session) throws(Refusal) in
                StrikeSupervision(on: try fields.day(), reasons: try fields.text("reasons"), by: session.officer)
            },
        ] + SupervisionKind.allCases.map(correction)

    private static func correction(_ kind: SupervisionKind) -> ActDefinition {
        ActDefinition(
            "supervision.correct_\(kind.rawValue)", "更正\(kind.chineseText)登记", kind.article, on: .supervision,
            [day, .needed("because", .text, "更正的理由")] + fields(of: kind)
        ) { (fields, session) throws(ActStop) in
            let day = try refusable { () throws(Refusal) in try fields.day() }
            let content = try matter(kind, fields, session, on: day)
            let command = try refusable { () throws(Refusal) in
                CorrectSupervision(
                    to: content.matter, on: day, reasons: try fields.text("because"), by: session.officer)
            }
            try session.run(command, on: try session.named(SupervisionAct.self))
        }
    }

    private static let memberFields: [ActField] = [
        .needed("officer", .reference, "人员"), .needed("part", .one(of: GroupMember.Part.self), "职责"),
        .needed("post", .text, "职务"),
    ]
    private static let basis = ActField.needed("basis", .text, "依据文件")

    private static func members(_ name: String, _ fields: ActFields) throws(Refusal) -> [GroupMember] {
        var members: [GroupMember] = []
        for member in fields.objects(name) {
            members.append(
                GroupMember(
                    try member.reference("officer"), as: try member.choice("part"), post: try member.text("post")))
        }
        return members
    }

    private static let groups: [ActDefinition] = [
        ActDefinition(
            "group.form", "成立领导小组", .regulation(4), on: .group,
            [
                day, .needed("name", .text, "名称"), .needed("kind", .one(of: LeadingGroupKind.self), "种类"),
                .needed("members", .list(.object(memberFields), 1...200), "成员"), .optional("basis", .text, "依据文件"),
            ]
        ) { (fields, session) throws(ActStop) in
            let subject = try session.named(LeadingGroupAct.self)
            let command = try refusable { () throws(Refusal) in
                FormGroup(
                    try Reference(parsing: subject.name, field: "subject"), try fields.text("name"),
                    for: try fields.choice("kind"), of: try members("members", fields), on: try fields.day(),
                    basis: try fields.optionalText("basis"))
            }
            try session.run(command, on: subject)
        },
        .simple(
            "group.change", "调整领导小组成员", .regulation(4),
            [
                day, .optional("leaving", .list(.reference, 1...200), "调出的人员"),
                .optional("joining", .list(.object(memberFields), 1...200), "调入的成员"), basis,
            ]
        ) { (fields, _) throws(Refusal) in
            var leaving: [OfficerReference] = []
            for value in fields.values("leaving") { leaving.append(try value.reference()) }
            return ChangeGroup(
                leaving: leaving, joining: try members("joining", fields), on: try fields.day(),
                basis: try fields.text("basis"))
        },
        .simple("group.rename", "领导小组更名", .regulation(4), [day, .needed("name", .text, "新的名称"), basis]) {
            (fields, _) throws(Refusal) in
            RenameGroup(to: try fields.text("name"), on: try fields.day(), basis: try fields.text("basis"))
        },
        .simple("group.dissolve", "撤销领导小组", .regulation(4), [day, basis]) { (fields, _) throws(Refusal) in
            DissolveGroup(on: try fields.day(), basis: try fields.text("basis"))
        },
    ]
}
