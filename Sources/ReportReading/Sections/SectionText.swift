import AnnualReport
import DocumentReading

/// The text of the sections, without their tables.
struct SectionText {
    /// The rows before the first heading, or before the first table where there is no heading.
    let head: Range<Int>
    /// The sections found.
    private(set) var sections: [ReportSection] = []
    /// Everything the document says, in one text, tables left out.
    private(set) var everything = ""
    private let document: Document
    private let pieces: Pieces
    private let tableRows: Set<Int>

    init(_ document: Document, _ pieces: Pieces, headings: [HeadingFinder.Heading], tables: TableReading) {
        self.document = document
        self.pieces = pieces
        var tableRows: Set<Int> = []
        let labels = FormLabels.shared
        for values in tables.rows.values.values { for piece in values { tableRows.insert(pieces.all[piece].row) } }
        for link in tables.chain.links { tableRows.insert(pieces.all[link.piece].row) }
        for piece in tables.review.extent { tableRows.insert(pieces.all[piece].row) }
        for piece in pieces.all where piece.role != nil && pieces.rows[piece.row].pieces.count <= 12 {
            tableRows.insert(piece.row)
        }
        for heading in headings { tableRows.remove(heading.row) }
        self.tableRows = tableRows
        let firstTable = tables.chain.links.first.map { pieces.all[$0.piece].row }
        let end = headings.first?.row ?? firstTable ?? min(pieces.rows.count, 40)
        head = 0..<end
        // The rows between two labels of table three are the table's too.
        let third = tables.chain.links.filter { $0.row >= labels.firstApplicationRow }.map { pieces.all[$0.piece].row }
        let inner = third.first.flatMap { first in third.last.map { first...$0 } }
        for (index, heading) in headings.enumerated() {
            let stop = index + 1 < headings.count ? headings[index + 1].row : pieces.rows.count
            var text = heading.rest
            let rest = lines(heading.row + 1..<stop, without: inner)
            if !text.isEmpty, !rest.isEmpty { text += "\n" }
            text += rest
            sections.append(ReportSection(id: heading.id, heading: Self.trim(heading.text), text: Self.trim(text)))
        }
        let order = SectionID.allCases
        sections.sort { (order.firstIndex(of: $0.id) ?? 0) < (order.firstIndex(of: $1.id) ?? 0) }
        everything = lines(0..<pieces.rows.count, without: inner)
    }

    /// The text before the first heading, without the title.
    func preamble(without title: Range<Int>) -> String {
        Self.trim(lines(head, without: nil, skipping: title))
    }

    private func lines(_ range: Range<Int>, without inner: ClosedRange<Int>?, skipping title: Range<Int> = 0..<0)
        -> String
    {
        var text = ""
        for index in range where !tableRows.contains(index) && !title.contains(index) {
            if let inner, inner.contains(index), pieces.rows[index].table != nil || pieces.rows[index].text.count < 60 {
                continue
            }
            let row = pieces.rows[index]
            var line = ""
            if !row.text.isEmpty {
                line = document.text(row.text)
            } else {
                let words = row.pieces.filter { !pieces.all[$0].isBlank }
                line = words.map { document.text(pieces.all[$0].text) }.joined(separator: " ")
            }
            guard !line.isEmpty else { continue }
            if !text.isEmpty { text += "\n" }
            text += line
        }
        return text
    }

    private static func trim(_ text: String) -> String {
        var view = text[...]
        while let first = view.first, first.isWhitespace { view.removeFirst() }
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return String(view)
    }
}
