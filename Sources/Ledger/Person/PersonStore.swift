public import Database
public import Disclosure

/// What is kept about persons, sealed.
public struct PersonStore: Sendable {
    let database: any Database

    /// What is kept about a person; nil where nothing is.
    public func person(_ reference: PersonReference, of office: AgencyCode) throws(DatabaseError) -> KeptPerson? {
        try database.read { (transaction) throws(DatabaseError) in
            try PersonRows.find(reference, of: office, transaction)
        }
    }

    /// The names of the persons of an office, in their order.
    ///
    /// - Parameters:
    ///   - last: the last one the caller has; nil to begin.
    ///   - limit: how many at most, 1 to 10,000.
    public func references(
        of office: AgencyCode, after last: PersonReference? = nil, limit: Int
    ) throws(DatabaseError) -> [PersonReference] {
        try database.read { (transaction) throws(DatabaseError) in
            guard let id = try OfficeStore.id(office, transaction) else { return [] }
            return try transaction.all(
                "SELECT reference FROM person WHERE office = $1 AND reference > $2 ORDER BY reference LIMIT $3",
                [.int64(id), .text(last?.text ?? ""), .int(min(max(limit, 1), 10_000))]
            ) { (row) throws(DatabaseError) in
                guard let reference = PersonReference(try row.text(0)) else {
                    throw row.unexpected(0, wanted: "reference")
                }
                return reference
            }
        }
    }

    /// How many persons are sealed with which key.
    public func countByKey() throws(DatabaseError) -> [(key: String, count: Int)] {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.all("SELECT key_id, count(*) FROM person GROUP BY key_id ORDER BY key_id") {
                (row) throws(DatabaseError) in (key: try row.text(0), count: try row.int(1))
            }
        }
    }

    /// Persons that are sealed with another key than one.
    ///
    /// - Parameter limit: how many at most, 1 to 10,000.
    public func notSealed(with key: String, limit: Int) throws(DatabaseError) -> [KeptPerson] {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.all(
                PersonRows.columns + " WHERE p.key_id <> $1 ORDER BY p.office, p.reference LIMIT $2",
                [.text(key), .int(min(max(limit, 1), 10_000))], PersonRows.person)
        }
    }

    /// Puts persons that were sealed anew in the place of what was read, together or not at all.
    ///
    /// - Returns: how many were replaced; one that someone changed in the meantime is left as it is.
    @discardableResult
    public func replace(
        _ persons: [(old: KeptPerson, new: KeptPerson, marks: [String])], at now: Moment
    ) throws(DatabaseError) -> Int {
        try database.decide { (transaction) throws(DatabaseError) in
            var count = 0
            for person in persons {
                let present = try PersonRows.find(person.old.reference, of: person.old.office, transaction)
                guard present == person.old else { continue }
                try PersonRows.put(person.new, marks: person.marks, at: now, transaction)
                count += 1
            }
            try transaction.countRevision(.nobody)
            return .commit(count)
        }
    }
}
