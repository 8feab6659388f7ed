internal import Disclosure
internal import Ledger

/// The act by which an office writes or revises its guide. Source: 条例 Art 12.
enum GuideActs {
    static let all: [ActDefinition] = [
        ActDefinition("guide.revise", "登记公开指南", .regulation(12), on: .guide, fields) {
            (fields, session) throws(ActStop) in
            let command = try refusable { () throws(Refusal) in
                ReviseGuide(try content(fields), on: try fields.day(), by: session.officer)
            }
            try session.run(command, on: .guide)
        }
    ]

    private static let fields: [ActField] = [
        .needed("day", .day, "起用日期"), .needed("classification", .text, "信息的分类"),
        .needed("arrangement", .text, "编排体系"),
        .needed("ways", .list(.text, 1...GuideContent.wayLimit), "获取方式，逐项填写"),
        .needed("unit", .object(unitFields), "政府信息公开工作机构"),
        .needed("channels", .list(.object(channelFields), 1...RequestChannel.allCases.count), "受理申请的渠道"),
        .optional("complaints", .object(complaintFields), "投诉举报受理单位"),
        .optional("remedies", .text, "救济途径的补充说明"),
    ]

    private static let unitFields: [ActField] = [
        .needed("name", .text, "名称"), .needed("address", .text, "办公地址"), .optional("postcode", .text, "邮政编码"),
        .needed("hours", .text, "办公时间"), .needed("telephone", .text, "联系电话"), .optional("fax", .text, "传真号码"),
        .optional("email", .text, "电子邮箱，与网址至少填一项"), .optional("website", .text, "网址"),
    ]

    private static let channelFields: [ActField] = [
        .needed("channel", .one(of: RequestChannel.self), "渠道"), .needed("conditions", .text, "地点、地址和条件"),
    ]

    private static let complaintFields: [ActField] = [
        .needed("name", .text, "名称"), .optional("address", .text, "地址"), .needed("telephone", .text, "电话"),
        .optional("email", .text, "电子邮箱"),
    ]

    private static func content(_ fields: ActFields) throws(Refusal) -> GuideContent {
        var ways: [Statement] = []
        for value in fields.values("ways") { ways.append(try value.statement()) }
        var channels: [AnnouncedChannel] = []
        for one in fields.objects("channels") {
            channels.append(AnnouncedChannel(try one.choice("channel"), try one.text("conditions")))
        }
        return GuideContent(
            try fields.text("classification"), arrangement: try fields.text("arrangement"), ways: ways,
            unit: try unit(fields), channels: channels, complaints: try complaints(fields),
            remedies: try fields.optionalText("remedies"))
    }

    private static func unit(_ fields: ActFields) throws(Refusal) -> DisclosureUnit {
        guard let unit = fields.optionalObject("unit") else { throw Refusal(missing("unit")) }
        return DisclosureUnit(
            try unit.text("name"), at: try unit.text("address"), postcode: try unit.optionalContact("postcode"),
            hours: try unit.text("hours"), telephone: try unit.contact("telephone"),
            fax: try unit.optionalContact("fax"), email: try unit.optionalContact("email"),
            website: try unit.optionalContact("website"))
    }

    private static func complaints(_ fields: ActFields) throws(Refusal) -> ComplaintContact? {
        guard let one = fields.optionalObject("complaints") else { return nil }
        return ComplaintContact(
            try one.text("name"), telephone: try one.contact("telephone"), at: try one.optionalText("address"),
            email: try one.optionalContact("email"))
    }

    private static func missing(_ field: String) -> Finding {
        Finding(.valueMissing, field: field, "没有填写“\(field)”。", remedy: "请填写后再提交。")
    }
}

extension ActFields {
    /// A telephone number, a post code, an address on the net.
    func contact<Value: ContactText>(_ name: String) throws(Refusal) -> Value {
        let value = try get(name)
        return try Value(parsing: try value.statement().text, field: value.field)
    }
    func optionalContact<Value: ContactText>(_ name: String) throws(Refusal) -> Value? {
        try has(name) ? contact(name) : nil
    }
}
