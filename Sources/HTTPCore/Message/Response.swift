/// An answer: status, header fields and the body, whole or made while it is sent.
///
/// The server adds `Content-Length`, `Date` and `X-Request-Id` itself and leaves the body out for HEAD.
public struct Response: Sendable, Hashable {
    /// The status.
    public var status: Status
    /// The header fields.
    public var headers: Headers
    /// The body.
    public var body: [UInt8]
    /// True where nothing is to be added but what belongs to the single request: the answer has its security headers and is
    /// packed where the client takes it so.
    public var isComplete = false
    /// A body that is made while it is sent, in the place of `body`; the server tells its length in pieces.
    public var stream: StreamedBody?

    /// An answer of given parts.
    public init(status: Status, headers: Headers = Headers(), body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A body of some type.
    public init(_ body: [UInt8], type: ContentType, status: Status = .ok) {
        self.status = status
        self.body = body
        headers = Headers()
        headers.add("Content-Type", type.text)
    }

    /// A body of some type that is made while it is sent.
    public init(streaming stream: StreamedBody, type: ContentType) {
        self.init([], type: type)
        self.stream = stream
    }

    /// The answer with its whole body in bytes; 500 without a body where it could not be made.
    public func collected() -> Response {
        guard let stream else { return self }
        var whole = self
        whole.stream = nil
        guard let bytes = stream.collect() else {
            whole.status = .internalError
            return whole
        }
        whole.body = bytes
        return whole
    }

    /// A page.
    public static func html(_ bytes: [UInt8], status: Status = .ok) -> Response {
        Response(bytes, type: .html, status: status)
    }

    /// A JSON document.
    public static func json(_ bytes: [UInt8], status: Status = .ok) -> Response {
        Response(bytes, type: .json, status: status)
    }

    /// Plain text.
    public static func text(_ text: String, status: Status = .ok) -> Response {
        Response(Array(text.utf8), type: .text, status: status)
    }

    /// Sends the browser to another page of this site; 303 by default, as after a form.
    ///
    /// Only a path of this site is followed: anything else (`//host`, `https:…`, `/\host`) leads to `/`, so an
    /// address that a user wrote cannot lead away.
    public static func redirect(to path: String, status: Status = .seeOther) -> Response {
        var headers = Headers()
        headers.add("Location", isLocal(path) ? path : "/")
        return Response(status: status, headers: headers)
    }

    /// The answer with one header field put in.
    public func setting(_ name: String, _ value: String) -> Response {
        var changed = self
        changed.headers.set(name, value)
        return changed
    }

    /// The answer with a cookie to keep.
    public func setting(_ cookie: Cookie) -> Response {
        var changed = self
        changed.headers.add("Set-Cookie", cookie.headerValue)
        return changed
    }

    /// The answer offered as a file to save. The name may be Chinese. Source: RFC 6266, RFC 8187.
    public func asDownload(named fileName: String) -> Response {
        setting("Content-Disposition", "attachment; filename*=UTF-8''\(PercentEncoding.encode(fileName))")
    }

    /// The answer with what caches may do with it.
    public func cached(_ policy: CachePolicy) -> Response {
        setting("Cache-Control", policy.headerValue)
    }

    /// The answer with its entity tag; 304 without a body when the client holds that version already.
    public func tagged(_ tag: ETag, for request: Request) -> Response {
        var tagged = setting("ETag", tag.headerValue)
        guard status == .ok, request.method == .get || request.method == .head, request.holds(tag) else {
            return tagged
        }
        tagged.status = .notModified
        tagged.body = []
        tagged.stream = nil
        tagged.headers.remove("Content-Type")
        return tagged
    }

    private static func isLocal(_ path: String) -> Bool {
        let bytes = Array(path.utf8)
        guard bytes.first == UInt8(ascii: "/") else { return false }
        if bytes.count > 1, bytes[1] == UInt8(ascii: "/") || bytes[1] == UInt8(ascii: "\\") { return false }
        return bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    }
}
