internal import Glibc

/// A program run beside this one.
struct ChildProcess {
    /// What became of a program that has ended.
    struct Outcome {
        /// Its exit status; 128 and the signal where it was ended by one.
        var status: Int32
        /// Its processor time and that of the children it waited for, in seconds.
        var processorTime: Double
    }

    /// The id of the process.
    let id: pid_t

    /// Starts a program. Its output goes to a file, or nowhere.
    static func start(_ arguments: [String], input: String = "/dev/null", output: String = "/dev/null")
        throws(BenchFailure) -> ChildProcess
    {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var argv = arguments.map { strdup($0) } + [nil]
        defer { for argument in argv { free(argument) } }
        var id: pid_t = 0
        let code = posix_spawnp(&id, arguments[0], &actions, nil, &argv, environ)
        guard code == 0 else { throw BenchFailure("cannot start \(arguments[0]): \(String(cString: strerror(code)))") }
        return ChildProcess(id: id)
    }

    /// Waits for the end.
    func wait() -> Outcome {
        var status: Int32 = 0
        var usage = rusage()
        while wait4(id, &status, 0, &usage) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return Outcome(
            status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, processorTime: ProcessorTime.seconds(usage))
    }

    /// Asks it to end and waits until it has.
    @discardableResult
    func end() -> Outcome {
        kill(id, SIGTERM)
        return wait()
    }

    /// Runs a program to its end; a status that is not among the expected ones is a failure.
    static func run(
        _ arguments: [String], input: String = "/dev/null", output: String = "/dev/null", expecting: Set<Int32> = [0]
    ) throws(BenchFailure) -> Outcome {
        let outcome = try start(arguments, input: input, output: output).wait()
        guard expecting.contains(outcome.status) else {
            throw BenchFailure("\(arguments.joined(separator: " ")) ended with status \(outcome.status)")
        }
        return outcome
    }

    /// Whether a program is on the path.
    static func has(_ program: String) -> Bool {
        (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":").contains {
            access("\($0)/\(program)", X_OK) == 0
        }
    }
}
