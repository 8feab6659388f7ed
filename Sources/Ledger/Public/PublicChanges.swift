public import Database

/// What was changed since a revision, as far as the pages of items show it.
public struct PublicChanges: Sendable {
    /// The revision now.
    public let number: Int64
    /// The revision at which something was changed that may show on every page; nil where that was before.
    public let everywhere: Int64?
    /// The offices whose items were changed, with the revision of the last change.
    public let offices: [(office: AgencyCode, number: Int64)]
}

/// Whose pages of items a change of the ledger can touch.
enum PublicReach: Equatable {
    /// Nobody's: papers, reports, cases, persons.
    case nobody
    /// Those of offices, by their rows.
    case offices(Set<Int64>)
    /// All: something was put in place of everything.
    case everybody

    /// Takes an entry in.
    mutating func add(_ kind: SubjectKind, of office: Int64) {
        // A page shows the items of one office, and its name.
        guard kind == .item || kind == .office else { return }
        switch self {
        case .everybody: return
        case .nobody: self = .offices([office])
        case .offices(let rows): self = .offices(rows.union([office]))
        }
    }

    /// The rows under which it is counted.
    fileprivate var rows: [Int64] {
        switch self {
        case .nobody: []
        case .offices(let rows): rows.sorted()
        case .everybody: [0]
        }
    }
}

extension WriteTransaction {
    /// Counts a change of the ledger; every write calls it once.
    ///
    /// The number is taken under the lock of its row, which is held until the change is kept: who reads a number sees every
    /// change up to it.
    func countRevision(_ reach: PublicReach) throws(DatabaseError) {
        try execute("UPDATE ledger_revision SET number = number + 1 WHERE id = 1")
        for row in reach.rows {
            try execute(
                """
                INSERT INTO public_change (office, number) SELECT CAST($1 AS bigint), number FROM ledger_revision WHERE id = 1
                ON CONFLICT (office) DO UPDATE SET number = excluded.number
                """, [.int64(row)])
        }
    }
}

extension Ledger {
    /// What was changed since a revision; costs one look-up where nothing was.
    public func publicChanges(since number: Int64) throws(DatabaseError) -> PublicChanges {
        try database.read { (transaction) throws(DatabaseError) in
            let now = try transaction.one("SELECT number FROM ledger_revision WHERE id = 1") {
                (row) throws(DatabaseError) in try row.int64(0)
            }
            guard now != number else { return PublicChanges(number: now, everywhere: nil, offices: []) }
            var everywhere: Int64?
            var offices: [(office: AgencyCode, number: Int64)] = []
            try transaction.each(
                """
                SELECT c.office, c.number, o.code FROM public_change c LEFT JOIN office o ON o.id = c.office
                WHERE c.number > $1
                """, [.int64(number)]
            ) { (row) throws(DatabaseError) in
                if try row.int64(0) == 0 {
                    everywhere = try row.int64(1)
                } else {
                    offices.append((office: try row.agencyCode(2), number: try row.int64(1)))
                }
            }
            return PublicChanges(number: now, everywhere: everywhere, offices: offices)
        }
    }
}
