import AnnualReport

/// Which values stand in which row of tables two and three.
///
/// A group of values belongs to the row whose label stands on the same source row or, where every cell has a line of its
/// own, to the label before it. What is left over between two settled rows is settled by counting: as many groups as
/// rows without values, in the same order. Where the counts differ nothing is guessed.
struct RowAssignment {
    /// The pieces of each row's values, by index into `FormLabels.rows`.
    var values = RowValues()
    /// Rows whose values could not be told, and why.
    var unsettled: [Int: RowDoubt] = [:]
    /// Rows whose label the document has.
    private(set) var labelled: Set<Int> = []
    /// Rows that got their values by counting.
    private(set) var counted: Set<Int> = []
    /// Rows whose label is cut into pieces.
    private(set) var split: Set<Int> = []
    /// Rows of words and numbers that the form does not know.
    private(set) var unknownRows = 0
    /// True where （六）其他处理 is one row with numbers, false where it has three; nil where the document has neither.
    private(set) var hasSingleOther: Bool?

    /// Groups that are the values of a row, though not certainly of which.
    private(set) var wholeRows: Set<Int> = []

    let labels = FormLabels.shared
    let pieces: Pieces
    let links: [LabelChain.Link]
    private let widths: [Int]

    /// Settles rows.
    ///
    /// - Parameter widths: the number of values that each row has in the form.
    init(_ pieces: Pieces, links: [LabelChain.Link], groups: [ValueGroup], edition: FormEdition, widths: [Int]) {
        self.pieces = pieces
        self.links = links
        self.widths = widths
        labelled = Set(links.map(\.row))
        var pieceCount = [Int](repeating: 1, count: labels.rows.count)
        for link in links where !link.isWhole { pieceCount[link.row] += 1 }
        split = Set(pieceCount.indices.filter { pieceCount[$0] > 1 })
        if labels.otherHandlingLeaves.contains(where: labelled.contains) || namesOtherHandlingLeaves {
            hasSingleOther = false
        } else if labelled.contains(labels.otherHandling) {
            hasSingleOther = true
        }
        let isSingle = hasSingleOther ?? (edition == .edition2019)
        let form = (0..<labels.rows.count).filter { row in
            guard labels.rows[row].isNumeric else { return false }
            if row < labels.firstApplicationRow {
                return (edition == .edition2019 ? labels.rows[row].id2019 : labels.rows[row].id2021) != nil
            }
            if row == labels.otherHandling { return isSingle }
            if labels.otherHandlingLeaves.contains(row) { return !isSingle }
            return true
        }
        settle(groups, form: form)
    }

    /// True where the document prints one of the three rows of （六）, be it out of place.
    private var namesOtherHandlingLeaves: Bool {
        guard let first = links.first(where: { $0.row >= labels.firstApplicationRow })?.piece else { return false }
        return pieces.all[first...].contains { piece in
            if case .row(let row)? = piece.role { return labels.otherHandlingLeaves.contains(row) }
            guard piece.role == nil, piece.key.count >= 8 else { return false }
            return pieces.keys.with(piece.key) { key in
                labels.otherHandlingLeaves.contains { labels.rows[$0].key.starts(with: key) }
            }
        }
    }

    func width(_ row: Int) -> Int { widths[row] }

