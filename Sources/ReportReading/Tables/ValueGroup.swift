/// Values that stand together: those of one source row, or a run of lines with one value each.
struct ValueGroup {
    /// The pieces, in reading order.
    var pieces: [Int]
    /// The source row of the first value.
    var row: Int
    /// True when every value stands on a line of its own.
    var isRun: Bool
    /// The text pieces on the same source row before the values.
    var labelsOnRow: [Int]

    /// The groups in a range of pieces.
    static func groups(_ pieces: Pieces, in range: Range<Int>) -> [ValueGroup] {
        var groups: [ValueGroup] = []
        var current: ValueGroup?
        var labels: [Int] = []
        var labelRow = -1
        for index in range {
            let piece = pieces.all[index]
            if piece.row != labelRow {
                labels = []
                labelRow = piece.row
            }
            guard piece.isValue else {
                if let done = current { groups.append(done) }
                current = nil
                labels.append(index)
                continue
            }
            if var group = current {
                if piece.row == pieces.all[group.pieces[group.pieces.count - 1]].row {
                    group.pieces.append(index)
                    current = group
                    continue
                }
                if group.isRun, isRunRow(piece.row, pieces) {
                    group.pieces.append(index)
                    current = group
                    continue
                }
                groups.append(group)
            }
            current = ValueGroup(
                pieces: [index], row: piece.row, isRun: isRunRow(piece.row, pieces), labelsOnRow: labels)
        }
        if let done = current { groups.append(done) }
        return groups
    }

    /// A line with one value at most and no words: one of many lines that make a row of the table.
    private static func isRunRow(_ row: Int, _ pieces: Pieces) -> Bool {
        let source = pieces.rows[row]
        guard source.table == nil, source.pieces.count <= 3 else { return false }
        var printed = 0
        for index in source.pieces {
            if !pieces.all[index].isValue { return false }
            if !pieces.all[index].isBlank { printed += 1 }
        }
        return printed <= 1
    }

    /// True when nothing is printed in any of the cells.
    func isBlank(_ pieces: Pieces) -> Bool { self.pieces.allSatisfy { pieces.all[$0].isBlank } }
}
