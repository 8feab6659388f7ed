import AnnualReport

/// Finds the six headings.
struct HeadingFinder {
    /// A heading and the source row it stands on.
    struct Heading {
        var id: SectionID
        var row: Int
        /// How many source rows it covers.
        var rows = 1
        /// The heading as printed.
        var text: String
        /// What stands behind the heading on the same line.
        var rest: String
    }

    /// A row that may be a heading, and how much speaks for it.
    typealias Candidate = (heading: Heading, weight: Int)

    /// The headings in the order of the document; a section without one is left out.
    static func find(_ pieces: Pieces) -> [Heading] {
        var candidates: [Candidate] = []
        var keys = KeyText(capacity: 256)
        for (index, row) in pieces.rows.enumerated() {
            guard let range = textRange(of: row, pieces), range.count >= 9 else { continue }
            keys.cut(to: 0)
            guard let match = match(pieces.bytes, range, isMarked: row.isHeading, &keys) else { continue }
            candidates.append((Heading(id: match.id, row: index, text: match.text, rest: match.rest), match.weight))
        }
        let found = chain(candidates, rows: pieces.rows.count)
        if found.count == SectionID.allCases.count { return found }
        if found.count < 3 {
            let numbered = HeadingNumber.headings(in: pieces)
            return numbered.count >= 3 ? numbered : found
        }
        let broken = brokenHeadings(pieces, without: Set(found.map(\.id)), &keys)
        guard !broken.isEmpty else { return found }
        let all = (candidates + broken).sorted { $0.heading.row < $1.heading.row }
        return chain(all, rows: pieces.rows.count)
    }

    /// Headings of the sections not found that are broken over two lines.
    private static func brokenHeadings(
        _ pieces: Pieces, without known: Set<SectionID>, _ keys: inout KeyText
    ) -> [Candidate] {
        var candidates: [Candidate] = []
        for index in pieces.rows.indices.dropLast() {
            guard let first = textRange(of: pieces.rows[index], pieces), (9...120).contains(first.count),
                startsWithOrdinal(pieces.bytes, first),
                let second = textRange(of: pieces.rows[index + 1], pieces), (6...90).contains(second.count),
                second.lowerBound >= first.upperBound, second.lowerBound - first.upperBound <= 80,
                pieces.bytes.trimmed(first.upperBound..<second.lowerBound).isEmpty
            else { continue }
            keys.cut(to: 0)
            let both = first.lowerBound..<second.upperBound
            guard let match = match(pieces.bytes, both, isMarked: false, &keys), match.weight == wholeWording,
                !known.contains(match.id)
            else { continue }
            let text = pieces.bytes.text(first) + pieces.bytes.text(second)
            candidates.append((Heading(id: match.id, row: index, rows: 2, text: text, rest: ""), match.weight))
        }
        return candidates
    }

    private static func startsWithOrdinal(_ bytes: SourceBytes, _ range: Range<Int>) -> Bool {
        let (scalar, _) = KeyText.decode(bytes, at: range.lowerBound, end: range.upperBound)
        return ordinals.contains(UInt16(truncatingIfNeeded: scalar))
    }

    /// Whether a line, trimmed, is a heading in some wording.
    static func isHeading(_ bytes: SourceBytes, _ line: Range<Int>) -> Bool {
        guard line.count >= 9 else { return false }
        var keys = KeyText(capacity: 256)
        return match(bytes, line, isMarked: false, &keys) != nil
    }

    /// Lines of more bytes are headings only where they begin with a whole wording.
    static let longestLoose = 150

    /// The text of a row that holds one piece of text and nothing else.
    static func textRange(of row: SourceRow, _ pieces: Pieces) -> Range<Int>? {
        if !row.text.isEmpty { return row.text }
        var only: Range<Int>?
        for index in row.pieces {
            let piece = pieces.all[index]
            if piece.isBlank { continue }
            guard piece.value == .text, only == nil else { return nil }
            only = piece.text
        }
        return only
    }

    /// The heading that a line holds.
    struct Match {
        var id: SectionID
        var text: String
        var rest: String
        var weight: Int
    }

    /// The first bytes of every heading: an ordinal, a mark of Markdown, or the heading itself.
    private static func couldStart(_ byte: UInt8) -> Bool {
        byte >= 0xE2 || byte == 0x23 || byte == 0x2A || byte == 0x20
    }

