internal import DocumentWriting

/// Which columns of a sheet hold what, found by the headings in one of its first rows.
struct HeaderMatch<Field: RegisterField> {
    /// The row of the headings.
    let row: Int
    /// The columns by their meaning.
    let columns: [Field: Int]
    /// Headings that are not known: their columns are left alone.
    let unknown: [String]

    /// How far down the headings are looked for.
    static var searchedRows: Int { 20 }

    /// Looks for the headings.
    ///
    /// - Returns: nil where no row has two known headings, so that the sheet is no register.
    init?(_ sheet: RegisterSheet, _ mapping: ImportMapping) {
        var names: [String: Field] = [:]
        for field in Field.allCases {
            for heading in field.headings { names[heading.wordKey] = names[heading.wordKey] ?? field }
        }
        for (name, heading) in mapping.columns {
            if let field = Field.allCases.first(where: { $0.heading == name }) { names[heading.wordKey] = field }
        }
        let rows = mapping.headerRow.map { [$0] } ?? sheet.rows.prefix { $0 <= Self.searchedRows }.map { $0 }
        var best: (row: Int, columns: [Field: Int], unknown: [String])?
        for row in rows {
            var columns: [Field: Int] = [:]
            var unknown: [String] = []
            for column in sheet.columns(ofRow: row) {
                // A heading under a heading of several columns: the one further down says more.
                let text = sheet[row, column]?.text ?? ""
                if let field = Self.field(text, names) {
                    columns[field] = columns[field] ?? column
                } else {
                    unknown.append(text)
                }
            }
            if columns.count > best?.columns.count ?? 1 { best = (row, columns, unknown) }
        }
        guard var best else { return nil }
        for (name, letter) in mapping.columns {
            guard let field = Field.allCases.first(where: { $0.heading == name }), let column = Self.column(letter)
            else {
                continue
            }
            best.columns[field] = column
        }
        row = best.row
        columns = best.columns
        unknown = best.unknown
    }

    /// A heading without what stands in brackets behind it: `申请日期（年/月/日）`.
    private static func field(_ text: String, _ names: [String: Field]) -> Field? {
        if let field = names[text.wordKey] { return field }
        guard let bracket = text.firstIndex(where: { $0 == "（" || $0 == "(" }) else { return nil }
        return names[text[..<bracket].wordKey]
    }

    /// The column of one or two capital letters; nil for anything else.
    private static func column(_ letters: String) -> Int? {
        guard (1...2).contains(letters.utf8.count), letters.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            return nil
        }
        return letters.utf8.reduce(0) { $0 * 26 + Int($1) - 0x40 }
    }
}
