internal import DocumentReading
internal import Glibc

/// Misbehaviour on request, to test that the confinement holds. Obeyed only by a child started with the argument
/// `self-test`, and harmless even where the confinement fails.
enum SelfTest {
    /// What the name of such a document begins with.
    static let prefix = "self-test "

    /// Does what the name says: `memory`, `loop`, `crash`, `exit`, `nonsense`, or tries something forbidden and says
    /// in the code whether it was `self_test_denied` or `self_test_allowed`.
    ///
    /// - Parameter seesSystemOnly: whether the kernel could take the rest of the file system away.
    static func run(_ name: String, seesSystemOnly: Bool) -> DocumentError {
        let words = name.dropFirst(prefix.count).split(separator: " ", maxSplits: 1).map(String.init)
        let path = words.count > 1 ? words[1] : "/nonexistent"
        switch words.first {
        case "memory": eatMemory()
        case "loop": while getpid() > 0 { sched_yield() }
        case "crash": abort()
        case "exit": _exit(0)
        case "nonsense":
            let words = "no frame at all, only words"
            _ = words.withCString { write(1, $0, words.utf8.count) }
        case "pid": return DocumentError(code: "self_test_done", message: String(getpid()))
        case "echo": return DocumentError(code: "self_test_done", message: words.joined(separator: " "))
        case "landlock": return outcome(seesSystemOnly ? 0 : -1)
        case "socket": return outcome(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
        case "write": return outcome(open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600))
        case "append": return outcome(open(path, O_WRONLY | O_APPEND))
        case "read": return outcome(open(path, O_RDONLY))
        case "rename": return outcome(rename(path, path + ".moved"))
        case "remove": return outcome(unlink(path))
        case "folder": return outcome(mkdir(path, 0o700))
        case "signal": return outcome(kill(getppid(), 0))
        case "limit":
            var none = rlimit(rlim_cur: 64, rlim_max: 64)
            return outcome(setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &none))
        case "start":
            var child: pid_t = 0
            var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/true"), nil]
            let result = posix_spawn(&child, "/bin/true", nil, nil, &arguments, nil)
            if result == 0 { waitpid(child, nil, 0) }
            errno = result
            return outcome(result == 0 ? 0 : -1)
        default: break
        }
        return DocumentError(code: "self_test_done", message: "")
    }

    private static func outcome(_ result: Int32) -> DocumentError {
        let error = errno
        return DocumentError(
            code: result < 0 ? "self_test_denied" : "self_test_allowed",
            message: result < 0 ? String(error) : "")
    }

    /// Takes memory until there is none, as a document would by arrays that grow.
    private static func eatMemory() {
        var blocks: [[UInt8]] = []
        while blocks.count < 1_000_000 { blocks.append([UInt8](repeating: 1, count: 1 << 20)) }
        _ = blocks.count
    }
}
