import Ledger
import Synchronization

/// How far a long work over the ledger has come, on standard error while a person looks at it.
final class PercentLine: Sendable {
    private let what: String
    private let isShown: Bool
    private let last = Mutex(-1)

    /// Shown only where standard error is a terminal.
    ///
    /// - Parameter what: the work, in a few Chinese words.
    init(_ what: String) {
        self.what = what
        isShown = StandardStream.error.isTerminal && environmentValue("TERM") != "dumb"
    }

    /// So much is done; written once a percent.
    func show(_ progress: LedgerProgress) {
        guard isShown, progress.total > 0 else { return }
        let percent = Int(min(progress.done, progress.total) * 100 / progress.total)
        let isNew = last.withLock { last in
            defer { last = percent }
            return last != percent
        }
        if isNew { StandardStream.error.write("\r\u{1B}[2K\(what) \(percent)%（\(progress.done)/\(progress.total)）") }
    }

    /// Wipes the line.
    func finish() {
        if isShown { StandardStream.error.write("\r\u{1B}[2K") }
    }
}
