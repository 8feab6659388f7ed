/// What a server needs to know of the product behind it.
public protocol Responder: Sendable {
    /// Answers a request whose body is within the limit. Called on many threads at once.
    func respond(to request: Request) -> Response

    /// How much of a body is kept for a request, asked before the body is read.
    func bodyRule(for method: Method, path: RequestPath) -> BodyRule

    /// Answers a request that never becomes one: malformed, too large, too slow.
    func refuse(_ refusal: Refusal) -> Response
}
