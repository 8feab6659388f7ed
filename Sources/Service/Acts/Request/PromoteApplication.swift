internal import CivilTime
internal import Disclosure
internal import Ledger

/// Moves what was disclosed on application to proactive disclosure; the item that is made of it can be drafted in the
/// same transaction.
enum PromoteApplication {
    static let definition: ActDefinition = .request(
        .promoteToProactive,
        [
            .needed("day", .day, "日期"), .needed("basis", .one(of: Promotion.Basis.self), "依据"),
            .optional("others", .list(.requestNumber, 1...200), "其他申请人就相同信息提出的申请"),
            .optional("item", .reference, "转为的主动公开信息"),
            .optional("draft", .object(ItemActs.contentFields), "该信息尚未起草的，一并起草"),
        ]
    ) { (fields, session, number) throws(ActStop) in
        let item: ItemReference? = try refusable { () throws(Refusal) in try fields.optionalReference("item") }
        let others = try refusable { () throws(Refusal) in
            var numbers: [RequestNumber] = []
            for value in fields.values("others") { numbers.append(try value.requestNumber()) }
            return numbers
        }
        for (index, other) in others.enumerated() where try session.state(Subject(other)) == nil {
            throw .refused([.unknownRequest(other, field: "others[\(index)]")])
        }
        let command = try refusable { () throws(Refusal) in
            PromoteToProactive(on: try fields.day(), try fields.choice("basis"), others: others, item: item)
        }
        try session.run(command, on: Subject(number))
        guard let item else { return }
        let known = try session.state(Subject<ItemAct>(item))
        if let draft = fields.optionalObject("draft") {
            let drafting = try refusable { () throws(Refusal) in
                DraftItem(item, try ItemActs.content(draft), by: session.officer, on: try fields.day())
            }
            try session.run(drafting, on: Subject<ItemAct>(item))
        } else if known == nil {
            throw .refused([
                Finding(
                    .itemNotDrafted, field: "item", "没有编号为 \(item) 的信息。", article: .regulation(44),
                    remedy: "请先起草，或者在 draft 中一并填写。")
            ])
        }
    }
}
