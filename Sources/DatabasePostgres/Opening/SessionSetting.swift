internal import CPostgres
internal import Database
internal import DatabaseThreads
internal import Glibc

/// What is set and asked once on a connection that was just opened, in one exchange.
struct SessionSetting {
    private let handle: OpaquePointer
    private let place: String
    private let settings: PostgresSettings
    private let end: Int64

    /// - Parameter end: when the server must have answered, by the monotonic clock.
    init(_ handle: OpaquePointer, _ place: String, _ settings: PostgresSettings, until end: Int64) {
        self.end = end
        self.handle = handle
        self.place = place
        self.settings = settings
    }

    /// Sets the limits of the session and checks that the server can keep what is acknowledged.
    ///
    /// - Throws: `badSetting` for a server that is too old, keeps no UTF-8, or does not force changes to the disk;
    ///   `noSuchDatabase` where the schema that tables belong in does not exist.
    func prepare(_ role: PostgresConnection.Role) throws(DatabaseError) -> ServerFacts {
        guard PQserverVersion(handle) >= 130_000 else {
            throw refusal("数据库“\(place)”的服务器版本太旧，需要 PostgreSQL 13 或更新版本。请升级服务器。")
        }
        guard let result = try answer() else { throw PostgresFailure.own(.unreachable, place: place) }
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_TUPLES_OK, PQntuples(result) == 1 else {
            throw PostgresFailure.result(result, place: place, isReading: role == .reading, sql: nil)
        }
        func text(_ column: Int32) -> String? {
            PQgetisnull(result, 0, column) == 1 ? nil : PQgetvalue(result, 0, column).map { String(cString: $0) }
        }
        guard text(0) == "UTF8" else {
            throw refusal(
                "数据库“\(place)”的编码不是 UTF8，不能保存中文。请用 UTF8 编码另建数据库（CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0）。")
        }
        guard text(1) == "on" else {
            throw refusal("数据库“\(place)”的服务器关闭了 fsync，断电时会丢失已确认保存的记录。请在服务器设置中打开 fsync 后重试。")
        }
        guard let key = text(4).flatMap({ Int32($0) }) else {
            throw DatabaseError(
                .noSuchDatabase, message: PostgresFailure.sentence(.noSuchDatabase, place: place),
                detail: "no schema of the search path exists")
        }
        return ServerFacts(isCopy: text(2) == "1", history: text(3), schemaKey: key)
    }

    /// The last of the answers, or the first that is a failure.
    private func answer() throws(DatabaseError) -> OpaquePointer? {
        guard PQsendQuery(handle, statement) == 1 else { return nil }
        var last: OpaquePointer?
        while true {
            while PQisBusy(handle) != 0 {
                let left = (end - MonotonicClock.nanoseconds()) / 1_000_000
                var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
                guard left > 0, poll(&socket, 1, Int32(clamping: left)) > 0 || errno == EINTR,
                    PQconsumeInput(handle) == 1
                else {
                    PQclear(last)
                    throw PostgresFailure.own(
                        .unreachable, place: place,
                        detail: "\(place): no answer within \(settings.connectMilliseconds) ms of opening")
                }
            }
            guard let next = PQgetResult(handle) else { return last }
            if let failed = last, PQresultStatus(failed) == PGRES_FATAL_ERROR {
                PQclear(next)
            } else {
                PQclear(last)
                last = next
            }
        }
    }

    private func refusal(_ message: String) -> DatabaseError { DatabaseError(.badSetting, message: message) }

    /// A stronger setting of the server (`remote_apply`) is left as it is.
    private var statement: String {
        """
        SET statement_timeout = \(settings.statementMilliseconds);
        SET idle_in_transaction_session_timeout = \(settings.statementMilliseconds);
        SET lock_timeout = \(settings.lockMilliseconds);
        SET client_min_messages = warning;
        SET bytea_output = hex;
        SELECT set_config('synchronous_commit', 'on', false)
        WHERE current_setting('synchronous_commit') IN ('off', 'local', 'remote_write');
        SELECT current_setting('server_encoding'), current_setting('fsync'), pg_is_in_recovery()::int,
            CASE WHEN pg_is_in_recovery() THEN NULL ELSE substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) END,
            hashtext(current_schema()::text)
        """
    }
}
