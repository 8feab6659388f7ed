internal import Disclosure
internal import HTTPCore
internal import Ledger
internal import Service

/// Answers for feeds and the map of the site for programs.
struct FeedHandler: Sendable {
    let site: SiteContext

    var routes: [Route] {
        [
            Route(.get, "/feed.xml", access: .public, handler: feed),
            Route(.get, "/published/{category}/feed.xml", access: .public, handler: feed),
            Route(.get, "/agencies/{code}/feed.xml", access: .public, handler: feed),
            Route(.get, "/agencies/{code}/published/{category}/feed.xml", access: .public, handler: feed),
            Route(.get, "/sitemap.xml", access: .public, handler: index),
            Route(.get, "/sitemap/pages.xml", access: .public, handler: pages),
            Route(.get, "/sitemap/{part}.xml", access: .public, handler: part),
        ]
    }

    /// The address of the site: as configured, else as the client asked for it.
    private func origin(_ request: Request) -> String {
        let configured = site.settings.identity.origin
        if !configured.isEmpty { return configured }
        let host = request.headers["Host"] ?? ""
        guard SiteIdentity.isHost(host) else { return "" }
        return (request.isSecure ? "https://" : "http://") + host
    }

    private func feed(_ request: Request) -> Response {
        data(request, .atom) { () throws(ServiceError) in
            var title = site.settings.place + "政府信息公开"
            var page = "/published"
            var code: AgencyCode?
            if let name = request.parameters["code"] {
                guard let known = AgencyCode(name), let office = try ShowColumns(ledger: site.ledger).run(known)?.office
                else { return nil }
                code = office.code
                title = office.fullName.text
                page = OfficeColumn.published.path(office.code)
            }
            var category: ProactiveCategory?
            if let name = request.parameters["category"] {
                guard let known = ProactiveCategory(rawValue: name) else { return nil }
                category = known
                title += "：" + CategoryWords(t: Wording(isEnglish: false)).name(known)
                page += "/\(known.rawValue)"
            }
            let list = try ListPublished(ledger: site.ledger).run(of: code, category: category, limit: AtomFeed.limit)
            let offices = Set(list.items.map(\.office)).union(code.map { [$0] } ?? [])
            let origins = try ListPublished(ledger: site.ledger).origins(of: offices)
            let names = FeedID(site: origins.site, offices: origins.offices)
            let place =
                (code.map { "/agencies/\($0.text)" } ?? "") + (category.map { "/published/\($0.rawValue)" } ?? "")
            let path = place + "/feed.xml"
            let feed = AtomFeed(
                origin: origin(request), path: path, page: page, title: title, id: names.feed(path, of: code),
                names: names, items: list.items,
                summaries: try ListPublished(ledger: site.ledger).summaries(of: list.items))
            return (feed.bytes, list.items.map(\.changedAt).max())
        }
    }

    private func index(_ request: Request) -> Response {
        data(request, .xml) { () throws(ServiceError) in
            let parts = try ListPublished(ledger: site.ledger).years().map {
                "/sitemap/\($0.office.text)-\($0.year).xml"
            }
            return (SiteMapXML.index(origin: origin(request), parts: ["/sitemap/pages.xml"] + parts), nil)
        }
    }

    private func pages(_ request: Request) -> Response {
        data(request, .xml) { () throws(ServiceError) in
            let list = try ListReports(ledger: site.ledger).run()
            var paths = ["/", "/guide", "/rules", "/published", "/reports", "/interaction", "/explore", "/check"]
            paths.append(InterfacePage.path)
            for office in list.offices {
                paths.append("/agencies/\(office.code.text)")
                paths += OfficeColumn.allCases.map { $0.path(office.code) } + [InteractionPage.path(office.code)]
            }
            paths += list.all.map { ReportPage.path($0.office, $0.year) }
            return (SiteMapXML.part(origin: origin(request), pages: paths.map { ($0, nil) }), nil)
        }
    }

    private func part(_ request: Request) -> Response {
        data(request, .xml) { () throws(ServiceError) in
            let pieces = (request.parameters["part"] ?? "").split(separator: "-", omittingEmptySubsequences: false)
            guard let year = pieces.last.flatMap({ Int($0) }), (1_900...2_999).contains(year),
                let code = AgencyCode(pieces.dropLast().joined(separator: "-"))
            else { return nil }
            let items = try ListPublished(ledger: site.ledger).items(of: code, year: year)
            guard !items.isEmpty else { return nil }
            let pages = items.map {
                (path: ItemPage.path($0.id), changed: Optional(AtomFeed.moment($0.changedAt)))
            }
            return (
                SiteMapXML.part(origin: origin(request), pages: pages), items.map(\.changedAt).max()
            )
        }
    }

    private func data(
        _ request: Request, _ type: ContentType, _ make: () throws(ServiceError) -> ([UInt8], Moment?)?
    ) -> Response {
        do throws(ServiceError) {
            guard let (bytes, changed) = try make() else {
                return site.refuse(request, .notFound, ItemHandler.missing)
            }
            var response = Response(bytes, type: type).cached(.revalidate)
            if let changed {
                response = response.setting(
                    "Last-Modified", HTTPDate.text(secondsSince1970: changed.milliseconds / 1_000))
            }
            return response.tagged(ETag(of: bytes), for: request)
        } catch {
            return site.fail(request, error)
        }
    }
}
