internal import Synchronization

/// Bounds how often somebody may do something: a bucket for each name, which holds `count` and fills again over `window`.
final class Allowance: Sendable {
    /// Names remembered at most; beyond, the ones that have been quiet are forgotten.
    static let nameLimit = 10_000

    private struct Bucket {
        var left: Double
        var at: Duration
    }

    private let count: Int
    private let window: Double
    private let buckets = Mutex<[String: Bucket]>([:])

    /// - Parameters:
    ///   - count: how often in a window, at least 1.
    ///   - window: how long a bucket takes to fill, above zero.
    init(_ count: Int, per window: Duration) {
        self.count = max(1, count)
        self.window = max(1, Self.seconds(window))
    }

    /// Takes one; nil when it was there, else how long until the next.
    ///
    /// - Parameter now: the time since some fixed moment.
    func take(_ name: String, at now: Duration) -> Duration? {
        buckets.withLock { buckets in
            var bucket = buckets[name] ?? Bucket(left: Double(count), at: now)
            bucket.left = min(Double(count), bucket.left + Self.seconds(now - bucket.at) * Double(count) / window)
            bucket.at = now
            guard bucket.left >= 1 else {
                buckets[name] = bucket
                return .seconds((1 - bucket.left) * window / Double(count))
            }
            bucket.left -= 1
            if buckets.count >= Self.nameLimit, buckets[name] == nil {
                // A bucket untouched for a window is full again: forgetting it changes nothing.
                buckets = buckets.filter { Self.seconds(now - $0.value.at) < window }
                guard buckets.count < Self.nameLimit else { return .seconds(window) }
            }
            buckets[name] = bucket
            return nil
        }
    }

    /// Gives back one that was taken for what turns out not to count.
    func giveBack(_ name: String) {
        buckets.withLock { buckets in
            guard let left = buckets[name]?.left else { return }
            buckets[name]?.left = min(Double(count), left + 1)
        }
    }

    private static func seconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return max(0, Double(seconds) + Double(attoseconds) * 1e-18)
    }
}

/// The network of an address, as limits count it.
enum ClientNetwork {
    /// An IPv4 address as it is, an IPv6 address by its first four groups, which one subscriber has.
    static func name(of address: String) -> String {
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
