internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup
internal import Service

/// The column 政府信息公开制度 of an office: its register of rules and normative documents, and what it published of that kind.
struct RulesPage: Sendable {
    let answer: ShowColumns.Answer
    let documents: [NormativeDocument]
    let page: ListPublished.Page
    let today: Day
    let t: Wording

    var content: PageContent {
        let all = "\(OfficeColumn.published.path(answer.office.code))/\(ProactiveCategory.rules.rawValue)"
        let list: HTML =
            page.items.isEmpty
            ? nothing
            : """
            \(ItemList(items: page.items, t: t, showsOffice: false).html)
            <p class="more"><a href="\(all)">\(t("全部规章和规范性文件", "All rules and normative documents"))</a></p>
            """
        return OfficeFrame(answer: answer, column: .rules, t: t).content(
            """
            <section aria-labelledby="h-list">
            <div class="bar"><h2 id="h-list">\(t("规章、规范性文件和制度", "Rules and normative documents"))</h2></div>
            \(list)
            </section>
            \(register)
            """)
    }

    private var nothing: HTML {
        """
        <p class="nil"><b>\(t("还没有公开的规章、规范性文件", "No rules are published yet"))</b>\(t(
            "各机关共同适用的是《中华人民共和国政府信息公开条例》。",
            "The Regulation on Open Government Information applies to every office."))</p>
        """
    }

    private var register: HTML {
        guard !documents.isEmpty else { return .empty }
        let rows = documents.map { document -> HTML in
            let title: HTML =
                shown(document.item).map {
                    "<a class=\"ttl\" lang=\"zh-CN\" href=\"\(ItemPage.path(PublicItemID(office: answer.office.code, item: $0)))\">\(document.particulars.title.text)</a>"
                } ?? "<span lang=\"zh-CN\">\(document.particulars.title.text)</span>"
            return """
                <tr><th scope="row">\(title)</th>\
                <td data-l="\(t("文号", "Number"))" lang="zh-CN">\(document.particulars.number?.text)</td>\
                <td class="in" data-l="\(t("成文", "Dated"))">\(document.issued.description)</td>\
                <td class="in" data-l="\(t("有效性", "Validity"))">\(status(document))</td></tr>

                """
        }
        return """
            <section class="part" aria-labelledby="h-register">
            <div class="bar"><h2 id="h-register">\(t("规范性文件目录", "Register of normative documents"))</h2></div>
            <table class="tbl stack">
            <caption class="unseen">\(t("规范性文件目录，现行有效的在前", "Register, those in force first"))</caption>
            <thead><tr><th scope="col">\(t("标题", "Title"))</th><th scope="col">\(t("文号", "Number"))</th><th scope="col">\(
                t("成文日期", "Dated"))</th><th scope="col">\(t("有效性", "Validity"))</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            </section>

            """
    }

    /// The item of a document, where it is on line.
    private func shown(_ item: ItemReference?) -> ItemReference? {
        item.flatMap { item in page.items.contains { $0.item == item } ? item : nil }
    }

    private func status(_ document: NormativeDocument) -> HTML {
        let words = CategoryWords(t: t)
        return switch document.status(on: today) {
        case .inForce, .none: HTML(text: words.word(.inForce))
        case .repealed: "<span class=\"tag off\">\(words.word(.repealed))</span>"
        case .expired: "<span class=\"tag off\">\(words.word(.expired))</span>"
        }
    }
}
