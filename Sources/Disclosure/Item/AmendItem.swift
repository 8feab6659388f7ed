public import CivilTime

/// Writes a further version, which is reviewed from the beginning; a published version stays on line until the new one
/// is published.
///
/// Example: published 2025-06-20, changed 2025-06-25: again 起草, to be reviewed at all levels. Source: 条例 Art 17, 26.
public struct AmendItem: ItemCommand {
    /// Which command.
    public static let verb = ItemVerb.amend

    /// What it says now.
    public var content: ItemContent
    /// Who changed it.
    public var author: OfficerReference
    /// The day.
    public var day: Day

    /// A change.
    public init(_ content: ItemContent, by author: OfficerReference, on day: Day) {
        self.content = content
        self.author = author
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for no change at all, an attribute without reasons, impossible days.
    public func decide(
        on item: InformationItem?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<ItemAct> {
        let item = try Self.verb.admit(item)
        var examination = ActExamination(today: today)
        examination.content(content, on: day)
        examination.actDay(day, notBefore: item.lastDay, "此前最近一次办理", field: "day", article: Self.verb.article)
        // What was taken back may come again as it was, through a new review.
        examination.need(
            content != item.content || item.stage == .withdrawn,
            else: Finding(
                .itemUnchanged, .error, "内容没有改动。", article: Self.verb.article, remedy: "请修改后再提交。"))
        return try examination.rule([
            ItemEntry(.amended(ItemVersion(author: author, content: content)), on: day)
        ])
    }
}
