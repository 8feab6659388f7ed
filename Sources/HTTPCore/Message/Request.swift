/// One request, wholly read: the server passes it on only after its body has arrived within the limit.
public struct Request: Sendable {
    /// The longest target (path and query) in bytes.
    public static let maximumTargetBytes = 8_192

    /// The method.
    public var method: Method
    /// The path and query as sent.
    public let target: String
    /// The path, split and decoded.
    public let path: RequestPath
    /// The query, decoded.
    public let query: FormFields
    /// The header fields.
    public var headers: Headers
    /// The body, empty when there is none.
    public var body: [UInt8]
    /// The sizes of files that were thrown away while they came, by the place of their parts in the form, from 0.
    public var droppedFiles: [Int: Int] = [:]
    /// The address of the client in numbers, as `192.0.2.7` or `2001:db8::7`; behind a trusted proxy the one it names.
    public var remoteAddress: String
    /// Whether the client speaks TLS, with this server or with the trusted proxy before it.
    public var isSecure: Bool
    /// The id that stands in the log and in `X-Request-Id`.
    public var id: String
    /// What the route's pattern took from the path.
    public internal(set) var parameters = PathParameters()
    /// The pattern of the route that answers, as written in the program; `nil` before routing.
    public internal(set) var routePattern: String?

    /// A request; the target is parsed here.
    ///
    /// - Throws: `RequestError` when path or query is malformed or too long.
    public init(
        method: Method, target: String, headers: Headers = Headers(), body: [UInt8] = [],
        remoteAddress: String = "127.0.0.1", isSecure: Bool = false, id: String = ""
    ) throws(RequestError) {
        guard target.utf8.count <= Self.maximumTargetBytes else { throw RequestError(.targetTooLong, in: "target") }
        let pieces = target.utf8.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        path = try RequestPath(Substring(pieces[0]))
        query = try pieces.count > 1 ? FormFields(parsing: pieces[1], in: "query") : FormFields()
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        self.remoteAddress = remoteAddress
        self.isSecure = isSecure
        self.id = id
    }

    /// Why the cookies cannot be read; nil where they can. A pair that is merely strange is passed over: other programs on
    /// the same host may have set it.
    public var cookieError: RequestError? {
        let isPlain = headers.all("Cookie").allSatisfy { header in
            // The server puts U+FFFD in the place of what is no UTF-8, and of control characters.
            header.unicodeScalars.allSatisfy { $0.value != 0xFFFD }
        }
        return isPlain ? nil : RequestError(.malformedCookie, in: "cookie")
    }

    /// The fields of a form sent as `application/x-www-form-urlencoded`.
    ///
    /// - Throws: `RequestError` of `wrongContentType` for another kind of body, or of the parser.
    public func form(limits: FormLimits = FormLimits()) throws(RequestError) -> FormFields {
        let type = HeaderParameters(headers["Content-Type"] ?? "")
        guard type.value == "application/x-www-form-urlencoded" else {
            throw RequestError(.wrongContentType, in: "body")
        }
        return try FormFields(parsing: body, limits: limits, in: "body")
    }

    /// The parts of a form sent as `multipart/form-data`.
    ///
    /// - Throws: `RequestError` of `wrongContentType` for another kind of body, or of the parser.
    public func multipart(limits: MultipartLimits = MultipartLimits()) throws(RequestError) -> Multipart {
        let type = HeaderParameters(headers["Content-Type"] ?? "")
        guard type.value == "multipart/form-data" else { throw RequestError(.wrongContentType, in: "body") }
        guard let boundary = type["boundary"] else { throw RequestError(.malformedMultipart, in: "boundary") }
        return try Multipart(body, boundary: boundary, limits: limits, dropped: droppedFiles)
    }

    /// Whether the client holds a fresh copy: `If-None-Match` names the tag. Source: RFC 9110 section 13.1.2.
    public func holds(_ tag: ETag) -> Bool {
        headers.all("If-None-Match").contains { tag.isNamed(in: $0) }
    }
}
