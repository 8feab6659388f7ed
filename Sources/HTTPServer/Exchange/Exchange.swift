import HTTPCore

/// One request on its way in: from its request line to the end of its answer.
final class Exchange {
    /// The id of the log and of `X-Request-Id`.
    var id: String
    /// The target as sent; `nil` when it is no UTF-8.
    let target: String?
    /// When the request line was read, in milliseconds of the server's clock.
    let begin: UInt64
    /// Whether the headers have been read.
    var hasHead = false
    /// The request without its body, once the headers have been read and understood.
    var request: Request?
    /// Why it will be refused.
    var error: RequestError?
    /// The headers of what was refused at its head.
    var headers = Headers()
    /// Whether the connection ends with the answer.
    var closes = false
    /// What has come of the body.
    var body = IncomingBody(BodyRule(bytes: 0), contentType: nil, maximumReceivedBytes: 0)
    /// Until when the body may come; nil where none does.
    var pace: TransferPace?
    /// What is counted for it in the sum of all bodies.
    var reservedBytes = 0
    /// The status of the answer, for the log.
    var status: Status?

    init(id: String, target: String?, begin: UInt64) {
        self.id = id
        self.target = target
        self.begin = begin
    }
}
