internal import CivilTime
internal import HTTPCompression
internal import HTTPCore
internal import Ledger
internal import Markup
internal import PageStore
internal import Service

/// What the handlers of all routes share.
struct SiteContext: Sendable {
    let ledger: Ledger
    let reader: any ReportReadingPort
    let settings: SiteSettings
    let frame: PageFrame
    let style: StyleSheet
    let script: StyleSheet
    let icon: StyleSheet
    let pages: PageStore
    let changes: ChangeWatch
    let items: ShowItem
    let neighbours: NeighbourShelf
    let limiter: UploadLimiter
    /// Bounds the documents that are written, as the other bounds uploads.
    let documentLimiter: UploadLimiter
    let exports: UploadLimiter
    let searches: SearchAllowance
    let shelf: FigureShelf
    let token: FormToken
    /// Takes applications and lets them be followed; nil where the site only shows.
    let desk: OpenDesk?
    /// Whether nothing but the demonstration is kept: asked once for each state of the ledger.
    let demonstration = KnownAtMoment<Bool>()
    let clock: Site.Clock
    let observe: @Sendable (SiteProblem) -> Void

    /// What a handler came to.
    enum Outcome {
        /// A page to be framed; with the revision of what it shows, where that was read together with it.
        case page(PageContent, revision: Int64? = nil)
        /// A page to be framed and not kept: something that it should show is not there yet.
        case passing(PageContent)
        /// Nothing is kept under the address: what to say.
        case missing(Sentence)
    }

    /// What a page depends on, beside its address and the view.
    enum Dependence {
        /// Anything that is kept, and the day: what a page says of terms holds for a day.
        case everything
        /// What the office with this code shows of its items.
        case office(AgencyCode)
    }

    /// Answers with a page that depends on nothing but its address, the view and what is kept.
    func page(
        _ request: Request, on dependence: Dependence = .everything,
        _ make: (Wording) throws(ServiceError) -> Outcome
    ) -> Response {
        let view = ViewOptions(request)
        do throws(ServiceError) {
            let standing = try changes.standing()
            let key = pageKey(request, view, dependence)
            if let key, let page = pages.page(key, standing) { return page.answer(request) }
            if let renamed = try renamed(request) { return renamed }
            let content: PageContent
            var isPassing = false
            var revision = standing.now.revision
            switch try make(view.wording) {
            case .missing(let message): return refuse(request, .notFound, message)
            case .page(let made, let read):
                content = made
                // Never later than what was read: the next change must count for the page.
                if let read { revision = min(revision, read) }
            case .passing(let made):
                content = made
                isPassing = true
            }
            let isDemonstration = try self.isDemonstration(standing)
            let bytes = frame.page(content, view, isDemonstration: isDemonstration)
            let page = complete(
                bytes, usesScript: content.usesScript, for: request,
                // The strip of the demonstration goes when any office is founded.
                isDemonstration ? .everything : dependence.basis,
                PageMoment(revision: revision, era: standing.now.era))
            if let key, !isPassing { pages.keep(page, for: key) }
            return page.answer(request)
        } catch {
            return fail(request, error)
        }
    }

    /// Under what a page is kept; nil where it is not: addresses with a query are without number.
    private func pageKey(_ request: Request, _ view: ViewOptions, _ dependence: Dependence) -> PageKey? {
        guard request.query.fields.isEmpty, request.target.utf8.count <= 200 else { return nil }
        var day: Int32?
        if case .everything = dependence { day = settings.today?().number }
        let isPacked = settings.gzipLevel > 0 && request.takesGzip
        return PageKey(path: request.target, variant: view.bits | (isPacked ? 128 : 0), day: day)
    }

    /// What every page has in its head, made once; with our script, and without.
    private static let plainHeads = heads(vary: "Cookie")
    private static let packedHeads = heads(vary: "Cookie, Accept-Encoding")

    private static func heads(vary: String) -> (usual: Headers, scripted: Headers) {
        let page = Response.html([]).cached(.revalidate).setting("Vary", vary)
        return (
            page.secured().headers,
            page.setting("Content-Security-Policy", Response.scriptedContentSecurityPolicy).secured().headers
        )
    }

    /// A page with every header that it would get on each request else.
    private func complete(
        _ bytes: [UInt8], usesScript: Bool, for request: Request, _ basis: PageBasis, _ moment: PageMoment
    ) -> KeptPage {
        let tag = ETag(of: bytes)
        let heads = settings.gzipLevel > 0 ? Self.packedHeads : Self.plainHeads
        var response = Response(status: .ok, headers: usesScript ? heads.scripted : heads.usual, body: bytes)
        response.headers.add("ETag", tag.headerValue)
        response = response.packed(for: request, level: settings.gzipLevel)
        response.isComplete = true
        return KeptPage(response, basis: basis, drawnAt: moment)
    }

    /// Answers with bytes that depend on nothing but their address and what is kept.
    func data(_ request: Request, _ make: () throws(ServiceError) -> Response?) -> Response {
        do throws(ServiceError) {
            guard let response = try make() else { return refuse(request, .noReport) }
            return response.cached(.revalidate).tagged(ETag(of: response.body), for: request)
        } catch {
            return fail(request, error)
        }
    }

