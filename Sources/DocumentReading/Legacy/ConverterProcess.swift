internal import Glibc

/// Runs a converter with a time limit, in a process group of its own so that all of it can be ended.
enum ConverterProcess {
    enum Outcome: Hashable {
        case ended, tooSlow, notStarted
    }

    /// Runs `program` with nothing but `home`, a path and a language in its environment; its output is thrown away.
    static func run(_ program: String, arguments: [String], home: String, seconds: Int) -> Outcome {
        var ends: [Int32] = [-1, -1]
        // A socket pair, because only it can be made closed-on-exec in one step here.
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return .notStarted }
        defer { close(ends[0]) }
        guard let child = spawn(program, arguments, home: home, output: ends[1]) else {
            close(ends[1])
            return .notStarted
        }
        close(ends[1])
        let deadline = ContinuousClock.now + .seconds(seconds)
        let finished = drain(ends[0], until: deadline) && wait(child, until: deadline)
        if !finished {
            kill(-child, SIGKILL)
            var status: Int32 = 0
            while waitpid(child, &status, 0) < 0, errno == EINTR {}
        }
        return finished ? .ended : .tooSlow
    }

    private static func spawn(_ program: String, _ arguments: [String], home: String, output: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
        defer { posix_spawn_file_actions_destroy(&actions) }
        guard posix_spawnattr_init(&attributes) == 0 else { return nil }
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, output, 2)
        // Files and connections of the server are none of the converter's business; closing what is not open is no
        // error.
        for descriptor in Int32(3)...1023 { posix_spawn_file_actions_addclose(&actions, descriptor) }
        posix_spawnattr_setpgroup(&attributes, 0)
        // Signals that the server blocks or ignores must reach the converter.
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

    /// Reads until every writer has closed; false at the deadline.
    private static func drain(_ descriptor: Int32, until deadline: ContinuousClock.Instant) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { return false }
            var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&watched, 1, Int32(min(left.components.seconds * 1000 + 1, 1000)))
            if ready <= 0 { continue }
            let got = Glibc.read(descriptor, &buffer, buffer.count)
            if got == 0 { return true }
            if got < 0, errno != EINTR { return true }
        }
    }

    /// Takes the child's status once it has ended; false at the deadline.
    private static func wait(_ child: pid_t, until deadline: ContinuousClock.Instant) -> Bool {
        while true {
            var status: Int32 = 0
            let result = waitpid(child, &status, WNOHANG)
            if result == child || result < 0 && errno != EINTR { return true }
            guard ContinuousClock.now < deadline else { return false }
            poll(nil, 0, 5)
        }
    }
}
