public import Database
public import Disclosure

extension LedgerTransaction {
    /// The item of an office that has an index number; nil where none has.
    public func item(
        withIndex index: IndexNumber, of office: AgencyCode
    ) throws(DatabaseError) -> ItemReference? {
        guard let id = try OfficeStore.id(office, database) else { return nil }
        return try database.first(
            "SELECT item FROM item_row WHERE office = $1 AND index_number = $2", [.int64(id), .text(index.text)]
        ) { (row) throws(DatabaseError) in
            guard let item = ItemReference(try row.text(0)) else { throw row.unexpected(0, wanted: "reference") }
            return item
        }
    }

    /// The highest serial that a number of a series has in an office; 0 where none has been given.
    public func lastSerial(of series: IndexSeries, in office: AgencyCode) throws(DatabaseError) -> Int {
        guard let id = try OfficeStore.id(office, database) else { return 0 }
        // Digits lie between these two; numbers given by hand may lie there too, without being of the series.
        let numbers = try database.all(
            """
            SELECT index_number FROM item_row
            WHERE office = $1 AND index_number >= $2 AND index_number < $3 AND length(index_number) = $4
            ORDER BY index_number DESC LIMIT 50
            """, [.int64(id), .text(series.prefix + "0"), .text(series.prefix + ":"), .int(series.length)]
        ) { (row) throws(DatabaseError) in IndexNumber(try row.text(0)) }
        return numbers.lazy.compactMap { $0.flatMap(series.serial(of:)) }.first ?? 0
    }
}