    /// Answers with a list that is made while it is sent. Its tag follows from the address and what is kept, so that a client
    /// that has it is told without making it.
    func stream(_ request: Request, _ make: () throws(ServiceError) -> Response?) -> Response {
        do throws(ServiceError) {
            let tag = ETag(
                of: Array("\(try ReadRevision(ledger: ledger).run()) \(request.target) \(settings.licence.name)".utf8))
            // Whoever asks for any version at all has none: it must be looked up whether there is one.
            if request.holds(tag), !request.headers.all("If-None-Match").contains(where: { $0.contains("*") }) {
                return Response(status: .ok).cached(.revalidate).tagged(tag, for: request)
            }
            guard let response = try make() else { return refuse(request, .noReport) }
            guard response.status == .ok else { return response }
            return response.cached(.revalidate).tagged(tag, for: request)
        } catch {
            return fail(request, error)
        }
    }

    /// Writes to the log why a list ended before its end.
    func broken(_ request: Request) -> @Sendable (ServiceError) -> Void {
        let (observe, id) = (observe, request.id)
        return { observe(SiteProblem(requestID: id, description: $0.technicalDescription)) }
    }

    /// What came of making a file.
    enum FileOutcome {
        /// The file, to be kept.
        case file(Response)
        /// Anything else, which is not.
        case other(Response)
    }

    /// Answers with a file that costs more than a page, kept as pages are.
    func kept(_ request: Request, _ make: () throws(ServiceError) -> FileOutcome) -> Response {
        do throws(ServiceError) {
            let standing = try changes.standing()
            let isKept = request.query.fields.isEmpty && request.target.utf8.count <= 200
            let key = PageKey(path: request.target, variant: 0)
            if isKept, let file = pages.page(key, standing) { return file.answer(request) }
            switch try make() {
            case .other(let response): return response
            case .file(let made):
                let response = made.cached(.revalidate).secured()
                let tag = ETag(of: response.body)
                let file = KeptPage(
                    response.setting("ETag", tag.headerValue), basis: .everything, drawnAt: standing.now)
                if isKept { pages.keep(file, for: key) }
                return file.answer(request)
            }
        } catch {
            return fail(request, error)
        }
    }

    /// Answers with a page that is for this visitor only.
    func privatePage(_ request: Request, _ content: PageContent, status: Status = .ok) -> Response {
        let shown = (try? isDemonstration(changes.standing())) ?? false
        let bytes = frame.page(content, ViewOptions(request), isDemonstration: shown)
        let response = Response.html(bytes, status: status).cached(.never)
        guard content.usesScript else { return response }
        return response.setting("Content-Security-Policy", Response.scriptedContentSecurityPolicy)
    }

    /// The page for a request that gets no answer of its own, in the view of the visitor.
    ///
    /// - Parameter seconds: when to come back; nil for what follows from the status alone.
    func refuse(_ request: Request, _ status: Status, _ message: Sentence, retryAfter seconds: Int? = nil) -> Response {
        ErrorPage(
            refusal: Refusal(
                of: request, status: status, message: message.chinese, english: message.english, retryAfter: seconds),
            view: ViewOptions(request)
        ).response(frame)
    }

    /// The same, with the sentence in both languages.
    func refuse(
        _ request: Request, _ status: Status, _ chinese: String, _ english: String, retryAfter seconds: Int? = nil
    ) -> Response {
        refuse(request, status, Sentence(chinese, english), retryAfter: seconds)
    }

    /// The page for a request that could not be understood.
    func refuse(_ request: Request, _ error: RequestError) -> Response {
        refuse(request, error.status, error.message, error.english)
    }

    /// The page for a failure inside; the reason goes to the log.
    func fail(_ request: Request, _ error: ServiceError) -> Response {
        observe(SiteProblem(requestID: request.id, description: error.technicalDescription))
        if error.isPassing {
            return refuse(
                request, .unavailable, error.message, "The site cannot answer just now.", retryAfter: 30)
        }
        return refuse(
            request, .internalError,
            "服务内部出错，这次请求没有完成。", "Something went wrong inside; your request was not completed.")
    }

    /// What is said where an office or year has no report.
    static let noReport = Sentence(
        "没有收录这份年报。可能网址有误，或者该机关该年度的报告还没有导入。",
        "This report is not here. The address may be wrong, or the report for that year has not been imported yet.")

    /// True where offices are kept and all of them are those of the demonstration.
    private func isDemonstration(_ standing: PageStanding) throws(ServiceError) -> Bool {
        guard !settings.demonstration.isEmpty else { return false }
        return try demonstration.value(at: standing.now) { () throws(ServiceError) in
            let offices = try ListReports(ledger: ledger).offices()
            return !offices.isEmpty && offices.allSatisfy { settings.demonstration.contains($0.code) }
        }
    }
}

extension SiteContext.Dependence {
    /// What a kept page follows from.
    var basis: PageBasis {
        switch self {
        case .everything: .everything
        case .office(let code): .office(code.folded)
        }
    }
}

extension ErrorPage {
    /// The answer: a page, or a problem document where the client wants JSON.
    func response(_ frame: PageFrame) -> Response {
        let body =
            refusal.prefersJSON
            ? Response(problem, type: .problem, status: refusal.status).told(inEnglish: refusal.isToldInEnglish)
            : Response.html(frame.page(content, view, isDemonstration: false), status: refusal.status)
        // What somebody typed into the address is told to no further page either, whose proxy may write it down.
        let answer = body.cached(.never).setting("Referrer-Policy", "no-referrer")
        return seconds.map { answer.setting("Retry-After", "\($0)") } ?? answer
    }
}
