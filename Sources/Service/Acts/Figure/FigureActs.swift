internal import CanonicalJSON
internal import CivilTime
internal import Disclosure
internal import Ledger

/// The acts on figures from other systems, one subject a year, and on rules and normative documents.
enum FigureActs {
    static let all: [ActDefinition] = figures + documents

    private static let day = ActField.needed("day", .day, "登记日期")
    private static let cell = ActField.needed("cell", .cell, "单元格地址")
    private static let period = ActField.needed("period", .period, "所属期间")
    private static let value = ActField.needed("value", .decimal, "数字；金额按 unit 的单位填写")
    private static let unit = ActField.optional("unit", .one(of: AmountUnit.self), "金额单位，默认万元")
    private static let source = ActField.needed("source", .text, "数据来源")
    private static let evidence = ActField.optional("evidence", .reference, "佐证材料")
    private static let reasons = ActField.needed("reasons", .text, "理由")

    private static func figure(_ fields: ActFields) throws(Refusal) -> (cell: FigureCell, value: FigureValue) {
        let cell = try fields.get("cell").cell()
        let unit: AmountUnit = try fields.optionalChoice("unit") ?? .tenThousandYuan
        let value = try fields.get("value")
        return (cell, try FigureValue(parsing: try value.decimal(), for: cell, unit: unit, field: value.field))
    }

    private static let figures: [ActDefinition] = [
        .simple(
            "figure.enter", "填写数据", .reportNotice, [day, cell, period, value, unit, source, evidence]
        ) { (fields, session) throws(Refusal) in
            let figure = try figure(fields)
            return EnterFigure(
                figure.value, in: figure.cell, of: try fields.get("period").period(), from: try fields.text("source"),
                evidence: try fields.optionalReference("evidence"), by: session.officer, on: try fields.day())
        },
        .simple(
            "figure.declare_nothing", "零申报", .reportNotice,
            [day, .needed("cells", .list(.cell, 1...500), "没有发生的单元格"), period, source, evidence]
        ) { (fields, session) throws(Refusal) in
            var cells: [FigureCell] = []
            for value in fields.values("cells") { cells.append(try value.cell()) }
            return DeclareNothing(
                in: cells, of: try fields.get("period").period(), from: try fields.text("source"),
                evidence: try fields.optionalReference("evidence"), by: session.officer, on: try fields.day())
        },
        .simple(
            "figure.correct", "更正数据", .reportNotice, [day, cell, period, value, unit, reasons, evidence]
        ) { (fields, session) throws(Refusal) in
            let figure = try figure(fields)
            return CorrectFigure(
                figure.cell, of: try fields.get("period").period(), to: figure.value,
                because: try fields.text("reasons"), evidence: try fields.optionalReference("evidence"),
                by: session.officer, on: try fields.day())
        },
        .simple("figure.withdraw", "撤回数据", .reportNotice, [day, cell, period, reasons]) {
            (fields, session) throws(Refusal) in
            WithdrawFigure(
                try fields.get("cell").cell(), of: try fields.get("period").period(),
                because: try fields.text("reasons"), by: session.officer, on: try fields.day())
        },
    ]

    private static let particulars: [ActField] = [
        .needed("kind", .one(of: NormativeKind.self), "种类"), .needed("title", .text, "标题"),
        .optional("number", .text, "文号"), .optional("expires", .day, "失效日期"),
    ]

    private static func particulars(of fields: ActFields) throws(Refusal) -> NormativeParticulars {
        NormativeParticulars(
            try fields.choice("kind"), try fields.text("title"), number: try fields.optionalText("number"),
            expires: try fields.optionalDay("expires"))
    }

    private static func document<Done: NormativeCommand>(
        _ fields: [ActField], _ make: @escaping @Sendable (ActFields, ActSession) throws(Refusal) -> Done
    ) -> ActDefinition {
        .simple(
            "normative.\(Done.verb.rawValue)", "规章、规范性文件：\(Done.verb.chineseText)", .regulation(20), fields, make)
    }

    private static let documents: [ActDefinition] = [
        ActDefinition(
            "normative.issue", "规章、规范性文件：\(NormativeVerb.issue.chineseText)", .regulation(20), on: .normative,
            [day] + particulars
        ) { (fields, session) throws(ActStop) in
            let subject = try session.named(NormativeAct.self)
            let command = try refusable { () throws(Refusal) in
                IssueDocument(
                    try Reference(parsing: subject.name, field: "subject"), try particulars(of: fields),
                    by: session.officer, on: try fields.day())
            }
            try session.run(command, on: subject)
        },
        document([day, .optional("item", .reference, "公开的信息")]) { (fields, session) throws(Refusal) in
            DiscloseDocument(as: try fields.optionalReference("item"), on: try fields.day(), by: session.officer)
        },
        document([day, .optional("expires", .day, "失效日期，不填表示长期有效"), .needed("basis", .text, "依据")]) {
            (fields, session) throws(Refusal) in
            SetDocumentTerm(
                until: try fields.optionalDay("expires"), on: try fields.day(), basis: try fields.text("basis"),
                by: session.officer)
        },
        document([day, .needed("basis", .text, "依据")]) { (fields, session) throws(Refusal) in
            RepealDocument(on: try fields.day(), basis: try fields.text("basis"), by: session.officer)
        },
        document([day, reasons] + particulars) { (fields, session) throws(Refusal) in
            CorrectDocument(
                to: try particulars(of: fields), on: try fields.day(), reasons: try fields.text("reasons"),
                by: session.officer)
        },
        document([day, reasons]) { (fields, session) throws(Refusal) in
            StrikeDocument(on: try fields.day(), reasons: try fields.text("reasons"), by: session.officer)
        },
    ]
}
