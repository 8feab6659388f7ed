import CivilTime
import Disclosure
import Foundation
import HTTPCore
import Ledger
import Service
import Synchronization
import TestSupport
import Testing

@testable import Web

/// A browser of an invented person at a site of its own: it keeps cookies, fills in forms, follows redirects.
final class Visitor {
    let fixture: WebFixture
    let clock: TestClock
    var address = "192.0.2.1"
    private(set) var cookies: [String: String] = [:]
    private(set) var targets: [String] = []
    private(set) var last = Response(status: .ok)

    /// Time that goes on when a test says so.
    final class TestClock: Sendable {
        private let seconds = Mutex(0)
        func advance(_ count: Int) { seconds.withLock { $0 += count } }
        var steady: Duration { .seconds(seconds.withLock { $0 }) }
        /// 2025-06-03, noon in Beijing, and what was added.
        var now: Moment {
            Moment(
                milliseconds: Int64(Day("2025-06-03")?.number ?? 0) * 86_400_000 + 4 * 3_600_000
                    + Int64(seconds.withLock { $0 }) * 1_000)
        }
    }

    init(
        key: Bool = true, limits: ApplicationLimits = ApplicationLimits(),
        requests: RequestDeskLimits = RequestDeskLimits(), later seconds: Int = 0,
        observe: @escaping @Sendable (SiteProblem) -> Void = { _ in }
    ) throws {
        let clock = TestClock()
        clock.advance(seconds)
        self.clock = clock
        var settings = SiteSettings()
        settings.requests = requests
        fixture = try WebFixture(
            settings: settings, key: key, limits: limits, now: { clock.now }, clock: { clock.steady },
            observe: observe)
        for (code, name) in [("office", "测试市测试局"), ("street", "测试街道")] {
            let refusal = try fixture.ledger.offices.put(
                Office(code: try #require(AgencyCode(code)), fullName: try #require(PlainLine(name))))
            #expect(refusal == nil)
        }
    }

    /// Asks an address and goes where it leads.
    @discardableResult
    func get(_ target: String) throws -> Response { try send(.get, target, nil, []) }

    /// The text of the page that stands open.
    var page: String { last.text }
    var markup: PageMarkup { PageMarkup(page) }
    func field(_ name: String) -> String? { markup.tags.first { $0["name"] == name && $0["value"] != nil }?["value"] }

    /// Sends a form with files, as a browser does.
    @discardableResult
    func post(
        _ target: String, _ fields: [(String, String)], files: [(field: String, name: String, bytes: [UInt8])] = [],
        token: String? = nil
    ) throws -> Response {
        var body: [UInt8] = []
        func add(_ head: String, _ bytes: [UInt8]) {
            body += Array("--border\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8) + bytes + [0x0D, 0x0A]
        }
        add("name=\"csrf\"", Array((token ?? field("csrf") ?? "").utf8))
        for (name, value) in fields { add("name=\"\(name)\"", Array(value.utf8)) }
        for file in files { add("name=\"\(file.field)\"; filename=\"\(file.name)\"", file.bytes) }
        body += Array("--border--\r\n".utf8)
        return try send(.post, target, "multipart/form-data; boundary=border", body)
    }

    /// Sends a plain form with the hidden fields of the page.
    @discardableResult
    func submit(_ target: String, _ fields: [(String, String)] = [], token: String? = nil) throws -> Response {
        let hidden = markup.all("input").filter { $0["type"] == "hidden" && $0["name"] != nil }
            .map { ($0["name"] ?? "", $0["value"] ?? "") }
            .filter { name, _ in name != "csrf" && !fields.contains { $0.0 == name } }
        let all = [("csrf", token ?? field("csrf") ?? "")] + hidden + fields
        return try send(
            .post, target, "application/x-www-form-urlencoded", Array(FormFields(all.map { ($0.0, $0.1) }).encoded.utf8)
        )
    }

    private func send(_ method: HTTPCore.Method, _ target: String, _ type: String?, _ body: [UInt8]) throws -> Response
    {
        var headers = Headers()
        if let type { headers.add("Content-Type", type) }
        let path = String(target.prefix { $0 != "?" })
        let sent = cookies.filter { path.hasPrefix($0.key.split(separator: " ")[1]) }
        if !sent.isEmpty {
            headers.add(
                "Cookie", sent.map { "\($0.key.split(separator: " ")[0])=\($0.value)" }.sorted().joined(separator: "; ")
            )
        }
        targets.append(target)
        var request = try Request(
            method: method, target: target, headers: headers, remoteAddress: address, id: "test-3")
        request.receive(body, by: fixture.site)
        let response = fixture.site.respond(to: request)
        for line in response.headers.all("Set-Cookie") {
            let parts = line.split(separator: "; ").map(String.init)
            let pair = parts[0].split(separator: "=", maxSplits: 1).map(String.init)
            let path = parts.first { $0.hasPrefix("Path=") }.map { String($0.dropFirst(5)) } ?? "/"
            cookies["\(pair[0]) \(path)"] = parts.contains("Max-Age=0") ? nil : (pair.count > 1 ? pair[1] : "")
        }
        if response.status == .seeOther, let next = response.headers["Location"] {
            return try send(.get, next, nil, [])
        }
        last = response
        return response
    }

    func forget(_ cookie: String) { cookies = cookies.filter { !$0.key.hasPrefix(cookie + " ") } }

    // MARK: The invented person

    static let proof = (
        field: "proof", name: "测试张三证件.jpg", bytes: [0xFF, 0xD8, 0xFF, 0xE0] + Array("测试照片内容".utf8) + [0xFF, 0xD9]
    )

    static let fields: [(String, String)] = [
        ("agency", "office"), ("applicant_type", "natural_person"), ("name", "测试张三"), ("id_kind", "passport"),
        ("id_number", "T00998877"), ("phone", "000-55667788"), ("email", "zhangsan@mail.example"), ("agent", "no"),
        ("matter", "测试路改造工程的验收报告"), ("medium", "electronic"), ("delivery", "internet"), ("go", "next"),
    ]

    static func fields(_ changed: [String: String]) -> [(String, String)] {
        fields.map { ($0.0, changed[$0.0] ?? $0.1) }
            + changed.filter { name, _ in !fields.contains { $0.0 == name } }.map { ($0.key, $0.value) }
    }

    /// Applies; gives number and code.
    func apply() throws -> (number: String, code: String) {
        try get("/requests/new?agency=office")
        try post("/requests/new", Self.fields, files: [Self.proof])
        #expect(targets.last == "/requests/new/review", "\(page.prefix(3_000))")
        try submit("/requests/new/review")
        #expect(targets.last == "/requests/new/receipt", "\(last.status)")
        let strong = page.components(separatedBy: "<strong>").dropFirst().map { String($0.prefix { $0 != "<" }) }
        #expect(strong.count == 2)
        return (strong[0], strong[1])
    }

    /// Opens the application.
    func open(_ number: String, _ code: String) throws {
        try get("/requests/track")
        try submit("/requests/track", [("number", number), ("code", code)])
    }

    /// What the office does meanwhile, as lines of acts.
    func office(_ lines: String, on day: String) throws {
        var acts = PerformActs(
            ledger: fixture.ledger, calendar: try OfficialCalendar.load(), vault: try WebFixture.vault())
        // A file has its own name for its text.
        acts.bodies = WrittenBodies(prepare: PreparePaper(reader: InProcessTexts())) {
            (path) throws(Disclosure.Refusal) in
            PreparePaper.File(name: path, bytes: Array("%PDF-1.7 \(path)".utf8))
        }
        let now = Moment(milliseconds: Int64(Day(day)?.number ?? 0) * 86_400_000 + 4 * 3_600_000)
        let outcome = try LoadActs(acts).run(
            Array(lines.utf8), by: .init(agency: "office", actor: "li-si", role: "officer"), at: now)
        guard case .recorded = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }
}
