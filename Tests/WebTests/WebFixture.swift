import AnnualReport
import Database
import DatabaseSQLite
import DocumentReading
import Foundation
import HTTPCore
import Ledger
import ReportExchange
import ReportReading
import Service
import TestSupport
import Testing
import Vault
import Web

/// Reads documents in the process of the test; the server does it in child processes.
struct InProcessReader: ReportReadingPort {
    var limits: ReadingLimits { ReadingLimits() }

    func read(name: String, bytes: [UInt8]) throws(DocumentError) -> Report {
        let document = try DocumentReader.read(name: name, bytes: bytes)
        do { return try ReportReader.read(document) } catch {
            throw DocumentError(code: "not_a_report", message: "没有认出年度报告。")
        }
    }
}

/// Reads the text of files in the process of the test.
struct InProcessTexts: TextReadingPort {
    func text(name: String, bytes: [UInt8]) throws(DocumentError) -> String {
        String(decoding: try DocumentReader.read(name: name, bytes: bytes).plainText(), as: UTF8.self)
    }
}

/// Answers with a report or an error that the test chose, whatever the document.
struct FixedReader: ReportReadingPort {
    var answer: Result<Report, DocumentError>
    var limits = ReadingLimits()

    func read(name: String, bytes: [UInt8]) throws(DocumentError) -> Report { try answer.get() }
}

/// A site on a database file of its own.
final class WebFixture: Sendable {
    let ledger: Ledger
    let site: Site
    private let database: SQLiteDatabase
    private let folder: TemporaryFolder

    static let now = Moment(milliseconds: 1_768_000_000_000)
    static let style = (try? Data(contentsOf: resource("web/gongkai.css"))).map { [UInt8]($0) } ?? []

    static let script = (try? Data(contentsOf: resource("web/gongkai.js"))).map { [UInt8]($0) } ?? []

    static func resource(_ name: String) -> URL {
        TestEnvironment.packageFolder.appending(path: "Resources").appending(path: name)
    }

    init(
        reader: any ReportReadingPort = InProcessReader(), settings: SiteSettings = SiteSettings(), key: Bool = true,
        limits: ApplicationLimits = ApplicationLimits(), now: @escaping @Sendable () -> Moment = { WebFixture.now },
        clock: @escaping Site.Clock = Site.steadyClock, observe: @escaping @Sendable (SiteProblem) -> Void = { _ in }
    ) throws {
        folder = TemporaryFolder()
        database = try SQLiteDatabase(SQLiteSettings(path: folder.file("gongkai.sqlite")))
        ledger = try Ledger(in: database, now: Self.now)
        let setting = ApplicantSetting(
            ledger: ledger, calendar: try OfficialCalendar.load(), vault: key ? try Self.vault() : nil, limits: limits)
        site = Site(
            ledger: ledger, reader: reader, style: Self.style, script: Self.script, settings: settings,
            desk: RequestDesk(setting, now: now), clock: clock, observe: observe)
    }

    deinit { database.close() }

    /// A vault with the key of the tests.
    static func vault() throws -> Vault {
        Vault(try KeyRing(parsing: String(repeating: "5a", count: 32), from: "test"))
    }

    /// The files of the database as they are on the disk.
    func databaseBytes() throws -> Data {
        let path = folder.file("gongkai.sqlite")
        return try Data(contentsOf: URL(filePath: path))
            + ((try? Data(contentsOf: URL(filePath: path + "-wal"))) ?? Data())
    }

    func close() { database.close() }

    /// What another program on the same data does, such as an import on the command line.
    func asAnotherProgram(_ act: (Ledger) throws -> Void) throws {
        let other = try SQLiteDatabase(SQLiteSettings(path: folder.file("gongkai.sqlite")))
        defer { other.close() }
        try act(try Ledger(in: other, now: Self.now))
    }

    /// A site with the demonstration documents, and a report of each form made for the tests.
    static let shared: Result<WebFixture, any Error> = Result {
        let fixture = try WebFixture()
        let list = try #require(DemonstrationList(parsing: text("demo/offices.tsv")))
        try LoadDemonstration(
            ledger: fixture.ledger, reader: InProcessReader(), calendar: try OfficialCalendar.load()
        ).run(
            list, at: now,
            bytes: { name throws(DocumentError) in
                (try? Data(contentsOf: resource("demo/\(name)"))).map { [UInt8]($0) } ?? []
            }, report: { _, _ in true })
        // What three of the offices did: enough for every kind of page.
        try fixture.record(["shishi-bigdata", "xiangzhi", "government-services"])
        for (year, form) in forms { try fixture.add(ConsistentReport.empty(form, year: year), code: "forms") }
        return fixture
    }

