import AnnualReport
import DocumentReading

/// Values in rows to cells of the form.
enum CellFilling {
    /// A report with its cells and notes.
    static func fill(_ document: Document, _ pieces: Pieces, tables: TableReading, edition: FormEdition) -> Report {
        let single = tables.rows.hasSingleOther
        let isMixed = single.map { $0 == (edition == .edition2021) } ?? false
        let form = StatutoryForm.of(edition, mixed: isMixed)
        var filler = Filler(document: document, pieces: pieces, report: Report(source: document.name, form: form))
        filler.fillRows(tables, edition: edition)
        filler.fillReview(tables.review)
        filler.noteDamages(tables)
        return filler.report
    }

    private struct Filler {
        let document: Document
        let pieces: Pieces
        var report: Report
        let labels = FormLabels.shared
        private var damaged: [String: (rows: [String], cells: [CellAddress])] = [:]
        private var damagedOrder: [String] = []

        init(document: Document, pieces: Pieces, report: Report) {
            self.document = document
            self.pieces = pieces
            self.report = report
        }

        mutating func fillRows(_ tables: TableReading, edition: FormEdition) {
            let applications = (labels.firstApplicationRow..<labels.rows.count).compactMap { tables.rows.values[$0] }
            let wide = ColumnAssignment(pieces, rows: applications, width: 7, headings: tables.applicants)
            let gaps = ParagraphGaps.place(pieces, tables, edition: edition)
            for row in labels.rows.indices where labels.rows[row].isNumeric {
                let labelled = labels.rows[row]
                guard
                    let id = edition == .edition2021
                        ? labelled.id2021 ?? labelled.id2019 : labelled.id2019 ?? labelled.id2021,
                    let table = report.form.table(labelled.table),
                    let formRow = table.rows.first(where: { $0.id == id }),
                    formRow.kind != .group
                else { continue }
                if let columns = gaps[row] {
                    let placed = ColumnAssignment.Row(columns: columns, note: "blank_filled")
                    fill(table, formRow, placed, tables.rows.values[row] ?? [], isUnsettled: false)
                    continue
                }
                guard let values = tables.rows.values[row] else {
                    if tables.rows.unsettled.contains(row) {
                        for column in table.columns { set(table, formRow, column, Cell(state: .unreadable)) }
                    } else if row >= labels.firstApplicationRow, wide.measuresGaps, tables.rows.labelled.contains(row) {
                        // Positions show the gaps of other rows; this row is nothing but gaps.
                        for column in table.columns { set(table, formRow, column, Cell(state: .blank)) }
                    }
                    continue
                }
                let width = table.columns.count
                let assignment =
                    row >= labels.firstApplicationRow
                    ? wide
                    : ColumnAssignment(
                        pieces, rows: sisters(of: row, width: width, tables), width: width,
                        headings: headings(of: row, table, tables))
                fill(
                    table, formRow, assignment.assign(values), values, isUnsettled: tables.rows.unsettled.contains(row))
            }
        }

        /// What the headings above a row of table two say.
        private func headings(of row: Int, _ table: FormTable, _ tables: TableReading) -> ColumnHeadings {
            let first = tables.chain.links.first { labels.rows[$0.row].table == labels.rows[row].table }
            guard let first else { return .silent(width: table.columns.count) }
            return .sectionTwo(pieces, before: first.piece, columns: table.columns.map { KeyText.key($0.label) })
        }

        /// The rows of table two that have as many columns.
        private func sisters(of row: Int, width: Int, _ tables: TableReading) -> [[Int]] {
            let table = labels.rows[row].table
            return (0..<labels.firstApplicationRow).filter { labels.rows[$0].table == table }
                .compactMap { tables.rows.values[$0] }
        }

