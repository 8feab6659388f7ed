public import AnnualReport
internal import Database
public import Ledger
internal import Synchronization

/// The figures of reports, kept in memory: a version of a report never changes, so what is kept never grows stale.
public final class FigureShelf: Sendable {
    private struct Key: Hashable {
        var office: AgencyCode
        var year: ReportYear
        var version: Int
    }
    private struct State {
        var figures: [Key: ReportFigures] = [:]
        var order: [Key] = []
    }

    private let ledger: Ledger
    private let limit: Int
    private let state = Mutex(State())

    /// A shelf.
    ///
    /// - Parameter limit: reports kept, about two kilobytes each; 0 keeps none.
    public init(ledger: Ledger, limit: Int) {
        self.ledger = ledger
        self.limit = limit
    }

    /// How many reports are kept now.
    public var count: Int { state.withLock { $0.figures.count } }

    /// The figures of the reports that some standings name, in their order.
    public func figures(of standings: [ReportStanding]) throws(ServiceError) -> [ReportFigures?] {
        let keys = standings.map { Key(office: $0.office, year: $0.year, version: $0.version) }
        var found = state.withLock { state in keys.map { state.figures[$0] } }
        let missing = keys.indices.filter { found[$0] == nil }
        guard !missing.isEmpty else { return found }
        var texts: [(Int, [UInt8])] = []
        try inDatabase { () throws(DatabaseError) in
            try ledger.reports.texts(of: missing.map { (keys[$0].office, keys[$0].year, keys[$0].version) }) {
                texts.append((missing[$0], $1))
            }
        }
        for (place, json) in texts { found[place] = ReportFigures(try storedReport(json)) }
        state.withLock { state in
            for place in missing {
                guard let figures = found[place], state.figures.updateValue(figures, forKey: keys[place]) == nil else {
                    continue
                }
                state.order.append(keys[place])
            }
            // The ones kept longest go first.
            let surplus = state.order.count - limit
            guard surplus > 0 else { return }
            for key in state.order.prefix(surplus) { state.figures[key] = nil }
            state.order.removeFirst(surplus)
        }
        return found
    }
}
