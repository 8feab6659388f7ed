import DocumentReading

/// Cuts a document into pieces: the cells of its tables, and of its lines whatever parts them there (tabs, bars, runs of
/// spaces, positions, or nothing at all).
struct PieceScanner {
    let document: Document
    let bytes: SourceBytes
    let labels = FormLabels.shared
    private(set) var pieces: Pieces
    /// What bars mean; nil where the document has none.
    private let barMode: BarMode?
    private let isCommaSeparated: Bool

    /// What a line with nothing but a bar means in this document.
    private enum BarMode {
        /// `0 |` closes a cell, so `|` is an empty cell.
        case closesCell
        /// Cells stand on lines of their own, `|` parts them.
        case partsCells
    }

    /// Cuts a document.
    static func scan(_ document: Document, _ bytes: SourceBytes) -> Pieces {
        var scanner = PieceScanner(document, bytes)
        var tables = 0
        for (number, block) in document.blocks.enumerated() {
            switch block {
            case .line(let line): scanner.add(line, block: number)
            case .table(let table):
                tables += 1
                scanner.add(table, number: tables, block: number)
            }
        }
        return scanner.pieces
    }

    private init(_ document: Document, _ bytes: SourceBytes) {
        self.document = document
        self.bytes = bytes
        pieces = Pieces(document, bytes)
        barMode = Self.barMode(of: document, bytes)
        isCommaSeparated = CommaFields.separate(document, bytes)
    }

    // MARK: Tables

    private mutating func add(_ table: Table, number: Int, block: Int) {
        var index = 0
        let cells = table.cells
        while index < cells.count {
            let row = cells[index].row
            let first = pieces.all.count
            while index < cells.count, cells[index].row == row {
                let cell = cells[index]
                append(cell.text, left: Float(cell.column), right: Float(cell.column + cell.columnSpan))
                index += 1
            }
            close(first, block: block, text: 0..<0, table: number, tableRow: row)
        }
    }

    // MARK: Lines

    private mutating func add(_ line: Line, block: Int) {
        let first = pieces.all.count
        let text = bytes.trimmed(line.text)
        if text.isEmpty {
            // A line with a tab only is an empty cell where cells stand one a line.
            if bytes.holds(0x09, in: line.text) { append(text, left: 0, right: 1) }
            close(first, block: block, text: text)
            return
        }
        if PageNumber.isOne(bytes, text) {
            close(first, block: block, text: text.lowerBound..<text.lowerBound)
            return
        }
        let signs = LineSigns(bytes, line.text)
        if isCommaSeparated, bytes.holds(0x2C, in: text) {
            for (column, field) in CommaFields.split(bytes, text).enumerated() {
                append(field, left: Float(column), right: Float(column + 1))
            }
        } else if signs.hasBar {
            splitAtBars(line.text)
        } else if !line.words.isEmpty {
            for word in line.words { appendSpaced(word.text, left: word.left, right: word.right) }
        } else if signs.hasTab, !isOneCell(line.text, text: text) {
            splitAtTabs(line.text)
        } else if signs.hasBlank {
            splitAtSpaces(text, from: line.text.lowerBound)
        } else {
            append(text, left: 0, right: 0)
        }
        close(first, block: block, text: text, isHeading: line.isHeading)
    }

    /// One cell a line, pushed in by a tab.
    private func isOneCell(_ line: Range<Int>, text: Range<Int>) -> Bool {
        guard bytes[line.lowerBound] == 0x09, !bytes.holds(0x09, in: text) else { return false }
        return bytes.count(of: 0x09, in: line) == 1
    }

    private mutating func splitAtTabs(_ range: Range<Int>) {
        var start = range.lowerBound
        var column: Float = 0
        for index in range where bytes[index] == 0x09 {
            append(start..<index, left: column, right: column + 1)
            start = index + 1
            column += 1
        }
        append(start..<range.upperBound, left: column, right: column + 1)
    }

