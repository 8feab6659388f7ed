internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup
internal import Service

/// The column 政府信息公开指南 of an office, as it holds on a day. Source: 条例 Art 12, 28-31, 33, 51.
struct GuidePage: Sendable {
    let answer: ShowColumns.Answer
    /// Every edition, the first one first.
    let editions: [DisclosureGuide.Edition]
    /// The edition shown; nil where none was written, or none held on the day.
    let edition: DisclosureGuide.Edition?
    /// The day asked for; nil for the edition that holds now.
    let day: Day?
    let t: Wording

    private var office: Office { answer.office }
    private var path: String { OfficeColumn.guide.path(office.code) }

    /// The address of an edition, or of what held on a day.
    static func path(_ office: AgencyCode, on day: Day) -> String { "\(OfficeColumn.guide.path(office))/\(day)" }

    var content: PageContent {
        let title = t("政府信息公开指南", "Guide to open government information")
        let since: HTML =
            edition.map {
                """
                <p class="meta"><span>\(t("自", "In force since")) <time datetime="\($0.since.description)">\(
                    $0.since.description)</time> \(t("起用", ""))</span><span>\(t("第\($0.number)版", "edition \($0.number)"))</span></p>
                """
            } ?? .empty
        var page = OfficeFrame(answer: answer, column: .guide, t: t).content(
            """
            <div class="bar"><h2>\(title)</h2>\(since)</div>
            \(outdated)\(edition == nil ? nothing : .empty)
            <div class="prose guide">
            \(arrangement)\(ways)\(unit)\(channels)\(applying)\(remedies)</div>
            \(history)
            """, path: day.map { Self.path(office.code, on: $0) },
            further: day.map { .init(label: $0.description, path: nil) })
        page.canonical = day == nil ? path : nil
        page.isUnlisted = day != nil
        return page
    }

    /// Said over an edition that is not the present one.
    private var outdated: HTML {
        guard day != nil, let edition, edition.number != editions.last?.number else { return .empty }
        return """
            <p class="verdict"><b>\(t("这是以前的版本", "An earlier edition"))</b> <a href="\(path)">\(
                t("看现行指南", "See the present one"))</a></p>

            """
    }

    private var nothing: HTML {
        let what =
            editions.isEmpty
            ? t("本机关的公开指南还没有登记", "This office has not recorded its guide yet")
            : t("这一天还没有起用的指南", "No guide was in force on that day")
        return EmptyState(
            what: what,
            advice: HTML(
                text: t(
                    "办公地址、时间和联系方式请先通过当地政府总机或者政务服务热线查询。下面是法律的一般规定。",
                    "Please ask the local government switchboard for its address and hours. The general rules of the law are given below."
                )),
            link: editions.isEmpty ? nil : (path, t("看现行指南", "See the present one"))
        ).html
    }

    private func heading(_ number: Int, _ chinese: String, _ english: String) -> HTML {
        let numbers = ["一", "二", "三", "四", "五", "六"]
        return "<h3>\(t("\(numbers[number - 1])、\(chinese)", "\(number). \(english)"))</h3>\n"
    }

    /// Sections without recorded content are left out, so the numbers follow what is there.
    private var numbers: (ways: Int, unit: Int, channels: Int, applying: Int, remedies: Int) {
        edition == nil ? (0, 0, 0, 2, 3) : (2, 3, 4, 5, 6)
    }

    private var arrangement: HTML {
        let list: HTML =
            "<p class=\"more\"><a href=\"\(OfficeColumn.published.path(office.code))\">\(OfficeColumn.published.name(t))</a></p>\n"
        guard let content = edition?.content else {
            return """
                \(heading(1, "信息的分类和查阅", "Categories and where to look"))<p>\(t(
                    "本机关主动公开的信息按《政府信息公开条例》第二十条、第二十一条规定的类别编排，每件有索引号、标题、生成日期等目录内容，可以在本站查阅和下载。",
                    "What this office publishes is arranged by the categories of Articles 20 and 21 and can be read and downloaded here."))</p>
                \(list)
                """
        }
        return """
            \(heading(1, "信息的分类和编排", "Classification and arrangement"))\(table(
                t("信息的分类和编排体系", "Classification and arrangement"),
                [
                    (t("信息的分类", "Classification"), text(content.classification)),
                    (t("编排体系", "Arrangement"), text(content.arrangement)),
                ]))\(list)
            """
    }

    private var ways: HTML {
        guard let content = edition?.content else { return .empty }
        let items = content.ways.map { way -> HTML in "<li>\(way.text)</li>\n" }
        return """
            \(heading(numbers.ways, "获取方式", "How to obtain it"))<ol lang="zh-CN">
            \(items)</ol>

            """
    }

