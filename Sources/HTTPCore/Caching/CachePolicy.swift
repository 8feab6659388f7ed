/// What browsers and proxies may do with an answer.
public enum CachePolicy: Sendable, Hashable {
    /// Keep nothing: pages with personal data, forms, uploads.
    case never
    /// Keep, but ask each time whether it is still current; goes with an entity tag.
    case revalidate
    /// Keep for so many seconds.
    case seconds(Int)
    /// Never changes under this address.
    case forever

    /// The value of `Cache-Control`.
    public var headerValue: String {
        switch self {
        case .never: "no-store"
        case .revalidate: "no-cache"
        case .seconds(let seconds): "public, max-age=\(max(0, seconds))"
        case .forever: "public, max-age=31536000, immutable"
        }
    }
}
