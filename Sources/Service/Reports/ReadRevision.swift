internal import Database
public import Ledger

/// How often what is kept was changed: pages drawn at the same number are the same.
public struct ReadRevision: Sendable {
    let ledger: Ledger

    /// The use case over a ledger.
    public init(ledger: Ledger) { self.ledger = ledger }

    /// The number now; one look-up.
    public func run() throws(ServiceError) -> Int64 {
        try inDatabase { () throws(DatabaseError) in try ledger.revision() }
    }
}
