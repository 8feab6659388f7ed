/// Finds where the row labels of the form stand in a document.
///
/// Labels that match to the letter are candidates; the chain is the heaviest sequence of candidates in the order of the
/// form. A candidate with values behind it weighs more, so that a menu entry 行政许可 never stands for the row.
struct LabelChain {
    /// A piece that carries (part of) the label of a row.
    struct Link: Equatable {
        var piece: Int
        var row: Int
        /// True when the piece is the whole label or a known wording of it.
        var isWhole: Bool
    }

    /// The links in the order of the pieces; several pieces can carry one row.
    private(set) var links: [Link] = []

    /// The links found in a range of pieces.
    init(_ pieces: Pieces, in range: Range<Int>) {
        var candidates: [(piece: Int, row: Int, weight: Int)] = []
        for index in range {
            guard case .row(let row)? = pieces.all[index].role else { continue }
            candidates.append((index, row, Self.weight(of: index, row: row, pieces, end: range.upperBound)))
        }
        var best = candidates.map(\.weight)
        var before = Array(repeating: -1, count: candidates.count)
        for i in candidates.indices {
            for j in 0..<i where candidates[j].row < candidates[i].row {
                // A long way between two neighbours speaks against both standing in one table.
                let sum =
                    best[j] + candidates[i].weight - Self.distance(candidates[j].piece, candidates[i].piece, pieces)
                if sum > best[i] {
                    best[i] = sum
                    before[i] = j
                }
            }
        }
        guard var at = best.indices.max(by: { best[$0] < best[$1] }) else { return }
        while at >= 0 {
            links.append(Link(piece: candidates[at].piece, row: candidates[at].row, isWhole: true))
            at = before[at]
        }
        links.reverse()
        addRepetitions(candidates)
    }

    /// A label that stands a second time inside the tables, with values behind it: both count, so that a contradiction
    /// shows.
    private mutating func addRepetitions(_ candidates: [(piece: Int, row: Int, weight: Int)]) {
        guard let first = links.first, let last = links.last else { return }
        let chosen = Set(links.map(\.piece))
        let rows = Set(links.map(\.row))
        let labels = FormLabels.shared
        let repeated = candidates.filter {
            $0.piece > first.piece && $0.piece <= last.piece + 24 && $0.weight >= 10 && !chosen.contains($0.piece)
                && rows.contains($0.row) && labels.rows[$0.row].isNumeric && $0.row != labels.otherHandling
        }
        guard !repeated.isEmpty else { return }
        links += repeated.map { Link(piece: $0.piece, row: $0.row, isWhole: true) }
        links.sort { $0.piece < $1.piece }
    }

    private static func weight(of index: Int, row: Int, _ pieces: Pieces, end: Int) -> Int {
        let labels = FormLabels.shared
        guard labels.rows[row].isNumeric else { return 2 }
        var next = index + 1
        let own = pieces.all[index].row
        while next < end, next - index < 8 {
            let piece = pieces.all[next]
            switch piece.value {
            case .text:
                if piece.role != nil, piece.row != own { return 3 }
            case .blank:
                if piece.row != own { return 6 }
            default: return 10
            }
            next += 1
        }
        return 3
    }

    private static func distance(_ a: Int, _ b: Int, _ pieces: Pieces) -> Int {
        let rows = pieces.all[b].row - pieces.all[a].row
        return rows > 400 ? 4 : 0
    }

    /// Adds what only aligns in part: labels cut by a line or a page, glued or damaged labels.
    mutating func complete(_ pieces: Pieces, in range: Range<Int>) {
        var added: [Link] = []
        var from = range.lowerBound
        // The label of a group can stand beside any row of the group: only rows with numbers bound a gap.
        let labels = FormLabels.shared
        let bounds = links.filter { labels.rows[$0.row].isNumeric && $0.row != labels.otherHandling }
        for position in 0...bounds.count {
            let to = position < bounds.count ? bounds[position].piece : range.upperBound
            let previous = position > 0 ? bounds[position - 1].row : nil
            let next = position < bounds.count ? bounds[position].row : nil
            let unknown = (from..<to).filter { Self.couldBeLabel(pieces.all[$0]) }
            if !unknown.isEmpty, unknown.count < 400 {
                added += LabelAlignment.align(unknown, pieces, after: previous, before: next)
            }
            from = to + 1
        }
        guard !added.isEmpty else { return }
        links = (links + added).sorted { ($0.piece, $0.row) < ($1.piece, $1.row) }
    }

    private static func couldBeLabel(_ piece: Piece) -> Bool {
        guard piece.value == .text || piece.value == .odd, piece.role == nil || isRemark(piece) else { return false }
        return piece.key.count >= 2 && piece.key.count <= 70
    }

    private static func isRemark(_ piece: Piece) -> Bool {
        if case .rowRemark? = piece.role { return true }
        return false
    }
}
