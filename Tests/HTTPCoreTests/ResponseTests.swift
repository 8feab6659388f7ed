import HTTPCore
import TestSupport
import Testing

@Suite("Responses")
struct ResponseTests {
    @Test("builders set status, type and body")
    func builders() {
        #expect(Response.html([1]).headers["content-type"] == "text/html; charset=utf-8")
        #expect(Response.json([1], status: .created).status.code == 201)
        #expect(Response.text("公").body == Array("公".utf8))
        #expect(Response.text("a").cached(.seconds(60)).headers["Cache-Control"] == "public, max-age=60")
        #expect(Response.text("a").cached(.never).headers["Cache-Control"] == "no-store")
    }

    @Test(
        "a redirect never leaves the site",
        arguments: [
            ("/reports?a=1", "/reports?a=1"), ("//example.test", "/"), ("https://example.test", "/"),
            ("/\\example.test", "/"), ("", "/"), ("/a\r\nX: y", "/"), ("/公开", "/"), ("javascript:x", "/"),
        ])
    func redirects(path: String, location: String) {
        #expect(Response.redirect(to: path).headers["Location"] == location)
        #expect(Response.redirect(to: path).status == .seeOther)
    }

    @Test("security headers are strict and do not override a page's own")
    func security() {
        let secured = Response.text("a").setting("Referrer-Policy", "no-referrer").secured(isSecure: true)
        #expect(secured.headers["Content-Security-Policy"]?.contains("default-src 'none'") == true)
        #expect(secured.headers["Content-Security-Policy"]?.contains("unsafe") == false)
        #expect(secured.headers.all("Referrer-Policy") == ["no-referrer"])
        #expect(secured.headers["X-Content-Type-Options"] == "nosniff")
        #expect(secured.headers["Strict-Transport-Security"] != nil)
        #expect(Response.text("a").secured().headers["Strict-Transport-Security"] == nil)
    }

    @Test("a download's Chinese name is encoded and cannot break the header")
    func download() {
        let response = Response.text("a").asDownload(named: "年报\"\r\n.csv")
        #expect(
            response.headers["Content-Disposition"] == "attachment; filename*=UTF-8''%E5%B9%B4%E6%8A%A5%22%0D%0A.csv")
    }

    @Test(
        "a client that holds the version gets 304 without a body",
        arguments: [
            ("\"v1\"", true), ("W/\"v1\"", true), ("\"v0\", \"v1\"", true), ("*", true), ("\"v2\"", false),
            ("v1", false), ("", false),
        ])
    func conditional(header: String, isHeld: Bool) throws {
        var request = try Request(method: .get, target: "/")
        request.headers.add("If-None-Match", header)
        let tag = try #require(ETag("v1"))
        let response = Response.text("body").cached(.revalidate).tagged(tag, for: request)
        #expect(response.status == (isHeld ? .notModified : .ok))
        #expect(response.body.isEmpty == isHeld)
        #expect(response.headers["ETag"] == "\"v1\"")
        #expect(response.headers["Cache-Control"] == "no-cache")
        request.method = .post
        #expect(Response.text("body").tagged(tag, for: request).status == .ok)
    }

    @Test("tags made of bytes differ where the bytes do")
    func tagsOfBytes() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            var bytes = random.bytes(upTo: 40, mostlyFrom: "ab") + [1]
            let tag = ETag(of: bytes)
            #expect(tag == ETag(of: bytes), "seed \(seed)")
            bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
            #expect(tag != ETag(of: bytes), "seed \(seed)")
            #expect(tag != ETag(of: bytes + [0]), "seed \(seed)")
        }
        #expect(ETag("a b") == nil && ETag("") == nil && ETag("\"") == nil)
    }

    @Test(
        "dates are written as headers want them",
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 GMT"),
            (4_102_444_800, "Fri, 01 Jan 2100 00:00:00 GMT"), (-5, "Thu, 01 Jan 1970 00:00:00 GMT"),
        ] as [(Int64, String)])
    func dates(seconds: Int64, text: String) {
        #expect(HTTPDate.text(secondsSince1970: seconds) == text)
    }

    @Test(
        "a file's ending gives its type",
        arguments: [
            ("a.CSS", ContentType.css), ("x.tar.json", .json), ("年报.docx", .docx), ("pdf", .pdf), ("a.exe", .bytes),
            ("", .bytes),
        ])
    func types(name: String, type: ContentType) {
        #expect(ContentType(fileName: name) == type)
    }
}
