/// The elements of HTML that mean something to a reader of texts and tables.
enum HTMLTag: Hashable {
    /// Script, style and the like: nothing in it is text.
    case dropped
    /// Rules of a style sheet; of these, what they hide matters.
    case styleSheet
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
    /// Figures of notes and indexes, which are no part of the number beside them.
    case raised, lowered
    /// Text struck out.
    case struck
    /// Everything else runs on within its line.
    case inline

    init(_ name: String) {
        switch name {
        case "script", "noscript", "template", "xml", "textarea", "svg", "math", "iframe", "object", "rt",
            "rp", "audio", "video":
            self = .dropped
        case "style": self = .styleSheet
        case "sup": self = .raised
        case "sub": self = .lowered
        case "del", "s", "strike": self = .struck
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
        case .inline, .raised, .lowered, .struck, .image, .dropped, .styleSheet, .lineBreak: return false
        default: return true
        }
    }
}
