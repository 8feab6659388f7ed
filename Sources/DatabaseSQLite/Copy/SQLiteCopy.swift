internal import CSQLite
public import Database
internal import Glibc

/// A copy of a database file, made while others write to it: the state of one moment, in a file of its own.
public enum SQLiteCopy {
    /// Copies the file at one path to another, which must not exist, and forces the copy to the disk.
    ///
    /// Writers are not held up: the copy is what a reader sees who begins now. When it fails nothing stands at the target.
    ///
    /// - Throws: `cannotOpen` when the source is missing or the target exists, `full`, `notWritable`, `corrupt`.
    public static func make(from source: String, to target: String, busyMilliseconds: Int = 5_000)
        throws(DatabaseError)
    {
        guard access(source, F_OK) == 0 else {
            throw DatabaseError(.cannotOpen, message: SQLiteFailure.sentence(.cannotOpen, path: source))
        }
        guard access(target, F_OK) != 0 else {
            throw DatabaseError(.cannotOpen, message: "“\(target)”已经存在，不会覆盖。请换一个位置。")
        }
        let settings = SQLiteSettings(path: source, busyMilliseconds: busyMilliseconds)
        let connection = try SQLiteConnection(settings, role: .copying)
        do throws(DatabaseError) {
            try connection.run("VACUUM INTO $1", [.text(target)]) { _ throws(DatabaseError) in }
            try force(target)
        } catch {
            unlink(target)
            throw error
        }
    }

    /// Looks through the whole file: pages, indexes, references between rows.
    ///
    /// - Returns: what is wrong, in the engine's words without values of rows; empty when nothing is. At most 20 lines.
    public static func faults(in path: String) throws(DatabaseError) -> [String] {
        let connection = try SQLiteConnection(SQLiteSettings(path: path), role: .reading)
        var faults: [String] = []
        try connection.run("PRAGMA integrity_check(20)", []) { (row) throws(DatabaseError) in
            let line = try Row(row).text(0)
            if line != "ok" { faults.append(line) }
        }
        try connection.run("PRAGMA foreign_key_check", []) { (row) throws(DatabaseError) in
            if faults.count < 20 { faults.append("foreign key in table \(try Row(row).text(0))") }
        }
        return faults
    }

    private static func force(_ path: String) throws(DatabaseError) {
        for name in [path, folder(of: path)] {
            let descriptor = open(name, O_RDONLY | O_CLOEXEC)
            let isDone = descriptor >= 0 && fsync(descriptor) == 0
            let reason = errno
            if descriptor >= 0 { close(descriptor) }
            guard isDone else {
                throw DatabaseError(
                    .inputOutput, code: Int(reason), message: SQLiteFailure.sentence(.inputOutput, path: path),
                    detail: String(cString: strerror(reason)))
            }
        }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
