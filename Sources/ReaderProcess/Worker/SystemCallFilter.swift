internal import CSeccomp
internal import Glibc

/// The filter of system calls of a reading process: a list of what is allowed, everything else fails.
///
/// What is not listed fails with ENOSYS ("the kernel does not have that") rather than killing: the C library and the
/// readers then take their older way or give up in good order, on every distribution and kernel alike. Threads may be
/// made, processes may not; files may be opened for reading only; signals go to this process only.
enum SystemCallFilter {
    /// Calls allowed whatever their arguments. A name that an architecture does not have is left out.
    private static let allowed = """
        read readv pread64 preadv write writev lseek close close_range dup dup2 dup3 fstat newfstatat stat lstat statx \
        fstatat64 statfs fstatfs access faccessat faccessat2 readlink readlinkat getdents getdents64 getcwd fadvise64 \
        mmap munmap mprotect mremap madvise brk mincore membarrier futex futex_waitv set_robust_list get_robust_list \
        rseq set_tid_address arch_prctl rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack restart_syscall \
        exit exit_group getpid gettid getppid getuid geteuid getgid getegid getpgrp getpgid getsid getgroups umask \
        getrusage getrlimit times time gettimeofday clock_gettime clock_getres clock_nanosleep nanosleep alarm \
        setitimer getitimer sched_yield sched_getaffinity sched_getparam sched_getscheduler sched_get_priority_max \
        sched_get_priority_min getpriority getcpu getrandom uname sysinfo poll ppoll select pselect6 pipe pipe2 \
        eventfd2
        """

    /// Loads the filter; nil when it holds, otherwise the step that failed and the number of the error.
    static func load() -> String? {
        // SCMP_ACT_ERRNO(ENOSYS): a macro with arguments, which Swift does not see.
        guard let context = seccomp_init(0x0005_0000 | UInt32(ENOSYS)) else { return "seccomp_init" }
        defer { seccomp_release(context) }
        for name in allowed.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            guard allow(context, String(name), []) else { return "seccomp_rule_add \(name)" }
        }
        let writing = UInt64(O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | 0o20_000_000)
        let rules: [(String, [scmp_arg_cmp])] = [
            ("open", [masked(1, writing, UInt64(O_RDONLY))]),
            ("openat", [masked(2, writing, UInt64(O_RDONLY))]),
            // CLONE_THREAD: a thread of this process. clone3 hides its flags from the filter; the C library then
            // falls back to clone.
            ("clone", [masked(0, 0x0001_0000, 0x0001_0000)]),
            ("kill", [equal(0, UInt64(getpid()))]),
            ("tgkill", [equal(0, UInt64(getpid()))]),
            // Reading a limit, never setting one: root could lift it again.
            ("prlimit64", [equal(2, 0)]),
            ("fcntl", [equal(1, UInt64(F_GETFD))]),
            ("fcntl", [equal(1, UInt64(F_SETFD))]),
            ("fcntl", [equal(1, UInt64(F_GETFL))]),
            ("fcntl", [equal(1, UInt64(F_DUPFD_CLOEXEC))]),
            // PR_SET_NAME, PR_GET_NAME, PR_SET_VMA: threads and the allocator name themselves.
            ("prctl", [equal(0, 15)]),
            ("prctl", [equal(0, 16)]),
            ("prctl", [equal(0, 0x5356_4D41)]),
        ]
        for (name, conditions) in rules {
            guard allow(context, name, conditions) else { return "seccomp_rule_add \(name)" }
        }
        let result = seccomp_load(context)
        return result == 0 ? nil : "seccomp_load \(-result)"
    }

    private static func allow(_ context: scmp_filter_ctx, _ name: String, _ conditions: [scmp_arg_cmp]) -> Bool {
        let number = seccomp_syscall_resolve_name(name)
        // Unknown to this version of the library: the call stays forbidden.
        guard number != -1 else { return true }
        // SCMP_ACT_ALLOW
        let result = seccomp_rule_add_array(context, 0x7FFF_0000, number, UInt32(conditions.count), conditions)
        // EDOM and EFAULT are answers for calls that this architecture does not have.
        return result == 0 || result == -EDOM || result == -EFAULT
    }

    private static func masked(_ argument: UInt32, _ mask: UInt64, _ value: UInt64) -> scmp_arg_cmp {
        scmp_arg_cmp(arg: argument, op: SCMP_CMP_MASKED_EQ, datum_a: mask, datum_b: value)
    }

    private static func equal(_ argument: UInt32, _ value: UInt64) -> scmp_arg_cmp {
        scmp_arg_cmp(arg: argument, op: SCMP_CMP_EQ, datum_a: value, datum_b: 0)
    }
}
