public import CivilTime

/// Enters a matter in the standard catalogue of an office, or changes what the catalogue says of it; one that was taken out
/// can be entered again.
///
/// Example: 财政预决算 / 部门预算, published on the website within 20 days of approval. Source: 国办发〔2019〕54号, 条例 Art 22.
public struct ListMatter: Command {
    /// What it is done with.
    public typealias Subject = CatalogueMatter

    /// Its code.
    public var matter: MatterReference
    /// What the catalogue says of it.
    public var content: MatterContent
    /// Who records it.
    public var officer: OfficerReference
    /// The first day on which it holds.
    public var day: Day

    /// A listing.
    public init(_ matter: MatterReference, _ content: MatterContent, on day: Day, by officer: OfficerReference) {
        self.matter = matter
        self.content = content
        self.day = day
        self.officer = officer
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for no change, no carrier or one twice, what is not to be published at all, an impossible day.
    public func decide(
        on matter: CatalogueMatter?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<MatterAct> {
        var examination = ActExamination(today: today)
        examination.actDay(
            day, notBefore: matter?.lastDay, "该事项最近一次调整", field: "day", article: .regulation(22))
        examination.need(
            matter?.isListed != true || matter?.content != content,
            else: Finding(.matterUnchanged, .error, "该事项的内容没有改动。", article: .regulation(22), remedy: "无需重新登记。"))
        let all = content.carriers + (content.furtherCarriers ?? [])
        examination.need(
            !content.carriers.isEmpty && Set(all).count == all.count,
            else: Finding(
                .matterCarriers, field: "carriers", "公开渠道和载体没有必选项，或者同一渠道列了两次。", article: .regulation(23),
                remedy: "请至少列一个必选渠道，必选和可选不要重复。"))
        examination.need(
            content.attribute != .denied,
            else: Finding(
                .matterDenied, field: "attribute", "不予公开的信息不列入公开目录。", article: .regulation(20),
                remedy: "公开方式请填主动公开或者依申请公开。"))
        let listing = MatterListing(matter: self.matter, content: content, officer: officer)
        return try examination.rule([MatterEntry(.listed(listing), on: day)])
    }
}

/// Takes a matter out of the standard catalogue; its items stay on line. Source: 条例 Art 22.
public struct RemoveMatter: Command {
    /// What it is done with.
    public typealias Subject = CatalogueMatter

    /// Why.
    public var reasons: Statement
    /// Who records it.
    public var officer: OfficerReference
    /// The first day without it.
    public var day: Day

    /// A removal.
    public init(on day: Day, reasons: Statement, by officer: OfficerReference) {
        self.day = day
        self.reasons = reasons
        self.officer = officer
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a matter that does not stand in the catalogue, an impossible day.
    public func decide(
        on matter: CatalogueMatter?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<MatterAct> {
        guard let matter, matter.isListed else {
            throw Refusal(
                Finding(
                    .matterNotListed, field: "subject", "目录中没有这一事项。", article: .regulation(22), remedy: "请核对事项编码。"))
        }
        var examination = ActExamination(today: today)
        examination.actDay(
            day, notBefore: matter.since, "该事项最近一次调整", field: "day", article: .regulation(22))
        return try examination.rule([
            MatterEntry(.removed(MatterRemoval(reasons: reasons, officer: officer)), on: day)
        ])
    }
}

extension Finding.Code {
    /// Nothing was changed.
    public static let matterUnchanged = Self("matter.unchanged")
    /// No carrier that is needed, or one twice.
    public static let matterCarriers = Self("matter.carriers")
    /// What is not published is no matter of the catalogue.
    public static let matterDenied = Self("matter.denied")
    /// It does not stand in the catalogue.
    public static let matterNotListed = Self("matter.not_listed")
}
