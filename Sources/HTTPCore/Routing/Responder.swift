/// What a server needs to know of the product behind it.
public protocol Responder: Sendable {
    /// Answers a request whose body is within the limit. Called on many threads at once.
    func respond(to request: Request) -> Response

    /// The largest body in bytes for a request, asked before the body is read.
    func bodyLimit(for method: Method, path: RequestPath) -> Int

    /// Answers a request that never becomes one: malformed, too large, too slow.
    func refuse(_ refusal: Refusal) -> Response
}
