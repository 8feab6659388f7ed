/// What a column of the form may hold.
public enum ColumnKind: String, Sendable, Hashable {
    /// A whole number, zero or more (件, 项).
    case count
    /// A whole number with its sign (本年增/减).
    case change
    /// A decimal number, zero or more (an amount of money).
    case amount
}

/// What a row of the form is.
public enum RowKind: String, Sendable, Hashable {
    /// Numbers entered as they are.
    case input
    /// One result of a request; the leaves add up to （七）总计.
    case leaf
    /// A label over other rows, without numbers of its own.
    case group
    /// The sum of the leaves.
    case total
}

/// One row of a table of the form.
public struct FormRow: Sendable, Hashable {
    /// Stable id, the middle part of a cell's address.
    public let id: String
    /// The label exactly as the form prints it; empty for the one row of table four.
    public let label: String
    /// What the row is.
    public let kind: RowKind
    /// 1 for 一、二、三、四, 2 for （一）…（七）, 3 for the numbered leaves.
    public let level: Int
    /// The id of the group the row stands under.
    public let parent: String?
    /// The articles of the Regulation the row rests on, in Chinese; nil where no text says so.
    public let article: String?
    /// A short English name; without the row above it, it still says what the row is.
    public let english: String
}

/// One column of a table of the form.
public struct FormColumn: Sendable, Hashable {
    /// Stable id, the last part of a cell's address.
    public let id: String
    /// The label exactly as the form prints it.
    public let label: String
    /// What the column may hold.
    public let kind: ColumnKind
    /// The unit where the form fixes one (万元).
    public let unit: String?
    /// The headings above the label, outermost first.
    public let groups: [String]
    /// A short English name, with what the groups say.
    public let english: String
}

/// One table of the form.
public struct FormTable: Sendable, Hashable {
    /// The table of section three.
    public static let applications = "t3_applications"
    /// The table of section four.
    public static let reviewLitigation = "t4_review_litigation"
    /// （六）其他处理 as the form of 2019 has it.
    static let otherHandling2019: Set<String> = ["other"]
    /// （六）其他处理 as the form of 2021 has it.
    static let otherHandling2021: Set<String> = ["other_no_correction", "other_fee_unpaid", "other_other"]

    /// Stable id, the first part of a cell's address.
    public let id: String
    /// The section of the report it stands in, 2 to 4.
    public let section: Int
    /// Its caption (第二十条第（一）项 …).
    public let caption: String
    /// A short English name.
    public let english: String
    /// The rows in printed order, groups included.
    public let rows: [FormRow]
    /// The columns in printed order.
    public let columns: [FormColumn]

    /// Reads the data of a form.
    static func parse(_ text: String) -> [FormTable] {
        var tables: [FormTable] = []
        var head: [Substring] = []
        var rows: [FormRow] = []
        var columns: [FormColumn] = []
        func optional(_ field: Substring) -> String? { field == "-" ? nil : String(field) }
        func finish() {
            guard head.count == 5, let section = Int(head[2]) else { return }
            tables.append(
                FormTable(
                    id: String(head[1]), section: section, caption: String(head[3]), english: String(head[4]),
                    rows: rows, columns: columns))
            rows = []
            columns = []
        }
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            switch fields[0] {
            case "table":
                finish()
                head = fields
            case "row":
                rows.append(
                    FormRow(
                        id: String(fields[1]), label: String(fields[2]),
                        kind: RowKind(rawValue: String(fields[3])) ?? .input,
                        level: Int(fields[4]) ?? 1, parent: optional(fields[5]), article: optional(fields[6]),
                        english: String(fields[7])))
            default:
                columns.append(
                    FormColumn(
                        id: String(fields[1]), label: String(fields[2]),
                        kind: ColumnKind(rawValue: String(fields[3])) ?? .count, unit: optional(fields[4]),
                        groups: optional(fields[5])?.split(separator: "/").map(String.init) ?? [],
                        english: String(fields[6])))
            }
        }
        finish()
        return tables
    }

    /// The same table with the rows of another edition's （六）其他处理 before （七）总计.
    func adding(otherHandlingOf foreign: FormTable) -> FormTable {
        let known = Set(rows.map(\.id))
        let extra = foreign.rows.filter {
            !known.contains($0.id)
                && (Self.otherHandling2019.contains($0.id) || Self.otherHandling2021.contains($0.id))
        }
        var all = rows
        // The 2021 form has `other` as a group: in the mixed form the single row carries numbers, so the group goes.
        if extra.isEmpty, let own = all.firstIndex(where: { $0.id == "other" }),
            let single = foreign.rows.first(where: { $0.id == "other" })
        {
            all[own] = single
        } else if let place = all.firstIndex(where: { $0.kind == .total }) {
            all.insert(contentsOf: extra, at: place)
        }
        return FormTable(id: id, section: section, caption: caption, english: english, rows: all, columns: columns)
    }
}

/// One cell of the form: where it stands and what it may hold.
public struct FormCell: Sendable, Hashable {
    /// Its stable address.
    public let address: CellAddress
    /// Index into `StatutoryForm.tables`.
    public let table: Int
    /// Index into the table's rows.
    public let row: Int
    /// Index into the table's columns.
    public let column: Int
    /// What the cell may hold.
    public let kind: ColumnKind
}
