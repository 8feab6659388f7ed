internal import Ledger
internal import Service
internal import Synchronization

/// How often what is kept was changed, without asking the database for every page.
///
/// What this process writes counts at once. What another program writes, such as an import on the command line, counts
/// after `freshness` at the latest.
final class RevisionWatch: Sendable {
    private struct Known {
        var number: Int64
        var at: Duration
        var endedWrites: UInt64
    }

    private let ledger: Ledger
    private let freshness: Duration
    private let clock: Site.Clock
    private let known = Mutex<Known?>(nil)

    init(ledger: Ledger, freshness: Duration, clock: @escaping Site.Clock) {
        self.ledger = ledger
        self.freshness = freshness
        self.clock = clock
    }

    /// The number.
    func number() throws(ServiceError) -> Int64 {
        guard let endedWrites = ledger.endedWrites else { return try ReadRevision(ledger: ledger).run() }
        // Both are taken before the question: a write that ends while it is asked is not covered by the answer.
        let now = clock()
        if let known = known.withLock({ $0 }), known.endedWrites == endedWrites, now - known.at < freshness {
            return known.number
        }
        let number = try ReadRevision(ledger: ledger).run()
        known.withLock { known in
            // Who asked later may have been answered earlier.
            if known.map({ $0.at <= now }) ?? true {
                known = Known(number: number, at: now, endedWrites: endedWrites)
            }
        }
        return number
    }
}
