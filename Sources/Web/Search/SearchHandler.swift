internal import CivilTime
internal import HTTPCore
internal import Ledger
internal import Markup
internal import Service

/// Answers the search and its suggestions.
struct SearchHandler: Sendable {
    let site: SiteContext

    /// Suggestions at a time.
    private static let suggestionLimit = 8

    private var search: SearchPublished {
        SearchPublished(
            ledger: site.ledger, limits: site.settings.search, pageSize: site.settings.searchPageSize)
    }

    /// The page of results.
    func page(_ request: Request) -> Response {
        if let renewed = SearchAddress.renewed(request.query) {
            return .redirect(to: renewed, status: .permanentRedirect).cached(.revalidate)
        }
        let address: SearchAddress
        do throws(MalformedField) {
            address = try SearchAddress(request.query)
        } catch {
            return site.refuse(
                request, .badRequest, "网址中的“\(error.field.chinese)”不能识别。请回到检索页面重新选择。",
                "The \(error.field.english ?? error.name) in the address is not known. Go back to the search and choose again."
            )
        }
        // Without a word nothing is asked of the index.
        let isAsked = request.query["q"] != nil
        if isAsked, let seconds = site.searches.wait(request.remoteAddress, at: site.clock()) {
            return site.refuse(request, .tooManyRequests, site.searches.limit, retryAfter: seconds)
        }
        return site.page(request) { t throws(ServiceError) in
            let answer = try search.run(address.question)
            return .page(
                SearchResultPage(
                    address: address, answer: answer, isAsked: isAsked, limits: site.settings.search,
                    strays: StrayFields.note(request.query, beside: SearchAddress.fields, t), t: t
                ).content(path: ViewHandler.address(of: request)))
        }
    }

    /// Titles for what is being typed, as JSON.
    func suggest(_ request: Request) -> Response {
        if let seconds = site.searches.suggestionWait(request.remoteAddress, at: site.clock()) {
            return site.refuse(request, .tooManyRequests, site.searches.limit, retryAfter: seconds)
        }
        do throws(ServiceError) {
            let typed = request.query["q"] ?? ""
            let titles = try search.suggestions(for: typed, limit: Self.suggestionLimit)
            return Response.json(Self.json(titles)).cached(.revalidate)
        } catch {
            return site.fail(request, error)
        }
    }

    /// Titles as the script of the pages takes them.
    static func json(_ titles: [SearchTitle]) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("titles")
        json.beginArray()
        for title in titles {
            json.beginObject()
            json.member("title", title.title)
            json.member("agency", title.officeName.text)
            json.member("day", title.day.description)
            json.member("url", SearchAddress.of(title))
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.finish()
    }
}
