/// Where the forms of 2019 and of 2021 mean the same.
///
/// Section three is the same in both but for （六）其他处理: one row in 2019, three in 2021, whose sum is compared with it.
/// Section two follows `SectionTwoMapping`; section four is the same. A row that only groups others stands for their sum.
public enum CellCorrespondence {
    /// The cells of a form whose sum means what an address of either form means; empty where the form has none.
    ///
    /// `t3_applications.denied.total` is the sum of the eight leaves of （三）不予公开.
    public static func cells(of address: CellAddress, in form: StatutoryForm) -> [CellAddress] {
        if address.table == FormTable.applications { return applications(address, form) }
        if form.index(of: address) != nil { return [address] }
        guard let other = SectionTwoMapping.source(of: address), form.index(of: other) != nil else { return [] }
        return [other]
    }

    private static func applications(_ address: CellAddress, _ form: StatutoryForm) -> [CellAddress] {
        // A mixed form carries the rows of both editions; its document has those of the other one.
        let hasSingleOther = (form.edition == .edition2019) != form.isMixed
        func cell(_ row: String) -> CellAddress {
            CellAddress(table: address.table, row: row, column: address.column)
        }
        func known(_ cells: [CellAddress]) -> [CellAddress] {
            cells.allSatisfy { form.index(of: $0) != nil } ? cells : []
        }
        if FormTable.otherHandling2021.contains(address.row) { return hasSingleOther ? [] : known([address]) }
        if address.row == "other" {
            return known(hasSingleOther ? [address] : FormTable.otherHandling2021.sorted().map(cell))
        }
        let table = form.table(address.table)
        let leaves = (table?.rows ?? []).filter { $0.parent == address.row && $0.kind == .leaf }
        // 三、本年度办理结果 has rows of every level below it: its sum is （七）总计, and is asked for as that.
        if address.row != "results", !leaves.isEmpty { return known(leaves.map { cell($0.id) }) }
        return known([address])
    }

    /// True where the forms of both editions have an address, as itself or as what means the same.
    public static func isInBoth(_ address: CellAddress) -> Bool {
        !cells(of: address, in: .edition2019).isEmpty && !cells(of: address, in: .edition2021).isEmpty
    }
}
