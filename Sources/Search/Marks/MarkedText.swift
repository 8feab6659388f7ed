/// A text with what was found in it marked.
public struct MarkedText: Sendable, Hashable {
    /// A stretch of it.
    public struct Piece: Sendable, Hashable {
        /// The characters.
        public let text: String
        /// True for what was found.
        public let isHit: Bool

        /// A stretch.
        public init(_ text: String, isHit: Bool) {
            self.text = text
            self.isHit = isHit
        }
    }

    /// The stretches in order.
    public let pieces: [Piece]
    /// True where something stands before it.
    public let isCutBefore: Bool
    /// True where something stands after it.
    public let isCutAfter: Bool

    /// True where something is marked.
    public var hasHits: Bool { pieces.contains(where: \.isHit) }
    /// The characters without the marks.
    public var plain: String { pieces.map(\.text).joined() }

    /// The whole text with every hit marked.
    public init(whole text: String, _ query: SearchQuery) {
        let bytes = Array(text.utf8)
        self.init(bytes, PhraseFinder(query).hits(in: bytes.span), within: 0..<bytes.count)
    }

    /// The stretch of a text that tells most of what was found, or its beginning where nothing was.
    ///
    /// - Parameter length: bytes of it, about; a Chinese character has three.
    public init(excerptOf text: String, _ query: SearchQuery, length: Int = 360) {
        let bytes = Array(text.utf8)
        let hits = PhraseFinder(query).hits(in: bytes.span)
        self.init(bytes, hits, within: Excerpt(bytes, hits, length: length).range)
    }

    private init(_ bytes: [UInt8], _ hits: [PhraseFinder.Hit], within range: Range<Int>) {
        var pieces: [Piece] = []
        var at = range.lowerBound
        for hit in PhraseFinder.joined(hits) where hit.lowerBound >= at && hit.upperBound <= range.upperBound {
            if at < hit.lowerBound { pieces.append(Piece(Self.text(bytes[at..<hit.lowerBound]), isHit: false)) }
            pieces.append(Piece(Self.text(bytes[hit]), isHit: true))
            at = hit.upperBound
        }
        if at < range.upperBound { pieces.append(Piece(Self.text(bytes[at..<range.upperBound]), isHit: false)) }
        self.pieces = pieces
        isCutBefore = range.lowerBound > 0
        isCutAfter = range.upperBound < bytes.count
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
