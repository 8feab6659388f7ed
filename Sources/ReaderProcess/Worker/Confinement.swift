internal import CSeccomp
internal import DocumentReading
internal import Glibc

/// Shuts this process in before it sees the first byte of a document.
enum Confinement {
    /// Why the process could not be shut in.
    struct Failure: Error {
        /// Stable code.
        var code: String
        /// The step that failed; for the operator, not for the user.
        var step: String
    }

    /// Sets the limits of the kernel, gives up every privilege and loads the filter of system calls.
    ///
    /// - Parameters:
    ///   - limits: memory and seconds.
    ///   - documents: how many documents the process may read in its life.
    ///   - withoutSeccomp: goes on where the filter cannot be loaded.
    /// - Returns: whether the kernel could take the rest of the file system away, too.
    static func apply(_ limits: ReadingLimits, documents: Int, withoutSeccomp: Bool) throws(Failure) -> Bool {
        closeInherited()
        try limit(RLIMIT_CORE, 0)
        try limit(RLIMIT_FSIZE, 0)
        try limit(RLIMIT_NOFILE, 64)
        // The parent's deadline and the alarm come first; this ends a process whose parent has gone.
        try limit(RLIMIT_CPU, (limits.seconds + 5) * documents)
        // The address space of the program itself is not the document's fault and differs from build to build.
        try limit(RLIMIT_AS, addressSpace() + limits.memoryBytes)
        // No debugger, no core, no look into this memory by other processes of the same user.
        guard confine_prctl(PR_SET_DUMPABLE, 0) == 0 else { throw Failure(code: "no_confinement", step: "dumpable") }
        // Nothing started from here could gain a right again; needed for the two filters without root.
        guard confine_prctl(PR_SET_NO_NEW_PRIVS, 1) == 0 else {
            throw Failure(code: "no_confinement", step: "no_new_privs")
        }
        let seesSystemOnly = FileSystemView.restrict()
        if let step = SystemCallFilter.load(), !withoutSeccomp { throw Failure(code: "no_seccomp", step: step) }
        return seesSystemOnly
    }

    /// Closes what the parent had open besides the three standard descriptors.
    private static func closeInherited() {
        if confine_close_from(3) != 0 {
            for descriptor in Int32(3)..<1024 { close(descriptor) }
        }
    }

    private static func limit(_ resource: __rlimit_resource, _ value: Int) throws(Failure) {
        var current = rlimit()
        getrlimit(__rlimit_resource_t(resource.rawValue), &current)
        let wanted = min(rlim_t(value), current.rlim_max)
        var next = rlimit(rlim_cur: wanted, rlim_max: wanted)
        guard setrlimit(__rlimit_resource_t(resource.rawValue), &next) == 0 else {
            throw Failure(code: "no_confinement", step: "rlimit \(resource.rawValue)")
        }
    }

    /// The address space this process uses now, in bytes.
    private static func addressSpace() -> Int {
        let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return 256 << 20 }
        defer { close(descriptor) }
        let text = withUnsafeTemporaryAllocation(byteCount: 128, alignment: 1) { buffer in
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
        }
        let pages = text.split(separator: " ").first.flatMap { Int($0) } ?? 0
        return pages > 0 ? pages * Int(getpagesize()) : 256 << 20
    }
}
