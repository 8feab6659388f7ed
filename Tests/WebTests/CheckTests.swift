import AnnualReport
import DocumentReading
import Foundation
import HTTPCore
import TestSupport
import Ledger
import Testing

@testable import Web

@Suite("Check of an upload")
struct CheckTests {
    private static let report = ConsistentReport.empty(.edition2021)

    private func fixture(_ answer: Result<Report, DocumentError> = .success(report), perMinute: Int = 1_000) throws
        -> WebFixture
    {
        var settings = SiteSettings()
        settings.checksPerMinute = perMinute
        return try WebFixture(reader: FixedReader(answer: answer), settings: settings)
    }

    @Test("a report with mistakes gets its findings and its tables, and nothing of it is kept")
    func findings() throws {
        let fixture = try WebFixture()
        let name = "sample-with-mistakes-2021.docx"
        let bytes = [UInt8](try Data(contentsOf: WebFixture.resource("demo/\(name)")))
        let visit = try fixture.visit()
        let revision = try fixture.ledger.revision()
        let response = try fixture.upload(file: (name, bytes), token: visit.token, cookies: [visit.cookie])
        #expect(response.status == .ok)
        #expect(response.headers["Cache-Control"] == "no-store")
        let markup = PageMarkup(response.text)
        #expect(markup.faults == [])
        #expect(markup.all("h1").count == 1)
        #expect(markup.tables.count == 3)
        #expect(markup.tags.contains { $0["class"] == "hit" })
        #expect(response.text.contains("T3_BALANCE") && response.text.contains("文件和结果没有保存"))
        let fragments = markup.all("a").compactMap { $0["href"] }.filter { $0.hasPrefix("#") }
        #expect(fragments.allSatisfy { markup.ids.contains(String($0.dropFirst())) })
        #expect(try fixture.ledger.revision() == revision)
        #expect(try fixture.ledger.reports.standings().isEmpty)
    }

    @Test("with the report of the year before, what was carried over is checked too")
    func previous() throws {
        let fixture = try fixture()
        let visit = try fixture.visit()
        let file = (name: "本年.docx", bytes: [UInt8](1...9))
        let alone = try fixture.upload(file: file, token: visit.token, cookies: [visit.cookie])
        let both = try fixture.upload(
            file: file, previous: ("上年.docx", [1]), token: visit.token, cookies: [visit.cookie])
        #expect(alone.text.contains("没有收到2022年报告"))
        #expect(!both.text.contains("没有收到2022年报告"))
        #expect(both.text.contains("上一年年报"))
    }

    @Test("a form without the token of this visit is refused")
    func csrf() throws {
        let fixture = try fixture()
        let visit = try fixture.visit()
        let other = try fixture.visit()
        let file = (name: "a.docx", bytes: [UInt8(1)])
        let attempts: [(String?, [String])] = [
            (nil, [visit.cookie]), ("", [visit.cookie]), (visit.token, []), (other.token, [visit.cookie]),
            (visit.token, ["gongkai_visit="]), (visit.token, ["gongkai_visit=\(String(repeating: "z", count: 32))"]),
            (String(repeating: "0", count: 64), [visit.cookie]),
        ]
        for (token, cookies) in attempts {
            let response = try fixture.upload(file: file, token: token, cookies: cookies)
            #expect(response.status == .forbidden)
            #expect(response.text.contains("test-2"), "the page names the request")
        }
        #expect(try fixture.upload(file: file, token: visit.token, cookies: [visit.cookie]).status == .ok)
        #expect(visit.token != other.token)
    }

    @Test("the cookie of a visit cannot be read by scripts and is not sent from other sites")
    func cookie() throws {
        let response = try fixture().get("/check")
        #expect(response.headers["Set-Cookie"]?.hasSuffix("HttpOnly; SameSite=Lax") == true)
        #expect(response.headers["Cache-Control"] == "no-store")
    }

    @Test("a form without a file is shown again with what is missing")
    func noFile() throws {
        let fixture = try fixture()
        let visit = try fixture.visit()
        let response = try fixture.upload(file: nil, token: visit.token, cookies: [visit.cookie])
        #expect(response.status == .unprocessable)
        let markup = PageMarkup(response.text)
        #expect(markup.tags.contains { $0["role"] == "alert" })
        #expect(markup.tags.contains { $0["id"] == "file" && $0["aria-invalid"] == "true" })
        #expect(response.text.contains("<title>错误：核对我的年报"))
    }

    @Test(
        "a document that cannot be read gets its reason, without a code, and the form again",
        arguments: [
            ("scanned_pdf", 422), ("too_large", 413), ("unpacked_too_large", 413), ("unknown_format", 415),
            ("unsupported_format", 415), ("reader_busy", 503), ("reader_crashed", 422), ("too_slow", 422),
        ])
    func refused(code: String, status: Int) throws {
        let fixture = try fixture(.failure(DocumentError(code: code, message: "换一份<再>试。")))
        let visit = try fixture.visit()
        let response = try fixture.upload(file: ("a.pdf", [1]), token: visit.token, cookies: [visit.cookie])
        #expect(response.status.code == status)
        #expect(response.headers["Retry-After"] == (status == 503 ? "30" : nil))
        #expect(!response.text.contains(code))
        #expect(response.text.contains("文件“a.pdf”未能核对：换一份&lt;再&gt;试。"))
        let markup = PageMarkup(response.text)
        #expect(markup.faults == [] && markup.all("form").contains { $0["method"] == "post" })
    }

