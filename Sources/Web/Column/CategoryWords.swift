internal import Disclosure

/// The categories of proactive disclosure in the words of the pages. Source: 条例 Art 20, 21.
struct CategoryWords: Sendable {
    let t: Wording

    /// The paragraphs of Article 20, and the two groups of Article 21.
    func name(_ category: ProactiveCategory) -> String {
        t(category.chineseName, english(category))
    }

    private func english(_ category: ProactiveCategory) -> String {
        switch category {
        case .rules: "Rules and normative documents"
        case .organisation: "Duties, heads and contacts"
        case .plans: "Plans and policies"
        case .statistics: "Statistics"
        case .licensing: "Licences and services"
        case .penalties: "Penalties and enforcement"
        case .budgets: "Budgets and accounts"
        case .fees: "Administrative charges"
        case .procurement: "Public procurement"
        case .projects: "Major construction projects"
        case .welfare: "Welfare, education, health, employment"
        case .emergencies: "Emergencies"
        case .inspections: "Inspections"
        case .recruitment: "Recruitment of civil servants"
        case .otherStatutory: "Other statutory information"
        case .cityAndCounty: "Municipal works, services, expropriation, relief"
        case .township: "Rural policy, water, land, relief"
        }
    }

    /// The paragraph or article, as it stands before the name.
    func place(_ category: ProactiveCategory) -> String {
        guard let place = Self.places[category] else { return t("第21条", "Art 21") }
        return t(place.chinese, place.english)
    }

    private static let places: [ProactiveCategory: (chinese: String, english: String)] = {
        let numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五"]
        let named = zip(ProactiveCategory.allCases, numbers).enumerated().map { index, one in
            (one.0, (chinese: "（\(one.1)）", english: "(\(index + 1))"))
        }
        return Dictionary(uniqueKeysWithValues: named)
    }()

    /// The word for the validity.
    func word(_ validity: ItemValidity) -> String {
        t(validity.chineseText, validity == .inForce ? "In force" : validity == .repealed ? "Repealed" : "Expired")
    }
}
