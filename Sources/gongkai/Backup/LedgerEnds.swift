import Database
import DatabaseSQLite
import Ledger

/// What the ledger in a file ends with, and whether it holds: for manifests and after a restore.
struct LedgerEnds: Sendable {
    /// The ends of the chains, in the order of the codes; nil where the file is of an older program, whose tables are not
    /// touched here.
    let heads: [BackupManifest.Head]?

    /// Looks through a file: first the pages, then every entry of every chain.
    ///
    /// The file must belong to nobody else: a copy, or a place that is being restored.
    ///
    /// - Throws: `BackupFailure` naming the first thing that does not fit.
    init(checking path: String) throws(BackupFailure) {
        do {
            let faults = try SQLiteCopy.faults(in: path)
            if let first = faults.first {
                throw BackupFailure("数据库文件“\(path)”有损坏（\(first)），不能使用。请改用更早的备份。")
            }
            let database = try SQLiteDatabase(SQLiteSettings(path: path))
            defer { database.close() }
            guard try Ledger.missingSteps(in: database) == 0 else {
                heads = nil
                return
            }
            let ledger = try Ledger(in: database, now: WallClock.now())
            let verification = try ledger.verify()
            if let fault = verification.faults.first {
                throw BackupFailure(
                    "台账没有通过校验：\(fault.message)\(fault.remedy)没有备份或恢复；运行 gongkai verify 查看全部不符之处。")
            }
            heads = try Self.heads(of: ledger)
        } catch {
            throw BackupFailure(any: error)
        }
    }

    private static func heads(of ledger: Ledger) throws(DatabaseError) -> [BackupManifest.Head] {
        var heads: [BackupManifest.Head] = []
        for office in try ledger.offices.list() {
            guard let last = try ledger.entries.latest(of: office.code, limit: 1).first else { continue }
            heads.append(
                BackupManifest.Head(office: office.code.text, entries: last.number, digest: last.digest.hex))
        }
        return heads
    }
}
