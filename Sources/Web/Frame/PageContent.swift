internal import Markup

/// What stands between the head and the foot of a page.
struct PageContent: Sendable {
    /// A step of the way to the page; the last one is the page itself.
    struct Crumb: Sendable {
        var label: String
        var path: String?
    }

    /// The title of the browser's window, without the name of the site.
    var title: String
    /// The way here; empty on the first page.
    var crumbs: [Crumb] = []
    /// The main part, without `<main>`.
    var main: HTML
    /// The first page has its own search field and no way here.
    var isHome = false
    /// True where a field of the page offers titles while typing; the page works without it.
    var usesScript = false
    /// The address that the links to other views lead back to.
    var path: String
}
