import Glibc

/// Whole files onto the disk: what is there afterwards is the old file or the whole new one.
enum OutputFile {
    /// True for a folder that exists.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// - Throws: `FileError` when a file stands there that must not be replaced, or the path is a folder.
    static func check(_ path: String, overwrites: Bool) throws(FileError) {
        if isFolder(path) { throw FileError(path: path, message: "这是一个文件夹，请写明文件名。") }
        if !overwrites, access(path, F_OK) == 0 {
            throw FileError(path: path, message: "文件已经存在。请换一个文件名，或者加 --overwrite 覆盖。")
        }
    }

    /// Writes a file that only its owner can read: records are not for everyone on the machine.
    static func write(_ bytes: [UInt8], to path: String, overwrites: Bool) throws(FileError) {
        try check(path, overwrites: overwrites)
        let draft = "\(path).\(getpid()).part"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(path) }
        var done = 0
        while done < bytes.count {
            let put = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done)
            }
            if put > 0 {
                done += put
            } else if errno != EINTR {
                let error = failure(path)
                close(descriptor)
                unlink(draft)
                throw error
            }
        }
        guard fsync(descriptor) == 0, close(descriptor) == 0, rename(draft, path) == 0 else {
            let error = failure(path)
            unlink(draft)
            throw error
        }
    }

    private static func failure(_ path: String) -> FileError {
        let reason =
            switch errno {
            case ENOENT: "所在的文件夹不存在，请先建立。"
            case EACCES, EROFS, EPERM: "没有写入权限。"
            case ENOSPC: "磁盘空间不足。"
            default: "不能写入：\(String(cString: strerror(errno)))。"
            }
        return FileError(path: path, message: reason)
    }
}
