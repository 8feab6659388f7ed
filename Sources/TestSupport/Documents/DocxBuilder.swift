/// Builds small docx files, for tests: the parts are written as given, the packaging is the least that counts as docx.
public struct DocxBuilder {
    /// What stands inside `w:body`.
    public var body: String
    /// What stands inside `w:styles`; no styles part when empty.
    public var styles = ""
    /// What stands inside `w:numbering`; no numbering part when empty.
    public var numbering = ""
    /// Written before the root element of the main part (a document type, for hostile tests).
    public var prolog = ""

    /// A document with that body.
    public init(body: String) { self.body = body }

    private static let spaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
        + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
        + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
        + " xmlns:v=\"urn:schemas-microsoft-com:vml\""
        + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    private static let relationSpace = "http://schemas.openxmlformats.org/package/2006/relationships"
    private static let officeSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// The parts as a zip that can be added to.
    public func zip() -> ZipBuilder {
        var zip = ZipBuilder()
        zip.add(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
        zip.add(
            "_rels/.rels",
            "<Relationships xmlns=\"\(Self.relationSpace)\"><Relationship Id=\"r1\" "
                + "Type=\"\(Self.officeSpace)/officeDocument\" Target=\"word/document.xml\"/></Relationships>")
        zip.add(
            "word/_rels/document.xml.rels",
            "<Relationships xmlns=\"\(Self.relationSpace)\">"
                + "<Relationship Id=\"r1\" Type=\"\(Self.officeSpace)/styles\" Target=\"styles.xml\"/>"
                + "<Relationship Id=\"r2\" Type=\"\(Self.officeSpace)/numbering\" Target=\"numbering.xml\"/>"
                + "</Relationships>")
        zip.add(
            "word/document.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\(prolog)"
                + "<w:document \(Self.spaces)><w:body>\(body)</w:body></w:document>")
        if !styles.isEmpty { zip.add("word/styles.xml", "<w:styles \(Self.spaces)>\(styles)</w:styles>") }
        if !numbering.isEmpty {
            zip.add("word/numbering.xml", "<w:numbering \(Self.spaces)>\(numbering)</w:numbering>")
        }
        return zip
    }

    /// The file.
    public func bytes() -> [UInt8] { zip().bytes() }

    /// A paragraph of plain text; `properties` stand inside `w:pPr`.
    public static func paragraph(_ text: String, properties: String = "") -> String {
        let head = properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>"
        return "<w:p>\(head)<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
    }

    /// A cell; `properties` stand inside `w:tcPr`.
    public static func cell(_ text: String, properties: String = "") -> String {
        "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
    }

    /// A table of rows of ready cells.
    public static func table(_ rows: [[String]]) -> String {
        "<w:tbl><w:tblPr/>" + rows.map { "<w:tr>" + $0.joined() + "</w:tr>" }.joined() + "</w:tbl>"
    }
}
