/// Until when a body may come, or an answer may be sent: as long as each stretch of time brings its quota of bytes, and never
/// beyond an absolute end.
///
/// A line that is slow but does its best goes on; a client that sends a byte now and then is cut after the first stretch, and one
/// that sends much at once and then stalls, a stretch after its last quota: what was sent too early counts for nothing later.
///
/// With a stretch of 120 s and 8 KiB/s the quota is 960 KiB. A body of that size or less has 120 s and no more.
struct TransferPace {
    /// How many bytes a stretch must bring, at least 1.
    let quota: Int
    private let stretch: UInt64
    private let first: UInt64
    private let end: UInt64
    /// The bytes that this stretch still has to bring.
    private var missing: Int
    /// When it is over, in milliseconds of the server's clock.
    private(set) var deadline: UInt64

    /// A transfer that begins at a moment.
    init(from begin: UInt64, stretch: Duration, bytesPerSecond: Int, longest: Duration) {
        self.stretch = stretch.milliseconds
        let (bytes, isTooMany) = Int(clamping: self.stretch).multipliedReportingOverflow(by: bytesPerSecond)
        quota = isTooMany ? .max : max(1, bytes / 1_000)
        missing = quota
        end = Self.sum(begin, longest.milliseconds)
        first = min(Self.sum(begin, self.stretch), end)
        deadline = first
    }

    /// True once the first stretch is over: it goes on because it keeps its pace.
    func isSlow(at now: UInt64) -> Bool { now >= first }

    /// Counts bytes that came or left.
    ///
    /// - Returns: the new deadline, where the quota is full with them; nil while the old one holds.
    mutating func passed(_ bytes: Int, at now: UInt64) -> UInt64? {
        guard bytes < missing else {
            missing = quota
            deadline = min(Self.sum(now, stretch), end)
            return deadline
        }
        missing -= bytes
        return nil
    }

    private static func sum(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let (sum, isTooLarge) = a.addingReportingOverflow(b)
        // The deadline of a connection has three bits less.
        return isTooLarge ? .max >> 3 : min(sum, .max >> 3)
    }
}
