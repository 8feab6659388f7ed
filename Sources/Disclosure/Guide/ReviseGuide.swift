public import CivilTime

/// Writes the guide of an office, or revises it; earlier editions stay readable by their days.
///
/// Example: an edition since 2024-01-02, another since 2025-06-03: on 2025-06-02 the first holds. Source: 条例 Art 12.
public struct ReviseGuide: Command {
    /// What it is done with.
    public typealias Subject = DisclosureGuide

    /// What it says.
    public var content: GuideContent
    /// Who records it.
    public var officer: OfficerReference
    /// The first day on which it holds.
    public var day: Day

    /// A revision.
    public init(_ content: GuideContent, on day: Day, by officer: OfficerReference) {
        self.content = content
        self.day = day
        self.officer = officer
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for no change, no contact on the net, no or too many ways to obtain, a channel twice or one of the
    ///   two that may never be refused left out, an impossible day.
    public func decide(
        on guide: DisclosureGuide?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<GuideAct> {
        var examination = ActExamination(today: today)
        examination.actDay(
            day, notBefore: guide?.latest.since, "现行指南起用", field: "day", article: .regulation(12))
        examination.need(
            content != guide?.latest.content,
            else: Finding(.guideUnchanged, .error, "指南的内容没有改动。", article: .regulation(12), remedy: "无需重新登记。"))
        examination.need(
            (1...GuideContent.wayLimit).contains(content.ways.count),
            else: Finding(
                .guideWays, field: "ways", "获取方式应有 1 至 \(GuideContent.wayLimit) 项。", article: .regulation(12),
                remedy: "请逐项填写获取方式。"))
        examination.need(
            content.unit.email != nil || content.unit.website != nil,
            else: Finding(
                .guideNoContact, field: "unit", "没有互联网联系方式。", article: .regulation(12), remedy: "请填写电子邮箱或者网址。"))
        let channels = content.channels.map(\.channel)
        examination.need(
            Set(channels).count == channels.count,
            else: Finding(
                .guideChannelTwice, field: "channels", "同一受理渠道列了两次。", article: .regulation(28),
                remedy: "请合并为一项，把条件写在一起。"))
        for basic in [RequestChannel.inPerson, .signedPost] where !channels.contains(basic) {
            examination.find(
                Finding(
                    .guideBasicChannel, field: "channels", "受理渠道中没有“\(basic.chineseText)”，这一渠道不得拒绝。",
                    article: .regulation(28), remedy: "请补上“\(basic.chineseText)”的地点或者地址。"))
        }
        let revision = GuideRevision(content: content, officer: officer)
        return try examination.rule([GuideEntry(.revised(revision), on: day)])
    }
}

extension Finding.Code {
    /// Nothing was changed.
    public static let guideUnchanged = Self("guide.unchanged")
    /// No way to obtain information, or too many.
    public static let guideWays = Self("guide.ways")
    /// Neither an e-mail nor a page of the office of disclosure work.
    public static let guideNoContact = Self("guide.no_internet_contact")
    /// A channel stands twice.
    public static let guideChannelTwice = Self("guide.channel_twice")
    /// A channel that may never be refused is missing.
    public static let guideBasicChannel = Self("guide.basic_channel")
}
