internal import HTTPCore
internal import Ledger
internal import Service
internal import Synchronization

/// Answers for the explorer and its downloads.
struct ExploreHandler: Sendable {
    let site: SiteContext

    /// What the form of the explorer sends, and the address of a cell, which stands for its row and column.
    private static let fields = ["view", "row", "column", "cell", "office", "year", "find"]

    /// The routes.
    var routes: [Route] {
        [Route(.get, "/explore", access: .public, handler: page)]
            + [
                Route(.get, "/explore.csv", access: .public, handler: seen(.csv)),
                Route(.get, "/explore.json", access: .public, handler: seen(.json)),
                Route(.get, "/explore.xlsx", access: .public, handler: seen(.xlsx)),
                Route(.get, "/explore/all.csv", access: .public, handler: everything(.csv)),
                Route(.get, "/explore/all.json", access: .public, handler: everything(.json)),
                Route(.get, "/explore/all.xlsx", access: .public, handler: everything(.xlsx)),
            ]
    }

    private func seen(_ format: DataTable.Format) -> @Sendable (Request) -> Response {
        site.knowing(Self.fields) { seen($0, format) }
    }

    private func everything(_ format: DataTable.Format) -> @Sendable (Request) -> Response {
        site.knowing(["year"]) { everything($0, format) }
    }

    private func page(_ request: Request) -> Response {
        var isRefused = false
        let response = site.page(request) { t throws(ServiceError) in
            let found = try Exploration(site, request)
            isRefused = !found.query.problems.isEmpty
            return .page(
                ExplorePage(
                    found: found, path: ViewHandler.address(of: request),
                    strays: StrayFields.note(request.query, beside: Self.fields, t),
                    isElder: ViewOptions(request).isElder, t: t
                ).content)
        }
        guard isRefused, response.status == .ok else { return response }
        var refused = response.cached(.never)
        refused.status = .badRequest
        refused.headers.remove("ETag")
        return refused
    }

    /// What the page of the same query shows.
    private func seen(_ request: Request, _ format: DataTable.Format) -> Response {
        var problems: [ExploreQuery.Problem] = []
        let response = site.stream(request) { () throws(ServiceError) in
            let found = try Exploration(site, request)
            problems = found.query.problems
            return ExploreData(found: found, t: request.downloadWording).table?.response(
                format, observe: site.broken(request)
            ) {
                site.refuse(request, $0, $1)
            }
        }
        guard !problems.isEmpty else { return response }
        let faults = problems.map {
            APIProblem.Fault(parameter: Self.parameter(of: $0.field, request), message: $0.message)
        }
        return site.refuse(
            request,
            .fields(.joined(problems.map(\.message)), faults))
    }

    /// The parameter that a field of the form sends.
    private static func parameter(of field: String, _ request: Request) -> String {
        switch field {
        case "xv": "view"
        case "xf": "office"
        case "xy": "year"
        default: request.query["cell"]?.isEmpty == false ? "cell" : "row"
        }
    }

    /// Every cell of every report, or of those of one year.
    private func everything(_ request: Request, _ format: DataTable.Format) -> Response {
        let year: ReportYear?
        do throws(MalformedField) {
            year = try request.query.chosen("year", Sentence("年度", "year")) { ReportYear($0) }
        } catch {
            let range = ReportYear.range
            let typed = request.query["year"] ?? ""
            let isYear = typed.utf8.count == 4 && typed.utf8.allSatisfy { (0x30...0x39).contains($0) }
            let message =
                isYear
                ? Sentence(
                    "没有\(typed)年的年报：年度应当在\(range.lowerBound)到\(range.upperBound)之间，例如 year=2024。",
                    "There are no reports of \(typed): years go from \(range.lowerBound) to \(range.upperBound), for example year=2024."
                )
                : Sentence("年度应当是四位数字，例如 year=2024。", "A year has four digits, for example year=2024.")
            return site.refuse(request, .fields(message, [.init(parameter: error.name, message: message)]))
        }
        guard site.exports.admits(request.remoteAddress, at: site.clock()) else {
            return site.refuse(
                request, .tooManyRequests,
                "同一地址一分钟内最多下载\(site.settings.exportsPerMinute)次全部数据。",
                "One address can download all data \(site.settings.exportsPerMinute) times a minute.")
        }
        guard site.exports.enter() else {
            return site.refuse(
                request, .unavailable, "正在下载全部数据的人太多。",
                "Too many people are downloading all data just now.", retryAfter: 30)
        }
        // The place is given back when the last byte has left, or the client has.
        let exports = site.exports
        let place = ExportPlace { exports.leave() }
        var isTooMuch = false
        let response = site.stream(request) { () throws(ServiceError) in
            let table = try AllCells(site: site, year: year, t: request.downloadWording).table()
            isTooMuch = table == nil
            return table?.response(format, ended: { place.giveBack() }, observe: site.broken(request)) {
                site.refuse(request, $0, $1)
            }
        }
        if response.stream == nil { place.giveBack() }
        guard isTooMuch, response.status == .notFound else { return response }
        return site.refuse(
            request, .contentTooLarge,
            "年报超过\(site.settings.exportReports)份，一次下载不完。请在网址后加上年度（例如 ?year=2024）分年下载，或者用数据接口分页取。",
            "There are more than \(site.settings.exportReports) reports, too many for one download. Add a year to the address (for example ?year=2024), or take them page by page by the interface for programs."
        )
    }
}

/// A place among the downloads that are made at the same time, given back once.
private final class ExportPlace: Sendable {
    private let leave: Mutex<(@Sendable () -> Void)?>

    init(_ leave: @escaping @Sendable () -> Void) { self.leave = Mutex(leave) }

    func giveBack() {
        leave.withLock { leave in
            leave?()
            leave = nil
        }
    }
}
