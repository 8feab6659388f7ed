public import CivilTime
public import Database
public import Disclosure

extension LedgerTransaction {
    /// The batches of an office that hold items, count, and were put together on a day or later.
    public func handovers(of office: AgencyCode, since day: Day) throws(DatabaseError) -> [HandoverNumber] {
        guard let id = try OfficeStore.id(office, database) else { return [] }
        return try database.all(
            """
            SELECT year, serial FROM handover_row WHERE office = $1 AND voided = 0 AND items > 0 AND prepared >= $2
            ORDER BY year, serial
            """, [.int64(id), .text(day.description)]
        ) { (row) throws(DatabaseError) in
            guard let number = HandoverNumber(year: try row.int(0), serial: try row.int(1)) else {
                throw row.unexpected(1, wanted: "handover number")
            }
            return number
        }
    }
}
