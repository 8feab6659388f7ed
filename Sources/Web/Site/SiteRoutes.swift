internal import HTTPCore
internal import Ledger
internal import ReportExchange
internal import Service

/// Every address of the site, with who may ask it.
enum SiteRoutes {
    static func all(_ site: SiteContext) -> [Route] {
        pages(site) + data(site) + items(site) + parts(site) + metrics(site) + [
            Route(.get, "/check", access: .public) { CheckHandler(site: site).form($0) },
            Route(
                .post, "/check", access: .public, bodyLimit: site.settings.uploadBytes,
                files: .init(fileBytes: site.settings.fileBytes, filesBytes: site.settings.fileBytes * 2)
            ) { CheckHandler(site: site).check($0) },
            Route(.get, "/view", access: .public, handler: ViewHandler.change),
            Route(.get, "/gongkai.css", access: .public) { site.style.response(to: $0) },
            Route(.get, "/gongkai.js", access: .public) { site.script.response(to: $0) },
            Route(.get, "/search", access: .public) { SearchHandler(site: site).page($0) },
            Route(.get, "/search/suggest", access: .public) { SearchHandler(site: site).suggest($0) },
            Route(.get, "/favicon.svg", access: .public) { site.icon.response(to: $0) },
            Route(.get, "/robots.txt", access: .public) { _ in
                Response.text(
                    "User-agent: *\nDisallow: /view\nDisallow: /check\nDisallow: /search\nDisallow: /requests/\n"
                ).cached(.seconds(3_600))
            },
            Route(.get, "/healthz", access: .public) { _ in
                // The database is asked for one row: a server that cannot do that serves nobody.
                (try? ReadRevision(ledger: site.ledger).run()) != nil
                    ? Response.text("ok\n").cached(.never)
                    : Response.text("database unavailable\n", status: .unavailable).cached(.never)
            },
        ]
    }

    private static func metrics(_ site: SiteContext) -> [Route] {
        guard site.settings.metrics != .off else { return [] }
        return [
            Route(.get, "/metrics", access: site.settings.metrics == .any ? .public : .loopback) { _ in
                let revision = try? ReadRevision(ledger: site.ledger).run()
                var measured = [
                    Measurement("gongkai_up", "Whether the database answers.", .gauge, revision == nil ? 0 : 1)
                ]
                if let revision {
                    measured.append(
                        Measurement(
                            "gongkai_ledger_revision", "How often what is kept was changed.", .counter, Int(revision)))
                }
                return Response.text((measured + (site.settings.measure?() ?? [])).text).cached(.never)
            }
        ]
    }

    private static func items(_ site: SiteContext) -> [Route] {
        ShortAddresses.routes + ColumnHandler(site: site).routes + ItemHandler(site: site).routes
            + FeedHandler(site: site).routes
    }

    /// The routes that parts of the site name themselves.
    private static func parts(_ site: SiteContext) -> [Route] {
        ExploreHandler(site: site).routes + ReportDownloads(site: site).routes + API.routes(site)
            + RequestRoutes.all(site)
    }

    private static func pages(_ site: SiteContext) -> [Route] {
        [
            Route(.get, "/", access: .public) { request in
                site.page(request) { t throws(ServiceError) in
                    let published = ListPublished(ledger: site.ledger)
                    let list = try ListReports(ledger: site.ledger).run()
                    let characters = try FindOffices(ledger: site.ledger).characters()
                    return .page(
                        HomePage(
                            list: list, latest: try published.run(limit: HomePage.latestLimit),
                            counts: try published.counts(),
                            season: site.settings.today.flatMap {
                                ReportSeason(of: list, characters: characters, on: $0())
                            }, characters: characters, filter: OfficeIndex.filter(request), place: site.settings.place,
                            t: t
                        ).content)
                }
            },
            Route(.get, "/reports", access: .public) { request in
                site.filtered(request) { filter, number in
                    site.page(request) { t throws(ServiceError) in
                        var page = ReportsPage(
                            list: try ListReports(ledger: site.ledger).run(filter), filter: filter,
                            path: ViewHandler.address(of: request),
                            strays: StrayFields.note(request.query, beside: ReportDownloads.fields, t), t: t)
                        page.page = number
                        return .page(page.content)
                    }
                }
            },
            Route(.get, "/reports/{code}/{year}", access: .public) { request in
                site.page(request) { t throws(ServiceError) in
                    guard let key = ReportAddress(request),
                        let answer = try ShowReport(ledger: site.ledger).run(key.code, key.year, version: key.version)
                    else { return .missing(SiteContext.noReport) }
                    return .page(ReportPage(answer: answer, t: t, offersPDF: site.settings.offersPDF).content)
                }
            },
        ]
    }

    private static func data(_ site: SiteContext) -> [Route] {
        [
            Route(
                .get, "/reports/{code}/{year}.json", access: .public,
                handler: site.knowing(["version"]) { request in
                    site.data(request) { () throws(ServiceError) in
                        try stored(site, request).map { Response.json($0.json) }
                    }
                }),
            Route(.get, "/reports/{code}/{year}.docx", access: .public) {
                ReportFileHandler(site: site).answer($0, as: .docx)
            },
            Route(.get, "/reports/{code}/{year}.pdf", access: .public) {
                ReportFileHandler(site: site).answer($0, as: .pdf)
            },
            Route(.get, "/reports/{code}/{year}/check.json", access: .public) { request in
                site.data(request) { () throws(ServiceError) in
                    guard let key = ReportAddress(request),
                        let answer = try ShowReport(ledger: site.ledger).run(key.code, key.year, version: key.version)
                    else { return nil }
                    return Response.json(CheckJSON.write(answer.report, answer.stored.check.result))
                }
            },
            Route(.get, "/reports/{code}/{year}/source", access: .public) { request in
                site.data(request) { () throws(ServiceError) in
                    guard let stored = try stored(site, request),
                        let bytes = try ShowReport(ledger: site.ledger).source(of: stored)
                    else { return nil }
                    let name = stored.version.documentName
                    // Saved, never shown: what offices hand in is not to run as a page of this site.
                    return Response(bytes, type: ContentType(fileName: name)).asDownload(named: name)
                        .setting("Content-Security-Policy", "default-src 'none'; sandbox")
                }
            },
        ]
    }

    private static func stored(_ site: SiteContext, _ request: Request) throws(ServiceError) -> StoredReport? {
        guard let key = ReportAddress(request) else { return nil }
        return try ShowReport(ledger: site.ledger).stored(key.code, key.year, version: key.version)
    }
}

/// Which report an address means.
struct ReportAddress {
    let code: AgencyCode
    let year: ReportYear
    /// The version, where the address names one.
    let version: Int?

    /// nil where the address can mean no report.
    init?(_ request: Request) {
        guard let code = request.parameters["code"].flatMap({ AgencyCode($0) }),
            let year = request.parameters["year"].flatMap({ ReportYear($0) })
        else { return nil }
        self.code = code
        self.year = year
        guard request.query["version"] != nil else {
            version = nil
            return
        }
        guard let number = request.query.integer("version"), number > 0 else { return nil }
        version = number
    }
}
