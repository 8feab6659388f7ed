import AnnualReport

/// The text of the sections, without their tables.
struct SectionText {
    /// The rows before the first heading, or before the first table where there is no heading.
    let head: Range<Int>
    /// The sections found.
    private(set) var sections: [ReportSection] = []
    /// Everything the document says, in one text, tables left out.
    private(set) var everything: [UInt8] = []
    private let pieces: Pieces
    /// For each source row, whether it is a table's.
    private let isTableRow: [Bool]

    init(_ pieces: Pieces, headings: [HeadingFinder.Heading], tables: TableReading) {
        self.pieces = pieces
        var isTableRow = [Bool](repeating: false, count: pieces.rows.count)
        let labels = FormLabels.shared
        for values in tables.rows.values.all { for piece in values { isTableRow[pieces.all[piece].row] = true } }
        for link in tables.chain.links { isTableRow[pieces.all[link.piece].row] = true }
        for piece in tables.review.extent { isTableRow[pieces.all[piece].row] = true }
        for index in pieces.all.indices where pieces.all[index].role != nil {
            let row = pieces.all[index].row
            if pieces.rows[row].pieces.count <= 12 { isTableRow[row] = true }
        }
        for heading in headings { isTableRow[heading.row] = false }
        self.isTableRow = isTableRow
        let firstTable = tables.chain.links.first.map { pieces.all[$0.piece].row }
        let end = headings.first?.row ?? firstTable ?? min(pieces.rows.count, 40)
        head = 0..<end
        // The rows between two labels of table three are the table's too.
        let third = tables.chain.links.filter { $0.row >= labels.firstApplicationRow }.map { pieces.all[$0.piece].row }
        let inner = third.first.flatMap { first in third.last.map { first...$0 } }
        for (index, heading) in headings.enumerated() {
            let stop = index + 1 < headings.count ? headings[index + 1].row : pieces.rows.count
            var text = Array(heading.rest.utf8)
            append(heading.row + heading.rows..<max(stop, heading.row + heading.rows), without: inner, to: &text)
            sections.append(
                ReportSection(id: heading.id, heading: Self.trim(Array(heading.text.utf8)), text: Self.trim(text)))
        }
        let order = SectionID.allCases
        sections.sort { (order.firstIndex(of: $0.id) ?? 0) < (order.firstIndex(of: $1.id) ?? 0) }
        everything.reserveCapacity(pieces.bytes.count)
        append(0..<pieces.rows.count, without: inner, to: &everything)
    }

    /// The text before the first heading, without the title.
    func preamble(without title: Range<Int>) -> String {
        var text: [UInt8] = []
        append(head, without: nil, skipping: title, to: &text)
        return Self.trim(text)
    }

    /// Appends the lines of rows that are no table's, parted by line feeds.
    private func append(
        _ range: Range<Int>, without inner: ClosedRange<Int>?, skipping title: Range<Int> = 0..<0,
        to text: inout [UInt8]
    ) {
        for index in range where !isTableRow[index] && !title.contains(index) {
            let row = pieces.rows[index]
            if let inner, inner.contains(index), row.table != nil || row.text.count < 60 { continue }
            if !row.text.isEmpty {
                if !text.isEmpty { text.append(0x0A) }
                text.append(contentsOf: pieces.bytes[row.text])
                continue
            }
            var isFirst = true
            for piece in row.pieces where !pieces.all[piece].isBlank && !pieces.all[piece].text.isEmpty {
                if !isFirst || !text.isEmpty { text.append(isFirst ? 0x0A : 0x20) }
                text.append(contentsOf: pieces.bytes[pieces.all[piece].text])
                isFirst = false
            }
        }
    }

    /// The text without white space at its ends.
    private static func trim(_ text: [UInt8]) -> String {
        let plain = text.withUnsafeBufferPointer { bytes in bytes.text(bytes.trimmed(0..<bytes.count)) }
        // White space of other kinds is rare.
        var view = plain[...]
        while let first = view.unicodeScalars.first, first.value > 0x2FF || first.value < 0x21,
            first.properties.isWhitespace
        {
            view.unicodeScalars.removeFirst()
        }
        while let last = view.unicodeScalars.last, last.value > 0x2FF || last.value < 0x21,
            last.properties.isWhitespace
        {
            view.unicodeScalars.removeLast()
        }
        return view.startIndex == plain.startIndex && view.endIndex == plain.endIndex ? plain : String(view)
    }
}
