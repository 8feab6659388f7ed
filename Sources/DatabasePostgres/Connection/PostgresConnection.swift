internal import CPostgres
internal import Database
internal import Glibc

/// One connection to a server. One thread at a time uses it.
///
/// It is in libpq's pipeline mode for good: what begins a transaction is sent together with its first statement, and many
/// statements may be on their way before the first answer is read. Answers come in the order of sending.
///
/// Not `Sendable`: the pool and the writer that own connections say what protects them.
final class PostgresConnection {
    enum Role { case reading, writing }

    /// What is still to be read of answers, in the order in which they come.
    private enum Reply {
        /// A statement of the driver's own was prepared.
        case preparation(String)
        case control(Control)
        /// The end of what was sent together.
        case end
    }

    let handle: OpaquePointer
    /// Where it leads, for errors: `host:port/name`.
    let place: String
    let role: Role
    /// What the server said of itself when the connection was opened.
    let server: ServerFacts
    /// True once the connection cannot be used any more.
    private(set) var isBroken = false
    /// Why a statement of the driver's own failed in what was sent together with the caller's.
    private(set) var controlFailure: DatabaseError?
    /// The number of the last write transaction begun.
    private(set) var transactionNumber: String?
    /// The place in the server's log behind the last commit that asked for it.
    private(set) var position: LogPosition?
    private let silenceMilliseconds: Int
    private var cache: StatementCache
    private var parameters = ParameterBuffer()
    private var controlNames: [String: String] = [:]
    /// Counts up only, so that a name is never given twice.
    private var controlsPrepared = 0
    private var deferred: [Control] = []
    private var forgotten: [String] = []
    private var unread: [Reply] = []
    private var active: ResultStream?

    /// Takes over an opened connection that is in pipeline mode and does not block.
    init(
        _ handle: OpaquePointer, place: String, role: Role, server: ServerFacts, settings: PostgresSettings
    ) {
        self.handle = handle
        self.place = place
        self.role = role
        self.server = server
        // The server ends a statement that takes too long; a server that says nothing at all is given up a little later.
        silenceMilliseconds = settings.statementMilliseconds + 5_000
        cache = StatementCache(bound: settings.statements)
    }

    deinit { PQfinish(handle) }

    /// How many prepared statements are kept.
    var keptStatements: Int { cache.count }

