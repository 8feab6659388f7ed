internal import HTTPCore
internal import Synchronization

/// Counts answered requests by the first digit of their status, and how long they took. Nothing about who asked, or what.
public final class RequestTally: Sendable {
    /// What was counted so far.
    public struct Counts: Sendable, Hashable {
        /// Answered requests by the first digit of the status, 1 to 5.
        public fileprivate(set) var byClass: [Int: Int] = [:]
        /// Requests that took at most as many milliseconds as `bounds` says at the same place; each is in one place only.
        public fileprivate(set) var byTime = [Int](repeating: 0, count: RequestTally.bounds.count)
        /// Requests that took longer than the last bound.
        public fileprivate(set) var slower = 0
        /// Time of all requests together, in microseconds.
        public fileprivate(set) var microseconds = 0

        /// All answered requests.
        public var total: Int { byTime.reduce(slower, +) }
    }

    /// Milliseconds.
    public static let bounds = [5, 25, 100, 500, 2_500, 10_000]

    private let state = Mutex(Counts())

    /// Nothing counted yet.
    public init() {}

    /// What was counted so far.
    public var counts: Counts { state.withLock { $0 } }

    /// Counts a request.
    public func add(_ request: AnsweredRequest) { add(status: request.status, duration: request.duration) }

    func add(status: Status, duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let microseconds = Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
        state.withLock { counts in
            counts.byClass[status.code / 100, default: 0] += 1
            counts.microseconds += microseconds
            if let place = Self.bounds.firstIndex(where: { microseconds <= $0 * 1_000 }) {
                counts.byTime[place] += 1
            } else {
                counts.slower += 1
            }
        }
    }
}
