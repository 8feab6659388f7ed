public import CivilTime
internal import Disclosure
public import DocumentWriting

/// Empty registers with drop-down lists and notes, to be filled in by an office and imported.
public enum RegisterTemplate {
    /// Lines that the lists and rules reach over.
    static let lines = 2_000

    /// A column of a template.
    struct Column {
        var heading: String
        var width: Double
        var note: String
        var choices: [String] = []
        var isDay = false
        var isAdvice = false
    }

    /// A workbook with the columns on one sheet and an explanation on another.
    static func workbook(title: String, sheet name: String, columns: [Column], help: [String], created: Day) -> Workbook
    {
        var sheet = Sheet(SheetName(cleaning: name, otherwise: "台账"))
        sheet.columnWidths = columns.map(\.width)
        sheet.frozenRows = 1
        sheet.filter = CellRange(row: 0, column: 0, rows: lines + 1, columns: columns.count)
        sheet.print = PrintSetup(isLandscape: true, repeatedRows: 1)
        sheet.rowHeights[0] = 32
        for (place, column) in columns.enumerated() {
            let heading = CellRange(row: 0, column: place)
            let below = CellRange(row: 1, column: place, rows: lines)
            sheet.put(.text(column.heading), at: heading, .heading)
            sheet.notes.append(CellNote(column.note, at: heading))
            if !column.choices.isEmpty {
                sheet.entryRules.append(
                    EntryRule(
                        .choice(column.choices), in: below, complaint: "请从列表中选择“\(column.heading)”。",
                        isAdvice: column.isAdvice))
            } else if column.isDay, let first = Day(year: 2008, month: 5, day: 1) {
                sheet.entryRules.append(
                    EntryRule(
                        .day(notBefore: first), in: below, complaint: "请填写日期，如 2023-05-06；没有的请留空。", isAdvice: true))
            }
        }
        for row in 1...50 {
            for place in columns.indices { sheet.put(.blank, at: CellRange(row: row, column: place), .listed) }
        }
        return Workbook(title: title, created: created, sheets: [sheet, explanation(title, help)])
    }

    private static func explanation(_ title: String, _ help: [String]) -> Sheet {
        var sheet = Sheet(SheetName(cleaning: "填写说明", otherwise: "说明"))
        sheet.columnWidths = [78]
        sheet.put(.text(title), at: CellRange(row: 0, column: 0), .title)
        sheet.rowHeights[0] = 30
        for (place, text) in help.enumerated() {
            sheet.put(.text(text), at: CellRange(row: place + 1, column: 0), CellStyle(wraps: true))
        }
        return sheet
    }

    /// The template of the register of applications.
    public static func requests(created: Day) -> Workbook {
        let columns = RequestField.allCases.map { field in
            Column(
                heading: field.heading, width: field == .matter ? 40 : field == .result ? 26 : 14, note: field.note,
                choices: field.choices, isDay: field.isDay, isAdvice: field == .result)
        }
        return workbook(
            title: "政府信息公开申请登记台账", sheet: "申请台账", columns: columns,
            help: [
                "一、每件申请一行。登记号、申请人、申请人类型、申请渠道、申请内容必须填写，申请日期和收到日期至少填写一个。",
                "二、登记号写成“2023-12”，也可以只写当年的序号。同一登记号只能出现一次。",
                "三、日期写成 2023-05-06，也可以写成 2023/5/6、2023年5月6日、20230506。没有的请留空。",
                "四、通过网络、传真、平信提出的申请，收到日期是与申请人确认的日期。",
                "五、办理结果按年度报告统计表填写；尚未答复的，办理结果和答复日期都留空。",
                "六、申请内容中不要填写公民身份号码。申请人的联系方式、证件号码不导入。",
                "七、导入前先预览：gongkai import requests 文件.xlsx --agency 机关；核对无误后加 --apply 写入。",
            ], created: created)
    }
}

extension RequestField {
    var note: String {
        switch self {
        case .number: "必填。写成“2023-12”，或者只写当年的序号。"
        case .applied: "申请人提出申请的日期，如 2023-05-06。与收到日期至少填写一个。"
        case .received: "当面提交的为提交之日，邮寄的为签收之日，网络、传真、平信的为双方确认之日。（条例第三十一条）"
        case .applicant: "必填。姓名或者单位名称。"
        case .type: "必填。按年度报告统计表的六类填写，从列表中选择。"
        case .channel: "必填。从列表中选择。"
        case .matter: "必填，不超过4000字。不要填写身份证号码。"
        case .correctionAsked: "告知申请人补正的日期，没有的留空。（条例第三十条）"
        case .correctionReceived: "收到补正材料的日期，没有的留空。"
        case .extended: "决定延长答复期限的日期，没有的留空。（条例第三十三条第二款）"
        case .answered: "作出答复的日期，尚未答复的留空。"
        case .result: "按年度报告统计表的办理结果选择。申请人撤回的选“申请人撤回”。"
        case .manner: "答复送达申请人的方式，没有记载的留空。"
        case .served: "邮寄的为交邮之日。没有记载的留空，按答复日期登记。"
        case .closed: "没有记载的留空，按送达日期登记。"
        }
    }

    var choices: [String] {
        switch self {
        case .type: ApplicantType.allCases.map(\.chineseText)
        case .channel: ["当面", "邮寄（签收）", "平信", "网络", "传真"]
        case .result:
            ResultLeaf.leaves(ofYear: 2021).map { $0 == .otherOther ? "其他处理" : $0.chineseText } + ["申请人撤回"]
        case .manner: ["当面", "委托", "邮寄", "网络"]
        default: []
        }
    }
}
