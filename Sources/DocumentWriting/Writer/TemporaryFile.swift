internal import Glibc

/// A file without a name on the disk, which is gone when nobody holds it any more.
public final class TemporaryFile: Sendable {
    private let descriptor: Int32

    /// A new, empty file in the folder for temporary files (`TMPDIR`, or `/tmp`).
    public init() throws(WorkbookError) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        // The system's own place where the operator names none; the signs at the end are filled in by the call, and the name
        // is gone at once.
        var template = Array("\(folder.isEmpty ? "/tmp" : folder)/gongkai-XXXXXX".utf8CString)
        let opened = mkstemp(&template)
        guard opened >= 0 else { throw .notWritten(String(cString: strerror(errno))) }
        unlink(template)
        // No program that is started later gets it.
        _ = fcntl(opened, F_SETFD, FD_CLOEXEC)
        descriptor = opened
    }

    deinit { close(descriptor) }

    /// The path under which this process reaches it.
    var path: String { "/proc/self/fd/\(descriptor)" }

    /// The bytes from a place on, at most so many; empty at the end, nil where they cannot be read.
    public func bytes(from place: Int, limit: Int) -> [UInt8]? {
        var hasFailed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: max(0, limit)) { buffer, filled in
            while true {
                let got = pread(descriptor, buffer.baseAddress, buffer.count, off_t(place))
                if got < 0, errno == EINTR { continue }
                hasFailed = got < 0
                filled = max(0, got)
                return
            }
        }
        return hasFailed ? nil : bytes
    }
}
