internal import HTTPCompression
public import HTTPCore
public import Ledger
internal import PageStore
public import Service

/// The public site: every page over a ledger and a reader.
public struct Site: Responder {
    /// Time since some fixed moment.
    public typealias Clock = @Sendable () -> Duration

    private let router: Router
    private let gzipLevel: Int
    /// True where pages are kept on the disk too.
    public let hasPageFile: Bool

    /// The routes, each with its access rule.
    public var routes: [Route] { router.routes }

    /// A site.
    ///
    /// - Parameters:
    ///   - ledger: what is shown.
    ///   - reader: reads uploads.
    ///   - style: the bytes of the style sheet.
    ///   - script: the bytes of the script that offers titles while typing; every page works without it.
    ///   - settings: what the operator decides.
    ///   - desk: takes applications and lets them be followed; nil for a site that only shows.
    ///   - clock: for the bounds in a time.
    ///   - observe: told when something went wrong inside; called on the threads of the server.
    public init(
        ledger: Ledger, reader: any ReportReadingPort, style: [UInt8], script: [UInt8] = [],
        settings: SiteSettings = SiteSettings(), desk: RequestDesk? = nil, clock: @escaping Clock = Site.steadyClock,
        observe: @escaping @Sendable (SiteProblem) -> Void = { _ in }
    ) {
        let style = StyleSheet(path: "/gongkai.css", type: .css, bytes: style)
        let script = StyleSheet(path: "/gongkai.js", type: .javaScript, bytes: script)
        let frame = PageFrame(
            place: settings.place, styleAddress: style.address, scriptAddress: script.address,
            identity: settings.identity)
        let context = SiteContext(
            ledger: ledger, reader: reader, settings: settings, frame: frame, style: style, script: script,
            icon: StyleSheet(path: "/favicon.svg", type: .svg, bytes: SiteIcon.bytes),
            pages: PageStore(
                memoryBytes: settings.cacheBytes, folder: settings.pageFolder, fileBytes: settings.pageFileBytes),
            changes: ChangeWatch(ledger: ledger, freshness: settings.freshness, clock: clock),
            items: ShowItem(ledger: ledger),
            neighbours: NeighbourShelf(ledger: ledger, limit: settings.relatedBytes),
            limiter: UploadLimiter(perMinute: settings.checksPerMinute, atOnce: settings.checksAtOnce),
            documentLimiter: UploadLimiter(
                perMinute: settings.documentsPerMinute, atOnce: settings.documentsAtOnce),
            exports: UploadLimiter(perMinute: settings.exportsPerMinute, atOnce: settings.exportsAtOnce),
            searches: SearchAllowance(perMinute: settings.searchesPerMinute),
            shelf: FigureShelf(ledger: ledger, limit: settings.figureReports),
            token: FormToken(key: desk?.setting.formKey), desk: desk.map { OpenDesk($0, settings.requests) },
            clock: clock, observe: observe)
        gzipLevel = settings.gzipLevel
        hasPageFile = context.pages.hasFile
        router = Router(
            routes: SiteRoutes.all(context),
            refuse: { ErrorPage(refusal: $0, view: ViewOptions($0)).response(frame) })
    }

    /// The clock of the machine that never goes back.
    public static let steadyClock: Clock = {
        let begin = ContinuousClock.now
        return { begin.duration(to: .now) }
    }()

    /// Answers a request; every answer carries the security headers.
    public func respond(to request: Request) -> Response {
        ViewHandler.keepingLanguage(answer(to: request), asked: request)
    }

    private func answer(to request: Request) -> Response {
        let answer =
            request.cookieError.map {
                router.refuse(
                    Refusal(of: request, status: $0.status, message: $0.message, english: $0.english))
            } ?? router.respond(to: request)
        // A kept page has everything but what belongs to the connection.
        if answer.isComplete { return answer.strict(isSecure: request.isSecure) }
        return answer.open(to: request).secured(isSecure: request.isSecure).packed(for: request, level: gzipLevel)
    }

    /// The rule of the route that would answer.
    public func bodyRule(for method: Method, path: RequestPath) -> BodyRule {
        router.bodyRule(for: method, path: path)
    }

    /// What the log says of an address: of those by which cases are followed, and of those under which nothing is, only what the
    /// program knows.
    public func loggedPath(of request: Request, _ status: Status) -> String? {
        LoggedAddress(router).text(of: request.path, status)
    }

    /// The page for a request that never becomes one.
    public func refuse(_ refusal: Refusal) -> Response { router.refuse(refusal).secured() }
}
