/// Finds the route of a request, asks whether it may, and lets it answer.
public struct Router: Responder {
    /// Decides about a route that is not public: `nil` lets the request through, a response refuses it.
    public typealias Authorizer = @Sendable (Access, Request) -> Response?

    /// The largest body, in bytes, of a request that no route takes: enough for it to be told so.
    public static let unroutedBodyBytes = 64 << 10

    /// All routes, as they were given.
    public let routes: [Route]
    private let bySegmentCount: [Int: Shelf]
    /// Routes of one number of segments, each list with what is more specific first.
    private struct Shelf {
        /// Those whose first segment is literal, by it: they are more specific than all others.
        var literal: [String: [Route]] = [:]
        var others: [Route] = []

        init(_ routes: [Route]) {
            for route in routes.sorted(by: { $0.pattern.isMoreSpecific(than: $1.pattern) }) {
                if case .literal(let first)? = route.pattern.segments.first {
                    literal[first, default: []].append(route)
                } else {
                    others.append(route)
                }
            }
        }
    }

    private let authorize: Authorizer?
    private let page: @Sendable (Refusal) -> Response

    /// A router over routes. Two routes of one method whose patterns fit the same paths are an error of the program.
    ///
    /// - Parameters:
    ///   - authorize: asked for every route that is not public. Without it, nobody but a client on the same machine
    ///     gets through to `loopback` routes, and nobody at all to others.
    ///   - refuse: makes the page for 404, 405, 403 and malformed requests.
    public init(
        routes: [Route], authorize: Authorizer? = nil,
        refuse: @escaping @Sendable (Refusal) -> Response = Refusal.plainText
    ) {
        self.routes = routes
        self.authorize = authorize
        page = refuse
        var seen: Set<String> = []
        for route in routes {
            let isNew = seen.insert("\(route.method) \(route.pattern.shape)").inserted
            precondition(isNew, "two routes for \(route.method.rawValue) \(route.pattern.text)")
        }
        bySegmentCount = Dictionary(grouping: routes, by: \.pattern.segments.count)
            .mapValues(Shelf.init)
    }

    /// The answer of the route that fits best; 404, 405 or 403 where there is none. OPTIONS is answered for every path
    /// with the methods it takes.
    public func respond(to request: Request) -> Response {
        let fitting = candidates(for: request.path)
        guard !fitting.isEmpty else { return unrouted(request) }
        // Nearly always what fits best takes the method, and nothing need be compared.
        if Self.takes(fitting[0].route, request.method) {
            return answer(request, fitting[0].route, fitting[0].parameters)
        }
        let first = fitting[0]
        if request.method == .options, !fitting.contains(where: { $0.route.method == .options }) {
            let owners = fitting.map(\.route).filter { $0.pattern.shape == first.route.pattern.shape }
            return Response(status: .noContent).setting("Allow", Self.allow(owners))
        }
        guard let match = fitting.first(where: { Self.takes($0.route, request.method) }) else {
            return refuse(methodRefusal(request)).setting("Allow", Self.allow(fitting.map(\.route)))
        }
        // A pattern that is more specific owns its path: a route for `{year}.json` is not bypassed by one for `{year}`.
        guard
            match.route.pattern.text == first.route.pattern.text
                || match.route.pattern.shape == first.route.pattern.shape
        else {
            let owners = fitting.map(\.route).filter { $0.pattern.shape == first.route.pattern.shape }
            return refuse(methodRefusal(request)).setting("Allow", Self.allow(owners))
        }
        return answer(request, match.route, match.parameters)
    }

    private func answer(_ request: Request, _ route: Route, _ parameters: PathParameters) -> Response {
        var request = request
        request.parameters = parameters
        request.routePattern = route.pattern.text
        if let refused = check(route.access, request) { return refused }
        return route.handler(request)
    }

    /// The rule of the route that would answer, or `unroutedBodyBytes`.
    public func bodyRule(for method: Method, path: RequestPath) -> BodyRule {
        candidates(for: path).first { Self.takes($0.route, method) }?.route.body
            ?? BodyRule(bytes: Self.unroutedBodyBytes)
    }

    /// The pattern that fits a path best, whatever the method; nil where none does.
    public func pattern(for path: RequestPath) -> RoutePattern? { candidates(for: path).first?.route.pattern }

    /// How many segments of a path stand literally at the begin of a route, at most.
    public func knownSegments(of path: RequestPath) -> Int {
        routes.map { route in
            zip(route.pattern.segments, path.segments).prefix { $0.0 == .literal($0.1) }.count
        }.max() ?? 0
    }

    /// The page for a refusal, as given at the start.
    public func refuse(_ refusal: Refusal) -> Response {
        page(refusal)
    }

    // MARK: Finding

    private func candidates(for path: RequestPath) -> [(route: Route, parameters: PathParameters)] {
        guard let shelf = bySegmentCount[path.segments.count] else { return [] }
        var fitting: [(route: Route, parameters: PathParameters)] = []
        func add(_ routes: [Route]) {
            // By place: a route that does not fit is not copied.
            for place in routes.indices {
                if let parameters = routes[place].pattern.match(path) { fitting.append((routes[place], parameters)) }
            }
        }
        if let first = path.segments.first, let routes = shelf.literal[first] { add(routes) }
        add(shelf.others)
        return fitting
    }

    private static func takes(_ route: Route, _ method: Method) -> Bool {
        route.method == method || route.method == .get && method == .head
    }

    private static func allow(_ routes: [Route]) -> String {
        var methods = Set(routes.map(\.method))
        if methods.contains(.get) { methods.insert(.head) }
        methods.insert(.options)
        return Method.allCases.filter(methods.contains).map(\.rawValue).joined(separator: ", ")
    }

    // MARK: Refusing

    private func check(_ access: Access, _ request: Request) -> Response? {
        if access == .public { return nil }
        if let authorize { return authorize(access, request) }
        if access == .loopback, Self.isLocal(request) { return nil }
        return refuse(
            Refusal(of: request, status: .forbidden, message: "您没有访问此页面的权限。"))
    }

    /// From this machine, and not from a proxy on it that speaks for somebody else.
    private static func isLocal(_ request: Request) -> Bool {
        ["127.0.0.1", "::1"].contains(request.remoteAddress) && request.headers["X-Forwarded-For"] == nil
            && request.headers["Forwarded"] == nil
    }

    /// A slash too many at the end leads to the page without it; everything else is not found.
    private func unrouted(_ request: Request) -> Response {
        if request.method.isSafe, request.path.segments.last == "", request.path.segments.count > 1,
            let path = try? RequestPath(
                "/" + request.path.segments.dropLast().map(PercentEncoding.encode).joined(separator: "/")),
            !candidates(for: path).isEmpty
        {
            let query = request.query.fields.isEmpty ? "" : "?" + request.query.encoded
            return .redirect(to: path.encoded + query, status: .permanentRedirect)
        }
        return refuse(
            Refusal(of: request, status: .notFound, message: "没有找到您要访问的页面，请核对网址。"))
    }

    private func methodRefusal(_ request: Request) -> Refusal {
        Refusal(of: request, status: .methodNotAllowed, message: "此网址不支持这种请求方法。")
    }
}
