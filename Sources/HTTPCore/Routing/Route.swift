/// Answers a request. It runs on a thread of the server and may block it only briefly.
public typealias Handler = @Sendable (Request) -> Response

/// One address of the product: method, pattern, who may ask, how much may be sent, who answers.
public struct Route: Sendable {
    /// The largest body of a plain form, in bytes.
    public static let formBytes = 256 << 10
    /// The largest upload, in bytes: a file of 50 MiB and 1 MiB for the form around it.
    public static let uploadBytes = 51 << 20

    /// The method; a route of `get` answers HEAD as well.
    public let method: Method
    /// The pattern of its path.
    public let pattern: RoutePattern
    /// Who may ask.
    public let access: Access
    /// The largest body in bytes; a larger one is refused with 413 before it is read.
    public let bodyLimit: Int
    /// Who answers.
    public let handler: Handler

    /// A route. Without `bodyLimit`, reading routes take no body and the others that of a plain form.
    public init(
        _ method: Method, _ pattern: RoutePattern, access: Access, bodyLimit: Int? = nil, handler: @escaping Handler
    ) {
        self.method = method
        self.pattern = pattern
        self.access = access
        self.bodyLimit = bodyLimit ?? (method.isSafe ? 0 : Self.formBytes)
        self.handler = handler
    }
}
