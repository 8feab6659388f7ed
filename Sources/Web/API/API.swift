internal import HTTPCore
internal import Ledger
internal import Markup
internal import Service

/// The interface for programs: every operation, its routes, and the document that describes them.
enum API {
    /// The address of the document.
    static let documentPath = "/openapi.json"

    /// Every operation, in the order of the document.
    static func operations(_ settings: SiteSettings) -> [APIOperation] {
        APIOffices.operations + APIItems.operations + APIReports.operations + APIStatistics.operations(settings)
            + APIRequests.operations
    }

    /// The routes of all operations and of the document.
    static func routes(_ site: SiteContext) -> [Route] {
        let operations = operations(site.settings)
        let document = OpenAPIDocument(operations: operations, settings: site.settings).bytes
        return operations.map { operation in
            Route(
                operation.method, operation.pattern, access: .public, bodyLimit: operation.body.map { $0.limit(site) }
            ) { answer($0, operation, site) }
        } + [
            Route(.get, "/openapi.json", access: .public) { request in
                let response = Response.json(document).cached(.revalidate)
                return response.tagged(ETag(of: document), for: request)
            },
            Route(.get, "/api", access: .public) { request in
                site.page(request) { t throws(ServiceError) in
                    let reports = try ListReports(ledger: site.ledger).run().all
                    return .page(
                        InterfacePage(
                            operations: operations, settings: site.settings,
                            sample: reports.first.map { ($0.office, $0.year) }, t: t
                        ).content)
                }
            },
        ]
    }

    private static func answer(_ request: Request, _ operation: APIOperation, _ site: SiteContext) -> Response {
        guard request.accepts("application", "json") else {
            return APIProblem(
                status: .notAcceptable, code: "not_acceptable",
                message: Sentence(
                    "本接口只以 application/json 应答，请修改请求头 Accept。",
                    "This interface answers with application/json only. Change the header Accept.")
            ).response(for: request)
        }
        do throws(APIProblem) {
            let asked = try APIRequest(request, operation, site)
            do throws(APIOperation.Failure) {
                let answer = try operation.run(site, asked)
                // What was asked by sending something is for the sender only.
                guard operation.method.isSafe else {
                    return Response.json(answer.body, status: operation.status).cached(.never)
                }
                var response = Response.json(answer.body).cached(.revalidate)
                if let next = answer.next { response = response.setting("Link", "<\(next)>; rel=\"next\"") }
                return response.tagged(ETag(of: answer.body), for: request)
            } catch {
                switch error {
                case .problem(let problem): return problem.response(for: request)
                case .service(let failure): return site.deskFailure(request, failure)
                }
            }
        } catch {
            return error.response(for: request)
        }
    }
}

extension Request {
    /// Whether the client takes a type. Source: RFC 9110 section 12.5.1.
    func accepts(_ type: String, _ subtype: String) -> Bool {
        let ranges = WeightedList(headers, "Accept").elements
        // A list without an element names nothing, as if it were not there.
        guard !ranges.isEmpty else { return true }
        // The most exact range decides.
        var best = (exactness: -1, isTaken: false)
        for (range, weight) in ranges {
            let exactness: Int
            switch range {
            case "\(type)/\(subtype)": exactness = 2
            case "\(type)/*": exactness = 1
            case "*/*", "*": exactness = 0
            default: continue
            }
            if exactness > best.exactness { best = (exactness, weight > 0) }
        }
        return best.exactness >= 0 && best.isTaken
    }

    /// Whether what is asked for is open data, which scripts of other sites may read too: everything public that is read
    /// as data. No answer there depends on who asks.
    var isOpenData: Bool {
        guard method.isSafe, let first = path.segments.first, let last = path.segments.last else { return false }
        // The page about the interface is a page.
        if first == "api" {
            return path.segments.count > 1 && !APIRequests.operations.contains { $0.pattern.match(path) != nil }
        }
        if last == "openapi.json" { return true }
        guard ["reports", "explore"].contains(where: { first == $0 || first.hasPrefix($0 + ".") }) else { return false }
        return [".json", ".csv", ".xlsx", ".docx", ".pdf"].contains { last.hasSuffix($0) }
    }
}

extension Response {
    /// The answer with what lets scripts of any site read it, without cookies. Source: Fetch standard, CORS protocol.
    func open(to request: Request) -> Response {
        guard request.isOpenData else { return self }
        var open = setting("Access-Control-Allow-Origin", "*")
            .setting("Access-Control-Expose-Headers", "ETag, Link, Retry-After, X-Request-Id")
            .setting("Cross-Origin-Resource-Policy", "cross-origin")
        if request.method == .options, status == .noContent {
            open = open.setting("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
                .setting("Access-Control-Allow-Headers", "Accept, If-None-Match")
                .setting("Access-Control-Max-Age", "86400")
        }
        return open
    }
}
