public import CivilTime
internal import Disclosure
public import DocumentWriting

extension RegisterTemplate {
    /// The template of the register of items.
    public static func items(created: Day) -> Workbook {
        let columns = ItemField.allCases.map { field in
            Column(
                heading: field.heading, width: field == .title ? 44 : field == .category ? 24 : 14, note: field.note,
                choices: field.choices, isDay: field == .formed || field == .published, isAdvice: field == .channels)
        }
        return workbook(
            title: "政府信息登记台账", sheet: "信息台账", columns: columns,
            help: [
                "一、每条信息一行。索引号、信息名称、生成日期、公开属性必须填写。",
                "二、主动公开的信息填写公开日期；公开渠道有几种的，用顿号分开，如“网站、微信”。",
                "三、依申请公开、不予公开的信息不填公开日期，请填写理由；不予公开的还要选择情形。",
                "四、日期写成 2023-05-06，也可以写成 2023/5/6、2023年5月6日、20230506。没有的请留空。",
                "五、导入前先预览：gongkai import items 文件.xlsx --agency 机关；核对无误后加 --apply 写入。",
            ], created: created)
    }
}

extension ItemField {
    var note: String {
        switch self {
        case .index: "必填，不超过64个字符，没有空格。同一索引号只能出现一次。"
        case .title: "必填，信息的标题。"
        case .documentNumber: "公文的发文字号，没有的留空。"
        case .formed: "必填。信息形成或者变更的日期，公开时限从这一天起算。（条例第二十六条）"
        case .published: "主动公开的必填；其他的留空。"
        case .attribute: "必填，从列表中选择。"
        case .category: "主动公开的请选择。（条例第二十条、第二十一条）"
        case .channels: "几种渠道用顿号分开，如“网站、微信”。"
        case .validity: "没有填写的按有效登记。"
        case .ground: "不予公开的请选择。（条例第十四条至第十六条）"
        case .reasons: "依申请公开、不予公开的请写明理由。"
        }
    }

    var choices: [String] {
        switch self {
        case .attribute: DisclosureAttribute.allCases.map(\.chineseText)
        case .category: ProactiveCategory.allCases.map(\.chineseName)
        case .channels: ["网站", "微信", "公报", "报纸", "广播", "电视", "公开栏", "电子屏", "触摸屏", "发布会"]
        case .validity: ["有效", "废止", "失效"]
        case .ground: WithholdingGround.allCases.map(\.chineseName)
        default: []
        }
    }
}
