public import Database

extension LedgerTransaction {
    /// Why the list of offices cannot hold an office beside those it holds; nil where it can.
    ///
    /// The law says it of offices with entries; this also of those that are kept without.
    public func obstacle(to office: Office) throws(DatabaseError) -> OfficeRefusal? {
        try OfficeStore.obstacle(to: office, database)
    }
}