    private mutating func settle(_ groups: [ValueGroup], form: [Int]) {
        var isFormRow = [Bool](repeating: false, count: labels.rows.count)
        for row in form { isFormRow[row] = true }
        var rowOf = [Int](repeating: Self.noRow, count: pieces.all.count)
        for link in links { rowOf[link.piece] = link.row }
        guard let firstLink = links.first?.piece, let lastLink = links.last?.piece else { return }

        if let reversed = numbersBeforeLabels(groups, rowOf, isFormRow) {
            take(reversed, groups, form: form)
            return
        }
        var direct: [(row: Int, group: Int)] = []
        var loose: [Int] = []
        var previousEnd = firstLink
        for (index, group) in groups.enumerated() {
            guard let start = group.pieces.first, let end = group.pieces.last else { continue }
            defer { previousEnd = end + 1 }
            // Values far behind the last label are not the table's.
            if start < firstLink {
                if let row = lostFirstRow(before: start, group, isFormRow), !group.isBlank(pieces) {
                    direct.append((row, index))
                    counted.insert(row)
                }
                continue
            }
            if start > lastLink, pieces.all[start].row > pieces.all[lastLink].row + 24 { continue }
            let isLastOfRow = index + 1 >= groups.count || groups[index + 1].row != group.row || group.isRun
            if group.isBlank(pieces), !isLastOfRow { continue }
            let before = group.before(pieces)
            if before.contains(where: { !pieces.all[$0].isValue }) {
                let labelled = before.last {
                    !pieces.all[$0].isValue && rowOf[$0] != Self.noRow && isFormRow[rowOf[$0]]
                }
                if let labelled {
                    // 占比 0.5% behind a full row is a column that the form does not have.
                    let full = index > 0 && groups[index - 1].row == group.row ? groups[index - 1].pieces : 0..<0
                    let isExtra =
                        full.count == width(rowOf[labelled]) && labelled < full.lowerBound
                        && (full.upperBound..<start).contains { isUnknownWord($0, rowOf) }
                    if !isExtra { direct.append((rowOf[labelled], index)) }
                } else if before.contains(where: { isUnknownWord($0, rowOf) }) {
                    if !group.isBlank(pieces) { unknownRows += 1 }
                } else if !group.isBlank(pieces) {
                    loose.append(index)
                }
                continue
            }
            guard group.isRun else {
                if !group.isBlank(pieces) || group.pieces.count > 1 { loose.append(index) }
                continue
            }
            // One value a line: the label before it, unless strange words stand between.
            var row: Int?
            var isStrange = false
            if previousEnd < start {
                for piece in previousEnd..<start {
                    if rowOf[piece] != Self.noRow {
                        if isFormRow[rowOf[piece]] { row = rowOf[piece] }
                        isStrange = false
                    } else if isUnknownWord(piece, rowOf) {
                        isStrange = true
                    } else if isHeader(piece) {
                        // Headings between a label and values: the values belong to what the headings open.
                        row = nil
                    }
                }
            }
            if start <= firstLink { row = isFormRow[rowOf[firstLink]] ? rowOf[firstLink] : nil }
            if isStrange {
                unknownRows += 1
            } else if let row, group.pieces.count <= width(row) + 3 {
                direct.append((row, index))
            } else if let row, group.pieces.count % width(row) == 0 {
                // Several rows in one run: a label between them is missing.
                direct.append((row, index))
            } else {
                loose.append(index)
            }
        }
        take(direct, groups, form: form)
        continueRows(&loose, groups)
        count(loose, groups, direct: direct.map(\.row), form: form)
        doubtTails(loose, groups)
    }

