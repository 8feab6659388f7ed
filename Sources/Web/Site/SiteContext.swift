internal import CivilTime
internal import HTTPCompression
internal import HTTPCore
internal import Ledger
internal import Markup
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
    let cache: PageCache
    let revision: RevisionWatch
    let limiter: UploadLimiter
    /// Bounds the documents that are written, as the other bounds uploads.
    let documentLimiter: UploadLimiter
    let exports: UploadLimiter
    let searches: SearchAllowance
    let shelf: FigureShelf
    let token: FormToken
    /// Takes applications and lets them be followed; nil where the site only shows.
    let desk: OpenDesk?
    let clock: Site.Clock
    let observe: @Sendable (SiteProblem) -> Void

    /// What a handler came to.
    enum Outcome {
        /// A page to be framed.
        case page(PageContent)
        /// Nothing is kept under the address: what to say.
        case missing(String)
    }

    /// Answers with a page that depends on nothing but its address, the view and what is kept.
    func page(_ request: Request, _ make: (Wording) throws(ServiceError) -> Outcome) -> Response {
        let view = ViewOptions(request)
        do throws(ServiceError) {
            let revision = try self.revision.number()
            // Addresses with a query are without number: only the others are worth keeping.
            let isKept = request.query.fields.isEmpty && request.target.utf8.count <= 200
            // What a page says of terms holds for a day.
            let day = settings.today?().description ?? ""
            let key = PageCache.Key(
                path: "\(request.target)\n\(day)", view: view,
                isPacked: settings.gzipLevel > 0 && request.takesGzip)
            if isKept, let page = cache.page(key, revision: revision) {
                return page.response.tagged(page.tag, for: request)
            }
            switch try make(view.wording) {
            case .missing(let message): return refuse(request, .notFound, message)
            case .page(let content):
                let bytes = frame.page(content, view, isDemonstration: try isDemonstration())
                // Kept with the headers that it would get on each request else.
                var response = Response.html(bytes).cached(.revalidate).setting("Vary", "Cookie")
                if content.usesScript {
                    response = response.setting("Content-Security-Policy", Response.scriptedContentSecurityPolicy)
                }
                response = response.secured().packed(for: request, level: settings.gzipLevel)
                let tag = ETag(of: bytes)
                if isKept { cache.keep(PageCache.Page(response: response, tag: tag), for: key, revision: revision) }
                return response.tagged(tag, for: request)
            }
        } catch {
            return fail(request, error)
        }
    }

    /// Answers with bytes that depend on nothing but their address and what is kept.
    func data(_ request: Request, _ make: () throws(ServiceError) -> Response?) -> Response {
        do throws(ServiceError) {
            guard let response = try make() else { return refuse(request, .notFound, SiteContext.noReport) }
            return response.cached(.revalidate).tagged(ETag(of: response.body), for: request)
        } catch {
            return fail(request, error)
        }
    }

    /// Answers with a list that is made while it is sent. Its tag follows from the address and what is kept, so that a client
    /// that has it is told without making it.
    func stream(_ request: Request, _ make: () throws(ServiceError) -> Response?) -> Response {
        do throws(ServiceError) {
            let tag = ETag(of: Array("\(try revision.number()) \(request.target) \(settings.licence.name)".utf8))
            if request.holds(tag) {
                return Response(status: .ok).cached(.revalidate).tagged(tag, for: request)
            }
            guard let response = try make() else { return refuse(request, .notFound, SiteContext.noReport) }
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
            let revision = try self.revision.number()
            let isKept = request.query.fields.isEmpty && request.target.utf8.count <= 200
            let key = PageCache.Key(path: request.target, view: .standard)
            if isKept, let file = cache.page(key, revision: revision) {
                return file.response.tagged(file.tag, for: request)
            }
            switch try make() {
            case .other(let response): return response
            case .file(let made):
                let response = made.cached(.revalidate).secured()
                let tag = ETag(of: response.body)
                if isKept { cache.keep(PageCache.Page(response: response, tag: tag), for: key, revision: revision) }
                return response.tagged(tag, for: request)
            }
        } catch {
            return fail(request, error)
        }
    }

    /// Answers with a page that is for this visitor only.
    func privatePage(_ request: Request, _ content: PageContent, status: Status = .ok) -> Response {
        let shown = (try? isDemonstration()) ?? false
        let bytes = frame.page(content, ViewOptions(request), isDemonstration: shown)
        return Response.html(bytes, status: status).cached(.never)
    }

    /// The page for a request that gets no answer of its own, in the view of the visitor.
    func refuse(_ request: Request, _ status: Status, _ message: String) -> Response {
        let refusal = Refusal(
            status: status, message: message, requestID: request.id, prefersJSON: request.prefersJSON)
        return ErrorPage(refusal: refusal, t: ViewOptions(request).wording).response(frame, ViewOptions(request))
    }

    /// The page for a request that could not be understood.
    func refuse(_ request: Request, _ error: RequestError) -> Response { refuse(request, error.status, error.message) }

    /// The page for a failure inside; the reason goes to the log.
    func fail(_ request: Request, _ error: ServiceError) -> Response {
        observe(SiteProblem(requestID: request.id, description: error.technicalDescription))
        if error.isPassing { return refuse(request, .unavailable, error.message).setting("Retry-After", "30") }
        return refuse(request, .internalError, "服务内部出错，这次请求没有完成。")
    }

    /// What is said where an office or year has no report.
    static let noReport = "没有收录这份年报。可能网址有误，或者该机关该年度的报告还没有导入。"

    /// True where offices are kept and all of them are those of the demonstration.
    private func isDemonstration() throws(ServiceError) -> Bool {
        guard !settings.demonstration.isEmpty else { return false }
        let offices = try ListReports(ledger: ledger).offices()
        return !offices.isEmpty && offices.allSatisfy { settings.demonstration.contains($0.code) }
    }
}

extension ErrorPage {
    /// The answer: a page, or a problem document where the client wants JSON.
    func response(_ frame: PageFrame, _ view: ViewOptions) -> Response {
        let body =
            refusal.prefersJSON
            ? Response(problem, type: .problem, status: refusal.status)
            : Response.html(frame.page(content, view, isDemonstration: false), status: refusal.status)
        let answer = body.cached(.never)
        return refusal.status == .tooManyRequests ? answer.setting("Retry-After", "60") : answer
    }
}
