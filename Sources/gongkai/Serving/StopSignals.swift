import Glibc

/// TERM and INT, waited for in place of interrupting whatever runs.
///
/// Made before any thread is started: threads inherit the mask, so only the one that waits sees the signals.
struct StopSignals: Sendable {
    private let signals: sigset_t

    /// Holds the signals back from now on. A client or a reader of the output that goes away ends nothing either.
    init() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGINT)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        self.signals = signals
        signal(SIGPIPE, SIG_IGN)
    }

    /// True where one has come already.
    var hasCome: Bool {
        var pending = sigset_t()
        sigpending(&pending)
        return sigismember(&pending, SIGTERM) == 1 || sigismember(&pending, SIGINT) == 1
    }

    /// Waits for the first; the next one ends the program at once, in case the orderly end takes too long.
    func wait() {
        var signals = signals
        var number: Int32 = 0
        while sigwait(&signals, &number) != 0 {}
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
}
