internal import Ledger
internal import Service
internal import Synchronization

/// What applicants did a moment ago, so that a button that is pressed twice does it once.
///
/// Most deeds can be done only once in any case; a message could be entered twice. Two of the same wait for one another. Only
/// digests are held, for some seconds; each server remembers its own.
final class RecentDeeds: Sendable {
    /// How long the same counts as the same click.
    static let time = Duration.seconds(30)

    private final class Stripe: Sendable {
        let done = Mutex<[Digest: Duration]>([:])
    }

    private let stripes = (0..<32).map { _ in Stripe() }

    /// Does something unless the same was done a moment ago.
    ///
    /// - Parameters:
    ///   - digest: by which the same is known.
    ///   - now: the time since some fixed moment.
    ///   - work: does it, and says whether it is done.
    /// - Returns: nil where it was done already.
    func once<Answer: Sendable>(
        _ digest: Digest, at now: Duration, _ work: () throws(ServiceError) -> (answer: Answer, isDone: Bool)
    ) throws(ServiceError) -> Answer? {
        let stripe = stripes[(Int(digest.hex.prefix(2), radix: 16) ?? 0) % stripes.count]
        return try stripe.done.withLock { (done) throws(ServiceError) -> Answer? in
            done = done.filter { now - $0.value < Self.time }
            guard done[digest] == nil else { return nil }
            let (answer, isDone) = try work()
            if isDone { done[digest] = now }
            return answer
        }
    }
}
