/// A column of a register of items.
public enum ItemField: String, Sendable, Hashable, CaseIterable {
    case index, title
    case documentNumber = "document_number"
    case formed, published, attribute, category, channels, validity, ground, reasons

    /// The heading in our own template.
    public var heading: String {
        switch self {
        case .index: "索引号"
        case .title: "信息名称"
        case .documentNumber: "文号"
        case .formed: "生成日期"
        case .published: "公开日期"
        case .attribute: "公开属性"
        case .category: "信息类别"
        case .channels: "公开渠道"
        case .validity: "有效性"
        case .ground: "不予公开情形"
        case .reasons: "不主动公开理由"
        }
    }

    /// Headings that offices use for it, the template's own first.
    var headings: [String] {
        let others: String =
            switch self {
            case .index: "信息索引号|索引编号|信息编号|编号|序号"
            case .title: "标题|名称|信息标题|文件名称|文件标题|公开内容|信息题名|题名"
            case .documentNumber: "文件编号|发文字号|文件号|发文号|文件文号"
            case .formed: "成文日期|形成日期|制作日期|生成时间|成文时间|印发日期|印发时间|信息生成日期|产生日期"
            case .published: "发布日期|发布时间|公开时间|上网日期|上网时间|信息公开日期"
            case .attribute: "属性|公开类型|公开方式|公开性质|是否公开"
            case .category: "类别|分类|信息分类|公开类别|主题分类|栏目|公开事项|所属类别"
            case .channels: "公开形式|公开载体|发布渠道|渠道|公开途径|载体|发布平台"
            case .validity: "效力|时效|时效性|是否有效|效力状态|信息有效性"
            case .ground: "不公开情形|不予公开依据|不公开依据"
            case .reasons: "理由|不公开理由|不予公开理由|依申请公开理由|公开属性理由"
            }
        return [heading] + others.split(separator: "|").map(String.init)
    }

    /// What a line cannot do without.
    static let required: [ItemField] = [.index, .title, .formed]

    /// The field of a line that a finding of the law is about.
    init?(finding field: String?) {
        switch field {
        case "day", "published": self = .published
        case "index", "item": self = .index
        case "channels": self = .channels
        case "attribute": self = .attribute
        case "category": self = .category
        case "ground": self = .ground
        case "reasons": self = .reasons
        case "validity": self = .validity
        default: return nil
        }
    }
}

extension ItemField: RegisterField {}
