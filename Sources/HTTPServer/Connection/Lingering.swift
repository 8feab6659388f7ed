import Glibc
import Synchronization

/// Sockets of clients whose body was refused and who still send it.
///
/// Closing such a socket at once would reset it, and a browser would then show "connection reset" in place of our
/// sentence about the size. So a copy of the descriptor stays open while the rest of the body is thrown away, within
/// bounds of time, bytes and number.
final class Lingering: Sendable {
    private struct Entry {
        var socket: Int32
        var until: UInt64
        var bytesLeft: Int
    }

    /// At most so many at a time; others are closed at once.
    static let limit = 64
    private let entries = Mutex<[Entry]>([])
    private let milliseconds: UInt64
    private let bytes: Int
    private let clock: ServerClock

    init(settings: ServerSettings, clock: ServerClock) {
        self.clock = clock
        milliseconds = settings.lingerDeadline.milliseconds
        bytes = settings.lingerBytes
    }

    /// The sockets to wait on.
    var sockets: [Int32] { entries.withLock { $0.map(\.socket) } }

    /// Keeps a copy of a socket that is about to be closed.
    func keep(_ socket: Int32) {
        entries.withLock { entries in
            guard entries.count < Self.limit, milliseconds > 0 else { return }
            let copy = fcntl(socket, F_DUPFD_CLOEXEC, 0)
            guard copy >= 0 else { return }
            shutdown(copy, Int32(SHUT_WR))
            entries.append(Entry(socket: copy, until: clock.milliseconds + milliseconds, bytesLeft: bytes))
        }
    }

    /// Throws away what has come, and closes what is at its end or over its bounds.
    func sweep(at now: UInt64) {
        entries.withLock { entries in
            var kept: [Entry] = []
            for var entry in entries {
                if Self.receive(&entry) || entry.until <= now {
                    close(entry.socket)
                } else {
                    kept.append(entry)
                }
            }
            entries = kept
        }
    }

    /// Closes all.
    func closeAll() {
        entries.withLock { entries in
            for entry in entries { close(entry.socket) }
            entries = []
        }
    }

    /// Whether the client has finished or gone.
    private static func receive(_ entry: inout Entry) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { buffer in
            while entry.bytesLeft > 0 {
                let count = recv(entry.socket, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
                if count == 0 { return true }
                if count < 0 { return errno != EAGAIN && errno != EINTR }
                entry.bytesLeft -= count
            }
            return true
        }
    }
}
