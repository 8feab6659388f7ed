/// What stands between and before the rows: pieces that are no value of a row.
extension RowAssignment {
    /// Every number on a line of its own, and a full row of them before each label in place of behind it.
    ///
    /// Told from two signs together: a full row stands before the first label of table three, none behind its last.
    func numbersBeforeLabels(
        _ groups: [ValueGroup], _ rowOf: [Int], _ isFormRow: [Bool]
    ) -> [(row: Int, group: Int)]? {
        let own = links.filter { $0.row >= labels.firstApplicationRow && isFormRow[$0.row] }
        guard let first = own.first, let last = own.last, own.count > 8 else { return nil }
        let full = groups.indices.filter { groups[$0].isRun && groups[$0].pieces.count == width(first.row) }
        let isBefore = full.contains { groups[$0].pieces.last == first.piece - 1 }
        let isBehind = full.contains { groups[$0].pieces.first == last.piece + 1 }
        guard isBefore, !isBehind else { return nil }
        var found: [(row: Int, group: Int)] = []
        for (index, group) in groups.enumerated() where group.isRun {
            guard let end = group.pieces.last else { continue }
            // The label right behind the numbers; a heading of a group may stand between.
            let next = (end + 1..<min(end + 4, pieces.all.count)).first {
                rowOf[$0] != Self.noRow && isFormRow[rowOf[$0]]
            }
            if let next, group.pieces.count == width(rowOf[next]) { found.append((rowOf[next], index)) }
        }
        return found
    }

    /// The first row of a table whose label is gone: its values stand between the column labels and the second label.
    func lostFirstRow(before start: Int, _ group: ValueGroup, _ isFormRow: [Bool]) -> Int? {
        guard let first = links.first, first.row > 0, isFormRow[first.row - 1],
            labels.rows[first.row - 1].table == labels.rows[first.row].table,
            group.pieces.count == width(first.row - 1), start > 0, let end = group.pieces.last
        else { return nil }
        guard (end + 1..<first.piece).allSatisfy({ pieces.all[$0].isBlank }) else { return nil }
        let above = (0..<start).reversed().first { !pieces.all[$0].isBlank }
        switch above.flatMap({ pieces.all[$0].role }) {
        case .edition?, .header?: return first.row - 1
        default: return nil
        }
    }

    /// Words that are neither a label nor part of one.
    func isUnknownWord(_ piece: Int, _ rowOf: [Int]) -> Bool {
        let candidate = pieces.all[piece]
        return !candidate.isValue && candidate.role == nil && rowOf[piece] == Self.noRow && candidate.key.count >= 2
    }

    /// Stands where a piece carries the label of no row.
    static let noRow = -1

    func isHeader(_ piece: Int) -> Bool {
        switch pieces.all[piece].role {
        case .header?, .edition?, .applicant?, .review?: true
        default: false
        }
    }

    /// A few characters that no row claims: the end of a label wrapped in its cell.
    func isRestOfLabel(_ piece: Int) -> Bool {
        pieces.all[piece].role == nil && pieces.all[piece].key.count <= 4 && !links.contains { $0.piece == piece }
    }

    func isSame(_ a: [Int], _ b: [Int]) -> Bool {
        let first = a.filter { !pieces.all[$0].isBlank }.map { pieces.all[$0].value }
        return first == b.filter { !pieces.all[$0].isBlank }.map { pieces.all[$0].value }
    }
}
