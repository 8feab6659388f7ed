internal import CivilTime
public import Database
public import Disclosure

/// The offices an installation knows.
public struct OfficeStore: Sendable {
    let database: any Database

    /// Keeps an office without entries, as older programs did: a new one, or new particulars of the one with its code.
    ///
    /// For tests, of such databases and of whatever asks nothing of the offices themselves: offices are founded by an entry
    /// (`FoundOffice`), from which the list follows.
    ///
    /// - Returns: nil when it is kept, else why not.
    @discardableResult
    package func put(_ office: Office) throws(DatabaseError) -> OfficeRefusal? {
        try database.decide { (transaction) throws(DatabaseError) in
            if let refusal = try Self.put(office, transaction) { return .rollBack(refusal) }
            try transaction.countRevision(.everybody)
            return .commit(nil)
        }
    }

    /// Every office, in the order of the codes.
    public func list() throws(DatabaseError) -> [Office] {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.all(Self.columns + " ORDER BY lower(o.code)", [], Self.office)
        }
    }

    /// What every office is that has entries: kind, level and place, as its record says last.
    ///
    /// One statement; only what the record of an office says of itself is read.
    ///
    /// - Parameter code: of one office only, as it is kept; nil for all.
    public func characters(of code: AgencyCode? = nil) throws(DatabaseError) -> [AgencyCode: OfficeCharacter] {
        try database.read { (transaction) throws(DatabaseError) in
            var characters: [AgencyCode: OfficeCharacter] = [:]
            try transaction.each(
                """
                SELECT o.code, e.kind, e.schema, e.day, e.payload FROM office o
                JOIN entry e ON e.office = o.id AND e.subject_kind = 'office' AND e.subject = o.code
                WHERE e.kind IN ('office.founded', 'office.corrected') AND ($1 = '' OR o.code = $1)
                ORDER BY o.id, e.subject_number
                """, [.text(code?.text ?? "")]
            ) { (row) throws(DatabaseError) in
                let code = try row.agencyCode(0)
                let entry = try EntryPayloadText.entry(
                    OfficeAct.self, schema: try row.int(2), kind: try row.text(1), day: try row.day(3),
                    payload: try row.text(4), place: code.text)
                switch entry.act {
                case .founded(let founding): characters[code] = founding.character
                case .corrected(let correction): characters[code] = correction.character
                default: break
                }
            }
            return characters
        }
    }

    /// The offices in which a role was ever granted, in the order of the codes.
    public func everGrantingRoles() throws(DatabaseError) -> [AgencyCode] {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.all(
                """
                SELECT o.code FROM office o WHERE EXISTS (SELECT 1 FROM entry e
                    WHERE e.office = o.id AND e.subject_kind = 'office' AND e.kind = 'office.role_granted')
                ORDER BY lower(o.code)
                """
            ) { (row) throws(DatabaseError) in try row.agencyCode(0) }
        }
    }

    /// The office with a code; nil where there is none.
    public func office(code: AgencyCode) throws(DatabaseError) -> Office? {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.first(Self.columns + " WHERE lower(o.code) = $1", [.text(code.folded)], Self.office)
        }
    }

    /// The office that a person names, by the rule of `OfficeNames`; nil where there is none.
    public func office(named name: String) throws(DatabaseError) -> Office? {
        OfficeNames(try list()).office(named: name)
    }

    /// Every office, in the order of the codes.
    static func all(_ transaction: any ReadTransaction) throws(DatabaseError) -> [Office] {
        try transaction.all(columns + " ORDER BY lower(o.code)", [], office)
    }

    private static let columns: SQL = """
        SELECT o.code, o.full_name, o.short_name, o.region, p.code, o.since, o.until
        FROM office o LEFT JOIN office p ON p.id = o.parent
        """

    private static func office(_ row: borrowing Row) throws(DatabaseError) -> Office {
        Office(
            code: try row.agencyCode(0), fullName: try row.line(1), shortName: try row.optionalLine(2),
            region: try row.optionalLine(3), parent: try row.isNull(4) ? nil : row.agencyCode(4),
            since: try row.optionalDay(5), until: try row.optionalDay(6))
    }

    /// The row number of an office; nil where there is none.
    static func id(_ code: AgencyCode, _ transaction: any ReadTransaction) throws(DatabaseError) -> Int64? {
        try transaction.first("SELECT id FROM office WHERE lower(code) = $1", [.text(code.folded)]) {
            (row) throws(DatabaseError) in try row.int64(0)
        }
    }

    /// The row number and the code as it was registered; nil where there is none.
    static func key(_ code: AgencyCode, _ transaction: any ReadTransaction) throws(DatabaseError) -> OfficeKey? {
        try transaction.first("SELECT id, code FROM office WHERE lower(code) = $1", [.text(code.folded)]) {
            (row) throws(DatabaseError) in OfficeKey(id: try row.int64(0), code: try row.agencyCode(1))
        }
    }

    /// The row of an office whose first entry is about to follow: its code, and nothing that others could meet.
    static func open(_ code: AgencyCode, _ transaction: any WriteTransaction) throws(DatabaseError) {
        try transaction.execute(
            "INSERT INTO office (code, full_name, until) VALUES ($1, '', '')", [.text(code.text)])
    }

    /// Why an office cannot be kept beside the others; nil where it can.
    static func obstacle(to office: Office, _ transaction: any ReadTransaction) throws(DatabaseError)
        -> OfficeRefusal?
    {
        if let since = office.since, let until = office.until, until < since { return .endsBeforeItBegins }
        let own = try id(office.code, transaction)
        if let code = office.parent {
            guard code != office.code else { return .circularParent(code) }
            guard let above = try id(code, transaction) else { return .unknownParent(code) }
            if let own, try isBelow(above, own, transaction) { return .circularParent(code) }
        }
        let sameName = try transaction.first(
            "SELECT id, code FROM office WHERE full_name = $1 AND until IS NULL", [.text(office.fullName.text)]
        ) { (row) throws(DatabaseError) in (try row.int64(0), try row.agencyCode(1)) }
        if let sameName, sameName.0 != own, office.until == nil { return .nameTaken(by: sameName.1) }
        return nil
    }

    static func put(_ office: Office, _ transaction: any WriteTransaction) throws(DatabaseError)
        -> OfficeRefusal?
    {
        if let refusal = try obstacle(to: office, transaction) { return refusal }
        let own = try id(office.code, transaction)
        let parent = try office.parent.flatMap { (code) throws(DatabaseError) in try id(code, transaction) }
        let values: [Value] = [
            .text(office.code.text), .text(office.fullName.text), .text(office.shortName?.text),
            .text(office.region?.text), .int64(parent), .text(office.since?.description),
            .text(office.until?.description),
        ]
        if let own {
            try transaction.execute(
                """
                UPDATE office SET code = $1, full_name = $2, short_name = $3, region = $4, parent = $5, since = $6, until = $7
                WHERE id = $8
                """, values + [.int64(own)])
        } else {
            try transaction.execute(
                """
                INSERT INTO office (code, full_name, short_name, region, parent, since, until)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """, values)
        }
        return nil
    }

    /// True where an office stands somewhere below another.
    private static func isBelow(_ office: Int64, _ other: Int64, _ transaction: any ReadTransaction)
        throws(DatabaseError) -> Bool
    {
        try transaction.exists(
            """
            WITH RECURSIVE above (id) AS (
                SELECT parent FROM office WHERE id = $1
                UNION SELECT o.parent FROM office o JOIN above a ON o.id = a.id)
            SELECT 1 FROM above WHERE id = $2
            """, [.int64(office), .int64(other)])
    }
}
