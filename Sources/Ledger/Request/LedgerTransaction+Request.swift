public import Database
public import Disclosure

extension LedgerTransaction {
    /// Which application of its applicant in the calendar month an application is, from 1, by the days on which they were
    /// received; nil where there is none. What was entered in error does not count.
    ///
    /// Source: 109号 Art 4.
    public func placeInMonth(of number: RequestNumber, office: AgencyCode) throws(DatabaseError) -> Int? {
        guard let id = try OfficeStore.id(office, database) else { return nil }
        let place = try database.one(
            """
            SELECT count(*) FROM request_row own JOIN request_row r ON r.office = own.office AND r.applicant = own.applicant
            WHERE own.office = $1 AND own.year = $2 AND own.serial = $3 AND r.stage <> 'voided' AND own.stage <> 'voided'
                AND substr(coalesce(r.received, r.arrived), 1, 7) = substr(coalesce(own.received, own.arrived), 1, 7)
                AND (coalesce(r.received, r.arrived) < coalesce(own.received, own.arrived)
                    OR (coalesce(r.received, r.arrived) = coalesce(own.received, own.arrived)
                        AND (r.year < own.year OR (r.year = own.year AND r.serial <= own.serial))))
            """, [.int64(id), .int(number.year), .int(number.serial)]
        ) { (row) throws(DatabaseError) in try row.int(0) }
        return place > 0 ? place : nil
    }
}
