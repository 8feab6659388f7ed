import AnnualReport

/// Fills one report.
struct CellFiller {
    let pieces: Pieces
    var report: Report
    let labels = FormLabels.shared
    /// The rows of the report's form.
    let rows: FormRowIndex
    var damages = DamageNotes()
    private var units: HeadingUnits?
    private var knownPlace: (row: Int, words: String) = (-1, "")

    init(_ pieces: Pieces, _ report: Report) {
        self.pieces = pieces
        self.report = report
        rows = FormRowIndex.of(report.form)
    }

    mutating func fillRows(_ tables: TableReading, edition: FormEdition) {
        // Learned only where some row is not clear by itself.
        var wide: ColumnAssignment?
        func columnsOfApplications() -> ColumnAssignment {
            if let wide { return wide }
            let applications = (labels.firstApplicationRow..<labels.rows.count).compactMap { tables.rows.values[$0] }
            let learned = ColumnAssignment(pieces, rows: applications, width: 7, headings: tables.applicants)
            wide = learned
            return learned
        }
        var sectionTwo: [Int: ColumnHeadings] = [:]
        let gaps = ParagraphGaps.place(pieces, tables, edition: edition)
        for row in labels.rows.indices where labels.rows[row].isNumeric {
            guard let place = rows.places[row] else { continue }
            if let columns = gaps[row] {
                let placed = ColumnAssignment.Row(columns: columns, note: "blank_filled")
                fill(place, placed, tables.rows.values[row] ?? [])
                continue
            }
            let isApplication = row >= labels.firstApplicationRow
            guard let values = tables.rows.values[row] else {
                if let doubt = tables.rows.unsettled[row] {
                    for cell in place.cells { report[index: cell] = Cell(state: .unreadable) }
                    let cells = place.cells.map { report.form.cells[$0].address }
                    damages.add(doubt.rawValue, row: label(place), cells: cells)
                } else if isApplication, tables.rows.labelled.contains(row), columnsOfApplications().measuresGaps {
                    // Positions show the gaps of other rows; this row is nothing but gaps.
                    for cell in place.cells { report[index: cell] = Cell(state: .blank) }
                }
                continue
            }
            let doubt = tables.rows.unsettled[row]
            let above =
                isApplication ? tables.applicants : sectionTwo[place.table] ?? headings(of: row, place, tables)
            if !isApplication { sectionTwo[place.table] = above }
            if above.isStandard, doubt == nil, fillWhole(place, values) { continue }
            let assignment =
                isApplication
                ? columnsOfApplications()
                : ColumnAssignment(
                    pieces, rows: sisters(of: row, tables), width: place.cells.count, headings: above)
            fill(place, assignment.assign(values), values, doubt: doubt)
        }
    }

    /// What the headings above a row of table two say.
    private func headings(of row: Int, _ place: FormRowIndex.Place, _ tables: TableReading) -> ColumnHeadings {
        let first = tables.chain.links.first { labels.rows[$0.row].table == labels.rows[row].table }
        guard let first else { return .silent(width: place.cells.count) }
        return .sectionTwo(pieces, before: first.piece, columns: place.columnKeys)
    }

    /// The rows of table two that have as many columns.
    private func sisters(of row: Int, _ tables: TableReading) -> [[Int]] {
        let table = labels.rows[row].table
        return (0..<labels.firstApplicationRow).filter { labels.rows[$0].table == table }
            .compactMap { tables.rows.values[$0] }
    }

    /// Fills a row that has a printed value for every column, which needs no learning; false where it has not.
    private mutating func fillWhole(_ row: FormRowIndex.Place, _ values: [Int]) -> Bool {
        var own = values[...]
        // Cells left empty by a merged label stand before the values of a line.
        if own.count > row.cells.count, pieces.rows[pieces.all[values[0]].row].table == nil {
            own = own.drop { pieces.all[$0].isBlank }
            while let last = own.last, pieces.all[last].isBlank { own.removeLast() }
        }
        guard own.count == row.cells.count, own.allSatisfy({ !pieces.all[$0].isBlank }),
            own.count > 1 || pieces.all[own[own.startIndex]].value != .odd
        else { return false }
        for (offset, piece) in own.enumerated() {
            report[index: row.cells.lowerBound + offset] = read(piece, row.kinds[offset], isFee: row.isFee)
        }
        return true
    }

    private mutating func fill(
        _ row: FormRowIndex.Place, _ placed: ColumnAssignment.Row, _ values: [Int], doubt: RowDoubt? = nil
    ) {
        if values.count == 1, let digits = glued(values[0], width: row.cells.count) {
            for (index, cell) in zip(row.cells, digits) { report[index: index] = cell }
            return
        }
        var affected: [CellAddress] = []
        for (offset, slot) in placed.columns.enumerated() {
            let index = row.cells.lowerBound + offset
            var cell: Cell
            switch slot {
            case .piece(let piece): cell = read(piece, row.kinds[offset], isFee: row.isFee)
            case .none:
                cell =
                    placed.note == "blank_filled"
                    ? Cell(state: .blank, place: place(of: values)) : Cell(state: .absent)
            case .unclear: cell = Cell(state: .unreadable, text: printed(values), place: place(of: values))
            }
            if doubt != nil, cell.state == .number {
                cell = Cell(state: .unreadable, text: cell.text, place: cell.place)
            }
            report[index: index] = cell
            if cell.state == .unreadable || (slot == .none && placed.note == "column_lost") {
                affected.append(report.form.cells[index].address)
            }
        }
        if let doubt {
            damages.add(doubt.rawValue, row: label(row), cells: affected)
        } else if let code = placed.note {
            damages.add(code, row: label(row), cells: affected)
        }
    }

