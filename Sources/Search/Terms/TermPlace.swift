/// Where a term stands in its text.
public struct TermPlace: Sendable, Hashable {
    /// The bytes of the text that it was made of.
    public let bytes: Range<Int>
    /// Its place among the terms, from 0; neighbours in a phrase have neighbouring places.
    public let position: Int
    /// True for what stands between two runs that no phrase joins; it has a place and no bytes.
    public let isWall: Bool

    /// A place.
    public init(_ bytes: Range<Int>, position: Int, isWall: Bool = false) {
        self.bytes = bytes
        self.position = position
        self.isWall = isWall
    }
}
