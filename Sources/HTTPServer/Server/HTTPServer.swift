import CMicrohttpd
import Glibc
public import HTTPCore
import Synchronization

/// An HTTP/1.1 server over libmicrohttpd: epoll and a pool of threads, with limits and deadlines of its own.
///
/// ```swift
/// let server = try HTTPServer(settings: settings, responder: router)
/// print(server.url)
/// // … wait for TERM …
/// server.stop()
/// ```
///
/// Every answer carries `Date` and `X-Request-Id`; none carries `Server`. The few answers the library gives itself, to
/// what is no HTTP at all, carry neither.
public final class HTTPServer: Sendable {
    /// Where it listens, with the port the system chose.
    public let address: ListenAddress
    private let core: ServerCore
    private let sweeper: Sweeper
    private let daemon: Mutex<OpaquePointer?>

    /// Starts to listen and to serve.
    ///
    /// Threads inherit the signal mask of the caller: a program that waits for TERM blocks it first.
    ///
    /// - Parameter reserved: an address that was taken before; nil takes that of the settings.
    /// - Throws: `ServerError` when a setting is out of range, the address cannot be listened on, or the system has no
    ///   descriptors or threads left.
    public convenience init(
        settings: ServerSettings = ServerSettings(), on reserved: ReservedAddress? = nil, responder: any Responder,
        observe: RequestObserver? = nil
    ) throws(ServerError) {
        try self.init(settings: settings, on: reserved, clock: ServerClock(), responder: responder, observe: observe)
    }

    /// The same with a clock for the deadlines.
    init(
        settings: ServerSettings, on reserved: ReservedAddress? = nil, clock: ServerClock, responder: any Responder,
        observe: RequestObserver? = nil
    ) throws(ServerError) {
        if let name = settings.firstOutOfRange { throw ServerError(.badSetting, address: name) }
        let listening: ListeningSocket
        if let reserved {
            listening = try ListeningSocket(reserved)
        } else {
            listening = try ListeningSocket(try ReservedAddress(settings.address))
        }
        address = listening.address
        guard let wake = Pipe(), let drained = Pipe() else {
            let number = errno
            close(listening.descriptor)
            throw ServerError(.systemRefused, address: settings.address.description, systemError: number)
        }
        let core = ServerCore(
            settings: settings, responder: responder, wake: wake, drained: drained, clock: clock, observe: observe)
        self.core = core
        sweeper = Sweeper(
            table: core.table, lingering: core.lingering, wake: wake, clock: clock, settings: settings,
            sayOverdue: { core.overdueBytes($0, $1) })
        guard sweeper.start(), let started = Self.start(core, on: listening.descriptor) else {
            let number = errno
            sweeper.stop()
            close(listening.descriptor)
            throw ServerError(.systemRefused, address: settings.address.description, systemError: number)
        }
        daemon = Mutex(started)
    }

    deinit {
        stop()
    }

    /// The address of the first page.
    public var url: String { "http://\(address)/" }

    /// Connections now.
    public var connections: Int { core.table.count }

    /// Requests under way now.
    public var activeRequests: Int { core.activeRequests }

    /// Bytes of all request bodies in memory now.
    public var bodyBytesInFlight: Int { core.bodyBytesInFlight }

    /// Stops: no new connection is taken, requests under way are answered up to `drainDeadline`, then all connections
    /// are closed. A handler that is still at work then is waited for. Calling it again does nothing.
    public func stop() {
        let running = daemon.withLock { daemon in
            defer { daemon = nil }
            return daemon
        }
        guard let running else { return }
        core.beginDraining()
        let listening = MHD_quiesce_daemon(running)
        if listening >= 0 { close(listening) }
        let end = core.clock.milliseconds + core.settings.drainDeadline.milliseconds
        while core.activeRequests > 0 {
            let now = core.clock.milliseconds
            guard now < end, core.drained.wait(milliseconds: end - now) else { break }
        }
        MHD_stop_daemon(running)
        sweeper.stop()
    }

    private static func start(_ core: ServerCore, on socket: Int32) -> OpaquePointer? {
        let settings = core.settings
        // The library's own limit stands a little above ours, so that the client over the limit can be told; its
        // buffer above ours, so that too large headers get our answer.
        return gongkai_mhd_start(
            socket, UInt32(settings.workerThreads), UInt32(settings.connectionLimit + settings.workerThreads + 64),
            settings.maximumHeaderBytes + (16 << 10), 16 << 10, Unmanaged.passUnretained(core).toOpaque(),
            LibraryCallbacks.request, LibraryCallbacks.completed, LibraryCallbacks.connection, LibraryCallbacks.target,
            LibraryCallbacks.unescape)
    }
}
