import Glibc
import Ledger
import Synchronization

/// The clock of the machine: the only place of the program that asks what time it is.
enum WallClock {
    /// Now.
    static func now() -> Moment {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Moment(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// Now as the log writes it: `2026-01-14T08:30:00.123Z`.
    static func timestamp() -> String { timestamp(of: now()) }

    /// A moment as the log writes it.
    static func timestamp(of moment: Moment) -> String {
        let milliseconds = moment.milliseconds
        let (second, fraction) = (milliseconds / 1_000, milliseconds % 1_000)
        let begin = written.withLock { written in
            if written.second != second { written = (second, text(ofSecond: second)) }
            return written.text
        }
        return begin + digits(fraction, 3) + "Z"
    }

    /// The last second that was written, with its text up to the point: the same for all lines of that second.
    private static let written = Mutex<(second: Int64, text: String)>((.min, ""))

    private static func text(ofSecond second: Int64) -> String {
        var seconds = time_t(second)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        return "\(digits(parts.tm_year + 1_900, 4))-\(digits(parts.tm_mon + 1, 2))-\(digits(parts.tm_mday, 2))T"
            + "\(digits(parts.tm_hour, 2)):\(digits(parts.tm_min, 2)):\(digits(parts.tm_sec, 2))."
    }

    private static func digits(_ number: some BinaryInteger, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
}
