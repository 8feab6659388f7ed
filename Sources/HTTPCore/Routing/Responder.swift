/// What a server needs to know of the product behind it.
public protocol Responder: Sendable {
    /// Answers a request whose body is within the limit. Called on many threads at once.
    func respond(to request: Request) -> Response

    /// How much of a body is kept for a request, asked before the body is read.
    func bodyRule(for method: Method, path: RequestPath) -> BodyRule

    /// Answers a request that never becomes one: malformed, too large, too slow.
    func refuse(_ refusal: Refusal) -> Response

    /// What stands in the log for the path of a request that was answered; nil for the path as it was sent.
    ///
    /// Whoever mistypes an address may have put into it what nobody is to read.
    func loggedPath(of request: Request, _ status: Status) -> String?
}

extension Responder {
    /// The path as it was sent.
    public func loggedPath(of request: Request, _ status: Status) -> String? { nil }
}
