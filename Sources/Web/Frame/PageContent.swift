internal import Markup

/// What stands between the head and the foot of a page.
struct PageContent: Sendable {
    /// A step of the way to the page; the last one is the page itself.
    struct Crumb: Sendable {
        var label: String
        var path: String?
        /// True for a name that is Chinese on English pages too: of an office, an item, a letter.
        var isName = false
    }

    /// A feed that a page leads to.
    struct Feed: Sendable {
        var title: String
        var path: String
    }

    /// The title of the browser's window, without the name of the site.
    var title: String
    /// The way here; empty on the first page.
    var crumbs: [Crumb] = []
    /// The main part, without `<main>`.
    var main: HTML
    /// The first page has its own search field and no way here.
    var isHome = false
    /// True where the page is easier with the script of the site: titles while typing, a proof in the place of a wait. It
    /// works without it.
    var usesScript = false
    /// The address that the links to other views lead back to.
    var path: String
    /// What the META tags of the government site norm say.
    var meta = PageMeta()
    /// The feed of what the page lists.
    var feed: Feed?
    /// The permanent address of what the page shows, where it can be reached under others too.
    var canonical: String?
    /// True for pages that search engines should leave out: results, forms, single visitors.
    var isUnlisted = false
}
