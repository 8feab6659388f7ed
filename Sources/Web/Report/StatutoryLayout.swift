internal import AnnualReport

/// One statutory table as the official form lays it out: rows of cells with their merges.
///
/// Every place of the grid is covered exactly once; a test lays out each form and asserts it.
/// Source: 国办公开办函〔2019〕60号, 〔2021〕30号.
struct StatutoryLayout: Sendable {
    /// What a heading stands over or beside.
    enum Scope: String, Sendable {
        case column = "col"
        case columns = "colgroup"
        case row = "row"
        case rows = "rowgroup"
    }

    /// What stands in a cell.
    enum Content: Sendable, Hashable {
        /// A label of the form.
        case label(String, Scope)
        /// A cell that the office fills in.
        case value(CellAddress)
    }

    /// One cell with its merges.
    struct LayoutCell: Sendable {
        var content: Content
        var columns = 1
        var rows = 1
        /// The class that gives the cell its look; empty for none.
        var look = ""
    }

    /// One row.
    struct LayoutRow: Sendable {
        var cells: [LayoutCell]
        /// The class that gives the row its look; empty for none.
        var look = ""
    }

    /// The section the table stands in.
    let section: SectionID
    /// What the table is called where it scrolls.
    let name: String
    /// Classes besides that of every statutory table.
    let look: String
    /// Rows that are printed again on each sheet.
    let head: [LayoutRow]
    /// The rows below.
    let body: [LayoutRow]

    /// The tables of a form in printed order.
    static func tables(of form: StatutoryForm) -> [StatutoryLayout] {
        let second = form.tables.filter { $0.section == 2 }
        let disclosed =
            form.edition == .edition2021 ? [DisclosureTables.single(second)] : second.map(DisclosureTables.one)
        var layouts = disclosed
        if let table = form.table(FormTable.applications) {
            layouts.append(ApplicationsTable(form: form, table: table).layout)
        }
        if let table = form.table(FormTable.reviewLitigation) { layouts.append(cases(table)) }
        return layouts
    }

    /// The addresses of the cells that an office fills in.
    var addresses: [CellAddress] {
        body.flatMap(\.cells).compactMap { cell in
            guard case .value(let address) = cell.content else { return nil }
            return address
        }
    }

    /// Table four: one row under three rows of headings.
    private static func cases(_ table: FormTable) -> StatutoryLayout {
        let values = table.columns.map { column in
            LayoutCell(content: .value(CellAddress(table: table.id, row: table.rows[0].id, column: column.id)))
        }
        return StatutoryLayout(
            section: .reviewLitigation, name: "第四部分的表", look: "wide even",
            head: ColumnHeadings(table.columns.map { ($0.groups, $0.label) }).rows, body: [LayoutRow(cells: values)])
    }
}

/// The tables of section two.
enum DisclosureTables {
    /// The form of 2021: one table in which each item of Article 20 has a line of its own as heading.
    static func single(_ tables: [FormTable]) -> StatutoryLayout {
        let width = 1 + (tables.map(\.columns.count).max() ?? 1)
        return StatutoryLayout(
            section: .proactive, name: "第二部分的表", look: "", head: [], body: tables.flatMap { rows($0, width) })
    }

    /// The form of 2019: a table for each item of Article 20.
    static func one(_ table: FormTable) -> StatutoryLayout {
        StatutoryLayout(
            section: .proactive, name: "第二部分的表：\(table.caption)", look: "item", head: [],
            body: rows(table, 1 + table.columns.count))
    }

    private static func rows(_ table: FormTable, _ width: Int) -> [StatutoryLayout.LayoutRow] {
        // Where a table has fewer columns than the grid, its last one takes what is left.
        let last = width - table.columns.count
        func span(_ place: Int) -> Int { place == table.columns.count - 1 ? last : 1 }
        let caption = StatutoryLayout.LayoutCell(content: .label(table.caption, .columns), columns: width)
        let headings = table.columns.enumerated().map { place, column in
            StatutoryLayout.LayoutCell(content: .label(column.label, .column), columns: span(place))
        }
        let title = StatutoryLayout.LayoutCell(content: .label("信息内容", .column))
        let rows = table.rows.map { row in
            let values = table.columns.enumerated().map { place, column in
                StatutoryLayout.LayoutCell(
                    content: .value(CellAddress(table: table.id, row: row.id, column: column.id)), columns: span(place))
            }
            let label = StatutoryLayout.LayoutCell(content: .label(row.label, .row))
            return StatutoryLayout.LayoutRow(cells: [label] + values)
        }
        return [
            StatutoryLayout.LayoutRow(cells: [caption], look: "cap"),
            StatutoryLayout.LayoutRow(cells: [title] + headings, look: "sub"),
        ] + rows
    }
}
