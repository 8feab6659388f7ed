internal import CivilTime
internal import Database
internal import Disclosure
internal import Ledger

/// The offices as their entries tell them, read once a transaction and kept up while it goes on.
///
/// Belongs to the closure of the transaction.
final class OfficeBook {
    private var codes: [AgencyCode: AgencyCode]
    private var known: OfficeTree?

    init(_ codes: some Sequence<AgencyCode>) {
        self.codes = Dictionary(codes.map { ($0, $0) }) { first, _ in first }
    }

    /// A code as it was registered, whatever its letters' case here; a new one as it is.
    func registered(_ code: AgencyCode) -> AgencyCode { codes[code] ?? code }

    /// All offices.
    func tree(_ transaction: LedgerTransaction) throws(DatabaseError) -> OfficeTree {
        if let known { return known }
        var records: [OfficeRecord] = []
        for code in codes.values {
            if let record = try Self.record(code, transaction) { records.append(record) }
        }
        let tree = OfficeTree(records)
        known = tree
        return tree
    }

    /// One office; nil where nobody founded it in the ledger.
    static func record(_ code: AgencyCode, _ transaction: LedgerTransaction) throws(DatabaseError) -> OfficeRecord? {
        guard let reference = AgencyReference(code.text) else { return nil }
        return try transaction.state(of: Subject<OfficeAct>(reference), office: code).value
    }

    /// Takes an office over as it stands now.
    func put(_ record: OfficeRecord, _ code: AgencyCode) {
        codes[code] = code
        known?.put(record)
    }
}

extension OfficeRecord {
    /// True where somebody holds a role here, so that roles are asked for.
    func hasRoles(on day: Day) -> Bool { staff(on: day).contains { !$0.roles(on: day).isEmpty } }
}
