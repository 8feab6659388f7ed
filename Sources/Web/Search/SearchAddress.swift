internal import Disclosure
internal import HTTPCore
internal import Ledger
internal import Service

/// A question as an address says it, and the addresses of pages near it.
struct SearchAddress {
    /// The address of the page.
    static let path = "/search"

    /// The fields that it knows, by the names of the interface.
    static let fields = ["q", "office", "below", "kind", "category", "year", "validity", "literal", "order", "after"]
    /// What two of them were called before; such addresses stand in links and lead on.
    static let formerFields = ["agency": "office", "valid": "validity"]

    var question: SearchQuestion

    init(_ question: SearchQuestion) { self.question = question }

    /// The question of an address; a field that is left empty asks for nothing.
    init(_ query: FormFields) throws(MalformedField) {
        question = SearchQuestion(
            query["q"] ?? "", office: try query.chosen("office", Sentence("机关", "office")) { AgencyCode($0) },
            includesSubordinates: query["below"] == "1",
            kind: try query.chosen("kind", Sentence("种类", "kind")) { SearchKind(rawValue: $0) },
            category: try query.chosen("category", Sentence("类别", "category")) { ProactiveCategory(rawValue: $0) },
            year: try query.chosen("year", Sentence("年份", "year")) { text in ReportYear(text)?.number },
            validity: try query.chosen("validity", Sentence("有效性", "validity")) { ItemValidity(rawValue: $0) },
            isLiteral: query["literal"] == "1",
            order: try query.chosen("order", Sentence("排序", "order")) { SearchOrder(rawValue: $0) } ?? .best,
            cursor: try query.chosen("after", Sentence("翻页位置", "place in the list")) { SearchCursor($0) })
    }

    /// The address that means the same as one with former names; nil where it has none.
    ///
    /// What stands under both names is asked for by the present one.
    static func renewed(_ query: FormFields) -> String? {
        guard query.fields.contains(where: { formerFields[$0.name] != nil }) else { return nil }
        let fields = query.fields.compactMap { field -> (String, String)? in
            guard let name = formerFields[field.name] else { return (field.name, field.value) }
            return query[name] == nil ? (name, field.value) : nil
        }
        return path + "?" + FormFields(fields).encoded
    }

    /// The address of a page of this question.
    ///
    /// - Parameter change: changes a copy of the question; the page is its first unless the place is set.
    func link(_ change: (inout SearchQuestion) -> Void = { _ in }) -> String {
        var other = question
        other.cursor = nil
        change(&other)
        var fields: [(String, String)] = [("q", other.typed)]
        if let office = other.office { fields.append(("office", office.text)) }
        if other.includesSubordinates { fields.append(("below", "1")) }
        if let kind = other.kind { fields.append(("kind", kind.rawValue)) }
        if let category = other.category { fields.append(("category", category.rawValue)) }
        if let year = other.year { fields.append(("year", String(year))) }
        if let validity = other.validity { fields.append(("validity", validity.rawValue)) }
        if other.isLiteral { fields.append(("literal", "1")) }
        if other.order != .best { fields.append(("order", other.order.rawValue)) }
        if let cursor = other.cursor { fields.append(("after", cursor.text)) }
        return Self.path + "?" + FormFields(fields).encoded
    }

    /// The address of a result.
    static func of(_ title: SearchTitle) -> String {
        switch title.subject {
        case .item(let item): ItemPage.path(PublicItemID(office: title.office, item: item))
        case .report(let year): ReportPage.path(title.office, year)
        }
    }
}
