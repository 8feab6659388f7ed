/// The request methods a route can be asked with.
///
/// Source: RFC 9110 section 9. Any other method is refused with 501 before it reaches a route.
public enum Method: String, Sendable, Hashable, CaseIterable {
    /// Read.
    case get = "GET"
    /// Read without the body; answered by the route of `get`.
    case head = "HEAD"
    /// Change or compute.
    case post = "POST"
    /// Replace.
    case put = "PUT"
    /// Change in part.
    case patch = "PATCH"
    /// Remove.
    case delete = "DELETE"
    /// Ask what is allowed.
    case options = "OPTIONS"
    /// Read with a question in the body: known, and taken by no route.
    case query = "QUERY"
    /// Send back what came: known, and taken by no route.
    case trace = "TRACE"

    /// Whether the method only reads. Source: RFC 9110 section 9.2.1.
    public var isSafe: Bool {
        switch self {
        case .get, .head, .options, .query, .trace: true
        case .post, .put, .patch, .delete: false
        }
    }
}
