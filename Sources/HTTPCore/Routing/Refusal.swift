/// A request that gets no answer of its own: what is to be said about it.
public struct Refusal: Sendable, Hashable {
    /// The status.
    public let status: Status
    /// One plain Chinese sentence for the person at the browser, without anything the sender wrote.
    public let message: String
    /// The id in the log, which the person can tell to the office that runs the server.
    public let requestID: String
    /// Whether the client would rather have JSON than a page (`Accept` or an address ending in `.json`).
    public let prefersJSON: Bool

    /// A refusal.
    public init(status: Status, message: String, requestID: String = "", prefersJSON: Bool = false) {
        self.status = status
        self.message = message
        self.requestID = requestID
        self.prefersJSON = prefersJSON
    }

    /// The refusal of a request that cannot be understood.
    public init(_ error: RequestError, requestID: String = "", prefersJSON: Bool = false) {
        self.init(
            status: error.status, message: error.message, requestID: requestID, prefersJSON: prefersJSON)
    }

    /// The sentence as plain text, for a server without pages.
    @Sendable
    public static func plainText(_ refusal: Refusal) -> Response {
        Response.text(refusal.message + "\n", status: refusal.status).cached(.never).secured()
    }
}

extension Request {
    /// Whether a target belongs to the interface for programs (`/api/…`), whose every answer is JSON.
    public static func isOfInterface(_ target: String) -> Bool { target.hasPrefix("/api/") }

    /// Whether the client would rather have JSON than a page.
    public var prefersJSON: Bool {
        if Self.isOfInterface(target) { return true }
        if let last = path.segments.last, last.hasSuffix(".json") { return true }
        guard let accept = headers["Accept"] else { return false }
        let types = accept.utf8.split(separator: UInt8(ascii: ",")).map {
            HeaderParameters(String(Substring($0))).value
        }
        return types.contains { $0 == "application/json" || $0 == "application/problem+json" }
            && !types.contains("text/html")
    }
}
