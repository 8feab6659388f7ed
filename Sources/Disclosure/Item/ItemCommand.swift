public import CivilTime

/// What an office can do with an item; one command each.
public enum ItemVerb: String, Sendable, Hashable, CaseIterable {
    /// `DraftItem`.
    case draft
    /// `AmendItem`.
    case amend
    /// `SubmitItem`.
    case submit
    /// `ApproveItem`.
    case approve
    /// `ReturnItem`.
    case giveBack = "return"
    /// `PublishItem`.
    case publish
    /// `WithdrawItem`.
    case withdraw
    /// `ChangeValidity`.
    case changeValidity = "change_validity"
    /// `ReassessItem`.
    case reassess

    /// The name in Chinese, as on a button.
    public var chineseText: String {
        switch self {
        case .draft: "起草"
        case .amend: "修改"
        case .submit: "送审"
        case .approve: "审核通过"
        case .giveBack: "退回修改"
        case .publish: "公开发布"
        case .withdraw: "撤回"
        case .changeValidity: "登记废止或者失效"
        case .reassess: "定期评估"
        }
    }

    /// The article that knows it.
    public var article: Article {
        switch self {
        case .draft, .amend: .regulation(12)
        case .submit, .approve, .giveBack: .regulation(17)
        case .publish: .regulation(26)
        case .withdraw, .changeValidity: .regulation(12, paragraph: 3)
        case .reassess: .regulation(18)
        }
    }

    private func isPossible(for item: InformationItem) -> Bool {
        guard item.voiding == nil else { return false }
        return switch self {
        case .draft: false
        case .amend: true
        case .submit: item.stage == .draft
        case .approve, .giveBack: item.stage == .inReview
        case .publish: item.stage == .approved && item.content.attribute == .proactive
        case .withdraw: item.published != nil
        case .changeValidity: item.published != nil && item.validity == .inForce
        case .reassess: item.stage == .approved && item.content.attribute != .proactive
        }
    }

    /// Why it cannot be done as the item stands; nil when it can.
    public func obstacle(for item: InformationItem?) -> Finding? {
        guard let item else {
            guard self != .draft else { return nil }
            return Finding(.itemNotDrafted, .error, "该信息尚未起草，不能\(chineseText)。", article: article, remedy: "请先起草。")
        }
        // What was entered in error leaves its name free.
        guard !isPossible(for: item), self != .draft || item.voiding == nil else { return nil }
        let open = Self.allCases.filter { $0.isPossible(for: item) }.map(\.chineseText).joined(separator: "、")
        let remedy = open.isEmpty ? "登记有误的信息请重新登记。" : "目前可以：\(open)。"
        switch self {
        case .draft:
            return Finding(
                .itemAlreadyDrafted, field: "item", "信息 \(item.reference) 已经登记。", article: article, remedy: remedy)
        case .publish where item.stage == .approved:
            return Finding(
                .itemNotProactive, field: "attribute", "公开属性为“\(item.content.attribute.chineseText)”的信息不能公开发布。",
                article: article, remedy: "情形变化、可以公开的，请通过定期评估调整公开属性。")
        case .reassess where item.stage == .approved:
            return Finding(
                .itemIsProactive, field: "attribute", "公开属性为主动公开的信息无需定期评估。", article: article, remedy: remedy)
        case .changeValidity where item.published != nil:
            return Finding(.itemNotInForce, field: "validity", "该信息已经登记为废止或者失效。", article: article, remedy: remedy)
        default:
            return Finding(
                .itemStage, .error, "该信息\(item.stage.chineseText)，不能\(chineseText)。", article: article, remedy: remedy)
        }
    }

    /// The item, when it can be done.
    func admit(_ item: InformationItem?) throws(Refusal) -> InformationItem {
        if let obstacle = obstacle(for: item) { throw Refusal(obstacle) }
        guard let item else { throw Refusal(ExaminationFinding.notRegistered()) }
        return item
    }
}

/// Something an office wants to do with an item; pure and total as `RequestCommand` is.
public protocol ItemCommand: Command where Subject == InformationItem {
    /// Which command.
    static var verb: ItemVerb { get }

    /// What the law makes of it.
    ///
    /// - Parameter item: the item; nil when it is not drafted.
    /// - Throws: `Refusal`; nothing is changed then.
    func decide(on item: InformationItem?, today: Day, calendar: WorkingCalendar) throws(Refusal) -> Ruling<ItemAct>
}

extension Finding.Code {
    /// There is no such item yet.
    public static let itemNotDrafted = Self("item.not_drafted")
    /// The name is taken.
    public static let itemAlreadyDrafted = Self("item.already_drafted")
    /// The latest version stands elsewhere.
    public static let itemStage = Self("item.stage")
    /// It is not to be published by itself.
    public static let itemNotProactive = Self("item.not_proactive")
    /// It is published by itself.
    public static let itemIsProactive = Self("item.is_proactive")
    /// It holds no longer already.
    public static let itemNotInForce = Self("item.not_in_force")
    /// No reasons for the attribute.
    public static let itemNoReasons = Self("item.no_reasons")
    /// No ground for the attribute.
    public static let itemNoGround = Self("item.no_ground")
    /// No category.
    public static let itemNoCategory = Self("item.no_category")
    /// Nothing was changed.
    public static let itemUnchanged = Self("item.unchanged")
    /// Another level is next.
    public static let itemLevelOrder = Self("item.level_order")
    /// One person at two levels.
    public static let itemSamePerson = Self("item.same_person")
    /// No channel.
    public static let itemNoChannel = Self("item.no_channel")
    /// Another index number than before.
    public static let itemIndexChanged = Self("item.index_changed")
    /// Another item has the index number.
    public static let itemIndexTaken = Self("item.index_taken")
    /// Published after its last day.
    public static let itemPublishedLate = Self("item.published_late")
    /// The validity is the one it has.
    public static let itemValidity = Self("item.validity")
}
