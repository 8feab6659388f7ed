extension Document {
    /// The whole text in reading order: a line a paragraph, the cells of a row parted by tabs. For search, not for show.
    ///
    /// Lines of a pdf page that were broken only because the line was full are put together again, so that a word across
    /// the break is found.
    ///
    /// - Parameter limit: the most bytes; what is longer is cut at the end of a line.
    public func plainText(limit: Int = .max) -> [UInt8] {
        var text: [UInt8] = []
        let edges = rightEdges()
        var wasFull = false
        for block in blocks {
            guard text.count <= limit else { break }
            switch block {
            case .line(let line):
                let piece = bytes[line.text]
                if wasFull, !piece.isEmpty, text.last == 0x0A { text.removeLast() }
                text += piece
                text.append(0x0A)
                wasFull = isFull(line, edges)
            case .table(let table):
                wasFull = false
                append(table, to: &text)
            }
        }
        guard text.count > limit else { return text }
        let end = text[..<limit].lastIndex(of: 0x0A) ?? 0
        return Array(text[..<end])
    }

    private func append(_ table: Table, to text: inout [UInt8]) {
        var row: Int?
        for cell in table.cells where !cell.text.isEmpty {
            if let row, row == cell.row {
                text.append(0x09)
            } else if row != nil {
                text.append(0x0A)
            }
            row = cell.row
            text += bytes[cell.text]
        }
        text.append(0x0A)
    }

    /// The right edge of each page of a pdf.
    private func rightEdges() -> [Int: Float] {
        var edges: [Int: Float] = [:]
        for case .line(let line) in blocks {
            guard let page = line.place.page, let right = line.words.last?.right else { continue }
            edges[page] = max(edges[page] ?? 0, right)
        }
        return edges
    }

    /// True where a line ends within about a character and a half of the right edge: the paragraph goes on.
    private func isFull(_ line: Line, _ edges: [Int: Float]) -> Bool {
        guard let page = line.place.page, let edge = edges[page], let last = line.words.last, line.words.count == 1
        else { return false }
        // A letter of Latin needs a space that a line's end stood for; those lines stay apart.
        guard let final = bytes[line.text].last, final >= 0x80 else { return false }
        return edge - last.right <= 24
    }
}
