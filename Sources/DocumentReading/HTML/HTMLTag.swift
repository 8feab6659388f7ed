/// The elements of HTML that mean something to a reader of texts and tables.
enum HTMLTag: Hashable {
    /// Script, style and the like: nothing in it is text.
    case dropped
    /// A paragraph; empty ones count as blank lines.
    case paragraph
    case heading
    /// Any other element that begins and ends a line.
    case block
    case lineBreak
    case preformatted
    case title
    case table, row, cell, rowGroup
    case image
    /// Everything else runs on within its line.
    case inline

    init(_ name: String) {
        switch name {
        case "script", "style", "noscript", "template", "xml", "textarea", "svg", "math", "iframe", "object", "rt",
            "rp", "audio", "video":
            self = .dropped
        case "p": self = .paragraph
        case "h1", "h2", "h3", "h4", "h5", "h6": self = .heading
        case "div", "ul", "ol", "li", "dl", "dt", "dd", "section", "article", "header", "footer", "nav", "aside",
            "main", "form", "fieldset", "legend", "center", "blockquote", "address", "figure", "figcaption", "hr",
            "option", "body", "html", "head", "caption", "details", "summary", "select":
            self = .block
        case "br": self = .lineBreak
        case "pre", "listing", "xmp", "plaintext": self = .preformatted
        case "title": self = .title
        case "table": self = .table
        case "tr": self = .row
        case "td", "th": self = .cell
        case "thead", "tbody", "tfoot": self = .rowGroup
        case "img": self = .image
        default: self = .inline
        }
    }

    /// Whether the element begins and ends a line.
    var breaksLine: Bool {
        switch self {
        case .inline, .image, .dropped, .lineBreak: return false
        default: return true
        }
    }
}
