internal import Disclosure

/// One fact that the program knows: what it is called and what it counts.
struct FactDefinition {
    /// Its id.
    let id: String
    /// Its name in Chinese.
    let label: String
    /// What it counts.
    let unit: String

    init(_ id: String, _ label: String, _ unit: String) {
        self.id = id
        self.label = label
        self.unit = unit
    }

    /// Facts in yuan, whose records hold fen.
    var isMoney: Bool { unit == "元" }

    /// Every fact that is counted from records, in the order of the report's sections; 0 where there are none.
    static let counted: [FactDefinition] =
        items + handovers + requests + appeals + fees + SupervisionFacts.definitions

    private static let items: [FactDefinition] =
        [FactDefinition("items.formed", "制作、获取政府信息", "条")]
        + DisclosureAttribute.allCases.map {
            FactDefinition("items.formed.\($0.rawValue)", "其中\($0.chineseText)", "条")
        }
        + [FactDefinition("items.published", "主动公开政府信息", "条")]
        + PublicationChannel.allCases.map {
            FactDefinition("items.published.channel.\($0.rawValue)", "通过\(FactNames.of($0))公开", "条")
        }
        + ProactiveCategory.allCases.map {
            FactDefinition("items.published.category.\($0.rawValue)", "\(FactNames.of($0))类", "条")
        }

    private static let handovers: [FactDefinition] =
        [
            FactDefinition("handovers.batches", "移交两馆批次", "批"),
            FactDefinition("handovers.items", "移交两馆政府信息", "条"),
            FactDefinition("handovers.nil_returns", "移交零报告", "次"),
        ]
        + ReceivingHall.allCases.map {
            FactDefinition("handovers.received.\($0.rawValue)", "\($0.chineseText)签收", "条")
        }

    private static let requests: [FactDefinition] =
        RequestChannel.allCases.map {
            FactDefinition("requests.channel.\($0.rawValue)", "收到申请：\(FactNames.of($0))", "件")
        } + [
            FactDefinition("requests.corrections", "告知补正", "件"),
            FactDefinition("requests.extensions", "延长答复期限", "件"),
        ]
        + ConsultationKind.allCases.map {
            FactDefinition("requests.consultations.\($0.rawValue)", "征求\(FactNames.of($0))意见", "次")
        } + [FactDefinition("requests.reopened", "重新答复", "件")]

    private static let appeals: [FactDefinition] = AppealRoute.allCases.map {
        FactDefinition("appeals.new.\($0.rawValue)", "新收\($0.chineseText)案件", "件")
    }

    private static let fees: [FactDefinition] = [
        FactDefinition("fees.notices", "发出信息处理费收费通知", "件"),
        FactDefinition("fees.charged", "通知收取信息处理费", "元"),
        FactDefinition("fees.paid", "收到信息处理费", "元"),
    ]

}
