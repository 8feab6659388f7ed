import AnnualReport
import Disclosure
import Testing

@Suite("the cells that are entered as figures")
struct FigureCellTests {
    @Test("they are exactly those of table two, in each form", arguments: [2019, 2020, 2021, 2026])
    func tableTwo(year: Int) {
        let form = StatutoryForm.of(year >= 2021 ? .edition2021 : .edition2019)
        let expected = form.cells.filter { $0.address.table.hasPrefix("t2_") }
        let cells = FigureCell.tableTwo(inYear: year)
        #expect(Set(cells.map(\.text)) == Set(expected.map(\.address.description)))
        #expect(cells.count == (year >= 2021 ? 10 : 22))
        for cell in expected {
            let known = cells.first { $0.text == cell.address.description }
            #expect((cell.kind == .amount) == (known?.nature == .amount), "\(cell.address)")
            #expect((cell.kind == .change) == (known?.nature == .change), "\(cell.address)")
        }
    }

    @Test("the printed sums of tables three and four are told from what they sum up")
    func sums() {
        for form in [StatutoryForm.edition2019, .edition2021] {
            for cell in form.cells {
                let isSum = FigureCell(cell.address.description)?.isSum
                let address = cell.address
                let expected =
                    address.column == "total" || address.row == "results_total"
                    || address.table == FormTable.reviewLitigation && address.column.hasSuffix("total")
                #expect(isSum == expected, "\(address)")
            }
        }
    }
}