    /// The heading that a line holds.
    ///
    /// - Parameters:
    ///   - isMarked: the document says that the line is a heading.
    ///   - isNumbered: a number stood before the range.
    static func match(
        _ bytes: SourceBytes, _ range: Range<Int>, isMarked: Bool, isNumbered: Bool = false, _ keys: inout KeyText
    ) -> Match? {
        guard couldStart(bytes[range.lowerBound]) else { return nil }
        var start = range.lowerBound
        while start < range.upperBound, bytes[start] == 0x23 || bytes[start] == 0x2A || bytes[start] == 0x20 {
            start += 1
        }
        // No more than the first forty characters matter; most lines are none by their first one.
        let extent = start..<min(range.upperBound, start + 180)
        guard let opener = keys.append(bytes, extent, limit: 1).first else { return nil }
        guard isMarked || isNumbered || openers.contains(keys.scalars[opener]) else { return nil }
        let isBracketed = start + 2 < range.upperBound && bytes[start] == 0xEF && bytes[start + 1] == 0xBC
        let hasOrdinal = !isNumbered && !isBracketed && ordinals.contains(keys.scalars[opener])
        let skipped = hasOrdinal ? 1 : 0
        let hasNumber = hasOrdinal || isNumbered
        keys.cut(to: 0)
        // Without an ordinal or a mark of the document only a whole wording is a heading.
        let isPlain = !hasNumber && !isMarked
        _ = keys.append(bytes, extent, limit: isPlain ? longestExact + 1 : .max)
        let key = keys.scalars
        guard key.count >= 2, !isPlain || key.count <= longestExact else { return nil }
        let words = Array(key.dropFirst(skipped))
        let isLong = range.upperBound - start > longestLoose
        for (id, wordings) in HeadingWordings.exact {
            for variant in wordings
            where variant[0] == words.first && (!isPlain || variant.count == words.count) && words.starts(with: variant)
            {
                if words.count == variant.count {
                    return Match(
                        id: id, text: bytes.text(start..<range.upperBound), rest: "",
                        weight: hasNumber ? wholeWording : isMarked ? 10 : 4)
                }
                guard hasNumber, variant.count >= 4 else { continue }
                let end = offset(bytes, from: start, keys: variant.count + skipped, end: range.upperBound)
                let rest = afterStop(bytes, end..<range.upperBound)
                if isLong || rest != nil {
                    return Match(
                        id: id, text: bytes.text(start..<end), rest: bytes.text((rest ?? end)..<range.upperBound),
                        weight: 8)
                }
            }
        }
        guard hasNumber || isMarked, words.count <= 32, !isLong else { return nil }
        if keys.with(0..<key.count, { FormLabels.shared.role($0) }) != nil { return nil }
        for wording in HeadingWordings.loose where words.count <= wording.longest {
            if wording.parts.allSatisfy({ contains(words, $0) }) {
                return Match(id: wording.id, text: bytes.text(start..<range.upperBound), rest: "", weight: 7)
            }
        }
        return nil
    }

    /// Where a text goes on after the full stop or colon that it begins with; nil where it begins with neither.
    private static func afterStop(_ bytes: SourceBytes, _ range: Range<Int>) -> Int? {
        guard !range.isEmpty else { return nil }
        let (scalar, next) = KeyText.decode(bytes, at: range.lowerBound, end: range.upperBound)
        return scalar == 0x3002 || scalar == 0xFF1A || scalar == 0x3A ? next : nil
    }

    /// The byte after the first so many scalars of the key.
    private static func offset(_ bytes: SourceBytes, from start: Int, keys: Int, end: Int) -> Int {
        var index = start
        var seen = 0
        var one = KeyText(capacity: keys)
        while index < end, seen < keys {
            let (_, next) = KeyText.decode(bytes, at: index, end: end)
            seen += one.append(bytes, index..<next).count
            index = next
        }
        return index
    }

    private static func contains(_ words: [UInt16], _ part: [UInt16]) -> Bool {
        guard words.count >= part.count else { return false }
        for start in 0...words.count - part.count where words[start..<start + part.count].elementsEqual(part) {
            return true
        }
        return false
    }

    static func chain(_ candidates: [Candidate], rows: Int) -> [Heading] {
        guard !candidates.isEmpty else { return [] }
        let order = SectionID.allCases
        func rank(_ id: SectionID) -> Int { order.firstIndex(of: id) ?? 0 }
        // A heading with nothing behind it is a line of a table of contents.
        let weights = candidates.indices.map { index in
            let next = index + 1 < candidates.count ? candidates[index + 1].heading.row : rows
            let extent = next - candidates[index].heading.row
            return candidates[index].weight + min(extent - 1, 12)
        }
        var best = weights
        var before = Array(repeating: -1, count: candidates.count)
        for i in candidates.indices {
            for j in 0..<i
            where rank(candidates[j].heading.id) < rank(candidates[i].heading.id) && best[j] + weights[i] > best[i] {
                best[i] = best[j] + weights[i]
                before[i] = j
            }
        }
        guard var at = best.indices.max(by: { best[$0] < best[$1] }) else { return [] }
        var chain: [Heading] = []
        while at >= 0 {
            chain.append(candidates[at].heading)
            at = before[at]
        }
        chain.reverse()
        // A report that prints its tables first has headings out of order; clear ones count all the same.
        for (heading, weight) in candidates where weight >= 8 && !chain.contains(where: { $0.id == heading.id }) {
            chain.append(heading)
        }
        return chain.sorted { $0.row < $1.row }
    }

    /// The characters that headings begin with: ordinals and the first ones of every whole wording.
    private static let openers: [UInt16] = {
        var openers = KeyText.key("一二三四五六七八")
        for (_, wordings) in HeadingWordings.exact {
            for wording in wordings where !openers.contains(wording[0]) { openers.append(wording[0]) }
        }
        return openers
    }()
    private static let longestExact = HeadingWordings.exact.flatMap(\.wordings).map(\.count).max() ?? 0
    /// The weight of a number and a whole wording.
    private static let wholeWording = 12
    /// The ordinals before headings, by their keys.
    static let ordinals = KeyText.key("一二三四五六七八")
}
