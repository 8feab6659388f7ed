import CanonicalJSON
import Ledger

/// Puts a backup into an empty place, and looks through it before and after.
struct RestoreBackup {
    /// The folder of the backup.
    let backup: String

    /// The manifest, when every file is there as the manifest says.
    ///
    /// - Throws: `BackupFailure` naming the first file that is missing, changed or too many.
    func checkedManifest() throws(BackupFailure) -> BackupManifest {
        let path = "\(backup)/\(BackupManifest.fileName)"
        let manifest: BackupManifest
        do {
            let bytes = try FileContents.bytes(of: path, limit: BackupManifest.sizeLimit)
            manifest = try CanonicalDecoder.decode(from: bytes)
        } catch let error as FileError {
            throw BackupFailure("“\(backup)”不是完整的备份：\(BackupManifest.fileName) \(error.message)")
        } catch let error as CanonicalDecodingError {
            throw BackupFailure("“\(path)”的内容不对：\(error.path) \(error.message)请改用其他备份。")
        } catch {
            throw BackupFailure("\(error)")
        }
        guard manifest.schema == BackupManifest.schema else {
            throw BackupFailure("备份的格式“\(manifest.schema)”不是本程序认识的“\(BackupManifest.schema)”。请用做备份的程序版本恢复。")
        }
        guard manifest.files.contains(where: { $0.name == Ledger.fileName }) else {
            throw BackupFailure("备份清单中没有数据库文件 \(Ledger.fileName)，不能恢复。请改用其他备份。")
        }
        do throws(FileError) {
            let found = try FolderFiles.list(backup).filter { $0 != BackupManifest.fileName }
            let known = Set(manifest.files.map(\.name))
            if let extra = found.first(where: { !known.contains($0) }) {
                throw FileError(path: extra, message: "清单中没有这个文件。请移走后重试，或者改用其他备份。")
            }
            for file in manifest.files {
                guard file.name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy(Self.isPlain) else {
                    throw FileError(path: file.name, message: "清单中的文件名不允许。请改用其他备份。")
                }
                let (size, digest) = try FolderFiles.measure("\(backup)/\(file.name)")
                guard size == file.size, digest.hex == file.sha256 else {
                    throw FileError(path: file.name, message: "内容与清单中的摘要不符，备份已被改动或损坏。请改用其他备份。")
                }
            }
        } catch {
            throw BackupFailure(error)
        }
        return manifest
    }

    /// Restores into a folder that is missing or empty.
    ///
    /// The files are put beside it first, forced to the disk and looked through, and get the folder's name last.
    func run(into folder: String) throws(BackupFailure) -> BackupManifest {
        guard FolderFiles.isEmpty(folder) else {
            throw BackupFailure("数据文件夹“\(folder)”里已有内容，不会覆盖。请指定一个空的文件夹，或者先移走原有内容。")
        }
        let manifest = try checkedManifest()
        let work = "\(folder).restoring"
        do {
            try FolderFiles.makeAll(FolderFiles.parent(of: folder))
            try FolderFiles.make(work)
        } catch {
            throw BackupFailure(error)
        }
        do {
            for file in manifest.files {
                try FolderFiles.makeParents(of: file.name, in: work)
                let (_, digest) = try FolderFiles.copy("\(backup)/\(file.name)", to: "\(work)/\(file.name)")
                guard digest.hex == file.sha256 else {
                    throw BackupFailure("“\(file.name)”在恢复时改变了，没有恢复。请检查磁盘后重试。")
                }
            }
            let ends = try LedgerEnds(checking: "\(work)/\(Ledger.fileName)")
            if let heads = ends.heads, let known = manifest.heads, heads != known {
                throw BackupFailure("恢复后的台账与备份清单中的链尾不符，没有恢复。请改用其他备份。")
            }
            try FolderFiles.replaceEmpty(folder, by: work)
            return manifest
        } catch {
            FolderFiles.remove(work)
            throw BackupFailure(any: error)
        }
    }

    private static func isPlain(_ part: Substring) -> Bool { !part.isEmpty && part != "." && part != ".." }
}
