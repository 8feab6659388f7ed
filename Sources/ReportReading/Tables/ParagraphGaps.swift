import AnnualReport

/// Empty cells in documents where every cell is a paragraph: nothing is left of them but a longer gap.
///
/// Between two filled cells of a full row stand so many empty lines; every empty cell adds as many and one more. The
/// gaps are believed only when they fill every row that lacks a value to its full width, all of them.
enum ParagraphGaps {
    /// The columns of the rows that have gaps; empty where the document does not settle it.
    static func place(_ pieces: Pieces, _ tables: TableReading, edition: FormEdition) -> [Int: [ColumnAssignment.Slot]]
    {
        let labels = FormLabels.shared
        guard let step = step(pieces, tables, edition: edition), step >= 1 else { return [:] }
        var ownLabel: [Int: Int] = [:]
        for link in tables.chain.links { ownLabel[link.row] = max(ownLabel[link.row] ?? 0, link.piece) }
        var placed: [Int: [ColumnAssignment.Slot]] = [:]
        for (row, label) in ownLabel where labels.rows[row].isNumeric {
            if row == labels.otherHandling, tables.rows.hasSingleOther != true { continue }
            let values = tables.rows.values[row] ?? []
            let width = TableReading.width(of: row, edition: edition)
            guard values.count < width else { continue }
            // Only rows of lines, in reading order behind their label.
            guard pieces.rows[pieces.all[label].row].table == nil, values.first.map({ $0 > label }) ?? true else {
                return [:]
            }
            var columns: [ColumnAssignment.Slot] = []
            var previous = label
            for value in values {
                guard let empty = emptyCells(pieces, previous, value, step) else { return [:] }
                columns += Array(repeating: .none, count: empty)
                columns.append(.piece(value))
                previous = value
            }
            if columns.count < width {
                guard previous + 1 < pieces.all.count, let empty = emptyCells(pieces, previous, previous + 1, step)
                else {
                    return [:]
                }
                columns += Array(repeating: .none, count: empty)
            }
            guard columns.count == width else { return [:] }
            placed[row] = columns
        }
        return placed
    }

    /// The empty lines between two filled cells of one row.
    private static func step(_ pieces: Pieces, _ tables: TableReading, edition: FormEdition) -> Int? {
        var step: Int?
        let widths = FormLabels.shared.widths[edition] ?? []
        for row in widths.indices {
            guard let values = tables.rows.values[row], values.count == widths[row] else { continue }
            for place in values.indices.dropFirst() {
                let gap = pieces.all[values[place]].row - pieces.all[values[place - 1]].row - 1
                // Cells on one line have no lines between them.
                guard gap >= 0, step == nil || step == gap else { return nil }
                step = gap
            }
        }
        return step
    }

    private static func emptyCells(_ pieces: Pieces, _ a: Int, _ b: Int, _ step: Int) -> Int? {
        let gap = pieces.all[b].row - pieces.all[a].row - 1
        guard gap >= step, (gap - step) % (step + 1) == 0 else { return nil }
        return (gap - step) / (step + 1)
    }
}
