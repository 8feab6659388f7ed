import Glibc
import HTTPCore

/// One client connection. It lives from the library's notice of its begin to that of its end.
///
/// `@unchecked`: `exchange`, `lingers` and `hasServed` are touched only by the worker thread that owns the connection
/// (or by the stopping thread after the workers have been joined), `endSeen` only by the sweeper; `awaited` is written by the worker
/// before it enters the phase of the body, and read by the sweeper once it has ended that phase, each through the
/// atomic word of `deadline`; everything else is constant or atomic.
final class Connection: @unchecked Sendable {
    /// The socket. It is closed by the library only after the notice of the end.
    let socket: Int32
    /// The client's numeric address.
    let client: ClientAddress
    /// What it does and until when.
    let deadline: Deadline
    /// The request under way.
    var exchange: Exchange?
    /// What is said, and of which request, where the body that is awaited does not come in time.
    var awaited: Refusal?
    /// Whether the rest of what the client sends is to be thrown away after the end, so that it can read our refusal.
    var lingers = false
    /// Whether a request was answered on it before.
    var hasServed = false

    /// The word of the deadline when the sweeper last found that the client has closed.
    private var endSeen: UInt64?

    init(socket: Int32, client: ClientAddress, headerDeadline: UInt64) {
        self.socket = socket
        self.client = client
        deadline = Deadline(.head, at: headerDeadline)
    }

    /// Whether the client has closed while something is awaited from it, found twice in a row.
    ///
    /// The library reads from an edge-triggered descriptor and stops at a short read, so an end that came together
    /// with data never wakes it again. Asking twice leaves it time for what it has read already.
    func isAbandoned() -> Bool {
        guard let word = deadline.awaiting, isAtEnd() else {
            endSeen = nil
            return false
        }
        defer { endSeen = word }
        return endSeen == word && deadline.cut(ifStill: word)
    }

    private func isAtEnd() -> Bool {
        var byte: UInt8 = 0
        return recv(socket, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) == 0
    }

    /// Sends what fits into the socket at once and ends both directions. What the library has under way on this
    /// connection fails then, and it closes the socket.
    func end(saying bytes: [UInt8] = []) {
        say(bytes)
        shutdown(socket, Int32(SHUT_RDWR))
    }

    /// Sends what fits into the socket at once.
    func say(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        _ = bytes.withUnsafeBytes {
            send(socket, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT | MSG_NOSIGNAL))
        }
    }
}
