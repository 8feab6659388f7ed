internal import CivilTime
internal import Disclosure
internal import HTTPCore
internal import Ledger
internal import Service

/// Answers for the statutory columns, of an office and of the whole site.
struct ColumnHandler: Sendable {
    let site: SiteContext

    static let noOffice = Sentence(
        "没有收录这个机关。请核对网址中的机关代码，或者从首页按机关查找。",
        "There is no such office here. Check its code in the address, or find it from the first page.")
    static let noDay = Sentence(
        "网址中的日期不对。日期写作 2025-06-03；现行指南见该机关的“政府信息公开指南”。",
        "The day in the address is wrong. Write it as 2025-06-03; the current guide is in the column “Guide”.")
    static let noMatter = Sentence(
        "该机关的公开目录中没有这个事项。请从目录里选择。",
        "The catalogue of this office has no such matter. Choose one from the catalogue.")
    static let noPlace = Sentence(
        "网址中的“翻页位置”不能识别。请回到列表的第一页重新翻页。",
        "The place in the list that the address names is not known. Go back to the first page of the list.")
    static let noCategory = Sentence(
        "没有这个类别。请从该机关的法定主动公开内容里选择。",
        "There is no such category. Choose one from what the office has published.")

    static let noYear = Sentence(
        "年度应当是四位数字，例如 year=2024。请在页面的表里选择年度。",
        "A year has four digits, for example year=2024. Choose one in the table of the page.")

    var routes: [Route] {
        [
            Route(.get, "/agencies/{code}", access: .public, handler: overview),
            Route(.get, "/agencies/{code}/guide", access: .public, handler: guide),
            Route(.get, "/agencies/{code}/guide/{day}", access: .public, handler: guide),
            Route(.get, "/agencies/{code}/catalogue", access: .public, handler: catalogue),
            Route(.get, "/agencies/{code}/catalogue/{matter}", access: .public, handler: matter),
            Route(.get, "/agencies/{code}/rules", access: .public, handler: rules),
            Route(.get, "/agencies/{code}/reports", access: .public, handler: reports),
            Route(.get, "/agencies/{code}/published", access: .public, handler: published),
            Route(.get, "/agencies/{code}/published/{category}", access: .public, handler: published),
            Route(.get, "/published", access: .public, handler: everything),
            Route(.get, "/published/{category}", access: .public, handler: everything),
            Route(.get, "/guide", access: .public) { column($0, .guide) },
            Route(.get, "/rules", access: .public) { column($0, .rules) },
            Route(.get, "/interaction", access: .public, handler: interaction),
            Route(.get, "/agencies/{code}/interaction", access: .public, handler: interaction),
            Route(.get, "/sitemap", access: .public, handler: siteMap),
        ]
    }

    /// The answer to a place in a list that no page gave out; nil where there is none, or a right one.
    private func misplaced(_ request: Request) -> Response? {
        guard let text = request.query["after"], !text.isEmpty, PublicPlace(text) == nil else { return nil }
        return site.refuse(request, .badRequest, Self.noPlace)
    }

    private func code(_ request: Request) -> AgencyCode? { request.parameters["code"].flatMap { AgencyCode($0) } }

    private func overview(_ request: Request) -> Response {
        site.page(request) { t throws(ServiceError) in
            guard let code = code(request), let answer = try ShowOffice(ledger: site.ledger).run(code),
                let columns = try ShowColumns(ledger: site.ledger).run(code)
            else { return .missing(Self.noOffice) }
            let latest = try ListPublished(ledger: site.ledger).run(of: code, limit: OfficePage.latestLimit)
            return .page(
                OfficePage(
                    columns: columns, answer: answer, latest: latest,
                    empty: try ShowColumns(ledger: site.ledger).emptyCategories(of: code), t: t
                ).content)
        }
    }

    private func guide(_ request: Request) -> Response {
        site.page(request) { t throws(ServiceError) in
            let columns = ShowColumns(ledger: site.ledger)
            guard let code = code(request), let answer = try columns.run(code) else { return .missing(Self.noOffice) }
            var day: Day?
            if let text = request.parameters["day"] {
                day = Day(text)
                guard day != nil else { return .missing(Self.noDay) }
            }
            let editions = try columns.guide(of: code)
            // Without a calendar day the edition written last is the present one.
            let edition =
                (day ?? site.settings.today?()).map { day in editions.last { $0.since <= day } } ?? editions.last
            return .page(GuidePage(answer: answer, editions: editions, edition: edition, day: day, t: t).content)
        }
    }

    private func catalogue(_ request: Request) -> Response {
        site.page(request) { t throws(ServiceError) in
            guard let code = code(request), let answer = try ShowColumns(ledger: site.ledger).run(code) else {
                return .missing(Self.noOffice)
            }
            let matters = try ShowCatalogue(ledger: site.ledger).matters(of: code)
            return .page(CataloguePage(answer: answer, matters: matters, t: t).content)
        }
    }

