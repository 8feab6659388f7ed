import AnnualReport

/// Which value of a row stands in which column.
///
/// A row with as many values as columns is clear. Otherwise the document itself must settle it: the positions of full
/// rows, empty cells at the ends, or a heading that lacks the same column. Where several assignments stay possible, a
/// cell gets a value only when all of them give it the same.
struct ColumnAssignment {
    /// What became of one row: an entry a column, the piece that stands there; nil when none does.
    struct Row {
        var columns: [Slot]
        /// What had to be decided: `surplus_values`, `missing_values`, `column_lost`, `blank_filled`.
        var note: String?
    }

    /// What stands in one column.
    enum Slot: Equatable {
        case piece(Int)
        /// No cell there.
        case none
        /// Cannot be told.
        case unclear
    }

    /// How many columns the rows have.
    let width: Int
    /// The columns whose headings the document has, in order; all of them unless one is lost.
    let headed: [Int]
    private let headings: ColumnHeadings
    private var lefts: [Float] = []
    private var centers: [Float] = []
    private var isGrid = false
    private var isSteady = true
    private var indent: Int?
    private var windowByCount: [Int: Int] = [:]
    private var isGathered = false
    private var rowsWithGaps = 0
    private let pieces: Pieces

    /// Learns the columns from the headings and from the rows that are clear.
    init(_ pieces: Pieces, rows: [[Int]], width: Int, headings: ColumnHeadings) {
        self.pieces = pieces
        self.width = width
        self.headings = headings
        headed = headings.headed ?? Array(0..<width)
        learnPositions(
            rows.compactMap { row in
                let possible = row.allSatisfy { !pieces.all[$0].isBlank } && row.count == width ? [0] : windows(row)
                guard possible.count == 1, let start = possible.first else { return nil }
                let own = Array(row[start..<start + width])
                return own.allSatisfy { !pieces.all[$0].isBlank } ? own : nil
            })
        if lefts.isEmpty, headings.spans.count == width {
            lefts = headings.spans.map(\.lowerBound).sorted()
            isGrid = true
        }
        learnIndent(rows)
        learnWindows(rows)
        learnGathering(rows)
        rowsWithGaps = rows.filter { $0.count < width && byPosition($0) != nil }.count
    }

    /// Assigns one row.
    func assign(_ row: [Int]) -> Row {
        var placed = inOrder(row)
        let standard = Array(0..<width)
        guard headings.order != standard else { return placed }
        guard let order = headings.order else {
            // The headings stand in an order that cannot be told: only values that are all the same are clear.
            let printed = placed.columns.compactMap { slot -> PrintedValue? in
                if case .piece(let piece) = slot { return pieces.all[piece].value }
                return nil
            }
            if printed.count == width, printed.allSatisfy({ $0 == printed.first }) { return placed }
            return Row(columns: Array(repeating: .unclear, count: width), note: "headings_unclear")
        }
        var columns = Array(repeating: Slot.none, count: width)
        for (place, column) in order.enumerated() where place < placed.columns.count {
            columns[column] = placed.columns[place]
        }
        placed.columns = columns
        return Row(columns: columns, note: placed.note ?? "columns_reordered")
    }

    /// The values in the order in which the document has its columns.
    private func inOrder(_ row: [Int]) -> Row {
        var own = row
        if let indent, own.count >= indent, own.prefix(indent).allSatisfy({ pieces.all[$0].isBlank }) {
            own.removeFirst(indent)
        }
        if isGathered {
            let printed = own.filter { !pieces.all[$0].isBlank }.count
            if printed > 0, printed < headed.count {
                return Row(columns: Array(repeating: .unclear, count: width), note: "blanks_gathered")
            }
        }
        if headed.count < width, let named = byHeading(own) { return named }
        if own.count == width {
            return Row(columns: own.map { .piece($0) }, note: nil)
        }
        if let placed = byPosition(own) { return placed }
        if own.count > width { return surplus(own) }
        if let blank = own.first, own.allSatisfy({ pieces.all[$0].isBlank }) {
            return Row(columns: Array(repeating: .piece(blank), count: width), note: nil)
        }
        return Row(columns: Array(repeating: .unclear, count: width), note: "missing_values")
    }

