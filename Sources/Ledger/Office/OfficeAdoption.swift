internal import CivilTime
internal import Database
internal import Disclosure

/// Gives the offices that older programs kept without entries their founding: as they stood on the day, since nobody said
/// when they began. From then on they follow from their entries as all others do.
struct OfficeAdoption {
    let settings: LedgerSettings

    /// Does it, in the transaction that brings the tables up to date. What a name of an entry cannot hold stays as it is
    /// kept, and can be read on.
    func run(_ database: any WriteTransaction, at now: Moment) throws(DatabaseError) {
        let transaction = LedgerTransaction(by: .system, at: now, database, settings)
        for office in CopyStore.parentsFirst(try OfficeStore.all(database)) {
            guard let takeover = Self.takeover(of: office) else { continue }
            let subject = Subject<OfficeAct>(takeover.office)
            guard try transaction.state(of: subject, office: office.code).value == nil else { continue }
            try transaction.append(takeover.entries(on: now.beijingDay), to: subject, office: office.code)
        }
        // An earlier step than the table of changes; no program keeps pages of this ledger yet.
        if transaction.hasWritten { try database.countRevision(.nobody) }
    }

    private static func takeover(of office: Office) -> OfficeTakeover? {
        guard let reference = AgencyReference(office.code.text), let name = Statement(office.fullName.text) else {
            return nil
        }
        return OfficeTakeover(
            reference, OfficeName(name, short: office.shortName.flatMap { Statement($0.text) }),
            region: office.region.flatMap { Statement($0.text) },
            under: office.parent.flatMap { AgencyReference($0.text) }, since: office.since, end: office.until?.next)
    }
}
