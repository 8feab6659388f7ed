internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup
internal import Service

/// What an office, or every office, did with the public: counted by form and year, and listed by form.
struct InteractionPage: Sendable {
    /// The office; nil for the whole site.
    let office: ShowColumns.Answer?
    let answer: ShowInteractions.Answer
    /// The year that the list is narrowed to.
    let year: Int?
    let t: Wording

    /// The address for an office, or for the whole site.
    static func path(_ office: AgencyCode?) -> String { (office.map { "/agencies/\($0.text)" } ?? "") + "/interaction" }

    /// The name of the page.
    static func name(_ t: Wording) -> String { t("互动交流", "Interaction with the public") }

    private var path: String { Self.path(office?.office.code) }

    var content: PageContent {
        let name = Self.name(t)
        let address = path + (year.map { "?year=\($0)" } ?? "")
        let words = t(
            "在线访谈、网上调查、民意征集、回应关切等", "Online interviews, surveys, calls for opinions, responses to concerns")
        var content: PageContent
        if let office {
            content = OfficeFrame(answer: office, column: nil, further: .interaction, t: t).content(
                main(.firstBar), title: name, path: address, further: .init(label: name, path: nil))
        } else {
            content = PageContent(
                title: name, crumbs: [.init(label: name, path: nil)],
                main: """
                    <header class="org">
                    <h1>\(name)</h1>
                    <p class="meta"><span>\(words)</span></p>
                    </header>
                    \(main(.margin))
                    """, path: address)
        }
        let chinese = Wording(isEnglish: false)
        content.meta.column = .init(
            name: Self.name(chinese),
            description: "\(office?.office.fullName.text ?? "")在线访谈、网上调查、民意征集、回应关切等", type: "互动交流")
        content.canonical = path
        return content
    }

    private func main(_ shape: RegisterSection.Shape) -> HTML {
        guard !answer.counts.isEmpty else {
            return RegisterSection(id: "h-count", title: Self.name(t), shape: shape).html(nothing)
        }
        let next: RegisterSection.Shape = office == nil ? .margin : .bar
        let forms = Interaction.Form.allCases.filter { form in
            answer.lines.contains { $0.listed.interaction.form == form }
        }
        let lists = forms.map { form -> HTML in
            let lines = answer.lines.filter { $0.listed.interaction.form == form }
            return RegisterSection(
                id: "h-\(form.rawValue)", title: word(form), meta: t("\(lines.count)次", "\(lines.count)"), shape: next
            ).html("<ol class=\"items\">\n\(lines.map(line))</ol>")
        }
        let notListed: HTML =
            answer.more > 0
            ? "<p class=\"more\">\(t("另有\(answer.more)次没有列出，请在上表选择年度。", "\(answer.more) more are not listed; choose a year in the table above."))</p>\n"
            : .empty
        let none: HTML =
            forms.isEmpty
            ? EmptyState(
                what: t("\(year ?? 0)年没有登记", "Nothing was recorded in \(year ?? 0)"),
                link: (path, t("看各年", "All years"))
            ).html : .empty
        return RegisterSection(
            id: "h-count", title: t("各年次数", "By year"), meta: t("单位：次", "Number of times"), shape: shape
        ).html(table + none) + "\(lists)" + notListed
    }

    private var table: HTML {
        let shown = Interaction.Form.allCases.filter { form in answer.counts.contains { $0.forms[form] != nil } }
        let rows = answer.counts.map { one -> RecordTable.Row in
            let name = t("\(one.year)年", "\(one.year)")
            let head: HTML =
                one.year == year
                ? "<b>\(name)</b>" : "<a class=\"ttl\" href=\"\(path)?year=\(one.year)\">\(name)</a>"
            return RecordTable.Row(
                head: head,
                cells: shown.map { .init("\(one.forms[$0] ?? 0)") } + [.init("\(one.forms.values.reduce(0, +))")])
        }
        let all: HTML =
            year == nil
            ? .empty : "<p class=\"more\"><a href=\"\(path)\">\(t("看各年", "All years"))</a></p>"
        return RecordTable(
            caption: t("各年互动交流的次数，按形式", "Interactions by year and form"), first: t("年度", "Year"),
            columns: shown.map { .init(title: word($0), isNumber: true) } + [
                .init(title: t("合计", "Total"), isNumber: true)
            ], rows: rows, isTight: true
        ).html + all
    }

    private func word(_ form: Interaction.Form) -> String { t(form.chineseText, form.englishText) }

    private func line(_ line: ShowInteractions.Line) -> HTML {
        let record = line.listed.record
        let title = line.listed.interaction.title.text
        let head: HTML =
            line.item.map { "<a class=\"ttl\" lang=\"zh-CN\" href=\"\(ItemPage.path($0))\">\(title)</a>" }
            ?? "<span lang=\"zh-CN\">\(title)</span>"
        let since: HTML =
            record.since.map { "<span>\(t("\($0.chineseText)起", "from \($0.englishText)"))</span>" } ?? .empty
        let led: HTML = line.listed.interaction.isLed ? "<span>\(t("负责人参加", "with a leader"))</span>" : .empty
        let by: HTML =
            office == nil ? "<span class=\"by\" lang=\"zh-CN\">\(line.listed.officeName.text)</span>" : .empty
        return """
            <li>
            <time class="when" datetime="\(record.day.description)">\(record.day.description)</time>
            <div>\(head)<p class="meta extra">\(since)\(led)</p></div>
            \(by)
            </li>

            """
    }

    private var nothing: HTML {
        EmptyState(
            what: t("还没有登记的互动交流", "No interaction is recorded yet"),
            advice: HTML(
                text: t(
                    "机关登记在线访谈、网上调查、民意征集、回应关切以后，这里按年度列出。对公开工作有意见的，可以按指南中的联系方式告诉机关。",
                    "Interviews, surveys, calls for opinions and responses are listed here once an office records them. To tell an office something, see the contacts in its guide."
                )),
            link: (office.map { OfficeColumn.guide.path($0.office.code) } ?? "/guide", t("看公开指南", "See the guide"))
        ).html
    }
}
