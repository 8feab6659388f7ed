internal import Database
internal import Disclosure
internal import Ledger

/// The acts on the standard catalogue of an office, and on categories of which it has nothing. Source: 条例 Art 20-22.
enum CatalogueActs {
    static let all: [ActDefinition] = matters + categories

    private static let day = ActField.needed("day", .day, "日期")
    private static let reasons = ActField.needed("reasons", .text, "理由")
    private static let carriers = ActFieldKind.list(
        .one(of: CatalogueCarrier.self), 1...CatalogueCarrier.allCases.count)

    private static let matterFields: [ActField] = [
        .optional("field", .text, "领域"), .optional("group", .text, "一级事项"), .needed("name", .text, "公开事项"),
        .needed("content", .text, "公开内容（要素）"), .needed("basis", .text, "公开依据"),
        .needed("time_limit", .text, "公开时限"), .needed("publisher", .text, "公开主体"),
        .needed("carriers", carriers, "公开渠道和载体（必选）"), .optional("further_carriers", carriers, "公开渠道和载体（可选）"),
        .optional("audience", .text, "特定群体；面向全社会的不填"),
        .optional("attribute", .one(of: DisclosureAttribute.self), "公开方式，默认主动公开"),
        .optional("level", .text, "公开层级"), .optional("category", .one(of: ProactiveCategory.self), "所属法定类别"),
    ]

    private static func content(_ fields: ActFields) throws(Refusal) -> MatterContent {
        func list(_ name: String) throws(Refusal) -> [CatalogueCarrier] {
            var carriers: [CatalogueCarrier] = []
            for value in fields.values(name) { carriers.append(try value.choice(CatalogueCarrier.self)) }
            return carriers
        }
        return MatterContent(
            try fields.text("name"), try fields.text("content"), basis: try fields.text("basis"),
            timeLimit: try fields.text("time_limit"), publisher: try fields.text("publisher"),
            on: try list("carriers"), besides: fields.has("further_carriers") ? try list("further_carriers") : nil,
            field: try fields.optionalText("field"), group: try fields.optionalText("group"),
            audience: try fields.optionalText("audience"),
            attribute: try fields.optionalChoice("attribute") ?? .proactive, level: try fields.optionalText("level"),
            category: try fields.optionalChoice("category"))
    }

    private static let matters: [ActDefinition] = [
        ActDefinition("matter.list", "登记公开事项", .regulation(22), on: .matter, [day] + matterFields) {
            (fields, session) throws(ActStop) in
            let subject = try session.named(MatterAct.self)
            let command = try refusable { () throws(Refusal) in
                ListMatter(
                    try Reference(parsing: subject.name, field: "subject"), try content(fields), on: try fields.day(),
                    by: session.officer)
            }
            try session.run(command, on: subject)
        },
        .simple("matter.remove", "取消公开事项", .regulation(22), [day, reasons]) {
            (fields, session) throws(Refusal) in
            RemoveMatter(on: try fields.day(), reasons: try fields.text("reasons"), by: session.officer)
        },
    ]

    private static let categories: [ActDefinition] = [
        ActDefinition("category.confirm_empty", "确认无此类信息", .regulation(20), on: .category, [day, reasons]) {
            (fields, session) throws(ActStop) in
            let category = try named(session)
            let published = try stored { () throws(DatabaseError) in
                try session.transaction.published(category, of: session.office)
            }
            let command = try refusable { () throws(Refusal) in
                ConfirmEmptyCategory(
                    category, published: published, on: try fields.day(), reasons: try fields.text("reasons"),
                    by: session.officer)
            }
            try session.run(command, on: Subject(category))
        },
        ActDefinition("category.end_confirmation", "取消无此类信息的确认", .regulation(20), on: .category, [day, reasons]) {
            (fields, session) throws(ActStop) in
            let command = try refusable { () throws(Refusal) in
                EndConfirmation(on: try fields.day(), reasons: try fields.text("reasons"), by: session.officer)
            }
            try session.run(command, on: Subject(try named(session)))
        },
    ]

    /// The category that the subject names.
    private static func named(_ session: ActSession) throws(ActStop) -> ProactiveCategory {
        guard let name = session.subjectName else { throw .refused([ActSession.noSubject]) }
        guard let category = ProactiveCategory(rawValue: name) else {
            let names = ProactiveCategory.allCases.map { "\($0.rawValue)（\($0.chineseName)）" }
            throw .refused([
                Finding(
                    .valueForm, field: "subject", "没有类别“\(name.prefix(40))”。", article: .regulation(20),
                    remedy: "可用的类别：\(names.joined(separator: "、"))。")
            ])
        }
        return category
    }
}

extension ActSession {
    /// The matter that an item names stands in the catalogue of the office.
    func checkMatter(of content: ItemContent) throws(ActStop) {
        guard let matter = content.matter else { return }
        guard try state(Subject<MatterAct>(matter))?.isListed == true else {
            throw .refused([
                Finding(
                    .matterNotListed, field: "matter", "本机关的公开目录中没有事项 \(matter)。", article: .regulation(22),
                    remedy: "请核对事项编码，或者先登记该公开事项。")
            ])
        }
    }
}
