public import CivilTime

/// An item as an older register tells it; its review is not in the register and is not invented.
public struct ItemTakeover: Sendable, Hashable, Codable {
    /// Its name.
    public let item: ItemReference
    /// What it says, and who answers for the entry.
    public let version: ItemVersion
    /// Its publication; nil for what is not published by itself.
    public let publication: Publication?
}

/// An item of an older register, to be taken over with the day on which it was published.
///
/// Example: formed 2023-05-06, published 2023-05-10 on the website: taken over as published on that day, in time.
/// Source: 条例 Art 12, 26.
public struct ItemHistory: Sendable, Hashable {
    /// Its name.
    public var item: ItemReference
    /// What it says.
    public var content: ItemContent
    /// Its number in the catalogue; nil for what is not published by itself.
    public var index: IndexNumber?
    /// Where it was published.
    public var channels: [PublicationChannel]
    /// The day it was published; nil for what is not published by itself.
    public var published: Day?
    /// Whether it still holds.
    public var validity = ItemValidity.inForce
    /// Who answers for the entries: the officer who takes the register over.
    public var officer: OfficerReference

    /// An item of the past.
    public init(
        _ item: ItemReference, _ content: ItemContent, index: IndexNumber? = nil, channels: [PublicationChannel] = [],
        published: Day? = nil, takenOverBy officer: OfficerReference
    ) {
        self.item = item
        self.content = content
        self.index = index
        self.channels = channels
        self.published = published
        self.officer = officer
    }

    /// What becomes of it.
    ///
    /// - Parameter existing: what the ledger has under the name; nil for nothing.
    public func decide(
        on existing: InformationItem? = nil, today: Day, calendar: WorkingCalendar
    ) -> HistoryRuling<ItemAct> {
        if let obstacle = ItemVerb.draft.obstacle(for: existing) { return HistoryRuling([], [obstacle]) }
        let day = published ?? content.formed
        var examination = ActExamination(today: today)
        examination.content(content, on: day)
        var publication: Publication?
        if content.attribute == .proactive {
            if let index, published != nil {
                var seen: Set<PublicationChannel> = []
                publication = Publication(index: index, channels: channels.filter { seen.insert($0).inserted })
            } else {
                examination.find(
                    Finding(
                        .historyIncomplete, field: published == nil ? "published" : "index",
                        "主动公开的信息没有\(published == nil ? "公开日期" : "索引号")。", article: .regulation(26),
                        remedy: "请补填；尚未公开的信息请在系统中起草、送审后公开。"))
            }
            examination.need(
                !channels.isEmpty,
                else: Finding(
                    .itemNoChannel, .warning, field: "channels", "台账没有记载公开渠道。", article: .regulation(23),
                    remedy: "请补填公开渠道，以便统计。"))
            let due = content.publicationDue(by: calendar)
            if day > due {
                examination.find(
                    Finding(
                        .itemPublishedLate, .warning, field: "published", "应在 \(due) 前公开，实际为 \(day)。",
                        article: .regulation(26), remedy: "已按台账如实登记。"))
            }
        } else if let published {
            examination.find(
                Finding(
                    .itemNotProactive, field: "attribute",
                    "公开属性为“\(content.attribute.chineseText)”，却有公开日期 \(published)。", article: .regulation(13),
                    remedy: "请核对公开属性和公开日期。"))
        }
        let findings = examination.findings.map { finding in
            finding.isImpossible || finding.code == .historyIncomplete || finding.code == .itemNotProactive
                ? finding : finding.noted
        }
        let takeover = ItemTakeover(
            item: item, version: ItemVersion(author: officer, content: content), publication: publication)
        var entries = [ItemEntry(.takenOver(takeover), on: day)]
        if validity != .inForce, publication != nil {
            let change = ValidityChange(validity: validity, reasons: RequestHistory.unsaid)
            entries.append(ItemEntry(.validityChanged(change), on: day))
        }
        return HistoryRuling(entries, findings)
    }
}
