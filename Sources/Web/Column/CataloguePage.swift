internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup
internal import Service

/// The standard catalogue of an office (公开标准目录): every matter with what is on line of it, field by field.
///
/// Source: 国办发〔2019〕54号; 条例 Art 22.
struct CataloguePage: Sendable {
    let answer: ShowColumns.Answer
    let matters: [ListedMatter]
    let t: Wording

    /// The address of the catalogue of an office.
    static func path(_ office: AgencyCode) -> String { "/agencies/\(office.text)/catalogue" }

    var content: PageContent {
        let title = t("公开标准目录", "Standard catalogue")
        let path = Self.path(answer.office.code)
        var page = OfficeFrame(answer: answer, column: .published, t: t).content(
            matters.isEmpty ? nothing(title) : fields(title), title: title, path: path,
            further: .init(label: title, path: nil))
        page.canonical = path
        return page
    }

    private func nothing(_ title: String) -> HTML {
        RegisterSection(id: "h-list", title: title, shape: .firstBar).html(
            EmptyState(
                what: t("本机关的公开标准目录还没有登记", "This office has not recorded its standard catalogue yet"),
                advice: HTML(text: t("公开的信息可以按法定类别查：", "What is published is found by category: ")),
                link: (OfficeColumn.published.path(answer.office.code), OfficeColumn.published.name(t))
            ).html)
    }

    /// One table a field, in the order in which the catalogue comes to them.
    private func fields(_ title: String) -> HTML {
        var names: [String] = []
        var byField: [String: [ListedMatter]] = [:]
        for matter in matters {
            let field = matter.content.field?.text ?? ""
            if byField[field] == nil { names.append(field) }
            byField[field, default: []].append(matter)
        }
        let sections = names.enumerated().map { index, name -> HTML in
            let own = byField[name] ?? []
            let empty = own.count { $0.number == 0 }
            let count = t("\(own.count)项", "\(own.count) matters")
            let meta = empty == 0 ? count : count + t("，\(empty)项还没有信息", ", \(empty) without items")
            return RegisterSection(
                id: "h-field-\(index + 1)", title: name.isEmpty ? t("其他事项", "Other matters") : name, meta: meta,
                isName: !name.isEmpty,
                shape: .bar
            ).html(table(own, name.isEmpty ? title : name))
        }
        let empty = matters.count { $0.number == 0 }
        return """
            <div class="catalogue">
            \(RegisterSection(
                id: "h-list", title: title, meta: t("共\(matters.count)项，\(empty)项还没有信息", "\(matters.count) matters, \(empty) without items"),
                shape: .firstBar
            ).html(
                """
                <p>\(t("本机关按标准目录应当公开的事项，按领域列出；点开事项看公开的内容、依据和已经公开的信息。", "What this office must publish under its standard catalogue, field by field. Open a matter to see its details and its items."))</p>
                <p class="more"><a href="\(OfficeColumn.published.path(answer.office.code))">\(t("按法定类别查", "By the categories of the law"))</a></p>
                """))\(sections)</div>
            """
    }

    private func table(_ matters: [ListedMatter], _ name: String) -> HTML {
        RecordTable(
            caption: t("\(name)：公开事项", "Matters"), first: t("公开事项", "Matter"),
            columns: [
                .init(title: t("公开时限", "When")), .init(title: t("公开方式", "How")),
                .init(title: t("已公开", "Online"), isNumber: true), .init(title: t("最近公开", "Latest")),
            ],
            rows: matters.map { one in
                .init(
                    head: head(one), isChinese: true,
                    cells: [
                        .init(HTML(text: one.content.timeLimit.text), isChinese: true, isShort: false),
                        .init(HTML(text: t(one.content.attribute.chineseText, one.content.attribute.englishText))),
                        .init(HTML(text: "\(one.number)")),
                        .init(one.latest.map { DayWord.html($0) } ?? HTML(text: t("还没有信息", "nothing yet"))),
                    ])
            }
        ).html
    }

    private func head(_ one: ListedMatter) -> HTML {
        let group: HTML = one.content.group.map { "<span>\($0.text)</span>" } ?? .empty
        return """
            <a class="ttl" href="\(MatterPage.path(answer.office.code, one.matter))">\(one.content.name.text)</a>\
            <p class="meta">\(group)<span>\(one.matter.text)</span></p>
            """
    }
}

/// A day in a table.
enum DayWord {
    static func html(_ day: Day) -> HTML { "<time datetime=\"\(day.description)\">\(day.description)</time>" }
}
