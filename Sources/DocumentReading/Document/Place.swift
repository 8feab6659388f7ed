/// Where a piece of text stands in its document. Every number counts from 1.
public struct Place: Sendable, Hashable, CustomStringConvertible {
    /// The page of a pdf.
    public var page: Int?
    /// The sheet of a workbook, by name.
    public var sheet: String?
    /// The table, counted over the document.
    public var table: Int?
    /// The row within the table, or of the sheet.
    public var row: Int?
    /// The line of a text file, or the paragraph of another document.
    public var line: Int?

    /// A place.
    public init(page: Int? = nil, sheet: String? = nil, table: Int? = nil, row: Int? = nil, line: Int? = nil) {
        self.page = page
        self.sheet = sheet
        self.table = table
        self.row = row
        self.line = line
    }

    /// The place in words: 第3页 表2 第5行.
    public var description: String {
        // Most pieces of a report stand in lines of a text or rows of a table: no list of parts for those.
        if page == nil, sheet == nil {
            if let line, table == nil, row == nil { return "第\(line)行" }
            if let table, let row, line == nil { return "表\(table) 第\(row)行" }
        }
        var parts: [String] = []
        if let page { parts.append("第\(page)页") }
        if let sheet { parts.append("工作表“\(sheet)”") }
        if let table { parts.append("表\(table)") }
        if let row { parts.append("第\(row)行") }
        if let line { parts.append(table == nil ? "第\(line)行" : "第\(line)段") }
        return parts.joined(separator: " ")
    }
}
