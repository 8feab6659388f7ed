internal import Glibc

/// Runs another program of the machine once, with limits of time and size, in a process group of its own so that all of
/// it can be ended.
public enum ChildProgram {
    /// What came of it.
    public enum Outcome: Sendable, Hashable {
        /// It ended by itself: the status as a shell tells it (128 and the number of the signal that ended it), and what
        /// it wrote on standard output.
        case ended(status: Int32, output: [UInt8])
        /// The time was over; it was ended.
        case tooSlow
        /// It wrote more than it may; it was ended.
        case tooMuch
        /// It could not be started.
        case notStarted
    }

    /// Runs `program` with nothing but `home`, a path and a language in its environment. Standard error is thrown away.
    ///
    /// - Parameters:
    ///   - program: the path of the program.
    ///   - home: the folder that it takes for its home.
    ///   - input: what it reads on standard input.
    ///   - outputLimit: the most bytes it may write on standard output.
    ///   - seconds: how long it may take.
    public static func run(
        _ program: String, arguments: [String], home: String, input: [UInt8] = [], outputLimit: Int, seconds: Int
    ) -> Outcome {
        var ends: [Int32] = [-1, -1]
        // A socket pair, because only it can be made closed-on-exec in one step here. One for both directions.
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return .notStarted }
        defer { close(ends[0]) }
        guard fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0,
            let child = spawn(program, arguments, home: home, channel: ends[1])
        else {
            close(ends[1])
            return .notStarted
        }
        close(ends[1])
        let deadline = ContinuousClock.now + .seconds(seconds)
        var line = ProgramLine(descriptor: ends[0], input: input, outputLimit: outputLimit)
        let end = line.run(until: deadline)
        guard end == .closed, let status = wait(child, until: deadline) else {
            kill(-child, SIGKILL)
            var status: Int32 = 0
            while waitpid(child, &status, 0) < 0, errno == EINTR {}
            return end == .tooMuch ? .tooMuch : .tooSlow
        }
        return .ended(status: status, output: line.output)
    }

    private static func spawn(_ program: String, _ arguments: [String], home: String, channel: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
        defer { posix_spawn_file_actions_destroy(&actions) }
        guard posix_spawnattr_init(&attributes) == 0 else { return nil }
        defer { posix_spawnattr_destroy(&attributes) }
        // Where this program was started with a standard descriptor closed, the channel may have taken its number: a copy
        // from 3 on is safe.
        let copy = fcntl(channel, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { return nil }
        defer { close(copy) }
        posix_spawn_file_actions_adddup2(&actions, copy, 0)
        posix_spawn_file_actions_adddup2(&actions, copy, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // Files and connections of the server are none of the program's business; closing what is not open is no
        // error.
        for descriptor in Int32(3)...1023 { posix_spawn_file_actions_addclose(&actions, descriptor) }
        posix_spawnattr_setpgroup(&attributes, 0)
        // Signals that the server blocks or ignores must reach the program.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(flags))
        let environment = ["HOME=\(home)", "PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8"]
        var child = pid_t()
        let result = withCStrings([program] + arguments) { argv in
            withCStrings(environment) { envp in
                posix_spawn(&child, program, &actions, &attributes, argv, envp)
            }
        }
        return result == 0 ? child : nil
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        return body(copies + [nil])
    }

    /// Takes the child's status once it has ended; nil at the deadline.
    private static func wait(_ child: pid_t, until deadline: ContinuousClock.Instant) -> Int32? {
        while true {
            var status: Int32 = 0
            let result = waitpid(child, &status, WNOHANG)
            if result == child {
                let signal = status & 0x7F
                return signal == 0 ? status >> 8 & 0xFF : 128 + signal
            }
            if result < 0, errno != EINTR { return -1 }
            guard ContinuousClock.now < deadline else { return nil }
            poll(nil, 0, 5)
        }
    }
}
