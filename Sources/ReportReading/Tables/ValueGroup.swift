/// Values that stand together: those of one source row, or a run of lines with one value each.
struct ValueGroup {
    /// The pieces, one behind the other.
    var pieces: Range<Int>
    /// The source row of the first value.
    var row: Int
    /// True when every value stands on a line of its own.
    var isRun: Bool

    /// The groups in a range of pieces.
    static func groups(_ pieces: Pieces, in range: Range<Int>) -> [ValueGroup] {
        var groups: [ValueGroup] = []
        groups.reserveCapacity(64)
        var current: ValueGroup?
        for index in range {
            let row = pieces.all[index].row
            guard pieces.all[index].isValue else {
                if let done = current { groups.append(done) }
                current = nil
                continue
            }
            if let group = current {
                if row == pieces.all[index - 1].row || (group.isRun && isRunRow(row, pieces)) {
                    current?.pieces = group.pieces.lowerBound..<index + 1
                    continue
                }
                groups.append(group)
            }
            current = ValueGroup(pieces: index..<index + 1, row: row, isRun: isRunRow(row, pieces))
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

    /// The pieces on the same source row before the values; those that are no values are labels.
    func before(_ pieces: Pieces) -> Range<Int> { pieces.rows[row].pieces.lowerBound..<self.pieces.lowerBound }

    /// True when nothing is printed in any of the cells.
    func isBlank(_ pieces: Pieces) -> Bool { self.pieces.allSatisfy { pieces.all[$0].isBlank } }
}