    private mutating func splitAtBars(_ range: Range<Int>) {
        let text = bytes.trimmed(range)
        // A rule row of Markdown.
        if text.allSatisfy({ Self.isRule(bytes[$0]) }), bytes.count(of: 0x2D, in: text) >= 2 { return }
        if text.allSatisfy({ bytes[$0] == 0x7C || bytes[$0] == 0x20 }) {
            let bars = bytes.count(of: 0x7C, in: text)
            // Two bars and more close the columns a merged cell covers; one closes an empty cell or parts two cells.
            if bars == 1, barMode == .closesCell { append(text.upperBound..<text.upperBound, left: 0, right: 1) }
            return
        }
        // A bar at an end closes the table, it opens no cell.
        var start = text.lowerBound + (bytes[text.lowerBound] == 0x7C ? 1 : 0)
        let end = text.upperBound - (bytes[text.upperBound - 1] == 0x7C ? 1 : 0)
        // One cell a line: what stands behind a label are the bars of the columns it covers.
        if barMode == .closesCell, let label = loneLabel(start..<end) {
            append(label, left: 0, right: 1)
            return
        }
        var column: Float = 0
        for index in start..<end where bytes[index] == 0x7C {
            append(start..<index, left: column, right: column + 1)
            start = index + 1
            column += 1
        }
        append(start..<end, left: column, right: column + 1)
    }

    /// The words of a line that has one to three empty cells behind them and nothing else.
    private func loneLabel(_ range: Range<Int>) -> Range<Int>? {
        let bars = bytes.count(of: 0x7C, in: range)
        guard (1...3).contains(bars), let bar = range.first(where: { bytes[$0] == 0x7C }) else { return nil }
        for index in bar..<range.upperBound where bytes[index] == 0x7C {
            let next = (index + 1..<range.upperBound).first { bytes[$0] == 0x7C } ?? range.upperBound
            guard bytes.trimmed(index + 1..<next).isEmpty else { return nil }
        }
        let label = bytes.trimmed(range.lowerBound..<bar)
        return PrintedValue.read(bytes, label) == .text ? label : nil
    }

    private static func isRule(_ byte: UInt8) -> Bool {
        byte == 0x7C || byte == 0x2D || byte == 0x3A || byte == 0x20 || byte == 0x3D
    }

    /// Words parted by two spaces or more keep their character columns; a label with numbers behind it by single spaces
    /// is cut before the numbers.
    private mutating func splitAtSpaces(_ text: Range<Int>, from lineStart: Int) {
        var column: Float = 0
        var index = lineStart
        var wordStart = -1
        var wordColumn: Float = 0
        var spaces = 0
        var wordEnd = 0
        var wordEndColumn: Float = 0
        let wide = containsWideGap(text)
        if !wide {
            appendSpaced(text, left: 0, right: 0)
            return
        }
        while index < text.upperBound {
            let byte = bytes[index]
            if byte == 0x20 {
                spaces += 1
                column += 1
                index += 1
                continue
            }
            if wordStart >= 0, spaces >= 2 {
                appendSpaced(wordStart..<wordEnd, left: wordColumn, right: wordEndColumn)
                wordStart = -1
            }
            spaces = 0
            if wordStart < 0 {
                wordStart = index
                wordColumn = column
            }
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            index += length
            column += length >= 3 ? 2 : 1
            wordEnd = min(index, text.upperBound)
            wordEndColumn = column
        }
        if wordStart >= 0 { appendSpaced(wordStart..<wordEnd, left: wordColumn, right: wordEndColumn) }
    }

    private func containsWideGap(_ text: Range<Int>) -> Bool {
        var spaces = 0
        for index in text {
            if bytes[index] == 0x20 {
                spaces += 1
                if spaces == 2 { return true }
            } else {
                spaces = 0
            }
        }
        return false
    }

