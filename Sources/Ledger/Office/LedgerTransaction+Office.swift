public import Database

extension LedgerTransaction {
    /// Keeps an office in the list by which everything else finds it: a new one, or new particulars of the one with its
    /// code. Belongs beside an entry `office.…`.
    ///
    /// - Returns: nil when it is kept, else why not.
    public func keep(_ office: Office) throws(DatabaseError) -> OfficeRefusal? {
        try OfficeStore.put(office, database)
    }
}
