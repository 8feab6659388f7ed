public import AnnualReport
internal import CivilTime
public import Database
internal import Disclosure

extension StatisticsStore {
    /// The records that a cell counts, in order: as many as its number without adjustments, for the cells of registers;
    /// the entries behind it for a figure. Nil where no office has the code, or the form of the year no such cell.
    public func records(
        of cell: CellAddress, office: AgencyCode, in year: Int
    ) throws(DatabaseError) -> [RecordName]? {
        try look(office) { (office, transaction) throws(DatabaseError) in
            switch cell.table {
            case FormTable.applications: try Self.requests(of: cell, office.id, year, transaction)
            case FormTable.reviewLitigation:
                try Self.appeals(of: cell, office.id, year, settings.countsCarriedInAppeals, transaction)
            default: try Self.sectionTwo(cell, office, year, transaction)
            }
        }
    }

    private static func requests(
        of cell: CellAddress, _ office: Int64, _ year: Int, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> [RecordName] {
        var names: [RecordName] = []
        try transaction.each(
            """
            SELECT year, serial, year_received, year_closed, applicant, result FROM request_count
            WHERE office = $1 AND year_closed >= $2 AND year_received <= $2
            """, [.int64(office), .int(year)]
        ) { (row) throws(DatabaseError) in
            guard let applicant = StatisticsCode.applicant(try row.int(4)),
                let result = StatisticsCode.result(try row.int(5))
            else { throw row.unexpected(4, wanted: "statistics code") }
            let (received, closed) = (try row.int(2), try row.int(3))
            let request =
                closed == StatisticsCode.open
                ? CountedRequest(applicant, received: received)
                : CountedRequest(applicant, received: received, closed: closed, as: result)
            guard request.counts(in: cell, of: year) else { return }
            names.append(RecordName(.request, "\(try row.int(0))-\(try row.int(1))"))
        }
        return names.sorted()
    }

    private static func appeals(
        of cell: CellAddress, _ office: Int64, _ year: Int, _ countsCarriedIn: Bool, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> [RecordName] {
        try appealRows(of: office, in: year, transaction)
            .filter { $0.appeal.counts(in: cell, of: year, countingCarriedIn: countsCarriedIn) }
            .map { RecordName(.appeal, $0.name) }.sorted()
    }

    /// The documents that a cell counts, or the times of the figures in it.
    private static func sectionTwo(
        _ cell: CellAddress, _ office: OfficeKey, _ year: Int, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> [RecordName] {
        if cell.table == "t2_art20_1" {
            let documents = try documents(at: office, transaction)
            if !documents.isEmpty {
                return documents.filter { DocumentTally.counts($0.value, in: cell, of: year) }
                    .map { RecordName(.document, $0.name) }.sorted()
            }
        }
        guard let year = ReportYear(year), let cell = FigureCell(cell.description) else { return [] }
        let subject = Subject<FigureAct>(year)
        let figures = try EntryRows.state(of: subject.key, as: FigureAct.self, at: office, transaction).value
        return (figures?.figures[cell] ?? [:]).keys.map { RecordName(.figure, $0.description) }.sorted()
    }

    /// The records that a fact counts, in order; nil where no office has the code.
    public func records(of fact: String, office: AgencyCode, in year: Int) throws(DatabaseError) -> [RecordName]? {
        try look(office) { (office, transaction) throws(DatabaseError) in
            try transaction.all(
                """
                SELECT subject_kind, subject FROM fact_record WHERE office = $1 AND year = $2 AND fact = $3
                ORDER BY subject_kind, subject
                """, [.int64(office.id), .int(year), .text(fact)]
            ) { (row) throws(DatabaseError) in
                RecordName(RecordKind(rawValue: try row.text(0)) ?? .supervision, try row.text(1))
            }.sorted()
        }
    }

    /// What the records of an office add up to in a year, for the narrative.
    static func facts(
        of office: Int64, in year: Int, by calendar: WorkingCalendar?, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> FactSums {
        var sums = FactSums(year: year)
        try transaction.each(
            """
            SELECT fact, sum(amount), count(*) FROM fact_record WHERE office = $1 AND year = $2
            GROUP BY fact ORDER BY fact
            """, [.int64(office), .int(year)]
        ) { (row) throws(DatabaseError) in
            sums.count(try row.text(0), amount: try row.int64(1), records: try row.int(2))
        }
        if let calendar {
            try judge(&sums, of: office, by: calendar, transaction)
        }
        let before = try transaction.one(
            "SELECT count(*) FROM fact_record WHERE office = $1 AND year < $2 AND fact = 'items.published'",
            [.int64(office), .int(year)]
        ) { (row) throws(DatabaseError) in try row.int(0) }
        sums.count(publishedBefore: before)
        return sums
    }

    /// Judges every item of the year by its period. Source: 条例 Art 26.
    private static func judge(
        _ sums: inout FactSums, of office: Int64, by calendar: WorkingCalendar, _ transaction: any ReadTransaction
    ) throws(DatabaseError) {
        try transaction.each(
            "SELECT begun, done, allowed FROM fact_record WHERE office = $1 AND year = $2 AND fact = 'items.published'",
            [.int64(office), .int(sums.year)]
        ) { (row) throws(DatabaseError) in
            guard let allowed = WorkingDays(try row.int(2)) else { throw row.unexpected(2, wanted: "working days") }
            sums.judge(.init(begun: try row.day(0), done: try row.day(1), allowed: allowed), by: calendar)
        }
    }
}