    private func label(_ row: FormRowIndex.Place) -> String { report.form.tables[row.table].rows[row.row].label }

    /// `000` for three columns: digits without anything between, where they can be cut in one way only.
    private mutating func glued(_ piece: Int, width: Int) -> [Cell]? {
        let own = pieces.all[piece]
        guard own.value == .odd || width > 1 else { return nil }
        let bytes = UnsafeBufferPointer(rebasing: pieces.bytes[own.text])
        guard !bytes.isEmpty, bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), bytes.count <= 64 else { return nil }
        if own.value != .odd, own.key.isEmpty, bytes.count < width { return nil }
        guard isGlued(piece) else { return nil }
        let cuts = DigitCuts.cut(Array(bytes), into: width)
        guard !cuts.isEmpty else { return nil }
        let place = place(of: piece)
        return (0..<width).map { column in
            let first = cuts[0][column]
            guard cuts.allSatisfy({ $0[column] == first }), let value = FormNumber(first) else {
                return Cell(state: .unreadable, text: pieces.bytes.text(own.text), place: place)
            }
            return Cell.number(value, text: first, place: place)
        }
    }

    /// True for digits cut off a label they were printed against.
    private func isGlued(_ piece: Int) -> Bool {
        guard piece > 0 else { return false }
        return pieces.all[piece - 1].text.upperBound == pieces.all[piece].text.lowerBound
            && pieces.all[piece - 1].row == pieces.all[piece].row
    }

    mutating func fillReview(_ review: ReviewTable) {
        guard let row = rows.review, !review.values.isEmpty, !fillWhole(row, review.values) else { return }
        let rows = [review.values] + (review.leaves.isEmpty ? [] : [review.leaves, review.leaves])
        let assignment = ColumnAssignment(
            pieces, rows: rows, width: ReviewTable.width, headings: .silent(width: ReviewTable.width))
        fill(row, assignment.assign(review.values), review.values)
    }

    private mutating func read(_ index: Int, _ kind: ColumnKind, isFee: Bool) -> Cell {
        let piece = pieces.all[index]
        let text = pieces.bytes.text(piece.text)
        let place = place(of: index)
        switch piece.value {
        case .blank: return Cell(state: .blank, place: place)
        case .notApplicable: return Cell(state: .notApplicable, text: text, place: place)
        case .number(let value, let unit):
            if kind == .amount {
                return .number(value, text: text, unit: unit?.text ?? headingUnit(isFee: isFee), place: place)
            }
            if unit == .tenThousandYuan || unit == .hundredMillionYuan {
                return Cell(state: .unreadable, text: text, place: place)
            }
            return .number(value, text: text, place: place)
        case .odd, .text:
            // Digits glued to a label of a one-column row are that row's number.
            if isGlued(index), let value = FormNumber(text) { return .number(value, text: text, place: place) }
            return Cell(state: .unreadable, text: text, place: place)
        }
    }

    private func printed(_ values: [Int]) -> String {
        values.map { pieces.bytes.text(pieces.all[$0].text) }.joined(separator: " ")
    }

    private mutating func headingUnit(isFee: Bool) -> String? {
        let known = units ?? HeadingUnits(pieces)
        units = known
        return isFee ? known.fee : known.purchase
    }

    private mutating func place(of values: [Int]) -> String? { values.first.map { place(of: $0) } }

    /// Where a piece stands, in words; those of the last row are kept.
    private mutating func place(of piece: Int) -> String {
        let row = pieces.all[piece].row
        if row != knownPlace.row { knownPlace = (row, pieces.place(ofRow: row)) }
        return knownPlace.words
    }

    mutating func noteDamages(_ tables: TableReading) {
        for row in tables.rows.split.sorted() where labels.rows[row].isNumeric && tables.rows.values[row] != nil {
            if let label = formLabel(row) { damages.add("row_split", row: label, cells: []) }
        }
        for row in tables.rows.counted.sorted() {
            if let label = formLabel(row) { damages.add("row_by_order", row: label, cells: []) }
        }
        report.notes += damages.notes
        if tables.rows.unknownRows > 0 {
            report.notes.append(
                ReportNote(code: "unknown_row", message: "表内有\(tables.rows.unknownRows)行是格式里没有的，没有采用。"))
        }
        if report.form.isMixed {
            report.notes.append(
                ReportNote(code: "mixed_form", message: "“（六）其他处理”用的是另一年度的格式，与其余部分不一致。"))
        }
    }

    private func formLabel(_ row: Int) -> String? {
        let labelled = labels.rows[row]
        let rows = report.form.table(labelled.table)?.rows
        return rows?.first { $0.id == labelled.id2021 || $0.id == labelled.id2019 }?.label
    }
}