    /// A row that lacks the same column as the heading.
    private func byHeading(_ row: [Int]) -> Row? {
        var own = row[...]
        while own.count > headed.count, let last = own.last, pieces.all[last].isBlank { own.removeLast() }
        while own.count > headed.count, let first = own.first, pieces.all[first].isBlank { own.removeFirst() }
        guard own.count == headed.count else { return nil }
        var columns = Array(repeating: Slot.none, count: width)
        for (column, piece) in zip(headed, own) { columns[column] = .piece(piece) }
        return Row(columns: columns, note: "column_lost")
    }

    /// True where the positions of the values show which cells of a row are empty.
    var measuresGaps: Bool { lefts.count == width && !isGrid && rowsWithGaps > 0 }

    // MARK: Learning

    private mutating func learnPositions(_ full: [[Int]]) {
        guard full.count >= 2 || (full.count == 1 && width > 1), let first = full.first else { return }
        isGrid = pieces.rows[pieces.all[first[0]].row].table != nil
        // Rows of a run stand on lines of their own and have no positions.
        let isSpread = full.allSatisfy { row in
            let source = pieces.all[row[0]].row
            return row.allSatisfy { pieces.all[$0].row == source }
        }
        guard isSpread else { return }
        lefts = (0..<width).map { column in median(full.map { pieces.all[$0[column]].left }) }
        centers = (0..<width).map { column in median(full.map { center($0[column]) }) }
        // Places that the full rows themselves do not keep to say nothing about a gap.
        isSteady = full.allSatisfy { row in
            row.indices.allSatisfy { abs(center(row[$0]) - centers[$0]) <= mostAside }
        }
    }

    private func center(_ piece: Int) -> Float { (pieces.all[piece].left + pieces.all[piece].right) / 2 }

    /// How far from the middle of its column a value may stand.
    private var mostAside: Float { (zip(centers, centers.dropFirst()).map { $1 - $0 }.min() ?? 0) * 0.3 }

    private mutating func learnIndent(_ rows: [[Int]]) {
        var indents: Set<Int> = []
        var support = 0
        for row in rows {
            let lead = row.prefix { pieces.all[$0].isBlank }.count
            let printed = row.dropFirst(lead).prefix { !pieces.all[$0].isBlank }.count
            guard printed >= headed.count, pieces.rows[pieces.all[row[0]].row].table == nil else { continue }
            indents.insert(lead)
            support += 1
        }
        if support >= 3, indents.count == 1, let only = indents.first, only > 0 { indent = only }
    }

    /// Where rows with a certain number of cells have their values, from those that have only one way.
    private mutating func learnWindows(_ rows: [[Int]]) {
        var starts: [Int: Set<Int>] = [:]
        for row in rows where row.count > width {
            let possible = windows(row)
            if possible.count == 1, let only = possible.first { starts[row.count, default: []].insert(only) }
        }
        for (count, found) in starts where found.count == 1 { windowByCount[count] = found.first }
        // One place for all: the values stand at the same end in every row.
        let all = Set(starts.values.flatMap { $0 })
        if all.count == 1, all.first == 0 {
            for row in rows where row.count > width && windowByCount[row.count] == nil { windowByCount[row.count] = 0 }
        }
    }

    /// Empty cells gathered at the row ends have lost their places: no row has one before a value, and the last column
    /// is empty wherever any is.
    private mutating func learnGathering(_ rows: [[Int]]) {
        guard width > 2 else { return }
        var partial = 0
        for row in rows where pieces.rows[pieces.all[row[0]].row].table == nil {
            var own = row[...]
            if let indent { own = own.dropFirst(indent) }
            let printed = own.filter { !pieces.all[$0].isBlank }.count
            guard printed > 0, printed < headed.count else { continue }
            if own.prefix(printed).contains(where: { pieces.all[$0].isBlank }) { return }
            if own.count > printed { partial += 1 }
        }
        isGathered = partial >= 2
    }

    // MARK: Assigning

    /// The starts of all windows of `width` values with nothing but empty cells outside.
    private func windows(_ row: [Int]) -> [Int] {
        guard row.count >= width else { return [] }
        return (0...row.count - width).filter { start in
            row[..<start].allSatisfy { pieces.all[$0].isBlank }
                && row[(start + width)...].allSatisfy { pieces.all[$0].isBlank }
        }
    }

