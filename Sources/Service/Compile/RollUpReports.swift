public import AnnualReport
public import CivilTime
internal import Database
public import Disclosure
public import Ledger

/// Sums the reports of a government's offices to the government's report (AR8).
public struct RollUpReports: Sendable {
    let ledger: Ledger

    /// What came of it.
    public enum Outcome: Sendable {
        /// It is summed, with what the rules say of its numbers.
        case summed(Rollup, CheckResult, members: [Office])
        /// No office has the name or code.
        case unknownOffice
        /// No form is prescribed for the year, and none was asked for.
        case noForm
        /// The year has not begun: nothing can be summed in it.
        case toCome(Finding)
    }

    /// The use case over a ledger.
    public init(ledger: Ledger) { self.ledger = ledger }

    /// Sums the reports of the offices below one, and its own.
    ///
    /// An office that kept its register in the ledger in that year gives what is compiled from it; any other the latest
    /// version of its report that is kept, where there is one.
    /// - Parameters:
    ///   - name: the code or the full name of the government.
    ///   - scope: its own level, or with all below.
    ///   - showingPartial: true to print sums that leave offices out.
    ///   - today: the civil day in Beijing; a year after its own is not summed.
    public func run(
        _ name: String, year: ReportYear, scope: Rollup.Scope, in edition: FormEdition? = nil,
        showingPartial: Bool = false, on today: Day
    ) throws(ServiceError) -> Outcome {
        if let finding = CompileReport.obstacle(in: year, on: today) { return .toCome(finding) }
        let parent = try inDatabase { () throws(DatabaseError) in try ledger.offices.office(named: name) }
        guard let parent else { return .unknownOffice }
        guard let edition = edition ?? FormEdition.prescribed(for: year.number) else { return .noForm }
        let offices = try inDatabase { () throws(DatabaseError) in try ledger.offices.list() }
        let members = Self.members(of: parent, among: offices, scope, year)
        var reports: [Rollup.Member] = []
        for member in members {
            let report = try report(of: member, year, edition)
            // The government itself need not have a report of its own.
            if member.code == parent.code, report == nil { continue }
            reports.append(Rollup.Member(member.fullName.text, report))
        }
        let rollup = Rollup(
            parent.fullName.text, year: year.number, in: StatutoryForm.of(edition), of: reports,
            showingPartial: showingPartial)
        return .summed(rollup, RuleBook.checkTables(rollup.report), members: members)
    }

    private func report(of office: Office, _ year: ReportYear, _ edition: FormEdition) throws(ServiceError) -> Report? {
        let counted = try inDatabase { () throws(DatabaseError) in
            try ledger.statistics.officeYear(office.code, year.number)
        }
        if let counted, counted.isKept { return CompiledReport(counted, in: edition)?.report }
        let stored = try inDatabase { () throws(DatabaseError) in
            try ledger.reports.latest(of: office.code, year: year)
        }
        return try stored.map { stored throws(ServiceError) in try storedReport(stored.json) }
    }

    /// The government and the offices below it that existed in the year: all, or those directly below without offices of
    /// their own.
    static func members(
        of parent: Office, among offices: [Office], _ scope: Rollup.Scope, _ year: ReportYear
    ) -> [Office] {
        let present = offices.filter { office in
            (office.since.map { $0.year <= year.number } ?? true)
                && (office.until.map { $0.year >= year.number } ?? true)
        }
        let children = Dictionary(grouping: present.filter { $0.parent != nil }, by: \.parent)
        var members = [parent]
        var next = children[parent.code] ?? []
        if scope == .own {
            return members + next.filter { children[$0.code]?.isEmpty ?? true }
        }
        var seen: Set<AgencyCode> = [parent.code]
        while !next.isEmpty {
            let office = next.removeFirst()
            guard seen.insert(office.code).inserted else { continue }
            members.append(office)
            next += children[office.code] ?? []
        }
        return members
    }
}
