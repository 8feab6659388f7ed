/// A request that gets no answer of its own: what is to be said about it, and in what form.
public struct Refusal: Sendable, RequestWish {
    /// The status.
    public let status: Status
    /// One plain Chinese sentence for the person at the browser, without anything the sender wrote.
    public let message: String
    /// The same in English; nil for what follows from the status alone.
    public let english: String?
    /// The id in the log, which the person can tell to the office that runs the server.
    public let requestID: String
    /// The path and query as sent; empty where they are no UTF-8.
    public let target: String
    /// The header fields, as far as they came.
    public let headers: Headers
    /// In how many seconds it may go well; nil for what follows from the status alone.
    public let retryAfter: Int?
    /// True where something was asked for and nothing sent: it is not what came that is too much.
    public let isReading: Bool

    /// A refusal of what never became a request.
    public init(
        status: Status, message: String, english: String? = nil, requestID: String = "", target: String = "",
        headers: Headers = Headers(), retryAfter: Int? = nil, isReading: Bool = false
    ) {
        self.status = status
        self.message = message
        self.english = english
        self.requestID = requestID
        self.target = target
        self.headers = headers
        self.retryAfter = retryAfter
        self.isReading = isReading
    }

    /// A refusal of a request.
    public init(
        of request: Request, status: Status, message: String, english: String? = nil, retryAfter: Int? = nil
    ) {
        self.init(
            status: status, message: message, english: english, requestID: request.id, target: request.target,
            headers: request.headers, retryAfter: retryAfter, isReading: request.method.isSafe)
    }

    /// The refusal of what cannot be understood.
    public init(_ error: RequestError, requestID: String = "", target: String = "", headers: Headers = Headers()) {
        self.init(
            status: error.status, message: error.message, english: error.english, requestID: requestID, target: target,
            headers: headers)
    }

    /// The sentence as plain text, for a server without pages.
    @Sendable
    public static func plainText(_ refusal: Refusal) -> Response {
        Response.text(refusal.message + "\n", status: refusal.status).cached(.never).secured()
    }
}
