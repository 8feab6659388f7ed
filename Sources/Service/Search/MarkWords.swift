public import Disclosure

/// A word of what was typed that is the name of a kind, a category, a validity or a column: 决算 幼儿园 may mean 幼儿园 among
/// budgets and final accounts.
///
/// Such a word stands in texts too, so it narrows nothing by itself: the page offers the narrower search, and people choose.
/// It counts where it is whole and spaces part it from the others; in quotation marks it is a word like any other.
public struct MarkWords: Sendable, Hashable {
    /// What a word names.
    public enum Mark: Sendable, Hashable {
        /// Annual reports; items have no name of their own that people type.
        case reports
        /// A category of Articles 20 and 21.
        case category(ProactiveCategory)
        /// Whether an item still holds.
        case validity(ItemValidity)
        /// The guide to disclosure, which is a column and no item.
        case guide
    }

    /// The word as typed.
    public let word: String
    /// What it names.
    public let mark: Mark
    /// The words beside it; empty where there is none.
    public let rest: String

    /// Looks for a word; nil where none is a name. Of several the first counts.
    public init?(_ typed: String) {
        guard !typed.contains(where: OfficeWords.isQuote) else { return nil }
        let words = typed.split(whereSeparator: \.isWhitespace)
        for (place, word) in words.enumerated() {
            guard let mark = Self.marks[String(word)] else { continue }
            self.word = String(word)
            self.mark = mark
            rest = words.enumerated().filter { $0.offset != place }.map(\.element).joined(separator: " ")
            return
        }
        return nil
    }

    /// The names, each of one mark.
    public static let marks: [String: Mark] = {
        var marks: [String: Mark] = [:]
        for category in ProactiveCategory.allCases {
            for name in names(of: category) + [category.chineseName] { marks[name] = .category(category) }
        }
        for validity in ItemValidity.allCases {
            for name in names(of: validity) + [validity.chineseText] { marks[name] = .validity(validity) }
        }
        for name in ["年报", "年度报告", "公开年报", "公开年度报告"] + statutory("年报", "年度报告", "工作年度报告") { marks[name] = .reports }
        for name in ["公开指南"] + statutory("指南") { marks[name] = .guide }
        return marks
    }()

    /// Names with what people write before them: 信息公开指南, 政府信息公开指南.
    private static func statutory(_ names: String...) -> [String] {
        names.flatMap { ["信息公开\($0)", "政府信息公开\($0)"] }
    }

    /// How people call a category beside its name in the Regulation.
    private static func names(of category: ProactiveCategory) -> [String] {
        switch category {
        case .rules: ["规章", "法规", "行政法规", "规范性文件", "行政规范性文件"]
        case .organisation: ["机关职能", "机构职能", "机构设置"]
        case .plans: ["发展规划"]
        case .statistics: ["统计数据"]
        case .licensing: ["行政许可"]
        case .penalties: ["行政处罚", "行政强制"]
        case .budgets: ["预算", "决算", "预决算", "财政预算", "财政决算", "财政预决算"]
        case .fees: ["行政收费"]
        case .procurement: ["政府采购", "集中采购"]
        case .projects: ["重大项目"]
        case .welfare: ["扶贫", "社会保障", "促进就业"]
        case .emergencies: ["突发事件"]
        case .inspections: ["监督检查"]
        case .recruitment: ["公务员招录", "公务员考录"]
        case .otherStatutory, .cityAndCounty, .township: []
        }
    }

    private static func names(of validity: ItemValidity) -> [String] {
        switch validity {
        case .inForce: ["现行有效"]
        case .repealed: ["已废止"]
        case .expired: ["已失效"]
        }
    }
}
