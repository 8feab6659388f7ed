internal import HTTPCore
internal import Service

/// The addresses by which citizens apply and follow. None carries a number, a code or anything personal.
enum RequestRoutes {
    static func all(_ site: SiteContext) -> [Route] {
        guard let desk = site.desk else { return closed(site) }
        let apply = ApplyHandler(site: site, desk: desk)
        let track = TrackHandler(site: site, desk: desk)
        let limits = desk.setting.limits
        let files = BodyRule.FileRule(fileBytes: limits.fileBytes, filesBytes: limits.filesBytes)
        func take(_ path: RoutePattern, _ form: TrackHandler.Form) -> Route {
            Route(.post, path, access: .public, bodyLimit: limits.formBytes, files: files) { track.take(form, $0) }
        }
        return [
            Route(.get, "/requests/new", access: .public) { apply.form($0) },
            Route(.post, "/requests/new", access: .public, bodyLimit: limits.formBytes, files: files) {
                apply.take($0)
            },
            Route(.post, "/requests/new/offers", access: .public, bodyLimit: 16_384) { apply.offers($0) },
            Route(.get, "/requests/new/similar", access: .public) { apply.similar($0) },
            Route(.get, "/requests/new/review", access: .public) { apply.review($0) },
            Route(.post, "/requests/new/review", access: .public) { apply.submit($0) },
            Route(.get, "/requests/new/receipt", access: .public) { apply.receipt($0) },
            Route(.get, "/requests/track", access: .public) { track.form($0) },
            Route(.post, "/requests/track", access: .public) { track.open($0) },
            Route(.get, "/requests/track/case", access: .public) { track.see($0) },
            Route(.get, "/requests/track/letters/{step}", access: .public) { track.letter($0) },
            Route(.get, "/requests/track/letters/{step}/docx", access: .public) { track.letterFile($0) },
            Route(.get, "/requests/track/files/{reference}", access: .public) { track.file($0) },
            Route(.get, "/requests/track/withdraw", access: .public) { track.withdrawal($0) },
            take("/requests/track/correction", .correction), take("/requests/track/message", .message),
            take("/requests/track/withdraw", .withdrawal), take("/requests/track/received", .received),
            take("/requests/track/rating", .rating),
            Route(.post, "/requests/track/leave", access: .public) { track.leave($0) },
        ]
    }

    /// A site without a desk says that it takes nothing, and how else to apply.
    private static func closed(_ site: SiteContext) -> [Route] {
        [
            Route(.get, "/requests/new", access: .public) { site.deskClosed($0) },
            Route(.get, "/requests/track", access: .public) { site.deskClosed($0) },
        ]
    }
}
