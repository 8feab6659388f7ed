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
    /// How much of a body is kept; a larger one is refused with 413 before it is read, but for files that are thrown away.
    public let body: BodyRule
    /// Who answers.
    public let handler: Handler

    /// A route. Without `bodyLimit`, reading routes take no body and the others that of a plain form.
    ///
    /// - Parameters:
    ///   - bodyLimit: the most that is kept of a body, in bytes.
    ///   - files: which files of a form are kept; nil where a larger body is refused whole.
    public init(
        _ method: Method, _ pattern: RoutePattern, access: Access, bodyLimit: Int? = nil,
        files: BodyRule.FileRule? = nil, handler: @escaping Handler
    ) {
        self.method = method
        self.pattern = pattern
        self.access = access
        body = BodyRule(bytes: bodyLimit ?? (method.isSafe ? 0 : Self.formBytes), files: files)
        self.handler = handler
    }
}
