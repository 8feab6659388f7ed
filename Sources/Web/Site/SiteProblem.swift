/// Something that went wrong inside the site, for the log. It holds nothing that a visitor wrote.
public struct SiteProblem: Sendable {
    /// The id of the request.
    public let requestID: String
    /// What went wrong, technically.
    public let description: String
}
