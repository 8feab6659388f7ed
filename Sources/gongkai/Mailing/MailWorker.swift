import Glibc
import Ledger
import Service
import Synchronization

/// Sends the notices while the server runs, in a thread of its own: a mail server that is slow or away keeps no request
/// waiting. Signals reach the thread that waits for them, as those that start later inherit its mask.
final class MailWorker: Sendable {
    private let tell: TellApplicants
    private let pause: Int
    private let isStopping = Atomic(false)
    private let thread = Mutex<pthread_t?>(nil)
    /// Whoever closes the second end wakes who waits at the first.
    private let ends: (waiting: Int32, waking: Int32)

    /// A worker that is not started; nil where the system has no descriptors left.
    ///
    /// - Parameter pause: seconds between two rounds.
    init?(_ tell: TellApplicants, pause: Int) {
        var pipes: [Int32] = [-1, -1]
        guard pipe(&pipes) == 0 else { return nil }
        for end in pipes { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        ends = (pipes[0], pipes[1])
        self.tell = tell
        self.pause = pause
    }

    deinit { close(ends.waiting) }

    /// Starts it; false where the system has no thread left.
    func start() -> Bool {
        var started = pthread_t()
        let context = Unmanaged.passRetained(self)
        let code = pthread_create(
            &started, nil,
            { context in
                if let context { Unmanaged<MailWorker>.fromOpaque(context).takeRetainedValue().work() }
                return nil
            }, context.toOpaque())
        guard code == 0 else {
            context.release()
            return false
        }
        thread.withLock { $0 = started }
        return true
    }

    /// Stops it, and waits until a message that is under way was handed over or given up.
    func stop() {
        isStopping.store(true, ordering: .releasing)
        close(ends.waking)
        let started = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        if let started { pthread_join(started, nil) }
    }

    private var isOver: Bool { isStopping.load(ordering: .acquiring) }

    private func work() {
        var forgottenOn: Int64 = 0
        while !isOver {
            do throws(ServiceError) {
                let round = try tell.run(clock: WallClock.now, isStopped: { isOver })
                if round.sent + round.putOff + round.failed > 0 {
                    ServerLog.write("mail", "sent \(round.sent), later \(round.putOff), failed \(round.failed)")
                }
                let day = WallClock.now().milliseconds / 86_400_000
                if day != forgottenOn {
                    try tell.forget(at: WallClock.now())
                    forgottenOn = day
                }
            } catch {
                ServerLog.write("mail", error.technicalDescription)
            }
            var entry = pollfd(fd: ends.waiting, events: Int16(POLLIN), revents: 0)
            poll(&entry, 1, Int32(pause * 1_000))
        }
    }
}
