internal import Disclosure

/// What channels and kinds are called in the names of facts.
enum FactNames {
    static func of(_ channel: PublicationChannel) -> String {
        switch channel {
        case .website: "政府网站"
        case .wechat: "微信公众号"
        case .gazette: "政府公报"
        case .newspaper: "报纸"
        case .radio: "广播"
        case .television: "电视"
        case .noticeBoard: "户外公开栏"
        case .ledScreen: "LED屏"
        case .touchScreen: "触摸屏"
        case .pressConference: "新闻发布会"
        }
    }

    static func of(_ category: ProactiveCategory) -> String {
        switch category {
        case .rules: "法规、规章和规范性文件"
        case .organisation: "机构职能"
        case .plans: "规划计划"
        case .statistics: "统计信息"
        case .licensing: "行政许可和对外管理服务"
        case .penalties: "行政处罚、行政强制"
        case .budgets: "财政预算、决算"
        case .fees: "行政事业性收费"
        case .procurement: "政府集中采购"
        case .projects: "重大建设项目"
        case .welfare: "扶贫、教育、医疗、社会保障、就业"
        case .emergencies: "突发公共事件应对"
        case .inspections: "监督检查"
        case .recruitment: "公务员招考"
        case .otherStatutory: "其他法定公开"
        case .cityAndCounty: "市、县级政府及其部门公开"
        case .township: "乡镇政府公开"
        }
    }

    static func of(_ channel: RequestChannel) -> String {
        switch channel {
        case .inPerson: "当面提交"
        case .signedPost: "邮寄"
        case .plainLetter: "平常信函"
        case .internet: "互联网"
        case .fax: "传真"
        }
    }

    static func of(_ kind: ConsultationKind) -> String {
        switch kind {
        case .thirdParty: "第三方"
        case .coMaker: "共同制作机关"
        case .otherOrgan: "其他机关"
        }
    }
}