    /// Every number on a line of its own, and a full row of them before each label in place of behind it.
    ///
    /// Told from two signs together: a full row stands before the first label of table three, none behind its last.
    private func numbersBeforeLabels(
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
    private func lostFirstRow(before start: Int, _ group: ValueGroup, _ isFormRow: [Bool]) -> Int? {
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
    private func isUnknownWord(_ piece: Int, _ rowOf: [Int]) -> Bool {
        let candidate = pieces.all[piece]
        return !candidate.isValue && candidate.role == nil && rowOf[piece] == Self.noRow && candidate.key.count >= 2
    }

    /// Stands where a piece carries the label of no row.
    private static let noRow = -1

    private func isHeader(_ piece: Int) -> Bool {
        switch pieces.all[piece].role {
        case .header?, .edition?, .applicant?, .review?: true
        default: false
        }
    }

    /// A few characters that no row claims: the end of a label wrapped in its cell.
    func isRestOfLabel(_ piece: Int) -> Bool {
        pieces.all[piece].role == nil && pieces.all[piece].key.count <= 4 && !links.contains { $0.piece == piece }
    }

    private func isSame(_ a: [Int], _ b: [Int]) -> Bool {
        let first = a.filter { !pieces.all[$0].isBlank }.map { pieces.all[$0].value }
        return first == b.filter { !pieces.all[$0].isBlank }.map { pieces.all[$0].value }
    }

    private mutating func take(_ direct: [(row: Int, group: Int)], _ groups: [ValueGroup], form: [Int]) {
        for (row, group) in direct {
            let own = groups[group]
            guard let present = values[row] else {
                values[row] = Array(own.pieces)
                continue
            }
            let isPresentBlank = present.allSatisfy { pieces.all[$0].isBlank }
            if own.isBlank(pieces) || own.pieces.first == present.first { continue }
            if isPresentBlank {
                values[row] = Array(own.pieces)
            } else if present.count >= width(row), own.pieces.count >= width(row) {
                // The row stands twice: the same values say nothing new, others contradict.
                if !isSame(present, Array(own.pieces)) { unsettled[row] = .twice }
            } else if own.isRun || present.count + own.pieces.count <= width(row) {
                values[row] = present + Array(own.pieces)
            } else {
                unsettled[row] = .twice
            }
        }
        // A run that holds the values of several rows: the rows after it have lost their labels.
        for row in labels.rows.indices {
            guard let own = values[row], own.count > width(row) else { continue }
            let following = Array(form.drop { $0 <= row }.prefix(own.count / width(row) - 1))
            guard own.count % width(row) == 0, following.count == own.count / width(row) - 1,
                following.allSatisfy({ values[$0] == nil && !labelled.contains($0) && width($0) == width(row) })
            else { continue }
            let size = width(row)
            values[row] = Array(own[0..<size])
            // A label behind them that has no values: they may be its own.
            let behind = form.first { $0 > (following.last ?? row) }
            if let behind, labelled.contains(behind), values[behind] == nil {
                unsettled[behind] = .unclear
                for next in following { unsettled[next] = .unclear }
                continue
            }
            for (offset, next) in following.enumerated() {
                values[next] = Array(own[(offset + 1) * size..<(offset + 2) * size])
                counted.insert(next)
            }
        }
    }

    private mutating func count(_ loose: [Int], _ groups: [ValueGroup], direct: [Int], form: [Int]) {
        guard !loose.isEmpty || form.contains(where: { values[$0] == nil && labelled.contains($0) }) else { return }
        let settled = values.rows
        let firstPiece = Dictionary(links.map { ($0.row, $0.piece) }, uniquingKeysWith: min)
        func position(_ row: Int) -> Int { values[row]?.first ?? firstPiece[row] ?? 0 }
        var bounds: [(low: Int, high: Int)] = []
        var low = -1
        for row in settled {
            bounds.append((low, row))
            low = row
        }
        bounds.append((low, labels.rows.count))
        for (low, high) in bounds {
            // Table two and table three are counted apart.
            let from = low < 0 ? -1 : position(low)
            let to = high >= labels.rows.count ? Int.max : position(high)
            let between = loose.filter { group in
                guard let start = groups[group].pieces.first else { return false }
                return start > from && start < to
            }
            let open = form.filter { $0 > low && $0 < high && values[$0] == nil }
            guard !open.isEmpty else { continue }
            let named = open.filter(labelled.contains)
            guard !between.isEmpty else { continue }
            // As many as there are labels, but a label of the same table is missing: the values may be those of its row.
            let isCertain = open.allSatisfy { row in
                labelled.contains(row) || !named.contains { labels.rows[$0].table == labels.rows[row].table }
            }
            let rows = between.count == open.count ? open : between.count == named.count && isCertain ? named : []
            let fits = zip(rows, between).allSatisfy {
                width($0) <= groups[$1].pieces.count || groups[$1].pieces.count > 1
            }
            if !rows.isEmpty, fits, low >= 0 || named.count == rows.count {
                for (row, group) in zip(rows, between) {
                    values[row] = Array(groups[group].pieces)
                    counted.insert(row)
                }
            } else {
                for row in named { unsettled[row] = .unclear }
                if between.count == named.count {
                    wholeRows.formUnion(zip(named, between).filter { width($0) == groups[$1].pieces.count }.map(\.1))
                }
                // Values of table two that stand before their labels: the next one on a line of its own may be another's.
                if high < labels.firstApplicationRow, standsAlone(high) { unsettled[high] = .unclear }
            }
        }
    }
}
