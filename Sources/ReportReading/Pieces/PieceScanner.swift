import DocumentReading

/// Cuts a document into pieces: the cells of its tables, and of its lines whatever parts them there (tabs, bars, runs of
/// spaces, positions, or nothing at all).
struct PieceScanner {
    private let document: Document
    private let labels = FormLabels.shared
    private var pieces: Pieces
    private let barMode: BarMode
    private let isCommaSeparated: Bool
    private var lineTables = 0

    /// What a line with nothing but a bar means in this document.
    private enum BarMode {
        /// `0 |` closes a cell, so `|` is an empty cell.
        case closesCell
        /// Cells stand on lines of their own, `|` parts them.
        case partsCells
    }

    /// Cuts a document.
    static func scan(_ document: Document) -> Pieces {
        var scanner = PieceScanner(document)
        var tables = 0
        for block in document.blocks {
            switch block {
            case .line(let line): scanner.add(line)
            case .table(let table):
                tables += 1
                scanner.add(table, number: tables)
            }
        }
        return scanner.pieces
    }

    private init(_ document: Document) {
        self.document = document
        pieces = Pieces(capacity: document.bytes.count)
        barMode = Self.barMode(of: document)
        isCommaSeparated = CommaFields.separate(document)
    }

    // MARK: Tables

