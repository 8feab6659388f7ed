import HTTPCore
import Testing

@Suite("Ranges of bytes")
struct RangeTests {
    private static let bytes = Array("0123456789".utf8)

    private func answer(_ fields: [(String, String)], method: Method = .get) throws -> Response {
        var request = try Request(method: method, target: "/")
        for (name, value) in fields { request.headers.add(name, value) }
        let tag = try #require(ETag("v1"))
        return Response(Self.bytes, type: .bytes).tagged(tag, for: request).ranged(for: request)
    }

    @Test(
        "one range is cut out of the body",
        arguments: [
            ("bytes=0-3", "0123", "bytes 0-3/10"), ("bytes=4-", "456789", "bytes 4-9/10"),
            ("bytes=-2", "89", "bytes 8-9/10"), ("bytes=-99", "0123456789", "bytes 0-9/10"),
            ("bytes=8-99", "89", "bytes 8-9/10"), ("bytes=9-9", "9", "bytes 9-9/10"),
        ])
    func one(field: String, body: String, range: String) throws {
        let found = try answer([("Range", field)])
        #expect(found.status == .partialContent && found.body == Array(body.utf8))
        #expect(found.headers["Content-Range"] == range && found.headers["ETag"] == "\"v1\"")
    }

    @Test(
        "what is no single range of bytes gets the whole body",
        arguments: [
            "bytes=0-1,3-4", "bytes=3-1", "bytes=-", "bytes=", "bytes=a-b", "bytes=+1-2", "bytes=1", "lines=0-1", "0-1",
            "bytes=0-99999999999999999999", "bytes= 0-1", "",
        ])
    func whole(field: String) throws {
        let found = try answer([("Range", field)])
        #expect(found.status == .ok && found.body == Self.bytes && found.headers["Accept-Ranges"] == "bytes")
        #expect(found.headers["Content-Range"] == nil)
    }

    @Test("a range outside the body is refused with its length", arguments: ["bytes=10-", "bytes=10-12", "bytes=-0"])
    func outside(field: String) throws {
        let found = try answer([("Range", field)])
        #expect(found.status == .rangeNotSatisfiable && found.headers["Content-Range"] == "bytes */10")
    }

    @Test(
        "If-Range gives the range of the same version only",
        arguments: [
            ("\"v1\"", Status.partialContent), ("\"v2\"", .ok), ("W/\"v1\"", .ok),
            ("Wed, 21 Oct 2015 07:28:00 GMT", .ok), ("", .ok),
        ])
    func version(named: String, status: Status) throws {
        #expect(try answer([("Range", "bytes=0-1"), ("If-Range", named)]).status == status)
    }

    @Test("two fields, a method other than GET and a copy that the client has are not cut")
    func never() throws {
        #expect(try answer([("Range", "bytes=0-1"), ("Range", "bytes=2-3")]).status == .ok)
        #expect(try answer([("Range", "bytes=0-1")], method: .head).body == Self.bytes)
        #expect(try answer([("Range", "bytes=0-1"), ("If-None-Match", "\"v1\"")]).status == .notModified)
        let empty = try Request(method: .get, target: "/")
        #expect(Response([], type: .bytes).ranged(for: empty).status == .ok)
    }
}
