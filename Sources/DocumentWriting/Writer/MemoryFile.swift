internal import CXlsxWriter
internal import Glibc

/// A file without a name that lies in memory: the library wants a path to write to, and what an office exports must not
/// stay behind on a disk when the program is killed.
struct MemoryFile: ~Copyable {
    private let descriptor: Int32

    /// A new, empty file.
    init() throws(WorkbookError) {
        descriptor = gongkai_memory_file("gongkai-workbook")
        guard descriptor >= 0 else { throw .notWritten(String(cString: strerror(errno))) }
    }

    deinit { close(descriptor) }

    /// The path under which this process reaches it.
    var path: String { "/proc/self/fd/\(descriptor)" }

    /// Everything in it.
    func bytes() throws(WorkbookError) -> [UInt8] {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .notWritten(String(cString: strerror(errno))) }
        let size = Int(status.st_size)
        var failed: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            while filled < size {
                let got = pread(
                    descriptor, buffer.baseAddress.map { $0 + filled }, size - filled, off_t(filled))
                if got > 0 {
                    filled += got
                } else if got == 0 || errno != EINTR {
                    failed = got == 0 ? EIO : errno
                    return
                }
            }
        }
        guard failed == 0 else { throw .notWritten(String(cString: strerror(failed))) }
        return bytes
    }
}
