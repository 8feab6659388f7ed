/// The status of a response. Source: RFC 9110 section 15.
public struct Status: Sendable, Hashable {
    /// The number, 200 to 599.
    public let code: Int
    /// The English phrase after the number.
    public let reason: String

    private init(_ code: Int, _ reason: String) {
        self.code = code
        self.reason = reason
    }

    /// 200
    public static let ok = Status(200, "OK")
    /// 201
    public static let created = Status(201, "Created")
    /// 202
    public static let accepted = Status(202, "Accepted")
    /// 204
    public static let noContent = Status(204, "No Content")
    /// 206
    public static let partialContent = Status(206, "Partial Content")
    /// 302
    public static let found = Status(302, "Found")
    /// 303, after a form was taken.
    public static let seeOther = Status(303, "See Other")
    /// 304
    public static let notModified = Status(304, "Not Modified")
    /// 308
    public static let permanentRedirect = Status(308, "Permanent Redirect")
    /// 400
    public static let badRequest = Status(400, "Bad Request")
    /// 403
    public static let forbidden = Status(403, "Forbidden")
    /// 404
    public static let notFound = Status(404, "Not Found")
    /// 405
    public static let methodNotAllowed = Status(405, "Method Not Allowed")
    /// 406
    public static let notAcceptable = Status(406, "Not Acceptable")
    /// 408
    public static let requestTimeout = Status(408, "Request Timeout")
    /// 409
    public static let conflict = Status(409, "Conflict")
    /// 410
    public static let gone = Status(410, "Gone")
    /// 413
    public static let contentTooLarge = Status(413, "Content Too Large")
    /// 414
    public static let targetTooLong = Status(414, "URI Too Long")
    /// 415
    public static let unsupportedMediaType = Status(415, "Unsupported Media Type")
    /// 416
    public static let rangeNotSatisfiable = Status(416, "Range Not Satisfiable")
    /// 422
    public static let unprocessable = Status(422, "Unprocessable Content")
    /// 429
    public static let tooManyRequests = Status(429, "Too Many Requests")
    /// 431
    public static let headersTooLarge = Status(431, "Request Header Fields Too Large")
    /// 500
    public static let internalError = Status(500, "Internal Server Error")
    /// 501
    public static let notImplemented = Status(501, "Not Implemented")
    /// 503
    public static let unavailable = Status(503, "Service Unavailable")
}
