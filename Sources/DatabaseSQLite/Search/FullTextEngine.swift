internal import CSQLite
internal import Database

/// FTS5 of one connection, to which own functions are made known.
struct FullTextEngine {
    /// The library's table of functions; lives as long as the connection.
    let api: UnsafeMutablePointer<fts5_api>
    private let connection: OpaquePointer
    private let path: String

    /// Throws where the library came without it.
    init(of connection: OpaquePointer, path: String) throws(DatabaseError) {
        guard let api = gongkai_sqlite3_fts5(connection) else {
            throw DatabaseError(
                .cannotOpen, message: "本机的 SQLite 不带全文检索（FTS5），不能使用。请安装发行版自带的 libsqlite3。", detail: "no fts5_api")
        }
        self.api = api
        self.connection = connection
        self.path = path
    }

    /// Throws unless a function was taken up.
    func require(_ status: Int32?) throws(DatabaseError) {
        guard status == SQLITE_OK else { throw SQLiteFailure.last(connection, path: path) }
    }
}
