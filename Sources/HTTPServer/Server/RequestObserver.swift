public import HTTPCore

/// One answered request, for the log and for counting. It holds nothing about a person: no client's
/// address, no query.
public struct AnsweredRequest: Sendable {
    /// The id that was sent as `X-Request-Id`.
    public let id: String
    /// The method, `nil` when it was none the server knows.
    public let method: Method?
    /// The path without the query, encoded, at most 200 bytes; `nil` when the request could not be understood.
    public let path: String?
    /// The status of the answer.
    public let status: Status
    /// From the request line to the last byte of the answer.
    public let duration: Duration
}

/// Told about every answered request, on the server's threads; it must be quick.
public typealias RequestObserver = @Sendable (AnsweredRequest) -> Void
