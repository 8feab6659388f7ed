/// One statutory form: its tables, rows and columns with their exact labels, and every cell in printed order.
///
/// Four layouts exist: the two editions, and two mixed forms met in the wild, where section two is of one edition and
/// the rows of （六）其他处理 in section three are of the other. A mixed form has the cells of both, so that every
/// address of its edition is present; the rows that its document cannot have stay `absent`.
public final class StatutoryForm: Sendable, Hashable {
    /// The edition whose section two the form has; it names the form to the outside.
    public let edition: FormEdition
    /// True where （六）其他处理 follows the other edition.
    public let isMixed: Bool
    /// The tables in printed order.
    public let tables: [FormTable]
    /// Every cell in printed order: table by table, row by row, column by column.
    public let cells: [FormCell]
    private let indexByAddress: [String: Int]

    /// The form of report years 2019 and 2020 (198 cells).
    public static let edition2019 = StatutoryForm(.edition2019, isMixed: false)
    /// The form of report years 2021 and later (200 cells).
    public static let edition2021 = StatutoryForm(.edition2021, isMixed: false)
    /// Section two of 2021 with the single row （六）其他处理 of 2019 (200 + 7 cells).
    public static let mixed2021 = StatutoryForm(.edition2021, isMixed: true)
    /// Section two of 2019 with the three rows of （六）其他处理 of 2021 (198 + 21 cells).
    public static let mixed2019 = StatutoryForm(.edition2019, isMixed: true)

    /// The form of an edition, mixed or not.
    public static func of(_ edition: FormEdition, mixed: Bool = false) -> StatutoryForm {
        switch (edition, mixed) {
        case (.edition2019, false): edition2019
        case (.edition2021, false): edition2021
        case (.edition2019, true): mixed2019
        case (.edition2021, true): mixed2021
        }
    }

    private init(_ edition: FormEdition, isMixed: Bool) {
        var tables = FormTable.parse(edition == .edition2019 ? FormTable2019.text : FormTable2021.text)
        if isMixed, let own = tables.firstIndex(where: { $0.id == FormTable.applications }) {
            let other = FormTable.parse(edition == .edition2019 ? FormTable2021.text : FormTable2019.text)
            if let foreign = other.first(where: { $0.id == FormTable.applications }) {
                tables[own] = tables[own].adding(otherHandlingOf: foreign)
            }
        }
        self.edition = edition
        self.isMixed = isMixed
        var cells: [FormCell] = []
        var index: [String: Int] = [:]
        for (t, table) in tables.enumerated() {
            for (r, row) in table.rows.enumerated() where row.kind != .group {
                for (c, column) in table.columns.enumerated() {
                    let address = CellAddress(table: table.id, row: row.id, column: column.id)
                    index[address.description] = cells.count
                    cells.append(FormCell(address: address, table: t, row: r, column: c, kind: column.kind))
                }
            }
        }
        self.tables = tables
        self.cells = cells
        self.indexByAddress = index
    }

    /// The place of a cell in `cells`; nil when the form has no such cell.
    public func index(of address: CellAddress) -> Int? { indexByAddress[address.description] }

    /// The place of a cell by its parts; nil when the form has no such cell.
    public func index(_ table: String, _ row: String, _ column: String) -> Int? {
        indexByAddress["\(table).\(row).\(column)"]
    }

    /// The table with an id.
    public func table(_ id: String) -> FormTable? { tables.first { $0.id == id } }

    /// The ids of the rows whose sum （七）总计 must be.
    ///
    /// In a mixed form these are the rows that the document can have: those of the other edition's （六）.
    public var leafRowIDs: [String] {
        let leaves = (table(FormTable.applications)?.rows ?? []).filter { $0.kind == .leaf }.map(\.id)
        guard isMixed else { return leaves }
        let own = edition == .edition2019 ? FormTable.otherHandling2019 : FormTable.otherHandling2021
        return leaves.filter { !own.contains($0) }
    }

    /// Two forms are the same when edition and mixture agree.
    public static func == (a: StatutoryForm, b: StatutoryForm) -> Bool {
        a.edition == b.edition && a.isMixed == b.isMixed
    }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(edition)
        hasher.combine(isMixed)
    }
}
