/// Which stretch of a text is shown of a result.
struct Excerpt {
    /// Bytes of the text; begins and ends between characters.
    let range: Range<Int>

    /// - Parameter length: bytes, about.
    init(_ bytes: [UInt8], _ hits: [PhraseFinder.Hit], length: Int) {
        guard bytes.count > length else {
            range = 0..<bytes.count
            return
        }
        let start = Self.start(bytes, Self.best(hits, length), length)
        let end = min(start + length, bytes.count)
        range = start..<Self.boundary(bytes, max(end, Self.endOfHit(hits, at: end)))
    }

    /// Where the hits begin that stand together for the most phrases; nought where there are none.
    private static func best(_ hits: [PhraseFinder.Hit], _ length: Int) -> Int {
        var best = (phrases: 0, at: 0)
        var first = 0
        for last in hits.indices {
            while hits[last].bytes.upperBound - hits[first].bytes.lowerBound > length * 3 / 4, first < last {
                first += 1
            }
            let phrases = Set(hits[first...last].suffix(64).map(\.phrase)).count
            if phrases > best.phrases { best = (phrases, hits[first].bytes.lowerBound) }
        }
        return best.at
    }

    /// The beginning of the sentence where it is near, else a little before the hit.
    private static func start(_ bytes: [UInt8], _ hit: Int, _ length: Int) -> Int {
        let room = length / 4
        guard hit > room else { return 0 }
        var index = hit
        while index > hit - room {
            index -= 1
            if bytes[index] == 0x0A { return index + 1 }
            // 。 is E3 80 82, ； EF BC 9B.
            if index >= 2,
                bytes[index] == 0x82 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE3
                    || bytes[index] == 0x9B && bytes[index - 1] == 0xBC && bytes[index - 2] == 0xEF
            {
                return index + 1
            }
        }
        return boundary(bytes, max(hit - room / 2, 0))
    }

    /// A hit that would be cut is shown whole.
    private static func endOfHit(_ hits: [PhraseFinder.Hit], at end: Int) -> Int {
        hits.first { $0.bytes.contains(end) }?.bytes.upperBound ?? end
    }

    /// The next place between two characters.
    private static func boundary(_ bytes: [UInt8], _ index: Int) -> Int {
        var index = index
        while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
        return index
    }
}
