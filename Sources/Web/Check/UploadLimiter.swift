internal import Synchronization

/// Bounds how often one address may have documents checked, and how many are checked at a time.
///
/// Each address has a bucket that holds `perMinute` checks and fills again over a minute. IPv6 counts by /64, which one
/// subscriber has.
final class UploadLimiter: Sendable {
    /// Addresses remembered at most; beyond, the ones that have been quiet are forgotten.
    static let addressLimit = 10_000

    private struct Bucket {
        var left: Double
        var at: Duration
    }
    private struct State {
        var buckets: [String: Bucket] = [:]
        var atWork = 0
    }

    private let perMinute: Int
    private let atOnce: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - perMinute: checks of one address in a minute, at least 1.
    ///   - atOnce: checks of all addresses at a time, at least 1.
    init(perMinute: Int, atOnce: Int) {
        self.perMinute = max(1, perMinute)
        self.atOnce = max(1, atOnce)
    }

    /// Counts a check of an address; false where it has none left.
    ///
    /// - Parameter now: the time since some fixed moment.
    func admits(_ address: String, at now: Duration) -> Bool {
        let name = Self.network(of: address)
        return state.withLock { state in
            var bucket = state.buckets[name] ?? Bucket(left: Double(perMinute), at: now)
            bucket.left = min(Double(perMinute), bucket.left + Self.seconds(now - bucket.at) * Double(perMinute) / 60)
            bucket.at = now
            guard bucket.left >= 1 else {
                state.buckets[name] = bucket
                return false
            }
            bucket.left -= 1
            if state.buckets.count >= Self.addressLimit, state.buckets[name] == nil {
                // A bucket untouched for a minute is full again: forgetting it changes nothing.
                state.buckets = state.buckets.filter { Self.seconds(now - $0.value.at) < 60 }
                guard state.buckets.count < Self.addressLimit else { return false }
            }
            state.buckets[name] = bucket
            return true
        }
    }

    /// Takes one of the places for checks under way; false where all are taken. Give it back with `leave`.
    func enter() -> Bool {
        state.withLock { state in
            guard state.atWork < atOnce else { return false }
            state.atWork += 1
            return true
        }
    }

    /// Gives a place back.
    func leave() { state.withLock { $0.atWork -= 1 } }

    private static func seconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return max(0, Double(seconds) + Double(attoseconds) * 1e-18)
    }

    /// An IPv4 address as it is, an IPv6 address by its first four groups.
    static func network(of address: String) -> String {
        guard address.contains(":") else { return address }
        let halves = address.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        var groups = halves[0].split(separator: ":").map(String.init)
        if halves.count == 2 {
            let tail = halves[1].split(separator: ":").count
            groups += Array(repeating: "0", count: max(0, 8 - groups.count - tail))
            groups += halves[1].split(separator: ":").map(String.init)
        }
        return groups.prefix(4).joined(separator: ":")
    }
}
