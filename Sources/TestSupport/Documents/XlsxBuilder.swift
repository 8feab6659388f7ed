/// Builds small xlsx files, for tests: the parts are written as given, the packaging is the least that counts as xlsx.
public struct XlsxBuilder {
    /// A sheet: its name, what stands inside `worksheet`, and whether it is hidden.
    public struct Sheet {
        var name: String
        var content: String
        var isHidden: Bool
    }
    /// The sheets in order.
    public var sheets: [Sheet] = []
    /// What stands inside `sst`; no part when empty.
    public var strings = ""
    /// What stands inside `styleSheet`; no part when empty.
    public var styles = ""
    /// Written before the root element of each sheet (a document type, for hostile tests).
    public var prolog = ""

    /// A workbook without sheets.
    public init() {}

    /// Adds a sheet; `head` stands before `sheetData`, `rows` inside it, `tail` behind it.
    public mutating func add(
        _ name: String, head: String = "", rows: String, tail: String = "", isHidden: Bool = false
    ) {
        sheets.append(Sheet(name: name, content: "\(head)<sheetData>\(rows)</sheetData>\(tail)", isHidden: isHidden))
    }

    private static let relationSpace = "http://schemas.openxmlformats.org/package/2006/relationships"
    private static let officeSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let mainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    /// The file.
    public func bytes() -> [UInt8] {
        var zip = ZipBuilder()
        var list = ""
        var relations = ""
        for (index, sheet) in sheets.enumerated() {
            let state = sheet.isHidden ? " state=\"hidden\"" : ""
            list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"s\(index)\"/>"
            relations +=
                "<Relationship Id=\"s\(index)\" Type=\"\(Self.officeSpace)/worksheet\" "
                + "Target=\"worksheets/sheet\(index + 1).xml\"/>"
            zip.add(
                "xl/worksheets/sheet\(index + 1).xml",
                "\(prolog)<worksheet xmlns=\"\(Self.mainSpace)\">\(sheet.content)</worksheet>")
        }
        for (name, root, content) in [("sharedStrings", "sst", strings), ("styles", "styleSheet", styles)]
        where !content.isEmpty {
            relations += "<Relationship Id=\"\(name)\" Type=\"\(Self.officeSpace)/\(name)\" Target=\"\(name).xml\"/>"
            zip.add("xl/\(name).xml", "<\(root) xmlns=\"\(Self.mainSpace)\">\(content)</\(root)>")
        }
        zip.add(
            "xl/workbook.xml",
            "<workbook xmlns=\"\(Self.mainSpace)\" xmlns:r=\"\(Self.officeSpace)\"><sheets>\(list)</sheets></workbook>")
        zip.add(
            "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"\(Self.relationSpace)\">\(relations)</Relationships>")
        return zip.bytes()
    }
}
