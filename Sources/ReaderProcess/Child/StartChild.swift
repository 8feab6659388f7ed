internal import DocumentReading
internal import Glibc

extension ReaderChild {
    /// Starts the program as a worker with one end of a socket as its standard input and output.
    ///
    /// A copy of a running Swift program cannot be made safely by `fork`: `posix_spawn` starts a fresh one.
    static func start(_ settings: ReaderSettings) throws(DocumentError) -> (pid_t, ChildLine) {
        var pair: [Int32] = [-1, -1]
        var said: [Int32] = [-1, -1]
        let streamClosedOnExec = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, streamClosedOnExec, 0, &pair) == 0 else { throw ReadingRefusal.notStarted }
        defer { close(pair[1]) }
        // Both ends do not block: what the child says on standard error beyond what fits is lost, not waited for.
        guard socketpair(AF_UNIX, streamClosedOnExec | Int32(SOCK_NONBLOCK.rawValue), 0, &said) == 0 else {
            close(pair[0])
            throw ReadingRefusal.notStarted
        }
        defer { close(said[1]) }
        let line = ChildLine(socket: pair[0], errors: said[0])
        // Where this program itself was started with a standard descriptor closed, the new ones may have taken its
        // number and the copies made for the child would overwrite each other: copies from 3 on are safe.
        let channel = fcntl(pair[1], F_DUPFD_CLOEXEC, 3)
        let errors = fcntl(said[1], F_DUPFD_CLOEXEC, 3)
        defer {
            close(channel)
            close(errors)
        }
        guard channel >= 0, errors >= 0, fcntl(pair[0], F_SETFL, O_NONBLOCK) == 0 else {
            throw ReadingRefusal.notStarted
        }
        let pid = spawn(settings, channel: channel, errors: errors)
        guard pid > 0 else { throw ReadingRefusal.notStarted }
        return (pid, line)
    }

    private static func spawn(_ settings: ReaderSettings, channel: Int32, errors: Int32) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, channel, 0)
        posix_spawn_file_actions_adddup2(&actions, channel, 1)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)

        // The child starts with every signal as the system gives it, whatever this program ignores or blocks, and in a
        // group of its own: Ctrl-C reaches the parent, which then ends its children in good order.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))

        var pid: pid_t = 0
        let words = ["gongkai", ReaderWorker.commandName] + WorkerArguments(settings).words
        let result = withCStrings(words) { arguments in
            withCStrings(environment) { variables in
                posix_spawn(&pid, settings.executable, &actions, &attributes, arguments, variables)
            }
        }
        return result == 0 ? pid : -1
    }

    /// The little that a child needs; no setting, no secret of the parent's environment.
    private static var environment: [String] {
        var variables = [
            "PATH=/usr/bin:/bin", "HOME=/nonexistent", "LANG=C.UTF-8",
            // A crash is told by its signal; the runtime must not start a program that walks this memory.
            "SWIFT_BACKTRACE=enable=no",
            // One region of memory, so that the limit of address space is not used up by reserves.
            "MALLOC_ARENA_MAX=1",
        ]
        if let path = ReaderSettings.environmentValue("LD_LIBRARY_PATH") { variables.append("LD_LIBRARY_PATH=\(path)") }
        return variables
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        let pointers = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: copies.count + 1)
        defer { pointers.deallocate() }
        for (index, copy) in copies.enumerated() { pointers[index] = copy }
        pointers[copies.count] = nil
        return body(pointers)
    }
}
