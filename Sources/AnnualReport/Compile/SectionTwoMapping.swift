internal import Disclosure

/// What the cells of section two are made from: the register of documents, or a cell of the year's own form.
enum SectionTwoMapping {
    /// The count for a cell of 第二十条第（一）项; nil for every other cell.
    static func count(_ cell: CellAddress, in documents: DocumentTally) -> Int? {
        guard cell.table == "t2_art20_1" else { return nil }
        let kind: NormativeKind = cell.row == "regulations" ? .administrativeRule : .normativeDocument
        switch cell.column {
        case "issued_this_year", "produced_this_year": return documents.issued[kind] ?? 0
        case "repealed_this_year": return documents.repealed[kind] ?? 0
        case "in_force": return documents.inForce[kind] ?? 0
        case "newly_disclosed_this_year": return documents.newlyPublished[kind] ?? 0
        case "total_disclosed": return documents.published[kind] ?? 0
        default: return nil
        }
    }

    /// The cell of the other form that says the same; nil where none does.
    ///
    /// 处理决定数量 and 本年处理决定数量 are the same, as are 本年新制作数量 and 本年制发件数. Numbers of fee items are no amount
    /// of money, and what was published is not what is in force.
    static func source(of cell: CellAddress) -> CellAddress? {
        let row =
            switch cell.row {
            case "administrative_normative_documents": "normative_documents"
            case "normative_documents": "administrative_normative_documents"
            default: cell.row
            }
        let column: String? =
            switch cell.column {
            case "decisions_this_year": "decisions"
            case "decisions" where row != "other_external_services": "decisions_this_year"
            case "issued_this_year": "produced_this_year"
            case "produced_this_year": "issued_this_year"
            default: nil
            }
        return column.map { CellAddress(table: cell.table, row: row, column: $0) }
    }
}
