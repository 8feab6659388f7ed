internal import Database

/// Asks a server what became of a transaction whose commit was not confirmed.
struct CommitInquiry {
    enum Outcome {
        /// It is on the disk.
        case kept(PostgresConnection)
        /// Nothing of it is.
        case undone(PostgresConnection)
        /// The server cannot be reached in time, or another one has taken its place.
        case unknown
    }

    private let opening: ConnectionOpening

    init(_ opening: ConnectionOpening) { self.opening = opening }

    /// The outcome of a transaction by its number on a server.
    func outcome(of number: String?, on server: ServerFacts) -> Outcome {
        guard let number, Int64(number) != nil, let history = server.history,
            let connection = try? opening.open(.writing, .untilThere),
            // A copy that took over counts on from an earlier number: its answer would be about another transaction.
            connection.server.history == history
        else { return .unknown }
        do {
            // Behind the lock the old connection has ended, whichever way.
            connection.prepend(.beginWriting, .lock(connection.server.schemaKey))
            var status: String?
            try connection.run("SELECT pg_xact_status($1::text::xid8)", [.text(number)]) {
                (row) throws(DatabaseError) in status = row.kind(at: 0) == .text ? row.text(at: 0) : nil
            }
            try connection.flush(.rollback)
            switch status {
            case "committed": return .kept(connection)
            case "aborted": return .undone(connection)
            default: return .unknown
            }
        } catch {
            return .unknown
        }
    }
}
