public import CivilTime

/// Publishes the version that all levels agreed to.
///
/// Example: formed or changed 2025-06-03: in time until 2025-07-01; later is remarked, since late is better than never.
/// Source: 条例 Art 17, 23, 26.
public struct PublishItem: ItemCommand {
    /// Which command.
    public static let verb = ItemVerb.publish

    /// Its number in the catalogue.
    public var index: IndexNumber
    /// Where.
    public var channels: [PublicationChannel]
    /// The day.
    public var day: Day

    /// A publication.
    public init(_ index: IndexNumber, on channels: [PublicationChannel], on day: Day) {
        self.index = index
        self.channels = channels
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for what is not agreed to or not 主动公开, no channel, another index number than before.
    public func decide(
        on item: InformationItem?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<ItemAct> {
        let item = try Self.verb.admit(item)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: item.lastDay, "审定", field: "day", article: Self.verb.article)
        examination.need(
            !channels.isEmpty,
            else: Finding(
                .itemNoChannel, field: "channels", "没有选择公开渠道。", article: .regulation(23), remedy: "请至少选择一种公开渠道。"))
        examination.need(
            item.content.category != nil,
            else: Finding(
                .itemNoCategory, field: "category", "主动公开的信息没有选择类别。", article: .regulation(20),
                remedy: "请修改并选择类别，再送审。"))
        if let first = item.firstPublished, first.publication.index != index {
            examination.find(
                Finding(
                    .itemIndexChanged, field: "index", "该信息的索引号是 \(first.publication.index)，不能改为 \(index)。",
                    article: .regulation(12), remedy: "请沿用原索引号。"))
        }
        let due = item.content.publicationDue(by: calendar)
        // Information that was changed has its own 20 days; a better wording of the same has none.
        if item.isNews && day > due {
            examination.find(
                Finding(
                    .itemPublishedLate, .warning, field: "day", "应在 \(due) 前公开，实际为 \(day)。", article: .regulation(26),
                    remedy: "请尽快公开，并在统计及时率时如实反映。"))
        }
        var seen: Set<PublicationChannel> = []
        let publication = Publication(index: index, channels: channels.filter { seen.insert($0).inserted })
        return try examination.rule([ItemEntry(.published(publication), on: day)])
    }
}
