import Glibc
import HTTPCore
import Synchronization

/// The time a server needs: a steady one for deadlines and the text of the `Date` header, made once a second.
final class ServerClock: Sendable {
    private let date = Mutex<(second: Int64, text: String)>((-1, ""))
    private let read: @Sendable () -> UInt64

    /// The clock of the machine, or one of a test.
    init(_ read: @escaping @Sendable () -> UInt64 = ServerClock.steady) { self.read = read }

    /// Milliseconds since some moment; never steps back.
    var milliseconds: UInt64 { read() }

    /// Milliseconds since some moment before the start of the process; never steps.
    static let steady: @Sendable () -> UInt64 = {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000 + UInt64(time.tv_nsec / 1_000_000)
    }

    /// The `Date` header's value for now.
    var dateHeader: String {
        let second = Int64(time(nil))
        return date.withLock { known in
            if known.second != second { known = (second, HTTPDate.text(secondsSince1970: second)) }
            return known.text
        }
    }
}
