public import Database
public import Disclosure

extension LedgerTransaction {
    /// What is kept about a person; nil where nothing is.
    public func person(_ reference: PersonReference, of office: AgencyCode) throws(DatabaseError) -> KeptPerson? {
        try PersonRows.find(reference, of: office, database)
    }

    /// The persons of an office that have one of some marks, the oldest name first.
    public func persons(marked marks: [String], of office: AgencyCode) throws(DatabaseError) -> [KeptPerson] {
        var found: [KeptPerson] = []
        for mark in marks {
            found += try database.all(
                PersonRows.columns + """
                     WHERE lower(o.code) = $1 AND p.reference IN
                    (SELECT m.reference FROM person_mark m WHERE m.office = p.office AND m.mark = $2) ORDER BY p.reference
                    """, [.text(office.folded), .text(mark)], PersonRows.person)
        }
        var seen: Set<PersonReference> = []
        return found.filter { seen.insert($0.reference).inserted }
    }

    /// Keeps a sealed person with the marks by which it is found again.
    ///
    /// Belongs beside an entry `person.recorded` or `person.changed`.
    public func keep(_ person: KeptPerson, marks: [String]) throws(DatabaseError) {
        try PersonRows.put(person, marks: marks, at: now, database)
    }

    /// Takes away what is kept about a person; belongs beside an entry `person.erased`.
    public func forget(_ reference: PersonReference, of office: AgencyCode) throws(DatabaseError) {
        try PersonRows.remove(reference, of: office, database)
    }

    /// The first number of a year that no application of an office has.
    public func nextRequestNumber(of office: AgencyCode, year: Int) throws(DatabaseError) -> RequestNumber? {
        let last = try database.first(
            """
            SELECT max(r.serial) FROM request_row r JOIN office o ON o.id = r.office
            WHERE lower(o.code) = $1 AND r.year = $2
            """, [.text(office.folded), .int(year)]
        ) { (row) throws(DatabaseError) in try row.optionalInt(0) ?? 0 }
        return RequestNumber(year: year, serial: (last ?? 0) + 1)
    }

    /// The numbers of an applicant's applications in an office, in order.
    public func requests(of applicant: PersonReference, office: AgencyCode) throws(DatabaseError) -> [RequestNumber] {
        try database.all(
            """
            SELECT r.year, r.serial FROM request_row r JOIN office o ON o.id = r.office
            WHERE lower(o.code) = $1 AND r.applicant = $2 ORDER BY r.year, r.serial
            """, [.text(office.folded), .text(applicant.text)], Self.number)
    }

    /// The same for everyone in the office who is found by one of the applicant's marks: who applied under another
    /// telephone or with another spelling is kept under another name.
    public func requests(
        ofAllMarkedAs applicant: PersonReference, office: AgencyCode
    ) throws(DatabaseError) -> [RequestNumber] {
        try database.all(
            """
            SELECT r.year, r.serial FROM request_row r JOIN office o ON o.id = r.office
            WHERE lower(o.code) = $1 AND (r.applicant = $2 OR r.applicant IN
                (SELECT b.reference FROM person_mark a JOIN person_mark b ON b.office = a.office AND b.mark = a.mark
                WHERE a.office = o.id AND a.reference = $2))
            ORDER BY r.year, r.serial
            """,
            [.text(office.folded), .text(applicant.text)], Self.number)
    }

    private static func number(_ row: borrowing Row) throws(DatabaseError) -> RequestNumber {
        guard let number = RequestNumber(year: try row.int(0), serial: try row.int(1)) else {
            throw row.unexpected(1, wanted: "request number")
        }
        return number
    }
}
