internal import Synchronization

/// Bounds how often one address may have documents checked, and how many are checked at a time.
///
/// IPv6 counts by /64, which one subscriber has.
final class UploadLimiter: Sendable {
    private let checks: Allowance
    private let atOnce: Int
    private let atWork = Mutex(0)

    /// - Parameters:
    ///   - perMinute: checks of one address in a minute, at least 1.
    ///   - atOnce: checks of all addresses at a time, at least 1.
    init(perMinute: Int, atOnce: Int) {
        checks = Allowance(perMinute, per: .seconds(60))
        self.atOnce = max(1, atOnce)
    }

    /// Counts a check of an address; false where it has none left.
    ///
    /// - Parameter now: the time since some fixed moment.
    func admits(_ address: String, at now: Duration) -> Bool {
        checks.take(ClientNetwork.name(of: address), at: now) == nil
    }

    /// Takes one of the places for checks under way; false where all are taken. Give it back with `leave`.
    func enter() -> Bool {
        atWork.withLock { atWork in
            guard atWork < atOnce else { return false }
            atWork += 1
            return true
        }
    }

    /// Gives a place back.
    func leave() { atWork.withLock { $0 -= 1 } }
}
