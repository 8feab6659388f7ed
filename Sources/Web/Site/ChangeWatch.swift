internal import HTTPCore
internal import Ledger
internal import PageStore
internal import Service
internal import Synchronization

/// What was changed of what is kept, without asking the database for every page.
///
/// What this process writes counts at once. What another program writes, such as an import on the command line, counts
/// after `freshness` at the latest.
final class ChangeWatch: Sendable {
    private struct Known {
        var standing: PageStanding
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

    /// The changes up to now.
    func standing() throws(ServiceError) -> PageStanding {
        // Nil where nobody counts: then each page asks.
        let endedWrites = ledger.endedWrites
        // Both are taken before the question: a write that ends while it is asked is not covered by the answer.
        let now = clock()
        let before = known.withLock { $0 }
        if let before, let endedWrites, before.endedWrites == endedWrites, now - before.at < freshness {
            return before.standing
        }
        let since = before?.standing.now.revision ?? -1
        let changes = try ReadChanges(ledger: ledger).run(since: since)
        return known.withLock { known in
            var standing =
                known?.standing ?? PageStanding(PageMoment(revision: changes.number, era: 0))
            standing.advance(
                to: changes.number, since: since, everywhere: changes.everywhere,
                offices: changes.offices.map { (office: $0.office.folded, number: $0.number) })
            // Who asked later may have been answered earlier.
            let isLater = known.map { $0.at <= now } ?? true
            known = Known(
                standing: standing, at: isLater ? now : known?.at ?? now,
                endedWrites: isLater ? endedWrites ?? 0 : known?.endedWrites ?? 0)
            return standing
        }
    }
}
