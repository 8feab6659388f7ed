import Glibc
import Ledger

/// Files below a folder, read and written for backups: whole, in pieces, and forced to the disk.
enum FolderFiles {
    /// The paths of the regular files below a folder, in order; links are not followed and not listed.
    ///
    /// - Throws: `FileError` when a folder cannot be read, or they are nested deeper than 32.
    static func list(_ folder: String, below prefix: String = "", depth: Int = 0) throws(FileError) -> [String] {
        guard depth < 32 else { throw FileError(path: folder, message: "文件夹的层数超过32，请检查其中是否有循环。") }
        guard let directory = opendir(folder) else { throw failure(folder) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        var files: [String] = []
        for name in names.sorted() {
            var information = stat()
            let path = "\(folder)/\(name)"
            guard lstat(path, &information) == 0 else { throw failure(path) }
            switch information.st_mode & S_IFMT {
            case S_IFREG: files.append(prefix + name)
            case S_IFDIR: files += try list(path, below: "\(prefix)\(name)/", depth: depth + 1)
            default: continue
            }
        }
        return files
    }

    /// The size and the digest of a file.
    static func measure(_ path: String) throws(FileError) -> (size: Int64, digest: Digest) {
        let source = try Descriptor(path, O_RDONLY)
        return try source.eachPiece { _ throws(FileError) in }
    }

    /// Copies a file to a new place and forces it to the disk; gives its size and digest.
    static func copy(_ source: String, to target: String) throws(FileError) -> (size: Int64, digest: Digest) {
        let from = try Descriptor(source, O_RDONLY)
        let to = try Descriptor(target, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
        let result = try from.eachPiece { (piece) throws(FileError) in try to.write(piece) }
        try to.force()
        return result
    }

    /// Writes a new file and forces it to the disk.
    static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let file = try Descriptor(path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
        try file.write(bytes)
        try file.force()
    }

    /// Makes a folder for the running user only; one that is there already is an error.
    static func make(_ folder: String) throws(FileError) {
        guard mkdir(folder, 0o700) == 0 else { throw failure(folder) }
    }

    /// Makes the folders that a file below a folder lies in.
    static func makeParents(of name: String, in folder: String) throws(FileError) {
        let parts = name.split(separator: "/").dropLast()
        var path = folder
        for part in parts {
            path += "/\(part)"
            guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure(path) }
        }
    }

    /// Makes a folder with the folders above it, for the running user only; those that are there stay as they are.
    static func makeAll(_ folder: String) throws(FileError) {
        var information = stat()
        if stat(folder, &information) == 0 {
            guard information.st_mode & S_IFMT == S_IFDIR else {
                throw FileError(path: folder, message: "不是文件夹。")
            }
            return
        }
        guard errno == ENOENT else { throw failure(folder) }
        try makeAll(parent(of: folder))
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failure(folder) }
    }

    /// The folder that a path lies in.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Puts a folder in the place of one that is missing or empty.
    static func replaceEmpty(_ folder: String, by work: String) throws(FileError) {
        guard rmdir(folder) == 0 || errno == ENOENT else { throw failure(folder) }
        try rename(work, to: folder)
    }

    /// Gives a file or folder its final name, and forces the change to the disk.
    static func rename(_ old: String, to new: String) throws(FileError) {
        guard Glibc.rename(old, new) == 0 else { throw failure(new) }
        try Descriptor(parent(of: new), O_RDONLY | O_DIRECTORY).force()
    }

    /// Removes what an unfinished work left, as far as it can.
    static func remove(_ folder: String) {
        for name in (try? list(folder)) ?? [] { unlink("\(folder)/\(name)") }
        removeFolders(folder)
    }

    private static func removeFolders(_ folder: String) {
        guard let directory = opendir(folder) else { return }
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." && entry.pointee.d_type == UInt8(DT_DIR) {
                removeFolders("\(folder)/\(name)")
            }
        }
        closedir(directory)
        rmdir(folder)
    }

    /// True when the path names nothing, or a folder with nothing in it.
    static func isEmpty(_ path: String) -> Bool {
        var information = stat()
        guard lstat(path, &information) == 0 else { return errno == ENOENT }
        return information.st_mode & S_IFMT == S_IFDIR && (try? list(path))?.isEmpty == true
    }

    static func failure(_ path: String) -> FileError {
        let reason = errno
        let message =
            switch reason {
            case ENOENT: "不存在，请检查路径。"
            case EEXIST: "已经存在，不会覆盖。"
            case EACCES, EPERM: "没有权限，请让运行程序的用户可以读写。"
            case EROFS: "所在磁盘是只读的，请换一个位置。"
            case ENOSPC, EDQUOT: "磁盘已满，请清理后重试。"
            case ENOTDIR: "不是文件夹。"
            default: "不能读写：\(String(cString: strerror(reason)))。"
            }
        return FileError(path: path, message: message)
    }
}

/// An open file, closed when it goes.
private struct Descriptor: ~Copyable {
    private let number: Int32
    private let path: String

    init(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(FileError) {
        // A folder may be reached by a link; a file of a backup may not be one.
        let follow = flags & O_DIRECTORY == 0 ? O_NOFOLLOW : 0
        number = open(path, flags | O_CLOEXEC | follow, mode)
        self.path = path
        guard number >= 0 else { throw FolderFiles.failure(path) }
    }

    deinit { if number >= 0 { close(number) } }

    func eachPiece(_ body: (UnsafeRawBufferPointer) throws(FileError) -> Void) throws(FileError) -> (
        size: Int64, digest: Digest
    ) {
        var digest = RunningDigest()
        var size: Int64 = 0
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { piece.deallocate() }
        while true {
            let count = read(number, piece.baseAddress, piece.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw FolderFiles.failure(path) }
            if count == 0 { return (size, digest.finish()) }
            let bytes = UnsafeRawBufferPointer(rebasing: piece[..<count])
            digest.update(bytes)
            try body(bytes)
            size += Int64(count)
        }
    }

    func write(_ bytes: [UInt8]) throws(FileError) {
        let result = bytes.withUnsafeBytes { piece in Result { () throws(FileError) in try write(piece) } }
        try result.get()
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(number, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw FolderFiles.failure(path) }
            rest = rest.dropFirst(count)
        }
    }

    func force() throws(FileError) {
        guard fsync(number) == 0 else { throw FolderFiles.failure(path) }
    }
}
