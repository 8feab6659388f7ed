internal import CivilTime
internal import Disclosure
internal import Ledger

/// The acts on cells of a compiled report that are adjusted with a reason.
enum AdjustmentActs {
    static let all: [ActDefinition] = [make, withdraw]

    private static let day = ActField.needed("day", .day, "日期")
    private static let reasons = ActField.needed("reasons", .text, "理由")

    private static let make = ActDefinition(
        "adjustment.make", "调整年报数据", .reportNotice, on: .adjustment,
        [
            day, .needed("cell", .cell, "单元格地址"), .needed("year", .number(2_008...2_199), "报告年度"),
            .needed("counted", .decimal, "台账统计的数"), .needed("change", .decimal, "调整数，减少的写负数"),
            .optional("unit", .one(of: AmountUnit.self), "金额单位，默认万元"), reasons,
            .optional("evidence", .reference, "佐证材料"),
            .optional("drafter", .reference, "提出调整的人；由分管领导批准登记的必填"),
        ]
    ) { (fields, session) throws(ActStop) in
        let subject = try session.named(AdjustmentAct.self)
        let drafter: OfficerReference? = try refusable { () throws(Refusal) in
            try fields.optionalReference("drafter")
        }
        let isLeader = session.actor.role == .leader
        if isLeader {
            guard let drafter else {
                throw .refused([
                    Finding(.valueMissing, field: "drafter", "没有填写提出调整的人。", remedy: "分管领导批准的，请填写提出调整的人。")
                ])
            }
            try session.require(preparedBy: [drafter])
        }
        let command = try refusable { () throws(Refusal) in
            let day = try fields.day()
            let cell = try fields.get("cell").cell()
            let unit: AmountUnit = try fields.optionalChoice("unit") ?? .tenThousandYuan
            return AdjustReport(
                try Reference(parsing: subject.name, field: "subject"), of: cell,
                inYear: try fields.number("year", 2_008...2_199),
                counted: try FigureValue(
                    parsing: try fields.get("counted").decimal(), for: cell, unit: unit, field: "counted"),
                by: try FigureValue(
                    parsing: try fields.get("change").decimal(), for: cell, unit: unit, field: "change"),
                because: try fields.text("reasons"), evidence: try fields.optionalReference("evidence"),
                by: drafter ?? session.officer,
                approval: isLeader ? session.approval(as: .supervisingLeader, on: day) : nil, on: day)
        }
        try session.run(command, on: subject)
    }

    private static let withdraw: ActDefinition = .simple(
        "adjustment.withdraw", "撤回数据调整", .reportNotice, [day, reasons]
    ) { (fields, session) throws(Refusal) in
        WithdrawAdjustment(on: try fields.day(), because: try fields.text("reasons"), by: session.officer)
    }
}
