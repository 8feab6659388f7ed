internal import Glibc

/// The file of the keys; nobody but its owner may read it.
public struct KeyFile: Sendable, Hashable {
    /// Its name in the data folder, where no setting says otherwise.
    public static let name = "gongkai.key"
    /// Where it is.
    public let path: String
    private static let byteLimit = 16_384

    /// The file at a path.
    public init(_ path: String) { self.path = path }

    /// True when something is at the path.
    public var exists: Bool { access(path, F_OK) == 0 || errno != ENOENT }

    /// The keys in it.
    ///
    /// - Throws: `VaultError` when it is not there, others may read it, or it holds no keys.
    public func read() throws(VaultError) -> KeyRing {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("读取", errno) }
        defer { close(descriptor) }
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { throw failure("读取", errno) }
        guard information.st_mode & S_IFMT == S_IFREG else { throw failure("读取", EISDIR) }
        guard information.st_mode & 0o077 == 0 else {
            throw VaultError(
                .openToOthers, "密钥文件“\(path)”可以被其他用户读取或者改写，不能使用。请执行 chmod 600 后再试；如已泄露，请运行 gongkai key rotate 更换密钥。")
        }
        guard information.st_size <= Self.byteLimit else {
            throw VaultError(.format, "密钥文件“\(path)”超过 \(Self.byteLimit) 字节，不是密钥文件。请核对路径。")
        }
        var bytes = [UInt8](repeating: 0, count: Self.byteLimit)
        defer { for index in bytes.indices { bytes[index] = 0 } }
        var length = 0
        while length < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress?.advanced(by: length), $0.count - length)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw failure("读取", errno) }
            if count == 0 { break }
            length += count
        }
        return try KeyRing(parsing: String(decoding: bytes[..<length], as: UTF8.self), from: "密钥文件“\(path)”")
    }

    /// Makes the file with a new key; nothing that is there is ever overwritten.
    public func create() throws(VaultError) -> KeyRing {
        guard let ring = KeyRing([try VaultKey.random()]) else { throw .library }
        try write(ring, to: path)
        return ring
    }

    /// Puts other keys in the place of those in the file, at once and whole.
    public func replace(with ring: KeyRing) throws(VaultError) {
        let draft = "\(path).new"
        unlink(draft)
        try write(ring, to: draft)
        guard rename(draft, path) == 0 else { throw failure("改写", errno) }
        try keepFolder()
    }

    private func write(_ ring: KeyRing, to place: String) throws(VaultError) {
        let descriptor = open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("建立", errno) }
        defer { close(descriptor) }
        var bytes = Array(ring.fileText.utf8)
        defer { for index in bytes.indices { bytes[index] = 0 } }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw abandon(place, errno) }
            written += count
        }
        // A key that sealed something must not be lost with the power.
        guard fsync(descriptor) == 0 else { throw abandon(place, errno) }
        try keepFolder()
    }

    private func abandon(_ place: String, _ reason: Int32) -> VaultError {
        unlink(place)
        return failure("写入", reason)
    }

    private func keepFolder() throws(VaultError) {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("写入", errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("写入", errno) }
    }

    private func failure(_ what: String, _ reason: Int32) -> VaultError {
        let remedy =
            switch reason {
            case ENOENT: "文件不存在。请从备份恢复密钥文件，或者核对 GONGKAI_KEY_FILE。"
            case EACCES, EPERM: "没有权限。请让运行程序的用户拥有该文件。"
            case EEXIST: "文件已经存在。请先核对它是否正在使用。"
            case EISDIR: "不是普通文件。请核对 GONGKAI_KEY_FILE。"
            case ENOSPC, EDQUOT: "磁盘已满。请清理磁盘后重试。"
            default: String(cString: strerror(reason)) + "。"
            }
        return VaultError(.file, "不能\(what)密钥文件“\(path)”：\(remedy)")
    }
}
