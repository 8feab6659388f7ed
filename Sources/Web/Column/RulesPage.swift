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
        let title = t("规章、规范性文件和制度", "Rules and normative documents")
        return OfficeFrame(answer: answer, column: .rules, t: t).content(
            RegisterSection(id: "h-list", title: title, shape: .firstBar).html(list) + register)
    }

    private var nothing: HTML {
        EmptyState(
            what: t("还没有公开的规章、规范性文件", "No rules are published yet"),
            advice: HTML(
                text: t(
                    "各机关共同适用的是《中华人民共和国政府信息公开条例》。",
                    "The Regulation on Open Government Information applies to every office."))
        ).html
    }

    private var register: HTML {
        guard !documents.isEmpty else { return .empty }
        let rows = documents.map { document -> RecordTable.Row in
            let title = document.particulars.title.text
            return RecordTable.Row(
                head: shown(document.item).map {
                    "<a class=\"ttl\" href=\"\(ItemPage.path(PublicItemID(office: answer.office.code, item: $0)))\">\(title)</a>"
                } ?? HTML(text: title), isChinese: true,
                cells: [
                    .init(
                        document.particulars.number.map { HTML(text: $0.text) } ?? .empty, isChinese: true,
                        isShort: false),
                    .init(DayWord.html(document.issued)), .init(status(document)),
                ])
        }
        return RegisterSection(
            id: "h-register", title: t("规范性文件目录", "Register of normative documents"),
            meta: t("共\(documents.count)件", "\(documents.count) in all"), shape: .bar
        ).html(
            RecordTable(
                caption: t("规范性文件目录，现行有效的在前", "Register, those in force first"), first: t("标题", "Title"),
                columns: [
                    .init(title: t("文号", "Number")), .init(title: t("成文日期", "Dated")),
                    .init(title: t("有效性", "Validity")),
                ], rows: rows
            ).html)
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
