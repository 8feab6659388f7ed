import Glibc
import Ledger

/// A folder of our own for the time of a measurement.
struct BenchFolder {
    /// Its path.
    let path: String

    /// Nil where none can be made; `errno` says why.
    init?(in parent: String) {
        var template = Array((parent + "/gongkai-bench-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { return nil }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Removes it with what a measurement leaves in it.
    func remove() {
        for name in [Ledger.fileName, "\(Ledger.fileName)-wal", "\(Ledger.fileName)-shm", SelfMeasure.syncedFile] {
            unlink("\(path)/\(name)")
        }
        rmdir(path)
    }
}
