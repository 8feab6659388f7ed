internal import Disclosure
internal import HTTPCore
internal import Ledger
internal import Service

/// Addresses that people cut short or type by heart; they lead for good to the page that is meant.
enum ShortAddresses {
    static var routes: [Route] {
        [
            leading("/agencies", to: "/#h-org"), leading("/info", to: "/published"),
            leading("/requests", to: "/requests/new"), leading("/api/v1", to: InterfacePage.path),
            // The page says itself where no office has the code.
            Route(.get, "/reports/{code}", access: .public) { request in
                office(request) { "/agencies/\($0)/reports" }
            },
            // The short address that catalogues are announced under.
            Route(.get, "/catalogue/{code}", access: .public) { request in
                office(request) { "/agencies/\($0)/catalogue" }
            },
        ]
    }

    private static func leading(_ pattern: RoutePattern, to path: String) -> Route {
        Route(.get, pattern, access: .public) { _ in
            .redirect(to: path, status: .permanentRedirect).cached(.revalidate)
        }
    }

    private static func office(_ request: Request, _ path: (String) -> String) -> Response {
        .redirect(
            to: path(PercentEncoding.encode(request.parameters["code"] ?? "")), status: .permanentRedirect
        ).cached(.revalidate)
    }
}

extension SiteContext {
    /// The way to the address of a page of an office whose code is written in letters of another case; nil where it is right, or
    /// no office has it. A page has one address.
    func renamed(_ request: Request) throws(ServiceError) -> Response? {
        guard let written = request.parameters["code"], let code = AgencyCode(written),
            let place = request.path.segments.firstIndex(of: written),
            let office = try ShowOffice(ledger: ledger).office(code)?.code, office.text != written
        else { return nil }
        var segments = request.path.segments
        segments[place] = office.text
        let path = "/" + segments.map { PercentEncoding.encode($0) }.joined(separator: "/")
        let query = request.query.fields.isEmpty ? "" : "?" + request.query.encoded
        return .redirect(to: path + query, status: .permanentRedirect).cached(.revalidate)
    }
}
