/// Aligns unknown pieces of text with the labels that should stand between two known ones, character by character.
///
/// The longest common subsequence with a premium for unbroken runs: robust against cut, glued, shortened and damaged
/// labels, and bound to the order of the form.
enum LabelAlignment {
    /// A piece is part of a label when this share of its characters aligns (in percent).
    static let pieceShare = 66
    /// A label is whole in a piece when this share of its characters aligns (in percent).
    static let labelShare = 80

    /// The links between `unknown` pieces and the rows from `after` to `before`, both included.
    static func align(_ unknown: [Int], _ pieces: Pieces, after: Int?, before: Int?) -> [LabelChain.Link] {
        let labels = FormLabels.shared
        let lower = after ?? (before.map { $0 >= labels.firstApplicationRow ? labels.firstApplicationRow : 0 } ?? 0)
        let upper =
            before
            ?? (after.map { $0 >= labels.firstApplicationRow ? labels.rows.count - 1 : labels.firstApplicationRow - 1 }
                ?? labels.rows.count - 1)
        guard lower <= upper else { return [] }
        // Wanted: the rows' labels one after the other.
        var wanted: [UInt16] = []
        var wantedRow: [Int] = []
        for row in lower...upper {
            wanted += labels.rows[row].key
            wantedRow += repeatElement(row, count: labels.rows[row].key.count)
        }
        guard unknown.contains(where: { couldAlign($0, pieces, wanted) }) else { return [] }
        var found: [UInt16] = []
        var foundPiece: [Int] = []
        for index in unknown {
            let key = pieces.key(pieces.all[index])
            found += key
            foundPiece += repeatElement(index, count: key.count)
        }
        guard found.count <= 1500, !wanted.isEmpty else { return [] }
        let pairs = commonSubsequence(found, wanted)
        var aligned: [Int: [Int: Int]] = [:]  // piece → row → characters
        for (f, w) in pairs { aligned[foundPiece[f], default: [:]][wantedRow[w], default: 0] += 1 }
        var links: [LabelChain.Link] = []
        for index in unknown {
            guard let rows = aligned[index] else { continue }
            let length = pieces.all[index].key.count
            let total = rows.values.reduce(0, +)
            guard total >= 2, total * 100 >= length * pieceShare else { continue }
            let whole = rows.filter { $0.value * 100 >= labels.rows[$0.key].key.count * labelShare }
            if let last = whole.keys.filter({ labels.rows[$0].isNumeric }).max() ?? whole.keys.max() {
                links.append(.init(piece: index, row: last, isWhole: true))
            } else if let most = rows.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
                most.value * 100 >= length * 50 || most.value >= 4
            {
                links.append(.init(piece: index, row: most.key, isWhole: false))
            }
        }
        return monotone(links)
    }

    /// Whether enough characters of a piece occur among the wanted ones at all.
    private static func couldAlign(_ piece: Int, _ pieces: Pieces, _ wanted: [UInt16]) -> Bool {
        let key = pieces.all[piece].key
        return pieces.keys.with(key) { scalars in
            var left = key.count - (key.count * pieceShare + 99) / 100
            for scalar in scalars where !wanted.contains(scalar) {
                left -= 1
                if left < 0 { return false }
            }
            return true
        }
    }

    /// Drops links that break the order of the rows.
    private static func monotone(_ links: [LabelChain.Link]) -> [LabelChain.Link] {
        var kept: [LabelChain.Link] = []
        for link in links where kept.last.map({ $0.row <= link.row }) ?? true { kept.append(link) }
        return kept
    }

    /// The aligned positions of the best common subsequence: 2 for a character, 1 more where the one before aligns too.
    static func commonSubsequence(_ a: [UInt16], _ b: [UInt16]) -> [(Int, Int)] {
        let width = b.count + 1
        var score = [Int32](repeating: 0, count: (a.count + 1) * width)
        var diagonal = [Int32](repeating: -1, count: (a.count + 1) * width)  // best ending in a match here
        for i in 1...max(a.count, 1) where i <= a.count {
            let row = i * width
            let above = row - width
            for j in 1...b.count {
                var best = max(score[above + j], score[row + j - 1])
                if a[i - 1] == b[j - 1] {
                    let joined = diagonal[above + j - 1] >= 0 ? diagonal[above + j - 1] + 3 : -1
                    let match = max(score[above + j - 1] + 2, joined)
                    diagonal[row + j] = match
                    best = max(best, match)
                }
                score[row + j] = best
            }
        }
        var pairs: [(Int, Int)] = []
        var i = a.count
        var j = b.count
        while i > 0, j > 0 {
            let here = i * width + j
            if diagonal[here] >= 0, diagonal[here] == score[here] {
                pairs.append((i - 1, j - 1))
                // Follow an unbroken run to its beginning.
                var value = diagonal[here]
                i -= 1
                j -= 1
                while i > 0, j > 0, diagonal[i * width + j] >= 0, diagonal[i * width + j] + 3 == value,
                    value > score[i * width + j] + 2 || diagonal[i * width + j] == score[i * width + j]
                {
                    pairs.append((i - 1, j - 1))
                    value = diagonal[i * width + j]
                    i -= 1
                    j -= 1
                }
            } else if score[here - width] >= score[here - 1] {
                i -= 1
            } else {
                j -= 1
            }
        }
        return pairs.reversed()
    }
}
