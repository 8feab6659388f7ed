import HTTPCore
import Markup
import TestSupport
import Testing

@testable import AnnualReport
@testable import Web

@Suite("Statutory tables")
struct StatutoryTableTests {
    static let forms: [StatutoryForm] = [.edition2019, .mixed2019, .edition2021, .mixed2021]

    @Test("the merged cells of every table cover its grid once and leave no hole", arguments: forms)
    func grids(form: StatutoryForm) {
        for layout in StatutoryLayout.tables(of: form) {
            let grid = TableGrid((layout.head + layout.body).map { $0.cells.map { ($0.columns, $0.rows) } })
            #expect(grid.width != nil, "\(layout.name)")
        }
    }

    @Test(
        "a form has the tables of its notice, each of the right width",
        arguments: [
            (StatutoryForm.edition2019, [4, 4, 4, 3, 3, 10, 15]), (.mixed2019, [4, 4, 4, 3, 3, 10, 15]),
            (.edition2021, [4, 10, 15]), (.mixed2021, [4, 10, 15]),
        ])
    func widths(form: StatutoryForm, widths: [Int]) {
        let found = StatutoryLayout.tables(of: form).map { layout in
            TableGrid((layout.head + layout.body).map { $0.cells.map { ($0.columns, $0.rows) } }).width
        }
        #expect(found == widths)
    }

    @Test("every cell that the document of a form can have is shown once, and no other", arguments: forms)
    func cells(form: StatutoryForm) {
        let shown = StatutoryLayout.tables(of: form).flatMap(\.addresses)
        let leaves = Set(form.leafRowIDs)
        let wanted = form.cells.filter { cell in
            let row = form.tables[cell.table].rows[cell.row]
            return row.kind != .leaf || leaves.contains(row.id)
        }
        #expect(Set(shown).count == shown.count)
        #expect(Set(shown) == Set(wanted.map(\.address)))
    }

    @Test("table three merges its labels as the form does")
    func labels() throws {
        func spans(_ form: StatutoryForm) throws -> [String: [Int]] {
            let layout = try #require(StatutoryLayout.tables(of: form).first { $0.section == .applications })
            var spans: [String: [Int]] = [:]
            for cell in (layout.head + layout.body).flatMap(\.cells) {
                if case .label(let text, _) = cell.content { spans[text] = [cell.columns, cell.rows] }
            }
            return spans
        }
        for form in Self.forms {
            let found = try spans(form)
            #expect(found[ApplicationsTable.note] == [3, 3])
            #expect(found["申请人情况"] == [7, 1])
            #expect(found["自然人"] == [1, 2])
            #expect(found["法人或其他组织"] == [5, 1])
            #expect(found["一、本年新收政府信息公开申请数量"] == [3, 1])
            #expect(found["（一）予以公开"] == [2, 1])
            #expect(found["（三）不予公开"] == [1, 8])
            #expect(found["（四）无法提供"] == [1, 3])
            #expect(found["（五）不予处理"] == [1, 5])
            #expect(found["（七）总计"] == [2, 1])
            // （六） is one row in the form of 2019 and three in that of 2021; a mixed form has the other one's.
            let isSplit = (form.edition == .edition2021) != form.isMixed
            #expect(found["（六）其他处理"] == (isSplit ? [1, 3] : [2, 1]), "\(form.edition) \(form.isMixed)")
            #expect(found["三、本年度办理结果"] == [1, isSplit ? 22 : 20])
        }
    }

    @Test("on the page of a report every table is a full rectangle with the cells of the form")
    func onThePage() throws {
        let fixture = try WebFixture.shared.get()
        for (year, form) in WebFixture.forms {
            let markup = PageMarkup(try fixture.page("/reports/forms/\(year)"))
            let layouts = StatutoryLayout.tables(of: form)
            #expect(markup.tables.count == layouts.count)
            for (table, layout) in zip(markup.tables, layouts) {
                #expect(TableGrid(table).width != nil, "\(year) \(layout.name)")
                let values = table.flatMap { $0 }.filter { $0.name == "td" }
                #expect(values.count == layout.addresses.count)
            }
        }
    }

    @Test("the checker of grids sees holes and overlaps")
    func checker() {
        #expect(TableGrid([[(1, 1), (1, 1)], [(2, 1)]]).width == 2)
        #expect(TableGrid([[(1, 2), (1, 1)], [(1, 1)]]).width == 2)
        #expect(TableGrid([[(1, 1), (1, 1)], [(1, 1)]]).width == nil)
        #expect(TableGrid([[(1, 3), (1, 1)], [(1, 1)]]).width == nil)
        #expect(TableGrid([[(1, 1), (1, 2), (1, 1)], [(3, 1)]]).width == nil)
    }

    @Test("each state of a cell is said in words, and only a number looks like one")
    func states() {
        func shown(_ cell: Cell, unit: String? = nil) -> String {
            CellDisplay(cell: cell, columnUnit: unit, t: Wording(isEnglish: false)).html.text
        }
        #expect(shown(.number(.zero)) == "0")
        #expect(shown(Cell(state: .blank)) == "<span class=\"no\">空白</span>")
        #expect(shown(Cell(state: .notApplicable, text: "/")) == "<span class=\"no\">不适用</span>")
        #expect(shown(Cell(state: .unreadable, text: "1 2")) == "<span class=\"no\">读不准</span>")
        #expect(shown(.absent) == "<span class=\"no\">缺</span>")
        #expect(shown(.number(.zero, text: "0.00", unit: "元")) == "0.00 元")
        #expect(shown(.number(.zero, text: "0.00 元", unit: "元")) == "0.00 元")
        #expect(shown(.number(.zero, text: "12.5", unit: "万元"), unit: "万元") == "12.5")
        #expect(shown(.number(.zero, text: String(repeating: "0", count: 40))) == "0")
    }
}
