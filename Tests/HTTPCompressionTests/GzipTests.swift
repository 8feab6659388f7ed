import HTTPCompression
import HTTPCore
import Testing

@Suite("Packed answers")
struct GzipTests {
    private static let page = Array(String(repeating: "<p>政府信息公开</p>\n", count: 200).utf8)

    private func request(_ accepted: String?) throws -> Request {
        try Request(
            method: .get, target: "/", headers: Headers(accepted.map { [("Accept-Encoding", $0)] } ?? []))
    }

    private func page(_ bytes: [UInt8] = page, _ policy: CachePolicy = .revalidate) -> Response {
        Response.html(bytes).cached(policy).setting("ETag", "\"a-1\"")
    }

    @Test(
        "what is packed unpacks to the same bytes, and packs the same way each time", arguments: [0, 1, 999, 100_000])
    func roundTrip(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * $0) }
        for level in [1, 5, 9] {
            let packed = try #require(Gzip.pack(bytes, level: level))
            #expect(Gzip.unpack(packed, limit: count) == bytes)
            #expect(Gzip.pack(bytes, level: level) == packed)
        }
    }

    @Test("what is no gzip, is cut off or unpacks to more than the limit is refused")
    func broken() throws {
        let packed = try #require(Gzip.pack(Self.page, level: 5))
        #expect(Gzip.unpack(Array(packed.dropLast(9)), limit: 1 << 20) == nil)
        #expect(Gzip.unpack(packed, limit: Self.page.count - 1) == nil)
        #expect(Gzip.unpack([1, 2, 3], limit: 100) == nil && Gzip.unpack([], limit: 100) == nil)
    }

    @Test("a page goes packed to a client that takes gzip, with a weak tag and its length to save")
    func packs() throws {
        let answer = page().packed(for: try request("br, gzip"), level: 5)
        #expect(answer.headers["Content-Encoding"] == "gzip" && answer.headers["Vary"] == "Accept-Encoding")
        #expect(answer.headers["ETag"] == "W/\"a-1\"" && answer.body.count < Self.page.count / 5)
        #expect(Gzip.unpack(answer.body, limit: 1 << 20) == Self.page)
        #expect(answer.packed(for: try request("gzip"), level: 5) == answer)
    }

    @Test(
        "a client gets gzip only where it says that it takes it",
        arguments: [
            ("gzip", true), ("GZIP", true), ("x-gzip", true), ("deflate, gzip;q=0.5", true), ("*", true),
            ("*;q=0", false),
            ("gzip;q=0", false), ("gzip; q=0.0, *", false), ("br", false), ("identity", false), ("", false),
            (";;,,", false),
            ("gzip;q=x", true), ("notgzip", false),
        ])
    func accepted(_ header: String, _ isPacked: Bool) throws {
        let answer = page().packed(for: try request(header), level: 5)
        #expect((answer.headers["Content-Encoding"] == "gzip") == isPacked)
        #expect(answer.headers["Vary"] == "Accept-Encoding")
        if !isPacked { #expect(answer.body == Self.page && answer.headers["ETag"] == "\"a-1\"") }
    }

    @Test("nothing that may hold a secret is packed: no page that must not be kept, none that sets a cookie")
    func secrets() throws {
        let gzip = try request("gzip")
        let secret = page(Self.page, .never)
        #expect(secret.packed(for: gzip, level: 5) == secret)
        let cookie = page().setting("Set-Cookie", "a=b")
        #expect(cookie.packed(for: gzip, level: 5) == cookie)
        let unsaid = Response.html(Self.page)
        #expect(unsaid.packed(for: gzip, level: 5) == unsaid)
    }

    @Test("short answers, pictures, archives and a level of zero stay as they are")
    func leftAlone() throws {
        let gzip = try request("gzip")
        #expect(page(Array("<p>".utf8)).packed(for: gzip, level: 5).headers["Content-Encoding"] == nil)
        for type in [ContentType.png, .xlsx, .zip, .pdf, .bytes] {
            let answer = Response(Self.page, type: type).cached(.revalidate)
            #expect(answer.packed(for: gzip, level: 5) == answer)
        }
        #expect(page().packed(for: gzip, level: 0) == page())
    }

    @Test("another Vary is kept, and an answer that nothing changed has the tag of the packed one")
    func headers() throws {
        let gzip = try request("gzip")
        #expect(
            page().setting("Vary", "Cookie").packed(for: gzip, level: 5).headers["Vary"] == "Cookie, Accept-Encoding")
        var unchanged = page([])
        unchanged.status = .notModified
        unchanged.headers.remove("Content-Type")
        let answer = unchanged.packed(for: gzip, level: 5)
        #expect(answer.headers["ETag"] == "W/\"a-1\"" && answer.headers["Content-Encoding"] == nil && answer.body == [])
    }
}
