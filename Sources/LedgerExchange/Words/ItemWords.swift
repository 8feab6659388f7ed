internal import Disclosure

/// The usual words of registers of items.
enum ItemWords {
    static let attributes = WordTable<DisclosureAttribute>([
        (.proactive, "主动|公开|是|全文公开|此件公开发布", "主动公开"),
        (.onRequest, "依申请|此件依申请公开", "依申请公开"),
        (.denied, "不公开|不予公开|否|此件不公开", "不予公开"),
    ])

    static let categories = WordTable<ProactiveCategory>(
        ProactiveCategory.allCases.map { ($0, $0.chineseName, "") } + [
            (.rules, "规章|规范性文件|政策文件|法规文件", "规范性文件|法规规章"),
            (.organisation, "机构职能|机构概况|机构设置|领导信息", "机构职能|机构设置|机关职能"),
            (.plans, "规划|规划计划|规划信息", "规划"),
            (.statistics, "统计|统计数据|统计信息", "统计"),
            (.licensing, "行政许可|权责清单|政务服务|办事指南", "行政许可"),
            (.penalties, "行政处罚|行政强制|双公示", "行政处罚|行政强制"),
            (.budgets, "预决算|财政信息|财政预决算|财政资金", "预算|决算"),
            (.fees, "行政事业性收费|收费", "行政事业性收费"),
            (.procurement, "政府采购|集中采购", "政府采购|政府集中采购"),
            (.projects, "重大建设项目|重大项目|建设项目", "重大建设项目"),
            (.welfare, "教育|医疗|社会保障|就业|扶贫|民生", "扶贫|社会保障|促进就业|教育|医疗"),
            (.emergencies, "应急管理|突发事件|应急", "突发公共事件|应急预案"),
            (.inspections, "监督检查|环境保护|公共卫生|安全生产|食品药品", "监督检查"),
            (.recruitment, "公务员招考|人事招考|招考", "公务员招考"),
            (.otherStatutory, "其他|其它|工作动态|政务动态|通知公告", ""),
            // As registers of earlier programs call them.
            (.cityAndCounty, "市、县级人民政府及其部门", ""), (.township, "乡（镇）人民政府", ""),
        ])

    static let validities = WordTable<ItemValidity>([
        (.inForce, "有效|现行有效|是|现行", "有效"), (.repealed, "废止|已废止", "废止"), (.expired, "失效|已失效|无效|否", "失效"),
    ])

    static let channels = WordTable<PublicationChannel>([
        (.website, "网站|门户网站|政府网|官网|网络|政务网", "网站|门户|官网"),
        (.wechat, "微信|公众号|政务新媒体|新媒体", "微信|公众号"), (.gazette, "公报|政府公报", "公报"),
        (.newspaper, "报纸|报刊", "报纸|日报"), (.radio, "广播|电台", "广播"), (.television, "电视|电视台", "电视"),
        (.noticeBoard, "公开栏|公示栏|宣传栏|公告栏|政务公开栏", "公开栏|公示栏|公告栏|宣传栏"),
        (.ledScreen, "电子屏|显示屏|LED", "LED屏|电子显示屏|电子屏"), (.touchScreen, "触摸屏|查询机", "触摸屏|查询机"),
        (.pressConference, "发布会", "新闻发布会|发布会"),
    ])

    static let grounds = WordTable<WithholdingGround>([
        (.stateSecret, "国家秘密|涉密", "国家秘密"), (.otherLawProhibited, "法律禁止", "禁止公开"),
        (.securityStability, "三安全一稳定", "国家安全|公共安全|经济安全|社会稳定"),
        (.thirdPartyRights, "第三方|商业秘密|个人隐私", "第三方|商业秘密|个人隐私"), (.internalAffairs, "内部事务", "内部事务|人事管理|后勤管理"),
        (.processInformation, "过程性信息", "过程性|讨论记录|过程稿"), (.enforcementCaseFile, "执法案卷", "执法案卷"),
        (.notGovernmentInformation, "不属于政府信息", "不属于政府信息"),
    ])
}

extension WithholdingGround {
    /// The name of a ground in our template.
    var chineseName: String {
        switch self {
        case .stateSecret: "国家秘密"
        case .otherLawProhibited: "法律禁止"
        case .securityStability: "三安全一稳定"
        case .thirdPartyRights: "第三方"
        case .internalAffairs: "内部事务"
        case .processInformation: "过程性信息"
        case .enforcementCaseFile: "执法案卷"
        case .notGovernmentInformation: "不属于政府信息"
        }
    }
}
