internal import Disclosure
internal import Ledger
internal import Markup
internal import Search
internal import Service

/// The words, and what results are narrowed to.
struct SearchForm {
    let address: SearchAddress
    let offices: [Office]
    /// The years that have results.
    let published: [Int]
    let limits: SearchLimits
    let t: Wording

    /// Offices that a list to choose from may have; where there are more, an office is chosen by its page.
    static let officeLimit = 120

    private var question: SearchQuestion { address.question }

    var html: HTML {
        """
        <form class="sift words" role="search" aria-label="\(t("检索", "Search"))" action="\(SearchAddress.path)">
        <div class="grow"><label for="sq">\(t("标题、文号或正文里的词", "Words of titles, numbers or texts"))</label>\
        <div class="suggest"><input id="sq" type="search" name="q" value="\(question.typed)" autocomplete="off" data-suggest="/search/suggest"></div></div>
        \(kinds)\(office)\(categories)\(years)\(validities)\(order)\
        <div class="btns"><button class="btn">\(t("查", "Find"))</button></div>
        </form>
        """
    }

    private var kinds: HTML {
        select(
            "kind", t("种类", "Kind"),
            [
                (SearchKind.item.rawValue, t("公开的信息", "Information")),
                (SearchKind.report.rawValue, t("年报", "Annual reports")),
            ], chosen: question.kind?.rawValue)
    }

    private var office: HTML {
        let present = offices.filter { $0.until == nil || $0.code == question.office }
        let below: HTML =
            question.includesSubordinates ? "<input type=\"hidden\" name=\"below\" value=\"1\">\n" : .empty
        guard present.count <= Self.officeLimit else {
            guard let office = question.office else { return .empty }
            let name = offices.first { $0.code == office }?.fullName.text ?? office.text
            return select("office", t("机关", "Office"), [(office.text, name)], chosen: office.text, isChinese: true)
                + below
        }
        return select(
            "office", t("机关", "Office"), present.map { ($0.code.text, $0.fullName.text) },
            chosen: question.office?.text, isChinese: true) + below
    }

    private var categories: HTML {
        select(
            "category", t("类别", "Category"),
            ProactiveCategory.allCases.map { ($0.rawValue, CategoryWords(t: t).name($0)) },
            chosen: question.category?.rawValue)
    }

    private var years: HTML {
        // The year that was asked for stays chosen, also where it has nothing.
        let years = Set(published + (question.year.map { [$0] } ?? [])).sorted(by: >).map {
            (String($0), t("\($0)年", "\($0)"))
        }
        return select("year", t("年份", "Year"), years, chosen: question.year.map { String($0) })
    }

    private var validities: HTML {
        select(
            "validity", t("有效性", "Validity"), ItemValidity.allCases.map { ($0.rawValue, CategoryWords(t: t).word($0)) },
            chosen: question.validity?.rawValue)
    }

    /// The order stays as it was chosen.
    private var order: HTML {
        question.order == .best
            ? .empty : "<input type=\"hidden\" name=\"order\" value=\"\(question.order.rawValue)\">\n"
    }

    /// - Parameter isChinese: true for names that are Chinese on English pages too.
    private func select(
        _ name: String, _ label: String, _ options: [(String, String)], chosen: String?, isChinese: Bool = false
    ) -> HTML {
        let language: HTML = isChinese && t.isEnglish ? " lang=\"zh-CN\"" : .empty
        let items = options.map { value, text -> HTML in
            "<option value=\"\(value)\"\(language)\(" selected", if: value == chosen)>\(text)</option>"
        }
        return """
            <div><label for="s-\(name)">\(label)</label><select id="s-\(name)" name="\(name)"><option value="">\(
                t("全部", "All"))</option>\(items)</select></div>

            """
    }
}