    @Test("a body that is no form with files is refused for its kind")
    func wrongType() throws {
        let fixture = try fixture()
        let visit = try fixture.visit()
        let response = try fixture.upload(
            file: ("a.pdf", [1]), token: visit.token, cookies: [visit.cookie], type: "application/json")
        #expect(response.status == .unsupportedMediaType)
    }

    @Test("a file field that comes twice is refused by its name")
    func repeated() throws {
        let fixture = try fixture()
        let visit = try fixture.visit()
        let response = try fixture.upload(
            file: (
                "a.docx\"\r\n\r\nx\r\n--border\r\nContent-Disposition: form-data; name=\"file\"; filename=\"b.docx", [1]
            ),
            token: visit.token, cookies: [visit.cookie])
        #expect(response.status == .badRequest && response.text.contains("“年度报告文件”出现了不止一次"))
    }

    @Test("a file over the limit is refused, and a body over it before it is read")
    func tooLarge() throws {
        var settings = SiteSettings()
        settings.fileBytes = 100
        let fixture = try WebFixture(reader: FixedReader(answer: .success(Self.report)), settings: settings)
        let visit = try fixture.visit()
        let large = (name: "a.txt", bytes: [UInt8](repeating: 65, count: 101))
        for (file, previous, field) in [(large, nil, "file"), ((name: "b.txt", bytes: [66]), large, "previous")] {
            let answer = try fixture.upload(
                file: file, previous: previous, token: visit.token, cookies: [visit.cookie])
            #expect(answer.status == .contentTooLarge && answer.text.contains("文件“a.txt”没有核对：超过0 MB的上限"))
            let markup = PageMarkup(answer.text)
            #expect(markup.faults == [] && markup.tags.contains { $0["id"] == field && $0["aria-invalid"] == "true" })
            #expect(markup.all("a").contains { $0["href"] == "#\(field)" })
        }
        #expect(fixture.site.bodyRule(for: .post, path: try RequestPath("/check")).bytes == settings.uploadBytes)
        #expect(fixture.site.bodyRule(for: .get, path: try RequestPath("/check")).bytes == 0)
    }

    @Test("one address may have so many documents checked in a minute; others are not held up by it")
    func rate() throws {
        let fixture = try fixture(perMinute: 3)
        let visit = try fixture.visit()
        func status(from address: String) throws -> Int {
            try fixture.upload(
                file: ("a.txt", [1]), token: visit.token, cookies: [visit.cookie], from: address
            ).status.code
        }
        let statuses = try (1...4).map { _ in try status(from: "192.0.2.1") }
        #expect(statuses == [200, 200, 200, 429])
        #expect(try status(from: "192.0.2.2") == 200)
        let refused = try fixture.upload(
            file: nil, token: visit.token, cookies: [visit.cookie], from: "192.0.2.1")
        #expect(refused.headers["Retry-After"] == "60")
    }

    @Test("the bound of an address fills again with time, and IPv6 counts by network")
    func bucket() {
        let limiter = UploadLimiter(perMinute: 2, atOnce: 1)
        #expect(limiter.admits("192.0.2.1", at: .zero) && limiter.admits("192.0.2.1", at: .zero))
        #expect(!limiter.admits("192.0.2.1", at: .seconds(29)))
        #expect(limiter.admits("192.0.2.1", at: .seconds(31)))
        #expect(!limiter.admits("192.0.2.1", at: .seconds(32)))
        #expect(ClientNetwork.name(of: "2001:db8:1:2:3:4:5:6") == ClientNetwork.name(of: "2001:db8:1:2::9"))
        #expect(ClientNetwork.name(of: "2001:db8::1") == "2001:db8:0:0")
        #expect(ClientNetwork.name(of: "::1") == "0:0:0:0")
    }

    @Test("addresses without number do not fill the memory, and those at their bound stay bounded")
    func manyAddresses() {
        let limiter = UploadLimiter(perMinute: 1, atOnce: 1)
        for number in 0..<Allowance.nameLimit {
            #expect(limiter.admits("10.\(number / 65_536).\(number / 256 % 256).\(number % 256)", at: .zero))
        }
        #expect(!limiter.admits("192.0.2.1", at: .seconds(1)))
        #expect(!limiter.admits("10.0.0.0", at: .seconds(1)))
        #expect(limiter.admits("192.0.2.1", at: .seconds(61)))
    }

    @Test("no more documents are checked at a time than the bound")
    func atOnce() {
        let limiter = UploadLimiter(perMinute: 1, atOnce: 2)
        #expect(limiter.enter() && limiter.enter() && !limiter.enter())
        limiter.leave()
        #expect(limiter.enter())
    }
}