    /// One word, or a label and its numbers parted by single spaces.
    private mutating func appendSpaced(_ range: Range<Int>, left: Float, right: Float) {
        let text = bytes.trimmed(range)
        guard bytes.holds(0x20, in: text) else {
            append(text, left: left, right: right)
            return
        }
        var words: [Range<Int>] = []
        var start = text.lowerBound
        for index in text where bytes[index] == 0x20 {
            if index > start { words.append(start..<index) }
            start = index + 1
        }
        if start < text.upperBound { words.append(start..<text.upperBound) }
        var values = words.count
        while values > 0 {
            switch PrintedValue.read(bytes, words[values - 1]) {
            case .number, .notApplicable, .odd: values -= 1
            default:
                // `0.00 元`: the unit belongs to the number before it.
                if values >= 2, isUnit(words[values - 1]), case .number = PrintedValue.read(bytes, words[values - 2]) {
                    words[values - 2] = words[values - 2].lowerBound..<words[values - 1].upperBound
                    words.remove(at: values - 1)
                    values -= 2
                    continue
                }
                let label = words[0].lowerBound..<words[values - 1].upperBound
                if isProse(label) {
                    // A sentence with a number at its end is a sentence; a long label cut short has a row behind it.
                    let isRow = words.count - values >= 2
                    append(isRow ? label : text, left: left, right: right)
                    if isRow { appendValues(Array(words[values...]), text: text, left: left, right: right) }
                    return
                }
                appendWords(Array(words[..<values]), left: left, right: right)
                appendValues(Array(words[values...]), text: text, left: left, right: right)
                return
            }
        }
        appendValues(words, text: text, left: left, right: right)
    }

    private mutating func appendValues(_ words: [Range<Int>], text: Range<Int>, left: Float, right: Float) {
        let scale = (right - left) / Float(max(text.count, 1))
        for word in words {
            let from = left + Float(word.lowerBound - text.lowerBound) * scale
            append(word, left: from, right: from + Float(word.count) * scale)
        }
    }

    /// Words before the numbers: one label, or several, or one character of a label printed upright and a label.
    private mutating func appendWords(_ words: [Range<Int>], left: Float, right: Float) {
        guard let first = words.first, let last = words.last else { return }
        let whole = first.lowerBound..<last.upperBound
        let start = pieces.all.count
        append(whole, left: left, right: right)
        guard words.count > 1, pieces.all[start].role == nil else { return }
        let isKnown = words.contains { word in
            pieces.role(of: bytes, word) != nil
        }
        let startsUpright = KeyText.key(bytes.text(first)).count <= 1
        guard isKnown || startsUpright else { return }
        pieces.all.removeLast(pieces.all.count - start)
        for word in words { append(word, left: left, right: right) }
    }

    /// True for text with a comma, a full stop or the like that is no label of the form.
    private mutating func isProse(_ range: Range<Int>) -> Bool {
        var hasMark = false
        for index in range where index + 2 < range.upperBound && bytes[index] >= 0xE3 {
            let last = bytes[index + 2]
            let isWideMark =
                bytes[index] == 0xEF && bytes[index + 1] == 0xBC && (last == 0x8C || last == 0x9B || last == 0x9A)
            let isStop = bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && last == 0x82
            if isWideMark || isStop {
                hasMark = true
                break
            }
        }
        guard hasMark else { return false }
        return pieces.role(of: bytes, range) == nil
    }

    private func isUnit(_ range: Range<Int>) -> Bool {
        switch bytes.text(range) {
        case "元", "万元", "件": true
        default: false
        }
    }

    // MARK: Pieces

