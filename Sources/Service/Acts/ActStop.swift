internal import Database
internal import Disclosure
internal import Ledger
internal import Vault

/// Why an act goes no further.
enum ActStop: Error {
    /// It is not allowed, for these reasons.
    case refused([Finding])
    /// Someone recorded something since the caller looked.
    case overtaken(Overtaking)
    /// The database refused.
    case database(DatabaseError)
    /// Personal data cannot be sealed or opened.
    case vault(VaultError)
}

/// Runs what the law or the policy may refuse.
func refusable<Answer>(_ work: () throws(Refusal) -> Answer) throws(ActStop) -> Answer {
    do throws(Refusal) { return try work() } catch { throw .refused(error.findings) }
}

/// Runs what the database may refuse.
func stored<Answer>(_ work: () throws(DatabaseError) -> Answer) throws(ActStop) -> Answer {
    do throws(DatabaseError) { return try work() } catch { throw .database(error) }
}

/// Runs what the vault may refuse.
func sealing<Answer>(_ work: () throws(VaultError) -> Answer) throws(ActStop) -> Answer {
    do throws(VaultError) { return try work() } catch { throw .vault(error) }
}
