/// How much one search may ask.
public struct SearchLimits: Sendable, Hashable {
    /// Characters of what is asked for; 100. Setting `GONGKAI_SEARCH_CHARACTERS`.
    public var characters = 100
    /// Terms of it, a Chinese word of n characters being n - 1 of them; 40. Setting `GONGKAI_SEARCH_TERMS`.
    public var terms = 40
    /// Results that are counted, ranked and reached by turning pages, the newest; 2,000. Setting `GONGKAI_SEARCH_RESULTS`.
    public var results = 2_000

    /// The limits as shipped.
    public init() {}
}
