/// What cells are called in messages.
extension StatutoryForm {
    /// The short name of a row of table three or the label of another row.
    func rowName(_ cell: Int) -> String {
        let place = cells[cell]
        let row = tables[place.table].rows[place.row]
        switch row.id {
        case "new_received": return "本年新收"
        case "carried_in": return "上年结转"
        case "carried_out": return "结转下年度"
        case "results_total": return "（七）总计"
        case "partially_disclosed": return "部分公开"
        case "other_no_correction": return "逾期不补正"
        case "other_fee_unpaid": return "逾期未缴费"
        case "other_other": return "其他处理中的其他"
        default: return Self.withoutOrdinal(row.label)
        }
    }

    /// A label without its （一） or 1. in front.
    private static func withoutOrdinal(_ label: String) -> String {
        if label.hasPrefix("（"), let end = label.firstIndex(of: "）") {
            return String(label[label.index(after: end)...])
        }
        if let first = label.utf8.first, first >= UInt8(ascii: "1"), first <= UInt8(ascii: "9"),
            let point = label.firstIndex(of: ".")
        {
            return String(label[label.index(after: point)...])
        }
        return label
    }

    /// The label of a column, with its block where the label alone is ambiguous.
    func columnName(_ cell: Int) -> String {
        let place = cells[cell]
        let column = tables[place.table].columns[place.column]
        if place.address.table == FormTable.reviewLitigation, let block = column.groups.last {
            return "\(block)·\(column.label)"
        }
        return column.id == "other_organization" ? "其他组织" : column.label
    }

    /// Row and column of a cell (本年新收·总计).
    func cellName(_ cell: Int) -> String {
        cells[cell].address.table == FormTable.reviewLitigation
            ? columnName(cell) : "\(rowName(cell))·\(columnName(cell))"
    }

    /// Table, row and column of a cell as messages call it (表三 本年新收·总计); the address itself where the form has
    /// no such cell.
    public func title(of address: CellAddress) -> String {
        guard let cell = index(of: address) else { return address.description }
        return "\(tableName(cell)) \(cellName(cell))"
    }

    /// The same in English, short: `Received this year, total`; the address itself where the form has no such cell.
    public func englishTitle(of address: CellAddress) -> String {
        ComparedMeasure(address)?.english ?? address.description
    }

    /// The table of a cell as people call it: 表二, 表三, 表四.
    func tableName(_ cell: Int) -> String { Self.tableName(section: tables[cells[cell].table].section) }

    /// The name of the table of a section.
    static func tableName(section: Int) -> String {
        switch section {
        case 2: "表二"
        case 3: "表三"
        default: "表四"
        }
    }

    /// Several cells by name, the first few in full.
    func cellNames(_ cells: [Int], atMost limit: Int = 3) -> String {
        let named = cells.prefix(limit).map { "“\(cellName($0))”" }.joined(separator: "、")
        return cells.count > limit ? "\(named)等\(cells.count)格" : named
    }
}

extension CellState {
    /// What is known of a cell, in words that follow its name.
    var inWords: String {
        switch self {
        case .number: "是数"
        case .blank: "空白"
        case .notApplicable: "填的是“/”"
        case .unreadable: "读不准"
        case .absent: "文件中没有"
        }
    }

    /// What to do so that the cell can be checked.
    var remedy: String {
        switch self {
        case .number: ""
        case .blank: "没有的填0，有数的补上，再核对一次。"
        case .notApplicable: "没有的填0，再核对一次。"
        case .unreadable: "对照原件核实这几格的数，再核对一次。"
        case .absent: "补全表格，再核对一次。"
        }
    }
}
