public import CivilTime

/// Begins an item; its attribute other than 主动公开 needs reasons, 不予公开 a ground besides.
///
/// Example: formed 2025-06-03, drafted 2025-06-05 as 主动公开: to be published until 2025-07-01.
/// Source: 条例 Art 12-16, 19-21.
public struct DraftItem: ItemCommand {
    /// Which command.
    public static let verb = ItemVerb.draft

    /// Its name.
    public var item: ItemReference
    /// What it says.
    public var content: ItemContent
    /// Who writes it.
    public var author: OfficerReference
    /// The day.
    public var day: Day

    /// A draft.
    public init(_ item: ItemReference, _ content: ItemContent, by author: OfficerReference, on day: Day) {
        self.item = item
        self.content = content
        self.author = author
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a name that is taken, an attribute without reasons, impossible days.
    public func decide(
        on item: InformationItem?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<ItemAct> {
        if let obstacle = Self.verb.obstacle(for: item) { throw Refusal(obstacle) }
        var examination = ActExamination(today: today)
        examination.content(content, on: day)
        let draft = ItemDraft(item: self.item, version: ItemVersion(author: author, content: content))
        return try examination.rule([ItemEntry(.drafted(draft), on: day)])
    }
}

extension ActExamination {
    /// A version of an item: reasons by its attribute, and days that can be.
    mutating func content(_ content: ItemContent, on day: Day) {
        actDay(day, notBefore: content.formed, "信息形成", field: "day", article: .regulation(26))
        if content.attribute != .proactive && content.reasons == nil {
            find(
                Finding(
                    .itemNoReasons, field: "reasons", "公开属性为“\(content.attribute.chineseText)”的，应当写明理由。",
                    article: .regulation(13), remedy: "请填写不主动公开的理由。"))
        }
        if content.attribute == .denied && content.ground == nil {
            find(
                Finding(
                    .itemNoGround, field: "ground", "公开属性为“不予公开”的，应当写明属于哪一种不予公开的情形。",
                    article: .regulation(14), remedy: "请选择《政府信息公开条例》第十四条至第十六条规定的情形。"))
        }
        if content.attribute == .proactive && content.category == nil {
            find(
                Finding(
                    .itemNoCategory, field: "category", "主动公开的信息没有选择类别。", article: .regulation(20),
                    remedy: "请选择《政府信息公开条例》第二十条、第二十一条规定的类别。"))
        }
    }
}
