internal import AnnualReport
internal import HTTPCore
internal import Ledger
internal import Service

/// What the explorer found for a request: the same for the page and for every download of it.
struct Exploration: Sendable {
    /// What there is to show.
    enum Content: Sendable {
        case comparison(Comparison)
        case findings([MapFindings.Line])
    }

    let query: ExploreQuery
    let list: ListReports.Answer
    let settings: SiteSettings
    /// nil where the request has something wrong.
    let content: Content?

    /// Asks the ledger.
    init(_ site: SiteContext, _ request: Request) throws(ServiceError) {
        let list = try ListReports(ledger: site.ledger).run()
        let query = ExploreQuery(request.query, list: list, settings: site.settings)
        self.list = list
        self.query = query
        settings = site.settings
        guard query.problems.isEmpty else {
            content = nil
            return
        }
        let compare = CompareReports(ledger: site.ledger, shelf: site.shelf)
        let (offices, years) = (query.offices, query.years)
        switch query.view {
        case .requests, .results, .appeals:
            content = .comparison(try compare.run(query.view.measures, offices: offices, years: years))
        case .cell:
            content = .comparison(try compare.run(query.cell.map { [$0] } ?? [], offices: offices, years: years))
        case .channels: content = .comparison(try compare.channels(offices: offices, years: years))
        case .days: content = .comparison(try compare.answerDays(offices: offices, years: years))
        case .findings:
            content = .findings(try MapFindings(ledger: site.ledger).run(offices: offices, years: years))
        }
    }

    /// What is shown, in words: the cell itself where one was chosen.
    func title(_ t: Wording) -> String {
        switch content {
        case .comparison(let comparison) where query.view == .cell:
            comparison.measures.first.map { t($0.label, $0.english) } ?? query.view.label(t)
        default: query.view.label(t)
        }
    }
}
