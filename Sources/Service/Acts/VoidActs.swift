internal import CivilTime
internal import Disclosure
internal import Ledger

/// The acts that make void what was entered in error; it counts no longer and stays in the ledger.
enum VoidActs {
    static let all: [ActDefinition] = [
        .simple("request.void", "作废申请登记", .regulation(45), fields) { (fields, _) throws(Refusal) in
            VoidRequest(on: try fields.day(), reasons: try fields.text("reasons"))
        },
        .simple("item.void", "作废信息登记", .regulation(12), fields) { (fields, _) throws(Refusal) in
            VoidItem(on: try fields.day(), reasons: try fields.text("reasons"))
        },
        .simple("handover.void", "作废移交登记", .regulation(25), fields) { (fields, _) throws(Refusal) in
            VoidHandover(on: try fields.day(), reasons: try fields.text("reasons"))
        },
        .simple("appeal.void", "作废案件登记", .regulation(51), fields) { (fields, _) throws(Refusal) in
            VoidAppeal(on: try fields.day(), reasons: try fields.text("reasons"))
        },
    ]

    private static let fields: [ActField] = [
        .needed("day", .day, "日期"), .needed("reasons", .text, "登记有误的理由"),
    ]
}
