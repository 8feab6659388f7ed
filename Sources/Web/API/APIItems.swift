internal import CivilTime
internal import Disclosure
internal import HTTPCore
internal import Ledger
internal import Markup
internal import Search
internal import Service

/// The items on line, and the search over items and reports.
enum APIItems {
    static let operations = [list, one, search]

    private static let office = APIParameter.query(
        "office", .string(.code), "机关代码。The code of an office.", example: "xiangzhi")
    private static let category = APIParameter.query(
        "category", .word(ProactiveCategory.allCases.map(\.rawValue)),
        "《条例》第二十条、第二十一条的类别。The category by Articles 20 and 21.", example: "art20_7")

    private static let list = APIOperation(
        pattern: "/api/v1/items", id: "listItems", summary: Sentence("公开的信息", "Items on line"),
        about: Sentence(
            "现在公开的信息，最新的在前；正文和附件见各条。", "What is on line now, the latest first; text and files stand with each item."),
        parameters: [office, category] + APIParameter.paging(.itemPlace), answer: "ItemList", mayBeMissing: true
    ) { site, request throws(APIOperation.Failure) in
        let office = try request.knownOffice(site)
        let start = request["after"].map { PublicPlace($0) }
        // A day that is none in the calendar has nothing behind it.
        if let start, start == nil { return request.page([PublicItem](), cursor: { $0.title.text }) { _, _ in } }
        let found = try asked { () throws(ServiceError) in
            try ListPublished(ledger: site.ledger).run(
                of: office,
                category: request["category"].flatMap { ProactiveCategory(rawValue: $0) }, after: start ?? nil,
                limit: request.limit + 1)
        }
        let summaries = try asked { () throws(ServiceError) in
            try ListPublished(ledger: site.ledger).summaries(of: found.items)
        }
        return request.page(found.items, cursor: { PublicPlace($0).description }) { item, json in
            json.object { json in members(item, summaries[item.body], &json) }
        }
    }

    private static let one = APIOperation(
        pattern: "/api/v1/items/{id}", id: "getItem", summary: Sentence("一条信息", "One item"),
        about: Sentence(
            "正文为 CommonMark 文本，附件按地址取用。没有公开的应答404；已经撤回的（连同附件）应答410，detail 说明日期和理由。",
            "The text is CommonMark, files have their addresses. What is not on line is 404; what was withdrawn, with its files, is 410, and detail has day and reason."
        ),
        parameters: [
            .path("id", .string(.place), "信息的编号，即网址 /info/ 之后的部分。What follows `/info/`.", example: "xiangzhi.xz-6-1")
        ], answer: "Item", mayBeMissing: true,
        refusals: [(.gone, "已经撤回，detail 说明理由 It was withdrawn, `detail` says why")]
    ) { site, request throws(APIOperation.Failure) in
        var withdrawn: APIProblem?
        let found = try asked { () throws(ServiceError) -> (sheet: PublicItemSheet, paper: KeptPaper?)? in
            guard let id = request["id"].flatMap({ PublicItemID($0) }), let answer = try site.items.run(id)
            else { return nil }
            switch answer {
            case .withdrawn(let item):
                withdrawn = .withdrawn(item)
                return nil
            case .published(let shown): return (shown, try site.items.paper(of: shown.item))
            }
        }
        if let withdrawn { throw .problem(withdrawn) }
        guard let found else {
            throw .problem(.missing("unknown_item", Sentence("没有公开的信息在这个编号之下。", "Nothing is on line under this id.")))
        }
        var json = JSONWriter()
        json.object { json in
            members(found.sheet.item, found.sheet.summary, &json)
            if let matter = found.sheet.matter {
                json.key("matter")
                json.object { json in
                    json.member("code", matter.matter.text)
                    json.member("name", matter.name.text)
                }
            } else {
                json.member("matter", String?.none)
            }
            json.member("text", found.paper?.text ?? "")
            json.array("files") { json in
                for file in found.paper?.files ?? [] {
                    json.object { json in
                        json.member("name", file.name)
                        json.member("format", file.format)
                        json.member("bytes", file.byteCount)
                        json.member("sha256", file.digest.hex)
                        json.member("url", ItemPage.path(found.sheet.item.id, file))
                    }
                }
            }
        }
        return APIAnswer(body: json.finish())
    }