    private func matter(_ request: Request) -> Response {
        misplaced(request)
            ?? site.page(request) { t throws(ServiceError) in
                guard let code = code(request), let answer = try ShowColumns(ledger: site.ledger).run(code) else {
                    return .missing(Self.noOffice)
                }
                let place = request.query["after"].flatMap { PublicPlace($0) }
                guard let matter = request.parameters["matter"].flatMap({ MatterReference($0) }),
                    let found = try ShowCatalogue(ledger: site.ledger).run(
                        matter, of: code, after: place, limit: PublishedPage.itemsPerPage)
                else { return .missing(Self.noMatter) }
                return .page(MatterPage(answer: answer, found: found, isFirst: place == nil, t: t).content)
            }
    }

    private func rules(_ request: Request) -> Response {
        site.page(request) { t throws(ServiceError) in
            let columns = ShowColumns(ledger: site.ledger)
            guard let code = code(request), let answer = try columns.run(code) else { return .missing(Self.noOffice) }
            let page = try ListPublished(ledger: site.ledger).run(of: code, category: .rules)
            // Without a calendar day no term is taken to have run out.
            let today = site.settings.today?() ?? .earliest
            return .page(
                RulesPage(
                    answer: answer, documents: try columns.documents(of: code, today: today), page: page, today: today,
                    t: t
                ).content)
        }
    }

    private func reports(_ request: Request) -> Response {
        site.page(request) { t throws(ServiceError) in
            guard let code = code(request), let office = try ShowOffice(ledger: site.ledger).run(code),
                let columns = try ShowColumns(ledger: site.ledger).run(code)
            else { return .missing(Self.noOffice) }
            let children = Set(office.children.map(\.code))
            let below =
                children.isEmpty
                ? [] : try ListReports(ledger: site.ledger).run().all.filter { children.contains($0.office) }
            return .page(
                OfficeReportsPage(
                    answer: columns, office: office,
                    below: below.sorted { ($1.year, $0.office.folded) < ($0.year, $1.office.folded) }, t: t
                ).content)
        }
    }

    private func published(_ request: Request) -> Response {
        misplaced(request)
            ?? site.page(request) { t throws(ServiceError) in
                guard let code = code(request), let answer = try ShowColumns(ledger: site.ledger).run(code) else {
                    return .missing(Self.noOffice)
                }
                return try list(request, answer, answer.counts, t)
            }
    }

    private func everything(_ request: Request) -> Response {
        misplaced(request)
            ?? site.page(request) { t throws(ServiceError) in
                try list(request, nil, try ListPublished(ledger: site.ledger).counts(), t)
            }
    }

    private func list(
        _ request: Request, _ office: ShowColumns.Answer?, _ counts: [PublicCount], _ t: Wording
    ) throws(ServiceError) -> SiteContext.Outcome {
        var category: ProactiveCategory?
        if let name = request.parameters["category"] {
            category = ProactiveCategory(rawValue: name)
            guard category != nil else { return .missing(Self.noCategory) }
        }
        let empty = try office.map { (office) throws(ServiceError) in
            try ShowColumns(ledger: site.ledger).emptyCategories(of: office.office.code)
        }
        let place = request.query["after"].flatMap { PublicPlace($0) }
        let page = try ListPublished(ledger: site.ledger).run(
            of: office?.office.code, category: category, after: place, limit: PublishedPage.itemsPerPage)
        return .page(
            PublishedPage(
                office: office, category: category, page: page, counts: counts, empty: empty ?? [],
                isFirst: place == nil,
                address: ViewHandler.address(of: request), t: t
            ).content)
    }

    private func column(_ request: Request, _ column: OfficeColumn) -> Response {
        site.page(request) { t throws(ServiceError) in
            let offices = try ListReports(ledger: site.ledger).offices()
            let rules =
                column == .rules
                ? try ListPublished(ledger: site.ledger).run(category: .rules, limit: OfficePage.latestLimit) : nil
            return .page(SiteColumnPage(column: column, offices: offices, rules: rules, t: t).content)
        }
    }

    private func interaction(_ request: Request) -> Response {
        var year: Int?
        if let text = request.query["year"], !text.isEmpty {
            guard text.utf8.count == 4, let number = Int(text), number >= 1_000 else {
                return site.refuse(request, .badRequest, Self.noYear)
            }
            year = number
        }
        let wanted = year
        return site.page(request) { t throws(ServiceError) in
            var office: ShowColumns.Answer?
            if request.parameters["code"] != nil {
                office = try code(request).flatMap { (code) throws(ServiceError) in
                    try ShowColumns(ledger: site.ledger).run(code)
                }
                guard office != nil else { return .missing(Self.noOffice) }
            }
            let answer = try ShowInteractions(ledger: site.ledger).run(of: office?.office.code, year: wanted)
            return .page(InteractionPage(office: office, answer: answer, year: wanted, t: t).content)
        }
    }

    private func siteMap(_ request: Request) -> Response {
        site.page(request) { t throws(ServiceError) in
            .page(SiteMapPage(offices: try ListReports(ledger: site.ledger).offices(), t: t).content)
        }
    }
}
