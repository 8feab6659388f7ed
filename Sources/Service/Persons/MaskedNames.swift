internal import Database
public import Disclosure
public import Ledger
public import Vault

/// The names of persons as anyone in the office may see them (张*), for lists. No look is recorded: nothing can be read from
/// a masked name that the list does not say anyway.
public struct MaskedNames: Sendable {
    let ledger: Ledger
    let vault: Vault?

    /// The names over a ledger; without a vault there are none.
    public init(ledger: Ledger, vault: Vault?) {
        self.ledger = ledger
        self.vault = vault
    }

    /// The masked name of a person; nil where none is kept, or it cannot be opened with the keys at hand.
    public func name(of reference: PersonReference, in office: AgencyCode) throws(ServiceError) -> String? {
        guard let vault else { return nil }
        let kept = try inDatabase { () throws(DatabaseError) in try ledger.persons.person(reference, of: office) }
        guard let kept else { return nil }
        return (try? vault.open(kept))?.description
    }
}
