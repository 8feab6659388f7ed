/// A stretch of a text that is indexed by itself, because one of the engines bounds what stands together.
public enum TextPart {
    /// Places of terms in a part. PostgreSQL keeps 16,383 in a `tsvector`; titles and numbers need some of them.
    public static let longest = 12_000
    /// How often one term may stand in a part. PostgreSQL keeps 256 places of a term.
    public static let mostOfOneTerm = 240
    /// A part looks for a wall to end at from here on.
    private static let shortest = 10_000

    /// The stretches of a text: whole, in order, cut at a wall where there is one.
    ///
    /// Nearly every text is one stretch. A phrase that lies across a cut is not found, which happens only in a run of more
    /// than `longest` characters without punctuation.
    ///
    /// - Returns: ranges of bytes; a single empty one for an empty text.
    public static func cut(_ text: Span<UInt8>) -> [Range<Int>] {
        // Fewer bytes than either limit can be reached with.
        guard text.count > mostOfOneTerm else { return [0..<text.count] }
        var cuts = [0]
        // How often each term stood, by a hash: several terms may share a place, which only cuts earlier.
        var counts = [UInt8](repeating: 0, count: 4_096)
        var begin = 0
        var isCrowded = false
        func cut(at byte: Int, before position: Int) {
            cuts.append(byte)
            begin = position
            isCrowded = false
            for index in counts.indices { counts[index] = 0 }
        }
        TermScanner.scan(text) { term, place in
            let size = place.position - begin
            if place.isWall {
                if size >= shortest || isCrowded { cut(at: place.bytes.lowerBound, before: place.position + 1) }
                return true
            }
            var hash: UInt32 = 2_166_136_261
            for index in 0..<term.count { hash = (hash ^ UInt32(term[index])) &* 16_777_619 }
            let slot = Int((hash ^ hash >> 15) & 4_095)
            // No wall came in time.
            if size >= longest || counts[slot] >= UInt8(mostOfOneTerm) {
                cut(at: place.bytes.lowerBound, before: place.position)
            }
            counts[slot] += 1
            if counts[slot] >= UInt8(mostOfOneTerm) - 20 { isCrowded = true }
            return true
        }
        cuts.append(text.count)
        return zip(cuts, cuts.dropFirst()).map { $0..<$1 }
    }
}