    private mutating func add(_ table: Table, number: Int) {
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
            var place = table.place
            place.row = row + 1
            close(first, place: place, text: 0..<0, table: number)
        }
    }

    // MARK: Lines

    private mutating func add(_ line: Line) {
        let first = pieces.all.count
        let bytes = document.bytes
        let text = trimmed(line.text)
        if text.isEmpty {
            // A line with a tab only is an empty cell where cells stand one a line.
            if bytes[line.text].contains(0x09) { append(text, left: 0, right: 1) }
            close(first, place: line.place, text: text, table: nil)
            return
        }
        if isPageNumber(text) {
            close(first, place: line.place, text: text.lowerBound..<text.lowerBound, table: nil)
            return
        }
        var hasTab = false
        var hasBar = false
        for index in line.text {
            let byte = bytes[index]
            if byte == 0x09 { hasTab = true }
            if byte == 0x7C { hasBar = true }
        }
        if isCommaSeparated, bytes[text].contains(0x2C) {
            for (column, field) in CommaFields.split(bytes, text).enumerated() {
                append(field, left: Float(column), right: Float(column + 1))
            }
        } else if hasBar {
            splitAtBars(line.text)
        } else if !line.words.isEmpty {
            for word in line.words { appendSpaced(word.text, left: word.left, right: word.right) }
        } else if hasTab, !isOneCell(line.text, text: text) {
            splitAtTabs(line.text)
        } else {
            splitAtSpaces(text, from: line.text.lowerBound)
        }
        close(first, place: line.place, text: text, table: nil, isHeading: line.isHeading)
    }

    /// One cell a line, pushed in by a tab.
    private func isOneCell(_ line: Range<Int>, text: Range<Int>) -> Bool {
        let bytes = document.bytes
        guard bytes[line.lowerBound] == 0x09, !bytes[text].contains(0x09) else { return false }
        return bytes[line].count(where: { $0 == 0x09 }) == 1
    }

    private mutating func splitAtTabs(_ range: Range<Int>) {
        var start = range.lowerBound
        var column: Float = 0
        for index in range where document.bytes[index] == 0x09 {
            append(start..<index, left: column, right: column + 1)
            start = index + 1
            column += 1
        }
        append(start..<range.upperBound, left: column, right: column + 1)
    }

    private mutating func splitAtBars(_ range: Range<Int>) {
        let bytes = document.bytes
        let text = trimmed(range)
        // A rule row of Markdown.
        if bytes[text].allSatisfy({ $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 == 0x20 || $0 == 0x3D }),
            bytes[text].contains(0x2D), bytes[text].filter({ $0 == 0x2D }).count >= 2
        {
            return
        }
        var bars = 0
        let onlyBars = bytes[text].allSatisfy {
            if $0 == 0x7C { bars += 1 }
            return $0 == 0x7C || $0 == 0x20
        }
        if onlyBars {
            // Two bars and more close the columns a merged cell covers; one closes an empty cell or parts two cells.
            if bars == 1, barMode == .closesCell { append(text.upperBound..<text.upperBound, left: 0, right: 1) }
            return
        }
        var fields: [Range<Int>] = []
        var start = text.lowerBound
        for index in text where bytes[index] == 0x7C {
            fields.append(start..<index)
            start = index + 1
        }
        fields.append(start..<text.upperBound)
        if let first = fields.first, trimmed(first).isEmpty { fields.removeFirst() }
        if let last = fields.last, trimmed(last).isEmpty { fields.removeLast() }
        // One cell a line: what stands behind a label are the bars of the columns it covers.
        if barMode == .closesCell, (2...4).contains(fields.count),
            !fields.dropFirst().contains(where: { !trimmed($0).isEmpty }),
            PrintedValue.read(bytes, trimmed(fields[0])) == .text
        {
            fields.removeLast(fields.count - 1)
        }
        for (column, field) in fields.enumerated() {
            append(field, left: Float(column), right: Float(column + 1))
        }
    }

    /// Words parted by two spaces or more keep their character columns; a label with numbers behind it by single spaces
    /// is cut before the numbers.
    private mutating func splitAtSpaces(_ text: Range<Int>, from lineStart: Int) {
        let bytes = document.bytes
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
            if document.bytes[index] == 0x20 {
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
        let bytes = document.bytes
        let text = trimmed(range)
        guard bytes[text].contains(0x20) else {
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
            let key = pieces.keys.append(document.bytes, word)
            return labels.role(pieces.keys.scalars[key]) != nil
        }
        let startsUpright = KeyText.key(document.text(first)).count <= 1
        guard isKnown || startsUpright else { return }
        pieces.all.removeLast(pieces.all.count - start)
        for word in words { append(word, left: left, right: right) }
    }

    /// True for text with a comma, a full stop or the like that is no label of the form.
    private mutating func isProse(_ range: Range<Int>) -> Bool {
        let bytes = document.bytes
        var hasMark = false
        for index in range where index + 2 < range.upperBound {
            let isWideMark =
                bytes[index] == 0xEF && bytes[index + 1] == 0xBC && [0x8C, 0x9B, 0x9A].contains(bytes[index + 2])
            let isStop = bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x82
            if isWideMark || isStop {
                hasMark = true
                break
            }
        }
        guard hasMark else { return false }
        let key = pieces.keys.append(bytes, range)
        return labels.role(pieces.keys.scalars[key]) == nil
    }

    private func isUnit(_ range: Range<Int>) -> Bool {
        let text = document.text(range)
        return text == "元" || text == "万元" || text == "件"
    }

    // MARK: Pieces

    private mutating func append(_ range: Range<Int>, left: Float, right: Float) {
        let text = trimmed(range)
        var value = PrintedValue.read(document.bytes, text)
        var key = 0..<0
        var role: LabelRole?
        var glued: Range<Int>?
        if value == .text {
            key = pieces.keys.append(document.bytes, text)
            role = labels.role(pieces.keys.scalars[key]) ?? labels.columnStart(pieces.keys.scalars[key])
            if role == nil, let digits = gluedDigits(text) {
                let label = text.lowerBound..<digits.lowerBound
                let shorter = pieces.keys.append(document.bytes, label)
                if case .row(let row)? = labels.role(pieces.keys.scalars[shorter]) {
                    role = .row(row)
                    key = shorter
                    glued = digits
                }
            }
        } else if value == .odd {
            key = pieces.keys.append(document.bytes, text)
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
        while start > text.lowerBound, document.bytes[start - 1] >= 0x30, document.bytes[start - 1] <= 0x39 {
            start -= 1
        }
        return start < text.upperBound && start > text.lowerBound ? start..<text.upperBound : nil
    }

    private mutating func close(
        _ first: Int, place: Place, text: Range<Int>, table: Int?, isHeading: Bool = false
    ) {
        pieces.rows.append(
            SourceRow(pieces: first..<pieces.all.count, place: place, text: text, table: table, isHeading: isHeading))
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        document.bytes.withUnsafeBufferPointer { bytes in
            var start = range.lowerBound
            var end = range.upperBound
            while start < end {
                if bytes[start] <= 0x20 {
                    start += 1
                } else if end - start >= 3, bytes[start] == 0xE3, bytes[start + 1] == 0x80, bytes[start + 2] == 0x80 {
                    start += 3
                } else if end - start >= 2, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
                    start += 2
                } else if end - start >= 3, bytes[start] == 0xEF, bytes[start + 1] == 0xBB, bytes[start + 2] == 0xBF {
                    start += 3
                } else {
                    break
                }
            }
            while end > start {
                if bytes[end - 1] <= 0x20 {
                    end -= 1
                } else if end - start >= 3, bytes[end - 1] == 0x80, bytes[end - 2] == 0x80, bytes[end - 3] == 0xE3 {
                    end -= 3
                } else if end - start >= 2, bytes[end - 1] == 0xA0, bytes[end - 2] == 0xC2 {
                    end -= 2
                } else {
                    break
                }
            }
            return start..<end
        }
    }

    /// `- 3 -`, `— 3 —`, `第 3 页`.
    private func isPageNumber(_ text: Range<Int>) -> Bool {
        guard text.count <= 32 else { return false }
        let scalars = document.text(text).unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" && $0 != "\u{A0}" }
        let digits = scalars.filter { ("0"..."9").contains($0) }
        guard !digits.isEmpty, digits.count <= 4, let first = scalars.first, let last = scalars.last else {
            return false
        }
        let dashes: Set<Unicode.Scalar> = ["-", "—", "–", "－", "―", "─"]
        if dashes.contains(first), dashes.contains(last) {
            return scalars.allSatisfy { dashes.contains($0) || ("0"..."9").contains($0) }
        }
        return first == "第" && scalars.count <= 12 && scalars.contains("页")
            && scalars.allSatisfy { "第页共/，,".unicodeScalars.contains($0) || ("0"..."9").contains($0) }
    }

    private static func barMode(of document: Document) -> BarMode {
        var closed = 0
        var bare = 0
        for block in document.blocks {
            guard case .line(let line) = block, line.text.count < 120 else { continue }
            let bytes = document.bytes[line.text]
            guard let last = bytes.last(where: { $0 > 0x20 }) else { continue }
            let bars = bytes.filter { $0 == 0x7C }.count
            if bars == 1, last == 0x7C, bytes.contains(where: { $0 > 0x20 && $0 != 0x7C }) { closed += 1 }
            if bars == 0, PrintedValue.read(document.bytes, line.text) != .text { bare += 1 }
        }
        return closed > bare ? .closesCell : .partsCells
    }
}
