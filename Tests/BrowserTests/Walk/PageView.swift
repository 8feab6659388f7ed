/// A way in which visitors see the pages.
enum PageView: String, CaseIterable {
    case standard
    case elder
    case contrast
    case elderContrast = "elder-contrast"
    case english

    /// What the address that changes views is asked for.
    var query: String {
        switch self {
        case .standard: "view=standard&contrast=normal&lang=zh"
        case .elder: "view=elder&contrast=normal&lang=zh"
        case .contrast: "view=standard&contrast=high&lang=zh"
        case .elderContrast: "view=elder&contrast=high&lang=zh"
        case .english: "view=standard&contrast=normal&lang=en"
        }
    }

    /// The cookies that a browser holds then.
    var cookies: String { query.replacing("&", with: "; ") }
}
