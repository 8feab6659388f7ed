/// What cells are called in English sentences.
extension StatutoryForm {
    /// The name of a row.
    func englishRowName(_ cell: Int) -> String { tables[cells[cell].table].rows[cells[cell].row].english }

    /// The name of a column.
    func englishColumnName(_ cell: Int) -> String { tables[cells[cell].table].columns[cells[cell].column].english }

    /// Row and column of a cell: `Received this year, total`.
    func englishCellName(_ cell: Int) -> String {
        let table = tables[cells[cell].table]
        return FormTable.englishName(table.rows[cells[cell].row], table.columns[cells[cell].column])
    }

    /// Several cells by name, the first few in full.
    func englishCellNames(_ cells: [Int], atMost limit: Int = 3) -> String {
        let names = cells.prefix(limit).map { englishCellName($0).inQuotes }
        return cells.count > limit
            ? "\(names.joined(separator: ", ")) and others (\(cells.count) in all)" : names.englishList
    }

    /// The table of a cell, as a sentence begins with it.
    func englishTableName(_ cell: Int) -> String { Self.englishTableName(section: tables[cells[cell].table].section) }

    /// The name of the table of a section, as a sentence begins with it.
    static func englishTableName(section: Int) -> String {
        switch section {
        case 2: "Table two"
        case 3: "Table three"
        default: "Table four"
        }
    }
}

extension FormTable {
    /// The English name of a cell by its row and column; a table of one row has columns that say it all.
    static func englishName(_ row: FormRow, _ column: FormColumn) -> String {
        row.label.isEmpty ? column.english : "\(row.english), \(column.english.lowercasedFirst)"
    }
}

extension CellState {
    /// What is known of some cells, in English words that follow their names.
    func englishWords(of cells: Int) -> String {
        switch self {
        case .number: cells == 1 ? "is a number" : "are numbers"
        case .blank: cells == 1 ? "is blank" : "are blank"
        case .notApplicable: cells == 1 ? "has “/”" : "have “/”"
        case .unreadable: "could not be read with certainty"
        case .absent: cells == 1 ? "is not in the document" : "are not in the document"
        }
    }

    /// What to do so that the cell can be checked, in English.
    var englishRemedy: String {
        switch self {
        case .number: ""
        case .blank: "Write 0 where there is nothing, else the number, and check again."
        case .notApplicable: "Write 0 where there is nothing, and check again."
        case .unreadable: "Compare these cells with the original, and check again."
        case .absent: "Complete the table, and check again."
        }
    }
}
