internal import Glibc

/// Processor time used, user and system together, in seconds.
enum ProcessorTime {
    /// Of this process, without its children.
    static func ofThisProcess() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return seconds(usage)
    }

    /// Of what a usage record tells.
    static func seconds(_ usage: rusage) -> Double {
        Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1_000_000
    }

    /// Of a running process with all its threads; 0 where it has ended. Resolution: one tick of the kernel, 10 ms.
    static func of(process: pid_t) -> Double {
        guard let text = TextFile.read("/proc/\(process)/stat"), let name = text.lastIndex(of: ")") else { return 0 }
        // The fields behind the name in brackets: state is the third field, utime and stime are 14 and 15.
        let fields = text[text.index(after: name)...].split(separator: " ")
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return 0 }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// Of a running process and its children that run, all threads.
    static func ofFamily(_ process: pid_t) -> Double {
        let children = (TextFile.read("/proc/\(process)/task/\(process)/children") ?? "").split(separator: " ")
        return children.compactMap { pid_t($0) }.reduce(of(process: process)) { $0 + of(process: $1) }
    }

    /// Memory of a running process that is in use, in megabytes (10⁶ bytes); 0 where it has ended.
    static func residentMegabytes(of process: pid_t) -> Double {
        guard let text = TextFile.read("/proc/\(process)/status") else { return 0 }
        for line in text.split(separator: "\n") where line.hasPrefix("VmRSS:") {
            let fields = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
            return fields.count > 1 ? (Double(fields[1]) ?? 0) * 1024 / 1_000_000 : 0
        }
        return 0
    }

    /// A clock that only goes forward, in seconds.
    static func wall() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }
}