    private var unit: HTML {
        guard let unit = edition?.content.unit else { return .empty }
        let none: HTML = "\(t("没有设置", "None"))"
        var rows: [(String, HTML)] = [
            (t("机构名称", "Name"), text(unit.name)), (t("办公地址", "Address"), text(unit.address)),
        ]
        if let postcode = unit.postcode { rows.append((t("邮政编码", "Postcode"), "\(postcode.text)")) }
        rows.append((t("办公时间", "Hours"), text(unit.hours)))
        rows.append((t("联系电话", "Telephone"), "<span lang=\"zh-CN\">\(unit.telephone.text)</span>"))
        rows.append((t("传真号码", "Fax"), unit.fax.map { "<span lang=\"zh-CN\">\($0.text)</span>" } ?? none))
        if let email = unit.email { rows.append((t("电子邮箱", "E-mail"), mail(email))) }
        if let website = unit.website {
            rows.append((t("网址", "Online"), "<a href=\"\(website.text)\">\(website.text)</a>"))
        }
        return
            heading(numbers.unit, "政府信息公开工作机构", "The disclosure office")
            + table(t("政府信息公开工作机构的名称、地址、时间和联系方式", "Name, address, hours and contact"), rows)
    }

    private var channels: HTML {
        guard let content = edition?.content else { return .empty }
        let rows = content.channels.map { one -> (String, HTML) in
            (
                t(one.channel.chineseText, english(one.channel)),
                "\(text(one.conditions))<p class=\"meta\">\(t(one.channel.receiptRule + "。", one.channel.englishReceiptRule + "."))</p>"
            )
        }
        return heading(numbers.channels, "受理申请的渠道", "Where applications are taken")
            + table(t("受理申请的渠道和条件", "Channels and conditions"), rows)
    }

    private func english(_ channel: RequestChannel) -> String {
        switch channel {
        case .inPerson: "In person"
        case .signedPost: "By post, signed for"
        case .plainLetter: "Plain letter"
        case .internet: "Online"
        case .fax: "Fax"
        }
    }

    private var applying: HTML {
        """
        \(heading(numbers.applying, "申请公开", "Applying"))<p>\(t(
            "没有主动公开的信息，公民、法人和其他组织可以申请。申请应当写明：申请人的姓名或者名称、身份证明、联系方式；信息的名称、文号或者便于查询的其他特征；要求的形式和途径。",
            "Anyone may apply for what is not published: name, proof of identity and contact; the name, number or other "
                + "features of the information; the form of supply."))</p>
        <p>\(t(
            "能够当场答复的当场答复；不能的，自收到申请之日起20个工作日内答复；需要延长的，经批准最多延长20个工作日，并告知申请人。",
            "The office replies at once, or within 20 working days of receipt. It can extend the period once by up to 20 working days, and tells you."))</p>

        """
    }

    private var remedies: HTML {
        var rows: [(String, HTML)] = []
        if let complaints = edition?.content.complaints {
            rows.append((t("受理单位", "Complaints office"), text(complaints.name)))
            if let address = complaints.address { rows.append((t("地址", "Address"), text(address))) }
            rows.append((t("电话", "Telephone"), "<span lang=\"zh-CN\">\(complaints.telephone.text)</span>"))
            if let email = complaints.email { rows.append((t("电子邮箱", "E-mail"), mail(email))) }
        }
        let contact: HTML = rows.isEmpty ? .empty : table(t("投诉举报受理单位", "Complaints office"), rows)
        let more: HTML = edition?.content.remedies.map { text($0) + "\n" } ?? .empty
        return """
            \(heading(numbers.remedies, "监督和救济", "Supervision and remedies"))\(contact)<p>\(t(
                "认为本机关没有依法公开信息的，可以向上一级机关或者政府信息公开工作主管部门投诉、举报；认为具体行为侵犯合法权益的，可以依法申请行政复议或者提起行政诉讼。",
                "You can complain to the office one level up or to the authority in charge of disclosure, and apply for administrative review or sue as the law provides."))</p>
            \(more)
            """
    }

    private var history: HTML {
        guard editions.count > 1 else { return .empty }
        let steps = editions.map { one -> Timeline.Step in
            let name: HTML = "\(t("第\(one.number)版", "Edition \(one.number)"))"
            return Timeline.Step(
                day: one.since,
                title: one.number == edition?.number
                    ? name : "<a href=\"\(Self.path(office.code, on: one.since))\">\(name)</a>")
        }
        return RegisterSection(
            id: "h-editions", title: t("历次版本", "Editions"), meta: t("共\(editions.count)版", "\(editions.count) in all"),
            shape: .bar
        ).html(Timeline(steps: steps).html)
    }

    /// Labels and values below each other, as a table that prints.
    private func table(_ caption: String, _ rows: [(label: String, value: HTML)]) -> HTML {
        let lines = rows.map { row -> HTML in "<tr><th scope=\"row\">\(row.label)</th><td>\(row.value)</td></tr>\n" }
        return """
            <table class="tbl pairs-t">
            <caption class="unseen">\(caption)</caption>
            <tbody>
            \(lines)</tbody>
            </table>

            """
    }

    private func text(_ statement: Statement) -> HTML {
        "<p class=\"keep-lines\" lang=\"zh-CN\">\(statement.text)</p>"
    }

    private func mail(_ address: EmailAddress) -> HTML { "<a href=\"mailto:\(address.text)\">\(address.text)</a>" }
}
