internal import Database
public import Ledger
public import Vault

/// Seals every person and every paper with the present key that is sealed with an older one, some in a transaction.
///
/// It can be stopped at any time and run again: what is not yet sealed anew opens with its old key.
public struct RotateKey: Sendable {
    let ledger: Ledger
    let vault: Vault
    private static let batch = 500

    /// The use case over a ledger and a vault whose ring begins with the new key.
    public init(ledger: Ledger, vault: Vault) {
        self.ledger = ledger
        self.vault = vault
    }

    /// Seals anew.
    ///
    /// - Returns: how many were sealed anew.
    /// - Throws: `ServiceError.vault` where a record does not open; what was done before stays done.
    public func run(at now: Moment) throws(ServiceError) -> Int {
        var count = 0
        while true {
            let persons = try inDatabase { () throws(DatabaseError) in
                try ledger.persons.notSealed(with: vault.ring.present.identity.text, limit: Self.batch)
            }
            if persons.isEmpty { return count + (try resealPapers()) }
            var changes: [(old: KeptPerson, new: KeptPerson, marks: [String])] = []
            for person in persons { changes.append(try reseal(person)) }
            count += try inDatabase { () throws(DatabaseError) in try ledger.persons.replace(changes, at: now) }
        }
    }

    /// Papers are large: a few at a time.
    private func resealPapers() throws(ServiceError) -> Int {
        var count = 0
        while true {
            let papers = try inDatabase { () throws(DatabaseError) in
                try ledger.sealedPapers.notSealed(with: vault.ring.present.identity.text, limit: 4)
            }
            if papers.isEmpty { return count }
            var changed: [SealedPaper] = []
            for paper in papers {
                changed.append(try sealed { () throws(VaultError) in try vault.resealed(paper) })
            }
            let replaced = try inDatabase { () throws(DatabaseError) in try ledger.sealedPapers.replace(changed) }
            // Whoever erased them meanwhile is done with them; what cannot be replaced is not asked for again and again.
            if replaced == 0 { return count }
            count += replaced
        }
    }

    private func reseal(
        _ kept: KeptPerson
    ) throws(ServiceError) -> (old: KeptPerson, new: KeptPerson, marks: [String]) {
        do throws(VaultError) {
            let person = try vault.open(kept)
            let office = kept.office.folded
            let sealed = try vault.seal(person, as: kept.reference, of: office)
            return (
                kept, KeptPerson(kept.reference, of: kept.office, key: sealed.key.text, sealed: sealed.bytes),
                try vault.marks(of: person, in: office).map(\.text)
            )
        } catch {
            throw .vault(error)
        }
    }
}