    private func surplus(_ row: [Int]) -> Row {
        let possible = windows(row)
        if possible.count == 1 || windowByCount[row.count].map(possible.contains) == true {
            let start = possible.count == 1 ? possible[0] : windowByCount[row.count] ?? 0
            return Row(columns: row[start..<start + width].map { .piece($0) }, note: nil)
        }
        if possible.count > 1 {
            return Row(
                columns: (0..<width).map { column in unanimous(possible.map { row[$0 + column] }) }, note: nil)
        }
        // More printed values than columns: any of them may be the one too many.
        let printed = row.filter { !pieces.all[$0].isBlank }
        // 占比 0.5% behind the values is a column that the form does not have.
        if printed.count > width, printed.prefix(width).allSatisfy({ !isShare($0) }),
            printed.dropFirst(width).allSatisfy(isShare)
        {
            return Row(columns: printed.prefix(width).map { .piece($0) }, note: "extra_column")
        }
        let candidates = printed.count >= width ? printed : row
        let extra = candidates.count - width
        guard extra > 0 else {
            return printed.count == width
                ? Row(columns: printed.map { .piece($0) }, note: "blank_dropped")
                : Row(columns: Array(repeating: .unclear, count: width), note: "surplus_values")
        }
        return Row(
            columns: (0..<width).map { column in unanimous(Array(candidates[column...column + extra])) },
            note: "surplus_values")
    }

    /// Whether a piece prints a percentage or a word without a figure, neither of which any cell of the form holds.
    private func isShare(_ piece: Int) -> Bool {
        guard pieces.all[piece].value == .odd else { return false }
        let text = pieces.bytes.text(pieces.all[piece].text)
        return text.hasSuffix("%") || text.hasSuffix("％") || text.unicodeScalars.allSatisfy { $0.value >= 0x4E00 }
    }

    /// The piece where all candidates print the same value.
    private func unanimous(_ candidates: [Int]) -> Slot {
        guard let first = candidates.first else { return .none }
        return candidates.allSatisfy { pieces.all[$0].value == pieces.all[first].value } ? .piece(first) : .unclear
    }

    private func byPosition(_ row: [Int]) -> Row? {
        guard lefts.count == width, !row.isEmpty else { return nil }
        let source = pieces.all[row[0]].row
        guard row.allSatisfy({ pieces.all[$0].row == source }) else { return nil }
        let isTable = pieces.rows[source].table != nil
        guard isTable == isGrid else { return nil }
        var columns = Array(repeating: Slot.none, count: width)
        if isGrid { return byGrid(row) }
        // Tabs and bars count cells, they do not measure: only positions that were measured say where a gap is.
        guard pieces.all[row[0]].right - pieces.all[row[0]].left != 1, row.count < width else { return nil }
        guard isSteady, mostAside > 0 else { return nil }
        var last = -1
        for piece in row {
            let center = center(piece)
            guard let column = centers.indices.min(by: { abs(centers[$0] - center) < abs(centers[$1] - center) }),
                abs(centers[column] - center) <= mostAside, column > last
            else { return nil }
            columns[column] = .piece(piece)
            last = column
        }
        return Row(columns: columns, note: "blank_filled")
    }

    private func byGrid(_ row: [Int]) -> Row? {
        var columns = Array(repeating: Slot.none, count: width)
        let spans = headings.spans.count == width ? headings.spans.sorted { $0.lowerBound < $1.lowerBound } : []
        var surplus = 0
        for piece in row {
            let left = pieces.all[piece].left
            let isPrinted = !pieces.all[piece].isBlank
            let under = spans.isEmpty ? lefts.firstIndex(of: left) : spans.firstIndex { $0.contains(left) }
            guard let column = under ?? lefts.firstIndex(of: left) else {
                // A cell under a heading that the form does not have is no part of the form.
                if isPrinted, !headings.others.contains(left) { return nil }
                if isPrinted { surplus += 1 }
                continue
            }
            switch columns[column] {
            case .none: columns[column] = .piece(piece)
            case .piece(let other) where pieces.all[other].isBlank: columns[column] = .piece(piece)
            case .piece, .unclear: if isPrinted { columns[column] = .unclear }
            }
        }
        // As many values as columns, and two of them under one heading: the row has slipped.
        if columns.contains(.unclear), row.count(where: { !pieces.all[$0].isBlank }) == width {
            return Row(columns: Array(repeating: .unclear, count: width), note: "row_displaced")
        }
        return Row(columns: columns, note: surplus > 0 ? "extra_column" : nil)
    }

    private func median(_ values: [Float]) -> Float {
        let sorted = values.sorted()
        return sorted[sorted.count / 2]
    }
}
