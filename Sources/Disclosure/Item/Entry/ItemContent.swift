public import CivilTime

/// Whether information is published by itself (公开属性). Source: 条例 Art 13-16, 19; 公文 practice.
public enum DisclosureAttribute: String, Sendable, Hashable, CaseIterable, Codable {
    /// 主动公开.
    case proactive
    /// 依申请公开.
    case onRequest = "on_request"
    /// 不予公开.
    case denied

    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .proactive: "主动公开"
        case .onRequest: "依申请公开"
        case .denied: "不予公开"
        }
    }

    /// The name in English.
    public var englishText: String {
        switch self {
        case .proactive: "proactive disclosure"
        case .onRequest: "disclosure on request"
        case .denied: "not disclosed"
        }
    }
}

/// The categories of proactive disclosure. Source: 条例 Art 20, 21.
public enum ProactiveCategory: String, Sendable, Hashable, CaseIterable, Codable {
    /// 行政法规、规章和规范性文件.
    case rules = "art20_1"
    /// 机关职能、机构设置.
    case organisation = "art20_2"
    /// 规划.
    case plans = "art20_3"
    /// 统计信息.
    case statistics = "art20_4"
    /// 行政许可和其他对外管理服务事项.
    case licensing = "art20_5"
    /// 行政处罚、行政强制.
    case penalties = "art20_6"
    /// 财政预算、决算.
    case budgets = "art20_7"
    /// 行政事业性收费.
    case fees = "art20_8"
    /// 政府集中采购.
    case procurement = "art20_9"
    /// 重大建设项目.
    case projects = "art20_10"
    /// 扶贫、教育、医疗、社会保障、促进就业.
    case welfare = "art20_11"
    /// 突发公共事件.
    case emergencies = "art20_12"
    /// 监督检查情况.
    case inspections = "art20_13"
    /// 公务员招考.
    case recruitment = "art20_14"
    /// 其他法定主动公开.
    case otherStatutory = "art20_15"
    /// 市、县级人民政府及其部门.
    case cityAndCounty = "art21_city_county"
    /// 乡（镇）人民政府.
    case township = "art21_township"
}

/// Where information is published. Source: 条例 Art 23, 25.
public enum PublicationChannel: String, Sendable, Hashable, CaseIterable, Codable {
    /// 政府网站.
    case website
    /// 微信公众号.
    case wechat
    /// 政府公报.
    case gazette
    /// 报纸.
    case newspaper
    /// 广播.
    case radio
    /// 电视.
    case television
    /// 户外公开栏.
    case noticeBoard = "notice_board"
    /// LED屏.
    case ledScreen = "led_screen"
    /// 触摸屏.
    case touchScreen = "touch_screen"
    /// 新闻发布会.
    case pressConference = "press_conference"

    /// The name in English, as a chart says it.
    public var englishText: String {
        switch self {
        case .website: "Website"
        case .wechat: "WeChat"
        case .gazette: "Gazette"
        case .newspaper: "Newspaper"
        case .radio: "Radio"
        case .television: "Television"
        case .noticeBoard: "Notice board"
        case .ledScreen: "LED screen"
        case .touchScreen: "Touch screen"
        case .pressConference: "Press conference"
        }
    }
}

/// Whether information still holds (有效性).
public enum ItemValidity: String, Sendable, Hashable, CaseIterable, Codable {
    /// 有效.
    case inForce = "in_force"
    /// 废止.
    case repealed
    /// 失效.
    case expired
}

/// One version of an item; the text itself lies outside the entries.
public struct ItemContent: Sendable, Hashable, Codable {
    /// The title.
    public var title: Statement
    /// The text and its files, by an opaque name that changes with them.
    public var body: PaperReference
    /// The day the information was formed or changed (生成日期).
    public var formed: Day
    /// The number of the document (文号).
    public var documentNumber: Statement?
    /// The category; needed to publish.
    public var category: ProactiveCategory?
    /// The attribute.
    public var attribute: DisclosureAttribute
    /// Why it is not published by itself, or withheld.
    public var ground: WithholdingGround?
    /// The reasons; needed for every attribute but 主动公开.
    public var reasons: Statement?
    /// The time to publish where another rule than Art 26 sets one.
    public var timeLimit: WorkingDays?
    /// The class that the office itself puts it in (栏目、类别), where it has classes of its own.
    public var itemClass: Statement?
    /// The day of the document (成文日期), where it differs from the day it was formed.
    public var documentDate: Day?
    /// Who publishes it (发布机构); nil for the office itself.
    public var publisher: Statement?
    /// The topic (主题分类).
    public var topic: Statement?
    /// The keywords (关键词); nil for none.
    public var keywords: [Statement]?
    /// The matter of the office's standard catalogue that it belongs to (公开事项); nil for none.
    public var matter: MatterReference?

    /// A version.
    public init(
        _ title: Statement, body: PaperReference, formed: Day, category: ProactiveCategory? = nil,
        attribute: DisclosureAttribute = .proactive, ground: WithholdingGround? = nil, reasons: Statement? = nil,
        documentNumber: Statement? = nil, timeLimit: WorkingDays? = nil, documentDate: Day? = nil,
        publisher: Statement? = nil, topic: Statement? = nil, keywords: [Statement]? = nil
    ) {
        self.title = title
        self.body = body
        self.formed = formed
        self.category = category
        self.attribute = attribute
        self.ground = ground
        self.reasons = reasons
        self.documentNumber = documentNumber
        self.timeLimit = timeLimit
        self.documentDate = documentDate
        self.publisher = publisher
        self.topic = topic
        self.keywords = keywords
    }

    enum CodingKeys: String, CodingKey {
        case title, body, formed, category, attribute, ground, reasons, publisher, topic, keywords, matter
        case documentDate = "document_date"
        case documentNumber = "document_number"
        case timeLimit = "time_limit"
        case itemClass = "class"
    }

    /// The last day to publish: 20 working days from the day it was formed or changed.
    ///
    /// Example: formed 2025-06-03, until 2025-07-01. Source: 条例 Art 26.
    public func publicationDue(by calendar: WorkingCalendar) -> Day {
        calendar.day(timeLimit ?? .proactiveDisclosure, after: formed) ?? .latest
    }
}
