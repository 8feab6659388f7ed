extension ProactiveCategory {
    /// The name in Chinese: what is in it, never who publishes it, so that nobody takes it for an office. Source: 条例 Art 20,
    /// 21.
    public var chineseName: String {
        switch self {
        case .rules: "法规、规章和规范性文件"
        case .organisation: "机关职能、机构设置"
        case .plans: "规划"
        case .statistics: "统计信息"
        case .licensing: "行政许可和其他对外管理服务事项"
        case .penalties: "行政处罚、行政强制"
        case .budgets: "财政预算、决算"
        case .fees: "行政事业性收费"
        case .procurement: "政府集中采购"
        case .projects: "重大建设项目"
        case .welfare: "扶贫、教育、医疗、社会保障、促进就业"
        case .emergencies: "突发公共事件"
        case .inspections: "监督检查情况"
        case .recruitment: "公务员招考"
        case .otherStatutory: "其他法定主动公开"
        case .cityAndCounty: "市政建设、公共服务、征收、治安、社会救助"
        case .township: "农业农村政策、农田水利、土地和宅基地、社会救助"
        }
    }
}

extension ItemValidity {
    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .inForce: "有效"
        case .repealed: "废止"
        case .expired: "失效"
        }
    }
}