        private mutating func fill(
            _ table: FormTable, _ row: FormRow, _ placed: ColumnAssignment.Row, _ values: [Int], isUnsettled: Bool
        ) {
            if values.count == 1, table.columns.count > 0, let digits = glued(values[0], width: table.columns.count) {
                for (column, cell) in zip(table.columns, digits) { set(table, row, column, cell) }
                return
            }
            var affected: [CellAddress] = []
            for (column, slot) in zip(table.columns, placed.columns) {
                let cell: Cell
                switch slot {
                case .piece(let piece): cell = read(piece, column: column)
                case .none:
                    cell =
                        placed.note == "blank_filled"
                        ? Cell(state: .blank, place: place(of: values)) : Cell(state: .absent)
                case .unclear: cell = Cell(state: .unreadable, text: printed(values), place: place(of: values))
                }
                let kept =
                    isUnsettled && cell.state == .number
                    ? Cell(state: .unreadable, text: cell.text, place: cell.place) : cell
                set(table, row, column, kept)
                if kept.state == .unreadable || (slot == .none && placed.note == "column_lost") {
                    affected.append(CellAddress(table: table.id, row: row.id, column: column.id))
                }
            }
            if isUnsettled {
                note("row_twice", row: row, cells: affected)
            } else if let code = placed.note {
                note(code, row: row, cells: affected)
            }
        }

        /// Notes of one kind are told once, with all rows concerned.
        private mutating func note(_ code: String, row: FormRow, cells: [CellAddress]) {
            let kind = code == "surplus_values" && cells.isEmpty ? "surplus_agreed" : code
            if damaged[kind] == nil { damagedOrder.append(kind) }
            damaged[kind, default: ([], [])].rows.append(row.label.isEmpty ? "表四" : "“\(row.label)”")
            damaged[kind, default: ([], [])].cells += cells
        }

        private static let wordings: [String: String] = [
            "surplus_values": "印的数多于栏数，无法确定哪一个多余：",
            "surplus_agreed": "印的数多于栏数，但各种对法得数相同，已采用：",
            "missing_values": "印的数少于栏数，无法确定各属哪一栏：",
            "column_lost": "与表头一样缺一栏，缺的一栏按没有数据处理：",
            "blank_filled": "有空格，各数按所在位置对应到栏：",
            "blanks_gathered": "空格都挪到了行末，各数原来在哪一栏无法确定：",
            "headings_unclear": "表头各栏的次序无法确定，没有采用：",
            "columns_reordered": "表头各栏的次序与格式不同，已按表头对应：",
            "extra_column": "表里有格式以外的栏，没有采用：",
            "row_twice": "数字在文件里出现两次且不一致，没有采用：",
            "row_split": "标签被分成几段，已按所属一行读取：",
            "row_by_order": "数字不与标签同行，按行次顺序对应：",
        ]

        mutating func tellDamages() {
            for code in damagedOrder {
                guard let (rows, cells) = damaged[code], let wording = Self.wordings[code] else { continue }
                let names =
                    rows.count > 4
                    ? rows.prefix(3).joined(separator: "、") + "等\(rows.count)行" : rows.joined(separator: "、")
                report.notes.append(ReportNote(code: code, cells: cells, message: wording + names + "。"))
            }
        }