    /// A site of its own with the records of one office of the demonstration.
    static func working(_ settings: SiteSettings) throws -> WebFixture {
        let fixture = try WebFixture(settings: settings)
        try fixture.ledger.offices.put(
            Office(code: try #require(AgencyCode("xiangzhi")), fullName: try #require(PlainLine("石狮市祥芝镇人民政府"))))
        try fixture.record(["xiangzhi"])
        return fixture
    }

    /// Records what some offices of the demonstration did.
    private func record(_ offices: [String]) throws {
        let acts = try Self.text("demo/acts.jsonl").split(separator: "\n").filter { line in
            offices.contains { line.contains("\"agency\":\"\($0)\"") }
        }
        try LoadDemonstrationLedger(
            ledger: ledger, calendar: try OfficialCalendar.load(),
            papers: PreparePaper(reader: InProcessTexts()),
            file: { try? [UInt8](Data(contentsOf: Self.resource("demo/files/\($0)"))) }
        ).run(acts.joined(separator: "\n"), at: Self.now) { office, outcome in
            guard case .recorded = outcome else {
                Issue.record("\(office): \(outcome)")
                return
            }
        }
    }

    /// The years under which `shared` keeps a report of each form in the office `forms`.
    static let forms: [(year: Int, form: StatutoryForm)] = [
        (2019, .edition2019), (2020, .mixed2019), (2021, .edition2021), (2022, .mixed2021),
    ]

    static func text(_ name: String) throws -> String { try String(contentsOf: resource(name), encoding: .utf8) }

    /// Keeps a report under an office, which is made where it is missing.
    func add(
        _ report: Report, code: String, name: String = "测试市格式局", check: CheckResult? = nil,
        document: String = "报告.txt", bytes: [UInt8]? = nil
    ) throws {
        let code = try #require(AgencyCode(code))
        if try ledger.offices.office(code: code) == nil {
            try ledger.offices.put(Office(code: code, fullName: try #require(PlainLine(name))))
        }
        let year = try #require(ReportYear(report.reportYear ?? 2021))
        try ledger.reports.save(
            ReportSubmission(
                office: code, year: year, documentName: document, documentFormat: "txt",
                documentBytes: bytes ?? Array("\(code) \(year)".utf8), report: report,
                json: ReportJSON.write(report), check: check ?? RuleBook.check(report, inEnglish: true)), at: Self.now)
    }

    func get(_ target: String, cookies: [String] = [], headers: [(String, String)] = []) throws -> Response {
        var all = Headers(headers)
        if !cookies.isEmpty { all.add("Cookie", cookies.joined(separator: "; ")) }
        return site.respond(to: try Request(method: .get, target: target, headers: all, id: "test-1")).collected()
    }

    /// The text of a page that must be there.
    func page(_ target: String, cookies: [String] = []) throws -> String {
        let response = try get(target, cookies: cookies)
        #expect(response.status == .ok, "\(target)")
        return response.text
    }

    /// Sends the form of an upload.
    func upload(
        file: (name: String, bytes: [UInt8])?, previous: (name: String, bytes: [UInt8])? = nil, token: String?,
        cookies: [String], from address: String = "192.0.2.1", type: String? = nil
    ) throws -> Response {
        var body: [UInt8] = []
        func add(_ head: String, _ bytes: [UInt8]) {
            body += Array("--border\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8) + bytes + [0x0D, 0x0A]
        }
        if let token { add("name=\"csrf\"", Array(token.utf8)) }
        add("name=\"file\"; filename=\"\(file?.name ?? "")\"", file?.bytes ?? [])
        add("name=\"previous\"; filename=\"\(previous?.name ?? "")\"", previous?.bytes ?? [])
        body += Array("--border--\r\n".utf8)
        var headers = Headers([("Content-Type", type ?? "multipart/form-data; boundary=border")])
        if !cookies.isEmpty { headers.add("Cookie", cookies.joined(separator: "; ")) }
        var request = try Request(
            method: .post, target: "/check", headers: headers, remoteAddress: address, id: "test-2")
        request.receive(body, by: site)
        return site.respond(to: request)
    }

    /// The cookie and the token that a visitor gets with the form.
    func visit() throws -> (cookie: String, token: String) {
        let response = try get("/check")
        let cookie = try #require(response.headers["Set-Cookie"]?.split(separator: ";").first)
        let field = try #require(PageMarkup(response.text).tags.first { $0["name"] == "csrf" })
        return (String(cookie), try #require(field["value"]))
    }
}

extension Request {
    /// Takes a body as the server does, in pieces and by the rule of its address. One that is refused stays whole.
    mutating func receive(_ bytes: [UInt8], by site: Site) {
        var incoming = IncomingBody(
            site.bodyRule(for: method, path: path), contentType: headers["Content-Type"], maximumReceivedBytes: 1 << 26)
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(16 << 10)
            rest = rest.dropFirst(piece.count)
            guard piece.withUnsafeBytes({ incoming.append($0) }) else {
                body = bytes
                return
            }
        }
        droppedFiles = incoming.droppedFiles
        body = incoming.take()
    }
}

extension Response {
    var text: String { String(decoding: body, as: UTF8.self) }

    /// A page of the site; a document that happens to be html is none.
    var isPage: Bool {
        headers["Content-Type"]?.hasPrefix("text/html") == true && headers["Content-Disposition"] == nil
    }
}
