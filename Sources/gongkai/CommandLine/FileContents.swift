import Glibc

/// Why a file could not be read.
struct FileError: Error, Equatable, Sendable {
    /// The file.
    var path: String
    /// The reason, in Chinese, with what to do.
    var message: String
}

/// Whole files into memory.
enum FileContents {
    /// The bytes of a file.
    ///
    /// - Parameter limit: the most bytes to take; a longer file is refused, not cut.
    static func bytes(of path: String, limit: Int) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, message: reason(errno)) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw FileError(path: path, message: reason(errno)) }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit else {
                throw FileError(path: path, message: "文件超过 \(limit) 字节的上限。")
            }
            bytes += chunk[..<count]
        }
    }

    /// The text of a UTF-8 file, without a byte order mark.
    static func text(of path: String, limit: Int) throws(FileError) -> String {
        var bytes = try bytes(of: path, limit: limit)[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw FileError(path: path, message: "文件不是 UTF-8 编码的文本，请另存为 UTF-8 后再试。")
        }
        return text
    }

    private static func reason(_ code: Int32) -> String {
        switch code {
        case ENOENT: "文件不存在，请检查路径。"
        case EACCES: "没有读取权限。"
        case EISDIR: "这是一个文件夹，不是文件。"
        default: "无法读取：\(String(cString: strerror(code)))。"
        }
    }
}