        /// `000` for three columns: digits without anything between, where they can be cut in one way only.
        private func glued(_ piece: Int, width: Int) -> [Cell]? {
            let own = pieces.all[piece]
            guard own.value == .odd || width > 1 else { return nil }
            let bytes = document.bytes[own.text]
            guard !bytes.isEmpty, bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), bytes.count <= 64 else { return nil }
            if own.value != .odd, own.key.isEmpty, bytes.count < width { return nil }
            guard isGlued(piece) else { return nil }
            let cuts = DigitCuts.cut(Array(bytes), into: width)
            guard !cuts.isEmpty else { return nil }
            let place = place(of: [piece])
            return (0..<width).map { column in
                let first = cuts[0][column]
                guard cuts.allSatisfy({ $0[column] == first }), let value = FormNumber(first) else {
                    return Cell(state: .unreadable, text: document.text(own.text), place: place)
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
            guard let table = report.form.table(FormTable.reviewLitigation), let row = table.rows.first,
                !review.values.isEmpty
            else { return }
            let rows = [review.values] + (review.leaves.isEmpty ? [] : [review.leaves, review.leaves])
            let assignment = ColumnAssignment(
                pieces, rows: rows, width: ReviewTable.width, headings: .silent(width: ReviewTable.width))
            fill(table, row, assignment.assign(review.values), review.values, isUnsettled: false)
        }

        private func read(_ index: Int, column: FormColumn) -> Cell {
            let piece = pieces.all[index]
            let text = document.text(piece.text)
            let place = place(of: [index])
            switch piece.value {
            case .blank: return Cell(state: .blank, place: place)
            case .notApplicable: return Cell(state: .notApplicable, text: text, place: place)
            case .number(let value, let unit):
                if column.kind == .amount {
                    return .number(value, text: text, unit: unit ?? headingUnit(column), place: place)
                }
                if unit == "万元" || unit == "亿元" { return Cell(state: .unreadable, text: text, place: place) }
                return .number(value, text: text, place: place)
            case .odd, .text:
                // Digits glued to a label of a one-column row are that row's number.
                if isGlued(index), let value = FormNumber(text) { return .number(value, text: text, place: place) }
                return Cell(state: .unreadable, text: text, place: place)
            }
        }

        /// The unit that the heading of an amount states in this document.
        private func headingUnit(_ column: FormColumn) -> String? {
            for piece in pieces.all {
                guard case .edition? = piece.role else { continue }
                let text = document.text(piece.text)
                guard text.contains("金额") || text.contains("金額") else { continue }
                let isFee = text.contains("收费") || text.contains("收費")
                guard isFee == (column.id == "fee_amount_this_year") else { continue }
                if text.contains("万元") || text.contains("萬元") { return "万元" }
                if text.contains("元") { return "元" }
            }
            return nil
        }

        private mutating func set(_ table: FormTable, _ row: FormRow, _ column: FormColumn, _ cell: Cell) {
            report[CellAddress(table: table.id, row: row.id, column: column.id)] = cell
        }

        private func printed(_ values: [Int]) -> String {
            values.map { document.text(pieces.all[$0].text) }.joined(separator: " ")
        }

        private func place(of values: [Int]) -> String? {
            values.first.map { pieces.rows[pieces.all[$0].row].place.description }
        }

        mutating func noteDamages(_ tables: TableReading) {
            for row in tables.rows.split.sorted() where labels.rows[row].isNumeric && tables.rows.values[row] != nil {
                guard let formRow = formRow(row) else { continue }
                note("row_split", row: formRow, cells: [])
            }
            for row in tables.rows.counted.sorted() {
                guard let formRow = formRow(row) else { continue }
                note("row_by_order", row: formRow, cells: [])
            }
            tellDamages()
            if tables.rows.unknownRows > 0 {
                report.notes.append(
                    ReportNote(code: "unknown_row", message: "表内有\(tables.rows.unknownRows)行是格式里没有的，没有采用。"))
            }
            if report.form.isMixed {
                report.notes.append(
                    ReportNote(code: "mixed_form", message: "“（六）其他处理”用的是另一年度的格式，与其余部分不一致。"))
            }
        }

        private func formRow(_ row: Int) -> FormRow? {
            let labelled = labels.rows[row]
            let rows = report.form.table(labelled.table)?.rows
            return rows?.first { $0.id == labelled.id2021 || $0.id == labelled.id2019 }
        }
    }
}

/// Ways to cut a run of digits into numbers.
enum DigitCuts {
    /// How many ways are looked at; where there are more nothing is settled.
    static let most = 64

    /// Every way to cut digits into `count` numbers without leading zeros; none where there are more than `most`.
    static func cut(_ digits: [UInt8], into count: Int) -> [[String]] {
        var found: [[String]] = []
        func go(_ start: Int, _ parts: [String]) {
            if found.count > most { return }
            let left = count - parts.count
            if left == 0 {
                if start == digits.count { found.append(parts) }
                return
            }
            guard digits.count - start >= left else { return }
            if digits[start] == 0x30 {
                go(start + 1, parts + ["0"])
                return
            }
            let longest = min(digits.count - start - (left - 1), 12)
            guard longest >= 1 else { return }
            for length in 1...longest {
                go(start + length, parts + [String(decoding: digits[start..<start + length], as: UTF8.self)])
            }
        }
        go(0, [])
        return found.count > most ? [] : found
    }
}
