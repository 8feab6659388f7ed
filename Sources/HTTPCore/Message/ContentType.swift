/// The media type of a body as it stands in `Content-Type`.
public struct ContentType: Sendable, Hashable {
    /// The header's value.
    public let text: String

    private init(_ text: String) {
        self.text = text
    }

    /// A page.
    public static let html = ContentType("text/html; charset=utf-8")
    /// Plain text.
    public static let text = ContentType("text/plain; charset=utf-8")
    /// A style sheet.
    public static let css = ContentType("text/css; charset=utf-8")
    /// A script.
    public static let javaScript = ContentType("text/javascript; charset=utf-8")
    /// Comma separated values.
    public static let csv = ContentType("text/csv; charset=utf-8")
    /// Markdown.
    public static let markdown = ContentType("text/markdown; charset=utf-8")
    /// JSON, always UTF-8.
    public static let json = ContentType("application/json")
    /// An error of the API. Source: RFC 9457.
    public static let problem = ContentType("application/problem+json")
    /// XML.
    public static let xml = ContentType("application/xml; charset=utf-8")
    /// A feed. Source: RFC 4287.
    public static let atom = ContentType("application/atom+xml; charset=utf-8")
    /// A vector picture.
    public static let svg = ContentType("image/svg+xml")
    /// A picture.
    public static let png = ContentType("image/png")
    /// A photograph.
    public static let jpeg = ContentType("image/jpeg")
    /// A picture of few colours.
    public static let gif = ContentType("image/gif")
    /// A site's icon.
    public static let icon = ContentType("image/x-icon")
    /// PDF.
    public static let pdf = ContentType("application/pdf")
    /// Word.
    public static let docx = ContentType(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    /// Excel.
    public static let xlsx = ContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    /// A zip archive.
    public static let zip = ContentType("application/zip")
    /// Anything else.
    public static let bytes = ContentType("application/octet-stream")

    /// The same for a text that is not in UTF-8.
    public func encoded(as charset: StaticString) -> ContentType {
        ContentType((text.split(separator: ";").first.map(String.init) ?? text) + "; charset=\(charset)")
    }

    /// The type that goes with a file name's ending; `bytes` when it is not known.
    public init(fileName: String) {
        let ending = fileName.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).last
        self =
            switch ending.map({ String(decoding: $0.map(Headers.lowered), as: UTF8.self) }) {
            case "html", "htm": .html
            case "txt": .text
            case "css": .css
            case "csv": .csv
            case "md": .markdown
            case "json": .json
            case "xml": .xml
            case "svg": .svg
            case "png": .png
            case "jpg", "jpeg": .jpeg
            case "gif": .gif
            case "ico": .icon
            case "pdf": .pdf
            case "docx": .docx
            case "xlsx": .xlsx
            case "zip": .zip
            default: .bytes
            }
    }
}
