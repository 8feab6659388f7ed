internal import HTTPCore
internal import Ledger
internal import Markup
internal import Service

/// Answers for items and their files.
struct ItemHandler: Sendable {
    let site: SiteContext

    /// What is said where nothing is under an address: the same for what never was, what is not published and what may not be
    /// seen.
    static let missing = Sentence(
        "没有这件信息，或者没有公开。请核对网址，或者按机关、类别查找。",
        "There is no such item, or it is not published. Check the address, or look it up by office or category.")

    var routes: [Route] {
        [
            Route(.get, "/info/{id}", access: .public, handler: page),
            Route(.get, "/info/{id}/files/{number}/{name}", access: .public, handler: file),
        ]
    }

    private func page(_ request: Request) -> Response {
        guard let id = request.parameters["id"].flatMap({ PublicItemID($0) }) else {
            return site.refuse(request, .notFound, Self.missing)
        }
        var withdrawn: WithdrawnPage?
        var canonical: String?
        let response = site.page(request, on: .office(id.office)) { t throws(ServiceError) in
            guard let answer = try site.items.run(id) else { return .missing(Self.missing) }
            // Letters of another case find the same item, which has one address.
            guard answer.item.id.description == request.parameters["id"] else {
                canonical =
                    ItemPage.path(answer.item.id) + (request.query.fields.isEmpty ? "" : "?" + request.query.encoded)
                return .missing(Self.missing)
            }
            switch answer {
            case .published(let published):
                var related = HTML.empty
                let shown = try site.neighbours.write(
                    beside: published.item, t, try site.changes.standing(), to: &related)
                let content = ItemPage(answer: published, related: related, t: t).content
                // A text that is kept later does not come by an act of the office.
                return published.text == nil
                    ? .passing(content) : .page(content, revision: min(published.revision, shown))
            case .withdrawn(let item):
                withdrawn = WithdrawnPage(item: item, t: t)
                return .missing(Self.missing)
            }
        }
        if let canonical { return .redirect(to: canonical, status: .permanentRedirect).cached(.revalidate) }
        guard let withdrawn else { return response }
        return gone(request, withdrawn)
    }

    /// The answer for what was taken back: the problem for a program, the page for a person.
    private func gone(_ request: Request, _ page: WithdrawnPage) -> Response {
        if request.prefersJSON, let problem = APIProblem.withdrawn(page.item) { return problem.response(for: request) }
        return site.privatePage(request, page.content, status: .gone)
    }

    /// The answer for the files of an item that was taken back, whether or not it had that one; nil for other items.
    private func gone(_ request: Request, _ id: PublicItemID) throws(ServiceError) -> Response? {
        guard case .withdrawn(let item) = try site.items.run(id) else { return nil }
        return WithdrawnPage(item: item, t: ViewOptions(request).wording).map { gone(request, $0) }
    }

    /// The type by a file's ending; a text says in which encoding it is, so that browsers do not show it as noise.
    static func type(of name: String, _ bytes: [UInt8]) -> ContentType {
        let type = ContentType(fileName: name)
        guard type == .text || type == .csv, String(validating: bytes, as: UTF8.self) == nil else { return type }
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        return type.encoded(as: isUTF16 ? "utf-16" : "gb18030")
    }

    /// Only pictures and plain text are shown by the browser; everything else is saved, so that nothing runs here.
    static let shown: Set<String> = ["txt", "png", "jpg", "jpeg", "gif"]

    private func file(_ request: Request) -> Response {
        do throws(ServiceError) {
            guard let id = request.parameters["id"].flatMap({ PublicItemID($0) }),
                let number = request.parameters["number"].flatMap({ Int($0) }), let name = request.parameters["name"]
            else { return site.refuse(request, .notFound, Self.missing) }
            guard let found = try site.items.file(id, position: number, name: name) else {
                return try gone(request, id) ?? site.refuse(request, .notFound, Self.missing)
            }
            let type = Self.type(of: found.file.name, found.bytes)
            var response = Response(found.bytes, type: type)
                .setting("Content-Security-Policy", "default-src 'none'; sandbox")
                .setting(
                    "Last-Modified",
                    HTTPDate.text(secondsSince1970: found.item.changedAt.milliseconds / 1_000)
                )
                .cached(.revalidate)
            if !Self.shown.contains(found.file.format) { response = response.asDownload(named: found.file.name) }
            return response.tagged(ETag(of: Array(found.file.digest.hex.utf8)), for: request).ranged(for: request)
        } catch {
            return site.fail(request, error)
        }
    }
}
