/// Where a matter is published, as standard catalogues list it (公开渠道和载体).
public enum CatalogueCarrier: String, Sendable, Hashable, CaseIterable, Codable {
    /// 政府网站.
    case website
    /// 政府公报.
    case gazette
    /// 两微一端.
    case socialMedia = "social_media"
    /// 发布会、听证会.
    case hearing
    /// 广播电视.
    case broadcast
    /// 纸质媒体.
    case print
    /// 公开查阅点.
    case readingPlace = "reading_place"
    /// 政务服务中心.
    case serviceCentre = "service_centre"
    /// 便民服务站.
    case serviceStation = "service_station"
    /// 入户、现场.
    case onSite = "on_site"
    /// 社区、企事业单位、村公示栏（电子屏）.
    case noticeBoard = "notice_board"
    /// 精准推送.
    case push
    /// 其他.
    case other

    /// The name in English.
    public var englishText: String {
        switch self {
        case .website: "government website"
        case .gazette: "government gazette"
        case .socialMedia: "social media and apps"
        case .hearing: "press conferences and hearings"
        case .broadcast: "radio and television"
        case .print: "print media"
        case .readingPlace: "public reading places"
        case .serviceCentre: "government service centres"
        case .serviceStation: "local service stations"
        case .onSite: "visits on site"
        case .noticeBoard: "notice boards"
        case .push: "targeted messages"
        case .other: "other"
        }
    }

    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .website: "政府网站"
        case .gazette: "政府公报"
        case .socialMedia: "两微一端"
        case .hearing: "发布会/听证会"
        case .broadcast: "广播电视"
        case .print: "纸质媒体"
        case .readingPlace: "公开查阅点"
        case .serviceCentre: "政务服务中心"
        case .serviceStation: "便民服务站"
        case .onSite: "入户/现场"
        case .noticeBoard: "社区/企事业单位/村公示栏（电子屏）"
        case .push: "精准推送"
        case .other: "其他"
        }
    }
}

/// What a standard catalogue says of one matter (基层政务公开标准目录). Source: 国办发〔2019〕54号.
public struct MatterContent: Sendable, Hashable, Codable {
    /// The field it belongs to (领域): 财政预决算; nil where the catalogue has none.
    public var field: Statement?
    /// The matter of the first level (一级事项); nil where there is one level.
    public var group: Statement?
    /// Its name (公开事项): 部门预算.
    public var name: Statement
    /// What is published (公开内容（要素）).
    public var content: Statement
    /// On which basis (公开依据).
    public var basis: Statement
    /// When (公开时限), in the words of the catalogue.
    public var timeLimit: Statement
    /// Who publishes it (公开主体).
    public var publisher: Statement
    /// Where it must be published (■); at least one.
    public var carriers: [CatalogueCarrier]
    /// Where it may be published besides (□); nil for nowhere.
    public var furtherCarriers: [CatalogueCarrier]?
    /// The group of people it is for (特定群体); nil for everyone (全社会).
    public var audience: Statement?
    /// 主动 or 依申请.
    public var attribute: DisclosureAttribute
    /// The level (公开层级): 县级、乡级; nil where the catalogue has none.
    public var level: Statement?
    /// The category of Articles 20 and 21 that it stands under; nil where nobody said.
    public var category: ProactiveCategory?

    /// A content.
    public init(
        _ name: Statement, _ content: Statement, basis: Statement, timeLimit: Statement, publisher: Statement,
        on carriers: [CatalogueCarrier], besides furtherCarriers: [CatalogueCarrier]? = nil, field: Statement? = nil,
        group: Statement? = nil, audience: Statement? = nil, attribute: DisclosureAttribute = .proactive,
        level: Statement? = nil, category: ProactiveCategory? = nil
    ) {
        self.name = name
        self.content = content
        self.basis = basis
        self.timeLimit = timeLimit
        self.publisher = publisher
        self.carriers = carriers
        self.furtherCarriers = furtherCarriers
        self.field = field
        self.group = group
        self.audience = audience
        self.attribute = attribute
        self.level = level
        self.category = category
    }

    enum CodingKeys: String, CodingKey {
        case field, group, name, content, basis, publisher, carriers, audience, attribute, level, category
        case timeLimit = "time_limit"
        case furtherCarriers = "further_carriers"
    }
}
