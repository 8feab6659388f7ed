/// The entries of the site that stand on every page and on the pages of offices, where the site has them.
///
/// A test compares each with the routes of the site: whoever adds or removes a route changes it here.
enum SiteEntries {
    /// Search over items and their files, under `/search`.
    static let hasSearch = true
    /// Applying, under `/requests/new`.
    static let hasApplication = false
    /// Following an application, under `/requests/track`.
    static let hasTracking = false
    /// The description of the interface, under `/openapi.json`.
    static let hasInterface = false

    /// Where the search field of every page sends to.
    static let searchPath = hasSearch ? "/search" : "/reports"

    /// The form of application to an office.
    static func application(to office: String) -> String { "/requests/new?agency=\(office)" }
}
