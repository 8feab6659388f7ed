import DocumentReading

/// Text whose words or values only spaces part.
extension PieceScanner {
    /// Words parted by two spaces or more keep their character columns; a label with numbers behind it by single spaces
    /// is cut before the numbers.
    mutating func splitAtSpaces(_ text: Range<Int>, from lineStart: Int) {
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
    mutating func appendSpaced(_ range: Range<Int>, left: Float, right: Float) {
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
}
