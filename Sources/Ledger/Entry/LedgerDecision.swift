public import Database

/// What becomes of a change of the ledger: `commit` or `rollBack`, with the answer.
///
/// The database's own `Decision`, under a name that the answer to an application does not have.
public typealias LedgerDecision<Answer: Sendable> = Decision<Answer>
