public import AnnualReport
public import CivilTime
internal import Database
public import Disclosure
public import Ledger

/// Compiles the annual report of an office and year from the ledger, and runs the rules on it (AR2).
public struct CompileReport: Sendable {
    let ledger: Ledger

    /// A compiled report with what the rules say of its numbers.
    public struct Answer: Sendable {
        /// The office.
        public let office: Office
        /// The report.
        public let compiled: CompiledReport
        /// What the rules say; the report of the year before is compiled too, where the office kept its register then.
        public let check: CheckResult
    }

    /// What came of it.
    public enum Outcome: Sendable {
        /// It is compiled.
        case compiled(Answer)
        /// No office has the name or code.
        case unknownOffice
        /// No form is prescribed for the year, and none was asked for.
        case noForm
        /// The year has not begun: nothing can be counted in it.
        case toCome(Finding)
    }

    /// The use case over a ledger.
    public init(ledger: Ledger) { self.ledger = ledger }

    /// Why nothing can be counted in a year; nil from its first day on, when a report can be looked at beforehand.
    ///
    /// What has not happened yet is no zero.
    public static func obstacle(in year: ReportYear, on today: Day) -> Finding? {
        guard year.number > today.year else { return nil }
        return Finding(
            .reportYearToCome, field: "year", "\(year)年还没有到，没有可以统计的记录，不能编制年度报告。",
            remedy: "请核对年度：最晚为今年（\(today.year)年）。")
    }

    /// Compiles a report.
    ///
    /// - Parameters:
    ///   - name: the code or the full name of the office.
    ///   - edition: the form; nil for that of the year.
    ///   - today: the civil day in Beijing; a year after its own is not compiled.
    public func run(
        _ name: String, year: ReportYear, in edition: FormEdition? = nil, on today: Day
    ) throws(ServiceError) -> Outcome {
        if let finding = Self.obstacle(in: year, on: today) { return .toCome(finding) }
        return try inDatabase { () throws(DatabaseError) in
            guard let office = try ledger.offices.office(named: name),
                let counted = try ledger.statistics.officeYear(office.code, year.number)
            else { return .unknownOffice }
            guard let compiled = CompiledReport(counted, in: edition) else { return .noForm }
            var previous: Report?
            if let before = try ledger.statistics.officeYear(office.code, year.number - 1), before.isKept {
                previous = CompiledReport(before)?.report
            }
            let check = RuleBook.checkTables(compiled.report, previous: previous)
            return .compiled(Answer(office: office, compiled: compiled, check: check))
        }
    }

    /// The records behind a cell; nil where no office has the name or code.
    public func records(
        of cell: CellAddress, _ name: String, year: ReportYear
    ) throws(ServiceError) -> [RecordName]? {
        try inDatabase { () throws(DatabaseError) in
            guard let office = try ledger.offices.office(named: name) else { return nil }
            return try ledger.statistics.records(of: cell, office: office.code, in: year.number)
        }
    }

    /// The records behind a fact; nil where no office has the name or code.
    public func records(
        ofFact fact: String, _ name: String, year: ReportYear
    ) throws(ServiceError) -> [RecordName]? {
        try inDatabase { () throws(DatabaseError) in
            guard let office = try ledger.offices.office(named: name) else { return nil }
            return try ledger.statistics.records(of: fact, office: office.code, in: year.number)
        }
    }
}

extension Finding.Code {
    /// The year of a report has not begun.
    public static let reportYearToCome = Self("report.year_to_come")
}
