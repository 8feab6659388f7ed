/// What a server says of itself when a connection is opened.
struct ServerFacts: Sendable {
    /// True on a copy that only answers reads.
    let isCopy: Bool
    /// The history the server writes; another one after a copy took over. Nil on a copy.
    let history: String?
    /// Tells the schema the tables are in from others of the same database.
    let schemaKey: Int32
}
