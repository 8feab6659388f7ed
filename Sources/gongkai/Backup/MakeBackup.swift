import CanonicalJSON
import Database
import DatabaseSQLite
import Ledger

/// Copies a data folder while it is being used: the database as of one moment, and every other file beside it.
///
/// Keys are left out: a backup that holds the key of the personal data is as good as the data.
struct MakeBackup {
    /// The data folder.
    let folder: String
    /// The folder that the backup is made in.
    let target: String

    /// What is never copied: the database itself, which is copied by its engine, its logs, and keys.
    private func isLeftOut(_ name: String) -> Bool {
        let database = Ledger.fileName
        return [database, "\(database)-wal", "\(database)-shm", "\(database)-journal"].contains(name)
            || name.hasSuffix(".key")
    }

    /// Makes the backup, looks it through, and gives it its name last: what bears the name is whole.
    ///
    /// - Returns: the folder of the backup and its manifest.
    func run(at now: Moment) throws(BackupFailure) -> (folder: String, manifest: BackupManifest) {
        let stamp = String(WallClock.timestamp(of: now).filter { $0 != "-" && $0 != ":" && $0 != "." })
        let final = "\(target)/gongkai-\(stamp)"
        let work = "\(final).partial"
        do throws(FileError) {
            try FolderFiles.makeAll(target)
            guard FolderFiles.isEmpty(final) else { throw FileError(path: final, message: "已经存在，不会覆盖。") }
            try FolderFiles.make(work)
        } catch {
            throw BackupFailure(error)
        }
        do {
            let manifest = try fill(work, at: now)
            try FolderFiles.rename(work, to: final)
            return (final, manifest)
        } catch {
            FolderFiles.remove(work)
            throw BackupFailure(any: error)
        }
    }

    private func fill(_ work: String, at now: Moment) throws -> BackupManifest {
        let source = "\(folder)/\(Ledger.fileName)"
        let copy = "\(work)/\(Ledger.fileName)"
        try SQLiteCopy.make(from: source, to: copy)
        let ends = try LedgerEnds(checking: copy)
        var files: [BackupManifest.File] = []
        for name in try FolderFiles.list(folder) where !isLeftOut(name) && !"\(folder)/\(name)".hasPrefix(target + "/")
        {
            try FolderFiles.makeParents(of: name, in: work)
            let (size, digest) = try FolderFiles.copy("\(folder)/\(name)", to: "\(work)/\(name)")
            files.append(BackupManifest.File(name: name, size: size, sha256: digest.hex))
        }
        let (size, digest) = try FolderFiles.measure(copy)
        files.append(BackupManifest.File(name: Ledger.fileName, size: size, sha256: digest.hex))
        files.sort { $0.name < $1.name }
        let manifest = BackupManifest(
            created: WallClock.timestamp(of: now), program: Program.version, files: files, heads: ends.heads,
            entries: ends.heads.map { $0.reduce(0) { $0 + $1.entries } })
        try FolderFiles.write(try CanonicalEncoder.encode(manifest), to: "\(work)/\(BackupManifest.fileName)")
        return manifest
    }
}
