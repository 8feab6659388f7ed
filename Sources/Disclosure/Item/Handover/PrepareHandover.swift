public import CivilTime

/// Puts a batch together for the two halls; without items it is a nil return.
///
/// Example: on 2020-03-05 two items published on 2020-03-02 go to archives and library as 〔2020〕5号. Source: 条例 Art 25.
public struct PrepareHandover: Sendable, Hashable {
    /// The number of its papers.
    public var number: HandoverNumber
    /// What it holds.
    public var items: [InformationItem]
    /// The items that were handed over before, at their present version.
    public var earlier: Set<ItemReference>
    /// Who puts it together.
    public var officer: OfficerReference
    /// The day.
    public var day: Day

    /// A batch.
    public init(
        _ number: HandoverNumber, of items: [InformationItem], after earlier: Set<ItemReference> = [],
        by officer: OfficerReference, on day: Day
    ) {
        self.number = number
        self.items = items
        self.earlier = earlier
        self.officer = officer
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a number that is taken or of another year, items twice, not on line, or handed over before.
    public func decide(on batch: HandoverBatch?, today: Day) throws(Refusal) -> Ruling<HandoverAct> {
        var examination = ActExamination(today: today)
        examination.actDay(day, field: "day", article: .regulation(25))
        examination.need(
            batch.map { $0.voiding != nil } ?? true,
            else: Finding(
                .handoverAlreadyPrepared, field: "number", "交接文据\(number.chineseText)已经登记。", article: .regulation(25),
                remedy: "请使用新的编号。"))
        examination.need(
            number.year == day.year,
            else: Finding(
                .handoverNumberYear, field: "number", "交接文据\(number.chineseText)的年份与移交日期 \(day) 不符。",
                article: .regulation(25), remedy: "编号按年编排，请核对编号或者日期。"))
        var seen: Set<ItemReference> = []
        for item in items {
            if !seen.insert(item.reference).inserted {
                examination.find(finding(.handoverItemTwice, item, "重复列入", "请删去重复的一项。"))
            } else if earlier.contains(item.reference) {
                examination.find(finding(.handoverItemKnown, item, "此前已经移交", "请从清单中删去。"))
            }
            if item.published.map({ $0.day > day }) ?? true {
                examination.find(finding(.handoverNotPublished, item, "在移交日没有公开", "只移交已经主动公开的信息，请从清单中删去。"))
            }
        }
        let list = HandoverList(number: number, items: items.map(\.reference), officer: officer)
        return try examination.rule([HandoverEntry(.prepared(list), on: day)])
    }

    private func finding(_ code: Finding.Code, _ item: InformationItem, _ why: String, _ remedy: String) -> Finding {
        Finding(
            code, field: "items", "“\(item.content.title)”\(why)。", article: .regulation(25), remedy: remedy)
    }
}

/// Records that a hall signed for a batch (交接文据); it is complete when both have.
///
/// Example: put together 2020-03-05, signed by the archives 2020-03-06 and by the library 2020-03-09.
/// Source: 条例 Art 25.
public struct RecordHandoverReceipt: Sendable, Hashable {
    /// Which hall.
    public var hall: ReceivingHall
    /// The number or the signature on the paper.
    public var proof: Statement
    /// The day.
    public var day: Day

    /// A receipt.
    public init(of hall: ReceivingHall, on day: Day, proof: Statement) {
        self.hall = hall
        self.day = day
        self.proof = proof
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when there is no such batch, the hall signed already, or the day is impossible.
    public func decide(on batch: HandoverBatch?, today: Day) throws(Refusal) -> Ruling<HandoverAct> {
        guard let batch else {
            throw Refusal(
                Finding(
                    .handoverNotPrepared, field: "number", "没有这一批移交的登记。", article: .regulation(25),
                    remedy: "请先登记移交清单。"))
        }
        guard batch.voiding == nil else {
            throw Refusal(
                Finding(
                    .handoverVoided, field: "number", "交接文据\(batch.number.chineseText)已经作废。", article: .regulation(25),
                    remedy: "请重新登记移交清单。"))
        }
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: batch.prepared, "移交", field: "day", article: .regulation(25))
        examination.need(
            batch.receipts[hall] == nil,
            else: Finding(
                .handoverReceiptKnown, field: "hall", "\(hall.chineseText)已经签收。", article: .regulation(25),
                remedy: "无需重复登记。"))
        return try examination.rule([HandoverEntry(.received(HandoverReceipt(hall: hall, proof: proof)), on: day)])
    }
}

extension PrepareHandover: Command {
    /// What the law makes of it; the calendar has no part in it.
    ///
    /// - Throws: `Refusal` as `decide(on:today:)` does.
    public func decide(
        on batch: HandoverBatch?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<HandoverAct> {
        try decide(on: batch, today: today)
    }
}

extension RecordHandoverReceipt: Command {
    /// What the law makes of it; the calendar has no part in it.
    ///
    /// - Throws: `Refusal` as `decide(on:today:)` does.
    public func decide(
        on batch: HandoverBatch?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<HandoverAct> {
        try decide(on: batch, today: today)
    }
}
