import Glibc
import Synchronization

/// The thread that ends what is over its time.
///
/// libmicrohttpd counts inactivity only, so a client that sends a byte a second would hold its connection for ever.
/// Here every phase of a connection has an end, which only a body or an answer that keeps its pace moves on (`TransferPace`). A connection past it is shut down with `shutdown(2)`, which
/// wakes the library's own thread; that thread then closes the socket as if the client had gone. Nothing of the
/// library is called from here.
final class Sweeper: Sendable {
    private let table: ConnectionTable
    private let lingering: Lingering
    private let wake: Pipe
    private let clock: ServerClock
    private let tick: UInt64
    private let sayOverdue: @Sendable (ConnectionPhase, Connection) -> [UInt8]
    private let isStopping = Atomic(false)
    private let thread = Mutex<pthread_t?>(nil)

    init(
        table: ConnectionTable, lingering: Lingering, wake: Pipe, clock: ServerClock, settings: ServerSettings,
        sayOverdue: @escaping @Sendable (ConnectionPhase, Connection) -> [UInt8]
    ) {
        self.table = table
        self.lingering = lingering
        self.wake = wake
        self.clock = clock
        self.sayOverdue = sayOverdue
        let shortest = min(
            settings.headerDeadline, settings.bodyDeadline, settings.sendDeadline, settings.idleDeadline)
        tick = min(250, max(5, shortest.milliseconds / 10))
    }

    /// Starts the thread; `false` when the system has none. It takes no signals: they belong to the program.
    func start() -> Bool {
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        var started = pthread_t()
        let context = Unmanaged.passRetained(self)
        let code = pthread_create(
            &started, nil,
            { context in
                if let context { Unmanaged<Sweeper>.fromOpaque(context).takeRetainedValue().run() }
                return nil
            }, context.toOpaque())
        guard code == 0 else {
            context.release()
            return false
        }
        thread.withLock { $0 = started }
        return true
    }

    /// Stops the thread and waits for its end.
    func stop() {
        isStopping.store(true, ordering: .releasing)
        wake.signal()
        let started = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        if let started { pthread_join(started, nil) }
        lingering.closeAll()
    }

    private func run() {
        while !isStopping.load(ordering: .acquiring) {
            var entries = [pollfd(fd: wake.readEnd, events: Int16(POLLIN), revents: 0)]
            entries += lingering.sockets.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            _ = poll(&entries, nfds_t(entries.count), Int32(tick))
            wake.clear()
            let now = clock.milliseconds
            lingering.sweep(at: now)
            table.cutOverdue(at: now, saying: sayOverdue)
        }
    }
}