    /// True where an idle connection can be used: looks whether the server has closed it, without asking the server.
    func isAlive() -> Bool {
        guard !isBroken, PQstatus(handle) == CONNECTION_OK else { return false }
        // What the server said unasked (its farewell) has to be read before its closing is seen.
        for _ in 0..<4 {
            var byte: UInt8 = 0
            let count = recv(PQsocket(handle), &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT))
            if count == 0 { return false }
            if count < 0 { return errno == EAGAIN || errno == EINTR }
            guard PQconsumeInput(handle) == 1 else { return false }
        }
        return true
    }

    // MARK: Sending

    /// Puts a statement of the driver's own in front of whatever is sent next.
    func prepend(_ controls: Control...) { deferred += controls }

    /// True where something waits to be sent with the next statement.
    var hasDeferred: Bool { !deferred.isEmpty }

    /// Forgets what was to be sent with the next statement.
    func dropDeferred() { deferred = [] }

    /// Sends what waits and the given controls, and waits for the answers.
    func flush(_ controls: Control...) throws(DatabaseError) {
        try freeAnswers()
        deferred += controls
        try sendDeferred()
        try sendEnd()
        try settle()
        if let controlFailure { throw controlFailure }
    }

    /// Sends what waits and the given controls without waiting: the answers are read before those of the next statement.
    func send(_ controls: Control...) throws(DatabaseError) {
        try freeAnswers()
        deferred += controls
        try sendDeferred()
        try sendEnd()
    }

    /// Runs a statement, calling `body` on each row; gives the number of rows it changed.
    @discardableResult
    func run(_ sql: String, _ values: [Value], _ body: (ResultStream) throws(DatabaseError) -> Void)
        throws(DatabaseError) -> Int
    {
        try freeAnswers()
        let statement = try prepared(sql)
        try parameters.fill(values, for: statement)
        try sendDeferred()
        guard parameters.send(statement.name, on: handle) else { throw broken(nil, sql) }
        try sendEnd()
        try settle(until: 1, sql)
        _ = gongkai_pq_stream(handle)
        let stream = ResultStream(self, sql: sql)
        active = stream
        do {
            while try stream.advance() { try body(stream) }
        } catch {
            try? stream.discard()
            if error.sql == sql { forgetWhereUseless(error, sql) }
            throw error
        }
        if stream.changedSchema { forgotten += cache.forgetAll() }
        return stream.changed
    }

    /// Runs statements one after another, reading the answers while the next are on their way.
    func runAll(_ statements: ArraySlice<(sql: SQL, values: [Value])>) throws(DatabaseError) -> [Int] {
        try freeAnswers()
        var counts: [Int] = []
        var rest = statements
        while !rest.isEmpty {
            let together = try prepareTogether(rest)
            try sendDeferred()
            var sent = 0
            var size = 0
            for (statement, prepared) in zip(rest, together) where size < Self.bytesTogether {
                try parameters.fill(statement.values, for: prepared)
                size += parameters.size
                guard parameters.send(prepared.name, on: handle) else { throw broken(nil, prepared.sql) }
                sent += 1
            }
            try sendEnd()
            try settle(until: sent, rest.first?.sql.text)
            var failure: DatabaseError?
            for statement in rest.prefix(sent) {
                do {
                    counts.append(try changed(statement.sql.text))
                } catch {
                    failure = failure ?? error
                    if isBroken { break }
                }
            }
            if let failure { throw failure }
            try settle()
            rest = rest.dropFirst(sent)
        }
        return counts
    }

    private static let statementsTogether = 256
    private static let bytesTogether = 1 << 20

    /// Prepares the statements that can be on their way at the same time, as many as the cache can keep together.
    private func prepareTogether(_ statements: ArraySlice<(sql: SQL, values: [Value])>) throws(DatabaseError)
        -> [PreparedStatement]
    {
        var together: [PreparedStatement] = []
        var names: Set<String> = []
        for statement in statements.prefix(Self.statementsTogether) {
            let isNew = !names.contains(statement.sql.text)
            if isNew, names.count == cache.bound { break }
            names.insert(statement.sql.text)
            together.append(try prepared(statement.sql.text))
        }
        return together
    }

    /// Reads the answer to one statement of several.
    private func changed(_ sql: String) throws(DatabaseError) -> Int {
        var changed = 0
        var failure: DatabaseError?
        while let result = try nextResult(sql) {
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_FATAL_ERROR: failure = self.failure(of: result, sql: sql)
            case PGRES_PIPELINE_ABORTED:
                failure = controlFailure?.inStatement(sql) ?? self.failure(.engine, detail: "skipped", sql: sql)
            case PGRES_EMPTY_QUERY: failure = self.failure(.badStatement, detail: "empty statement", sql: sql)
            default: changed = PQcmdStatus(result).map { ResultStream.effect(String(cString: $0)).changed } ?? 0
            }
        }
        if let failure { throw failure }
        return changed
    }

    /// A statement the server keeps prepared: from an earlier use, or prepared now.
    private func prepared(_ sql: String) throws(DatabaseError) -> PreparedStatement {
        if let kept = cache.kept(sql) { return kept }
        for name in forgotten { deferred.append(.forget(name)) }
        let name = cache.freshName()
        try sendDeferred()
        guard PQsendPrepare(handle, name, sql, 0, nil) == 1, PQsendDescribePrepared(handle, name) == 1 else {
            throw broken(nil, sql)
        }
        try sendEnd()
        try settle(until: 2, sql)
        var failure: DatabaseError?
        var types: [Oid] = []
        for _ in 0..<2 {
            while let result = try nextResult(sql) {
                defer { PQclear(result) }
                switch PQresultStatus(result) {
                case PGRES_COMMAND_OK:
                    types = (0..<PQnparams(result)).map { PQparamtype(result, $0) }
                case PGRES_PIPELINE_ABORTED: failure = failure ?? controlFailure?.inStatement(sql)
                default: failure = failure ?? self.failure(of: result, sql: sql)
                }
            }
        }
        try settle()
        if let failure { throw failure }
        let statement = PreparedStatement(name: name, sql: sql, types: types)
        if let evicted = cache.keep(statement) { forgotten.append(evicted) }
        return statement
    }

    private func sendDeferred() throws(DatabaseError) {
        for control in deferred {
            if control.use == .position { position = nil }
            if control.isKept {
                let name: String
                if let known = controlNames[control.sql] {
                    name = known
                } else {
                    name = "c\(controlsPrepared)"
                    controlsPrepared += 1
                    guard PQsendPrepare(handle, name, control.sql, 0, nil) == 1 else { throw broken(nil) }
                    unread.append(.preparation(control.sql))
                    controlNames[control.sql] = name
                }
                guard PQsendQueryPrepared(handle, name, 0, nil, nil, nil, 0) == 1 else { throw broken(nil) }
            } else {
                guard PQsendQueryParams(handle, control.sql, 0, nil, nil, nil, nil, 0) == 1 else { throw broken(nil) }
            }
            unread.append(.control(control))
        }
        deferred = []
    }

    private func sendEnd() throws(DatabaseError) {
        guard PQpipelineSync(handle) == 1 else { throw broken(nil) }
        unread.append(.end)
    }

    // MARK: Reading

    /// Makes the connection free for the next statement: the rows of one that is being read go into memory.
    private func freeAnswers() throws(DatabaseError) {
        guard !isBroken else { throw failure(.unreachable, detail: "connection is gone") }
        try active?.hold()
        active = nil
        controlFailure = nil
    }

    /// An answer was read to its end.
    func completed(_ stream: ResultStream) throws(DatabaseError) {
        if active === stream { active = nil }
        try settle()
    }

    /// Reads answers to statements of the driver's own, oldest first.
    ///
    /// - Parameter until: answers of the caller's that stand before the last end; those are left to be read.
    private func settle(until callers: Int = 0, _ sql: String? = nil) throws(DatabaseError) {
        while let reply = unread.first {
            if callers > 0, unread.count == 1 { return }
            switch reply {
            case .end:
                // What failed before this end was told to whom it concerned.
                if unread.count > 1 { controlFailure = nil }
                guard let result = try nextResult(sql) else { continue }
                PQclear(result)
            case .preparation(let text):
                if try !readControl(nil, sql) { controlNames[text] = nil }
            case .control(let control): _ = try readControl(control, sql)
            }
            unread.removeFirst()
        }
    }

    /// True where the server did it.
    private func readControl(_ control: Control?, _ sql: String?) throws(DatabaseError) -> Bool {
        var isDone = true
        while let result = try nextResult(sql) {
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_FATAL_ERROR:
                isDone = false
                let error = failure(of: result, sql: nil)
                // The commit before it holds, whether the place is known or not.
                if control?.use != .position { controlFailure = controlFailure ?? error }
            case PGRES_PIPELINE_ABORTED: isDone = false
            case PGRES_TUPLES_OK where PQntuples(result) == 1:
                let text = PQgetvalue(result, 0, 0).map { String(cString: $0) }
                switch control?.use {
                case .transaction: transactionNumber = text
                case .position: position = text.flatMap { LogPosition($0) }
                default: break
                }
            case PGRES_COMMAND_OK:
                if let control { note(control, PQcmdStatus(result).map { String(cString: $0) } ?? "") }
            default: break
            }
        }
        return isDone
    }

    private func note(_ control: Control, _ words: String) {
        switch control.use {
        case .forgotten: forgotten.removeAll { control.sql == Control.forget($0).sql }
        default:
            // The server answers the commit of a failed transaction with ROLLBACK and no error.
            guard control.sql == Control.commit.sql, words != "COMMIT" else { return }
            controlFailure = controlFailure ?? failure(.engine, detail: "commit was answered with \(words)")
        }
    }

    /// The next piece of an answer; nil at the end of the answer to one statement.
    func nextResult(_ sql: String?) throws(DatabaseError) -> OpaquePointer? {
        guard !isBroken else { throw failure(.unreachable, detail: "connection is gone", sql: sql) }
        while PQisBusy(handle) != 0 { try wait(sql) }
        return PQgetResult(handle)
    }

    /// Waits until the server says something, sending meanwhile what the socket did not take yet.
    private func wait(_ sql: String?) throws(DatabaseError) {
        let isSending = PQflush(handle)
        guard isSending >= 0 else { throw broken(nil, sql) }
        var socket = pollfd(
            fd: PQsocket(handle), events: Int16(POLLIN) | (isSending > 0 ? Int16(POLLOUT) : 0), revents: 0)
        let count = poll(&socket, 1, Int32(clamping: silenceMilliseconds))
        if count == 0 {
            isBroken = true
            throw failure(.timedOut, detail: "no answer within \(silenceMilliseconds) ms", sql: sql)
        }
        guard count > 0 || errno == EINTR else { throw broken("poll: \(errno)", sql) }
        if count > 0, PQconsumeInput(handle) == 0 {
            // The server's farewell may stand before the end of the stream and tell why.
            throw broken(nil, sql)
        }
    }

    // MARK: Failures

    /// The error of an answer; the connection is given up where the server ended it.
    func failure(of result: OpaquePointer, sql: String?) -> DatabaseError {
        if PQstatus(handle) != CONNECTION_OK { isBroken = true }
        if isBroken, PQresultErrorField(result, Int32(UInt8(ascii: "C"))) == nil {
            return failure(.unreachable, detail: "connection lost", sql: sql)
        }
        return PostgresFailure.result(result, place: place, isReading: role == .reading, sql: sql)
    }

    /// An error of ours on this connection.
    func failure(_ kind: DatabaseErrorKind, detail: String, sql: String? = nil) -> DatabaseError {
        PostgresFailure.own(kind, place: place, detail: detail, sql: sql)
    }

    /// Gives the connection up.
    private func broken(_ detail: String?, _ sql: String? = nil) -> DatabaseError {
        isBroken = true
        return failure(.unreachable, detail: detail ?? "connection lost", sql: sql)
    }

    /// A statement that the server can no longer run (its tables changed, or somebody removed it) is prepared anew.
    private func forgetWhereUseless(_ error: DatabaseError, _ sql: String) {
        guard error.extendedCode == Int("0A000", radix: 36) || error.extendedCode == Int("26000", radix: 36),
            let name = cache.forget(sql)
        else { return }
        forgotten.append(name)
    }
}
