internal import Database
public import Ledger

/// What was changed since a revision, as far as kept pages show it.
public struct ReadChanges: Sendable {
    let ledger: Ledger

    /// The use case over a ledger.
    public init(ledger: Ledger) { self.ledger = ledger }

    /// The changes; one look-up where there are none.
    public func run(since number: Int64) throws(ServiceError) -> PublicChanges {
        try inDatabase { () throws(DatabaseError) in try ledger.publicChanges(since: number) }
    }
}
