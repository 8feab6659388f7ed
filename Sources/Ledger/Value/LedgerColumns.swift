internal import CivilTime
internal import Database

/// Columns as the ledger's own values. A value that does not parse was not written by this program.
extension Row {
    func agencyCode(_ column: Int) throws(DatabaseError) -> AgencyCode {
        guard let code = AgencyCode(try text(column)) else { throw unexpected(column, wanted: "agency code") }
        return code
    }

    func line(_ column: Int) throws(DatabaseError) -> PlainLine {
        guard let line = PlainLine(try text(column)) else { throw unexpected(column, wanted: "plain line") }
        return line
    }

    func optionalLine(_ column: Int) throws(DatabaseError) -> PlainLine? {
        try isNull(column) ? nil : try line(column)
    }

    func day(_ column: Int) throws(DatabaseError) -> Day {
        guard let day = Day(try text(column)) else { throw unexpected(column, wanted: "day") }
        return day
    }

    func optionalDay(_ column: Int) throws(DatabaseError) -> Day? {
        guard let text = try optionalText(column) else { return nil }
        guard let day = Day(text) else { throw unexpected(column, wanted: "day") }
        return day
    }

    func digest(_ column: Int) throws(DatabaseError) -> Digest {
        // Written in lower case always: another case is another text.
        let text = try text(column)
        guard let digest = Digest(hex: text), digest.hex == text else { throw unexpected(column, wanted: "digest") }
        return digest
    }

    func year(_ column: Int) throws(DatabaseError) -> ReportYear {
        guard let year = ReportYear(try int(column)) else { throw unexpected(column, wanted: "report year") }
        return year
    }

    func moment(_ column: Int) throws(DatabaseError) -> Moment { Moment(milliseconds: try int64(column)) }

    /// One of the named cases of a type.
    func named<Case: RawRepresentable<String>>(_ column: Int, _ type: Case.Type = Case.self) throws(DatabaseError)
        -> Case
    {
        guard let value = Case(rawValue: try text(column)) else { throw unexpected(column, wanted: "\(type)") }
        return value
    }
}
