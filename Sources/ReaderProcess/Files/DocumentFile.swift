public import DocumentReading
internal import Glibc

/// A document in the file system: opened by the parent, for the child sees no files.
public enum DocumentFile {
    /// The bytes of a file.
    ///
    /// - Parameter limit: the most bytes; a larger file is refused by its size before it is read.
    /// - Throws: `not_found`, `no_permission`, `not_a_file`, `too_large` or `unreadable_file`.
    public static func bytes(of path: DocumentPath, limit: Int) throws(DocumentError) -> [UInt8] {
        // Without O_NONBLOCK a named pipe would keep this thread until somebody writes into it.
        let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
        guard descriptor >= 0 else { throw reason(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw reason(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw DocumentError(code: "not_a_file", message: "这不是普通文件，请给出文件或文件夹的路径。")
        }
        guard status.st_size <= limit else { throw ReadingRefusal.tooLarge(limit: limit) }
        return try read(descriptor, expected: Int(status.st_size), limit: limit)
    }

    private static func read(_ descriptor: Int32, expected: Int, limit: Int) throws(DocumentError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(expected)
        // One byte more than expected tells whether the file has grown since.
        while bytes.count <= limit {
            let room = max(1, min(1 << 20, expected + 1 - bytes.count))
            var failure: Int32 = 0
            let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                let got = Glibc.read(descriptor, buffer.baseAddress, room)
                if got < 0 { failure = errno }
                count = max(0, got)
            }
            if failure == EINTR { continue }
            guard failure == 0 else { throw reason(failure) }
            if piece.isEmpty { return bytes }
            bytes += piece
        }
        throw ReadingRefusal.tooLarge(limit: limit)
    }

    static func reason(_ code: Int32) -> DocumentError {
        switch code {
        case ENOENT, ENOTDIR: DocumentError(code: "not_found", message: "文件不存在，请检查路径。")
        case ELOOP: DocumentError(code: "not_found", message: "链接指来指去，最后没有文件，请检查路径。")
        case ENAMETOOLONG: DocumentError(code: "not_found", message: "路径太长，没有这样的文件，请检查路径。")
        case EACCES, EPERM: DocumentError(code: "no_permission", message: "没有读取权限，请检查文件的权限。")
        default:
            DocumentError(
                code: "unreadable_file", message: "文件打不开（系统错误 \(code)：\(String(cString: strerror(code)))），请稍后再试或换个位置。")
        }
    }
}