    private static let search = APIOperation(
        pattern: "/api/v1/search", id: "search", summary: Sentence("检索", "Search"),
        about: Sentence(
            "查标题、文号、正文和附件里的词，与 /search 相同。不能检索的词（例如单个汉字）没有结果，problem 说明原因。",
            "Looks for words in titles, numbers, texts and files, as /search does. What cannot be looked for, as a single character, has no results, and problem says why."
        ),
        parameters: [
            APIParameter(
                name: "q", place: .query, schema: .string(.words), about: "要查的词。The words.", isRequired: true,
                example: "预算"), office,
            .query("kind", .word(SearchKind.allCases.map(\.rawValue)), "信息或者年报。Items or reports."), category,
            .query("year", .integer(ReportYear.range), "年份。The year.", example: "2020"),
            .query("validity", .word(ItemValidity.allCases.map(\.rawValue)), "有效性。Whether it still holds."),
            .query("below", .word(["0", "1"]), "1：连同下属机关，和 office 一起用。1: with the offices below `office`."),
            .query("order", .word(SearchOrder.allCases.map(\.rawValue)), "排序。The order."),
            .query(
                "limit", .integer(1...100), "一页最多几条，默认与检索页面相同。Results on a page, as on `/search` unless told.",
                example: "20"),
            .after(.searchPlace),
        ], answer: "SearchResults", mayBeMissing: true
    ) { site, request throws(APIOperation.Failure) in
        if let seconds = site.searches.wait(request.address, at: site.clock()) {
            throw .problem(.tooMany(site.searches.message(seconds), retryAfter: .seconds(seconds - 1)))
        }
        let start = request["after"].map { SearchCursor($0) }
        let office = try request.knownOffice(site)
        let question = SearchQuestion(
            request["q"] ?? "", office: office,
            includesSubordinates: request["below"] == "1", kind: request["kind"].flatMap { SearchKind(rawValue: $0) },
            category: request["category"].flatMap { ProactiveCategory(rawValue: $0) }, year: request.integer("year"),
            validity: request["validity"].flatMap { ItemValidity(rawValue: $0) }, isLiteral: true,
            order: request["order"].flatMap { SearchOrder(rawValue: $0) } ?? .best, cursor: start ?? nil)
        let answer = try asked { () throws(ServiceError) in
            try SearchPublished(
                ledger: site.ledger, limits: site.settings.search,
                pageSize: request.integer("limit") ?? site.settings.searchPageSize
            ).run(question)
        }
        return results(answer, request, isPlaceKnown: start.map { $0 != nil } ?? true)
    }

    private static func results(_ answer: SearchAnswer, _ request: APIRequest, isPlaceKnown: Bool) -> APIAnswer {
        var json = JSONWriter()
        var next: String?
        json.object { json in
            switch answer.outcome {
            case .problem(let problem, _):
                json.array("items") { _ in }
                json.member("count", 0)
                json.member("is_count_exact", true)
                json.member("problem", word(problem))
            case .results(let results):
                next = isPlaceKnown ? results.next.map { request.next(after: $0.text) } : nil
                json.array("items") { json in
                    for found in isPlaceKnown ? results.found : [] { write(found, &json) }
                }
                json.member("count", results.count)
                json.member("is_count_exact", results.isCountExact)
                json.member("problem", String?.none)
            }
            json.member("next", next)
        }
        return APIAnswer(body: json.finish(), next: next)
    }

    /// The words for what keeps a search from being made.
    static let problems = ["empty", "no_word", "single_character", "too_long", "too_many_terms"]

    private static func word(_ problem: SearchQuery.Problem) -> String {
        switch problem {
        case .empty: problems[0]
        case .noWord: problems[1]
        case .singleCharacter: problems[2]
        case .tooLong: problems[3]
        case .tooManyTerms: problems[4]
        }
    }

    private static func write(_ found: SearchAnswer.Found, _ json: inout JSONWriter) {
        json.object { json in
            json.member("title", found.head.title)
            json.member("office", found.head.office.text)
            json.member("office_name", found.head.officeName.text)
            json.member("day", found.head.day.description)
            json.member("excerpt", found.excerpt.map { $0.pieces.map(\.text).joined() })
            json.member("url", SearchAddress.of(found.head))
        }
    }

    private static func members(_ item: PublicItem, _ summary: String?, _ json: inout JSONWriter) {
        json.member("id", item.id.description)
        json.member("office", item.office.text)
        json.member("office_name", item.officeName.text)
        json.member("title", item.title.text)
        json.member("index_number", item.index.text)
        json.member("summary", summary)
        json.member("document_number", item.documentNumber?.text)
        json.member("category", item.category.rawValue)
        json.member("topic", item.topic?.text)
        json.member("publisher", item.publisher?.text)
        json.member("dated", item.dated.description)
        json.member("published", item.published.description)
        json.member("first_published", item.firstPublished.description)
        json.member("version", item.version)
        json.member("validity", item.validity.rawValue)
        json.array("keywords") { json in for word in item.keywords { json.string(word.text) } }
        json.member("url", ItemPage.path(item.id))
    }
}

extension APIProblem {
    /// An item was taken back; nil where it was not. Day and reasons are public, as its page says them.
    static func withdrawn(_ item: PublicItem) -> APIProblem? {
        guard case .withdrawn(let day, let reasons) = item.state else { return nil }
        return APIProblem(
            status: .gone, code: "withdrawn_item",
            message: Sentence(
                "这件信息已于\(day.chineseText)撤回。理由：\(reasons.text)",
                "The item was withdrawn on \(day.englishText). Reason: “\(reasons.text)”"))
    }
}
