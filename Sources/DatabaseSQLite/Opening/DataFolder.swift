internal import Database
internal import Glibc

/// The folder of a database file: made when it is missing, refused when it cannot be used.
enum DataFolder {
    /// Makes the folder of a file with the folders above it, for the running user and group only.
    static func prepare(for path: String) throws(DatabaseError) {
        let folder = parent(of: path)
        try make(folder)
        guard may(W_OK | X_OK, folder) else { throw failure(folder, errno) }
        // A file that is there must be writable too; the engine would fall back to reading only, silently.
        if may(F_OK, path), !may(R_OK | W_OK, path) { throw fileFailure(path, errno) }
    }

    /// Asks for the rights the process acts with, which are not those of the user who started it.
    private static func may(_ rights: Int32, _ path: String) -> Bool {
        faccessat(AT_FDCWD, path, rights, AT_EACCESS) == 0
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func make(_ folder: String) throws(DatabaseError) {
        var information = stat()
        if stat(folder, &information) == 0 {
            guard information.st_mode & S_IFMT == S_IFDIR else { throw failure(folder, ENOTDIR) }
            return
        }
        let reason = errno
        guard reason == ENOENT else { throw failure(folder, reason) }
        try make(parent(of: folder))
        // Another program may have made it in the meantime.
        guard mkdir(folder, 0o750) == 0 || errno == EEXIST else { throw failure(folder, errno) }
    }

    private static func failure(_ folder: String, _ reason: Int32) -> DatabaseError {
        let message =
            switch reason {
            case ENOTDIR: "“\(folder)”不是文件夹，不能存放数据库。请在设置中改用另一个数据文件夹。"
            case EROFS: "数据文件夹“\(folder)”所在磁盘是只读的。请改用可以写入的磁盘，或重新以可写方式挂载。"
            case ENOSPC, EDQUOT: "磁盘已满，无法建立数据文件夹“\(folder)”。请清理磁盘后重试。"
            default: "数据文件夹“\(folder)”不能写入或建立。请让运行程序的用户拥有该文件夹，或在设置中改用另一个文件夹。"
            }
        let kind: DatabaseErrorKind =
            switch reason {
            case EACCES, EPERM, EROFS: .notWritable
            case ENOSPC, EDQUOT: .full
            default: .cannotOpen
            }
        return DatabaseError(kind, code: Int(reason), message: message, detail: String(cString: strerror(reason)))
    }

    private static func fileFailure(_ path: String, _ reason: Int32) -> DatabaseError {
        DatabaseError(
            .notWritable, code: Int(reason), message: SQLiteFailure.sentence(.notWritable, path: path),
            detail: String(cString: strerror(reason)))
    }
}
