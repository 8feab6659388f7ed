internal import CivilTime
internal import Database
internal import Disclosure
internal import Ledger

/// `item.publish`: publishes an item, under the index number that is given or the next one by the office's rule.
enum PublishInformation {
    static let definition = ActDefinition(
        "item.publish", ItemVerb.publish.chineseText, ItemVerb.publish.article, on: .item,
        [
            .needed("day", .day, "日期"), .optional("index", .index, "索引号；不填的按本机关的编制规则编号"),
            .needed(
                "channels", .list(.one(of: PublicationChannel.self), 1...PublicationChannel.allCases.count), "公开渠道"),
        ]
    ) { (fields, session) throws(ActStop) in
        let subject = try session.named(ItemAct.self)
        let item = try session.state(subject)
        if let obstacle = ItemVerb.publish.obstacle(for: item) { throw .refused([obstacle]) }
        let (given, channels, day) = try refusable { () throws(Refusal) in
            var channels: [PublicationChannel] = []
            for value in fields.values("channels") { channels.append(try value.choice(PublicationChannel.self)) }
            return (try fields.find("index")?.index(), channels, try fields.day())
        }
        let index: IndexNumber
        if let known = given ?? item?.firstPublished?.publication.index {
            index = known
        } else {
            index = try next(for: item, on: day, session)
        }
        let holder = try stored { () throws(DatabaseError) in
            try session.transaction.item(withIndex: index, of: session.office)
        }
        if let holder, holder.text != subject.name {
            throw .refused([
                Finding(
                    .itemIndexTaken, field: "index", "索引号 \(index) 已用于信息 \(holder)。", article: .regulation(12),
                    remedy: "索引号在本机关内不能重复；不填写索引号的，按编制规则自动编号。")
            ])
        }
        try session.run(PublishItem(index, on: channels, on: day), on: subject)
    }

    /// The first number of the office, category and year that nobody has.
    private static func next(
        for item: InformationItem?, on day: Day, _ session: ActSession
    ) throws(ActStop) -> IndexNumber {
        let series = try refusable { () throws(Refusal) in
            try session.setting.indexRule.series(
                agency: try Reference(parsing: session.office.text, field: "agency"),
                category: item?.content.category, year: day.year)
        }
        let last = try stored { () throws(DatabaseError) in
            try session.transaction.lastSerial(of: series, in: session.office)
        }
        return try refusable { () throws(Refusal) in try series.number(last + 1) }
    }
}
