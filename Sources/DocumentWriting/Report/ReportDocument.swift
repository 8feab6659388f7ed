public import AnnualReport
public import CivilTime

/// An annual report as a document with its six sections and the statutory tables with the merged cells of the official
/// form, for Word and for print. Our own reader gives every cell back.
/// Source: 国办公开办函〔2019〕60号, 〔2021〕30号.
public enum ReportDocument {
    /// The document of a report.
    ///
    /// - Parameters:
    ///   - created: the day that the properties of the file name.
    ///   - emptySection: what is said in place of a section that has neither text nor table.
    public static func document(of report: Report, created: Day, emptySection: String) -> OfficialDocument {
        var blocks: [OfficialDocument.Block] = []
        if !report.title.isEmpty { blocks.append(.title(titleLines(of: report))) }
        blocks += paragraphs(report.preamble)
        let layouts = StatutoryLayout.tables(of: report.form)
        for id in SectionID.allCases {
            let section = report.section(id)
            // Table three fills a page: begun in the middle of one, it would be torn apart.
            blocks.append(.heading(section?.headingText ?? id.heading, startsPage: id == .applications))
            // Tables come first, as the form prints them; notes below a table stay below it.
            let tables = layouts.filter { $0.section == id }.map { table($0, of: report) }
            let text = paragraphs(section?.text ?? "")
            blocks += tables.map(OfficialDocument.Block.table) + text
            if tables.isEmpty, text.isEmpty { blocks.append(.remark(emptySection)) }
        }
        return OfficialDocument(title: report.title, created: created, blocks: blocks)
    }

    /// A long title is parted behind the name of the organ, where people part it.
    private static func titleLines(of report: Report) -> [String] {
        let rest = report.title.dropFirst(report.agency.count)
        guard report.title.count > longestTitleLine, !report.agency.isEmpty, report.title.hasPrefix(report.agency),
            !rest.isEmpty
        else { return [report.title] }
        return [report.agency, String(rest)]
    }

    /// Characters of 二号 that fit in a line.
    private static let longestTitleLine = 20

    private static func paragraphs(_ text: String) -> [OfficialDocument.Block] {
        text.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }.map { line in
            let end = LeadIn.end(in: line)
            return .paragraph(lead: String(line[..<end]), text: String(line[end...]))
        }
    }

    private static func table(_ layout: StatutoryLayout, of report: Report) -> DocumentTable {
        let cells = layout.placed.map { placed in
            let range = CellRange(
                row: placed.row, column: placed.column, rows: placed.cell.rows, columns: placed.cell.columns)
            switch placed.cell.content {
            case .value(let address):
                return DocumentTable.Cell(
                    range, report.written(at: address).plainText + (report.ownUnit(at: address) ?? ""),
                    placed.rowLook == "sum" ? .total : .value)
            case .label(let text, let scope): return DocumentTable.Cell(range, text, look(of: placed, scope))
            }
        }
        return DocumentTable(
            columnWidths: widths(of: layout), headRows: layout.head.count,
            rows: layout.head.count + layout.body.count, cells: cells)
    }

    private static func look(of placed: PlacedCell, _ scope: StatutoryLayout.Scope) -> DocumentTable.Look {
        if placed.rowLook == "cap" { return .caption }
        if placed.cell.look == "note-cell" { return .note }
        let isLeft = scope == .row && placed.cell.look.isEmpty && placed.column > 0
        return isLeft ? .rowLabel : .label
    }

    private static func widths(of layout: StatutoryLayout) -> [Double] {
        let count = layout.columnCount
        switch layout.section {
        case .applications: return [7, 11, 33] + Array(repeating: 7, count: max(0, count - 3))
        case .reviewLitigation: return Array(repeating: 1, count: count)
        default: return [34] + Array(repeating: 66 / Double(max(1, count - 1)), count: max(0, count - 1))
        }
    }
}
