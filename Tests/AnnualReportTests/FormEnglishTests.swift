import AnnualReport
import Testing

@Suite("English names of the form")
struct FormEnglishTests {
    private static let forms = [
        StatutoryForm.edition2019, .edition2021, .mixed2019, .mixed2021,
    ]

    @Test("every table, row and column has a short English name that no other beside it has", arguments: forms.indices)
    func names(index: Int) {
        let form = Self.forms[index]
        func isName(_ text: String) -> Bool {
            (4...60).contains(text.count) && text.utf8.allSatisfy { $0 < 0x80 } && text.first?.isUppercase == true
                && text.last?.isWhitespace == false
        }
        #expect(Set(form.tables.map(\.english)).count == form.tables.count)
        for table in form.tables {
            #expect(isName(table.english), "\(table.id): \(table.english)")
            #expect(Set(table.rows.map(\.english)).count == table.rows.count, "\(table.id)")
            #expect(Set(table.columns.map(\.english)).count == table.columns.count, "\(table.id)")
            for name in table.rows.map(\.english) + table.columns.map(\.english) { #expect(isName(name), "\(name)") }
        }
    }

    @Test("one id has one English name in both forms")
    func sameness() {
        var names: [String: String] = [:]
        for table in Self.forms.flatMap(\.tables) {
            for (id, english) in table.rows.map({ ($0.id, $0.english) }) + table.columns.map({ ($0.id, $0.english) }) {
                let known = names.updateValue(english, forKey: "\(table.id).\(id)")
                #expect(known == nil || known == english, "\(id)")
            }
        }
    }

    @Test("every cell has an English title, and its measure the same")
    func titles() {
        for form in Self.forms.prefix(2) {
            for cell in form.cells {
                let title = form.englishTitle(of: cell.address)
                #expect(title.contains(" ") && title.utf8.allSatisfy { $0 < 0x80 }, "\(cell.address): \(title)")
                #expect(ComparedMeasure(cell.address)?.english == title)
            }
        }
        let total = CellAddress(table: FormTable.applications, row: "new_received", column: "total")
        #expect(StatutoryForm.edition2021.englishTitle(of: total) == "Received this year, total")
        let nowhere = CellAddress(table: "t9", row: "x", column: "y")
        #expect(StatutoryForm.edition2021.englishTitle(of: nowhere) == "t9.x.y")
    }
}