    private mutating func append(_ range: Range<Int>, left: Float, right: Float) {
        let text = bytes.trimmed(range)
        var value = PrintedValue.read(bytes, text)
        var key = 0..<0
        var role: LabelRole?
        var glued: Range<Int>?
        if value == .text {
            key = pieces.keys.append(bytes, text, limit: Piece.longestKey)
            role = pieces.keys.with(key) { labels.role($0) ?? labels.columnStart($0) }
            if role == nil, let digits = gluedDigits(text) {
                let label = text.lowerBound..<digits.lowerBound
                let shorter = pieces.keys.append(bytes, label, limit: Piece.longestKey)
                if case .row(let row)? = pieces.keys.with(shorter, { labels.role($0) }) {
                    role = .row(row)
                    key = shorter
                    glued = digits
                }
            }
        } else if value == .odd {
            key = pieces.keys.append(bytes, text, limit: Piece.longestKey)
        }
        if case .text = value, text.isEmpty { value = .blank }
        pieces.all.append(
            Piece(
                value: value, text: glued.map { text.lowerBound..<$0.lowerBound } ?? text, key: key,
                row: pieces.rows.count, left: left, right: right, role: role))
        if let glued {
            pieces.all.append(
                Piece(
                    value: .odd, text: glued, key: 0..<0, row: pieces.rows.count, left: left, right: right, role: nil))
        }
    }

    /// The digits at the end of `规章000`.
    private func gluedDigits(_ text: Range<Int>) -> Range<Int>? {
        var start = text.upperBound
        while start > text.lowerBound, bytes[start - 1] >= 0x30, bytes[start - 1] <= 0x39 {
            start -= 1
        }
        return start < text.upperBound && start > text.lowerBound ? start..<text.upperBound : nil
    }

    /// Words among the values of a row (约7, (7), 暂无) are values that cannot be relied on, not labels: they keep their
    /// column.
    private mutating func markOddValues(_ range: Range<Int>) {
        guard range.count >= 3 else { return }
        let label = range.last { index in
            if case .row(let row)? = pieces.all[index].role { return labels.rows[row].isNumeric }
            return false
        }
        guard let label, case .row(let row)? = pieces.all[label].role else { return }
        var seen = row != labels.otherHandling
        for index in label + 1..<range.upperBound {
            let piece = pieces.all[index]
            if seen, piece.value == .text, piece.role == nil, piece.key.count <= 12, standsForValue(piece) {
                pieces.all[index].value = .odd
            }
            if piece.isValue, !piece.isBlank { seen = true }
        }
    }

    /// A short word that is no unit: 件 and the like may stand in a column of their own.
    private func standsForValue(_ piece: Piece) -> Bool {
        let key = pieces.keys.scalars[piece.key]
        return (1...6).contains(key.count) && !Self.units.contains(Array(key)) || key.contains { $0 < 0x80 }
    }

    private static let units = Set(["件", "项", "个", "次", "份", "条", "宗", "起", "元", "万元", "单位"].map { KeyText.key($0) })

    private mutating func close(
        _ first: Int, block: Int, text: Range<Int>, table: Int? = nil, tableRow: Int = -1, isHeading: Bool = false
    ) {
        markOddValues(first..<pieces.all.count)
        pieces.rows.append(
            SourceRow(
                pieces: first..<pieces.all.count, block: block, tableRow: tableRow, text: text, table: table,
                isHeading: isHeading))
    }

    private static func barMode(of document: Document, _ bytes: SourceBytes) -> BarMode? {
        guard bytes.holds(0x7C, in: 0..<bytes.count) else { return nil }
        var closed = 0
        var bare = 0
        for block in document.blocks {
            guard case .line(let line) = block, line.text.count < 120 else { continue }
            guard let last = line.text.last(where: { bytes[$0] > 0x20 }) else { continue }
            let bars = bytes.count(of: 0x7C, in: line.text)
            if bars == 1, bytes[last] == 0x7C, line.text.contains(where: { bytes[$0] > 0x20 && bytes[$0] != 0x7C }) {
                closed += 1
            }
            if bars == 0, PrintedValue.read(bytes, line.text) != .text { bare += 1 }
        }
        return closed > bare ? .closesCell : .partsCells
    }
}
