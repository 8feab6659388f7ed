/// One statutory table as the official form lays it out: rows of cells with their merges.
///
/// Pages and workbooks draw the same layout. Every place of the grid is covered exactly once; a test lays out each form
/// and asserts it. Source: 国办公开办函〔2019〕60号, 〔2021〕30号.
public struct StatutoryLayout: Sendable {
    /// What a heading stands over or beside.
    public enum Scope: String, Sendable {
        /// Over one column.
        case column = "col"
        /// Over several columns.
        case columns = "colgroup"
        /// Beside one row.
        case row = "row"
        /// Beside several rows.
        case rows = "rowgroup"
    }

    /// What stands in a cell.
    public enum Content: Sendable, Hashable {
        /// A label of the form.
        case label(String, Scope)
        /// A cell that the office fills in.
        case value(CellAddress)
    }

    /// One cell with its merges.
    public struct LayoutCell: Sendable {
        /// What stands in it.
        public var content: Content
        /// Columns it covers.
        public var columns = 1
        /// Rows it covers.
        public var rows = 1
        /// A word for how it is drawn; empty for as usual. `tall` is written from top to bottom, `mid` is a group of
        /// rows, `note-cell` a remark in small print, `c7` the heading over a narrow column of numbers.
        public var look = ""
    }

    /// One row.
    public struct LayoutRow: Sendable {
        /// The cells that begin in it, from left to right.
        public var cells: [LayoutCell]
        /// A word for how it is drawn; empty for as usual. `cap` names an item of Article 20, `sub` has headings, `sum`
        /// has totals.
        public var look = ""
    }

    /// The section the table stands in.
    public let section: SectionID
    /// What the table is called where it scrolls.
    public let name: String
    /// Words for how it is drawn: `item` for one item of Article 20, `wide` for many columns, `even` for equal ones.
    public let look: String
    /// Rows that are printed again on each sheet.
    public let head: [LayoutRow]
    /// The rows below.
    public let body: [LayoutRow]

    /// The tables of a form in printed order.
    public static func tables(of form: StatutoryForm) -> [StatutoryLayout] {
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
    public var addresses: [CellAddress] {
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
