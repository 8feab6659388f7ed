internal import AnnualReport
internal import Database
public import Ledger

/// Runs the rules again over what is kept, so that the findings shown are those of the rules at hand.
public struct RecheckReports: Sendable {
    let ledger: Ledger

    /// The use case over a ledger.
    public init(ledger: Ledger) { self.ledger = ledger }

    /// Checks every latest version again unless the ledger says that these very rules did.
    ///
    /// - Parameters:
    ///   - ruleSet: names the rules: another text means other rules.
    ///   - now: when.
    /// - Returns: how many reports have other findings now; nil where nothing had to be done.
    @discardableResult
    public func run(ruleSet: String, at now: Moment) throws(ServiceError) -> Int? {
        let kept = try inDatabase { () throws(DatabaseError) in try ledger.reports.ruleSet() }
        guard kept != ruleSet else { return nil }
        var changed = 0
        for standing in try inDatabase({ () throws(DatabaseError) in try ledger.reports.standings() })
        where try recheck(standing.office, standing.year, at: now) {
            changed += 1
        }
        try inDatabase { () throws(DatabaseError) in try ledger.reports.recordRuleSet(ruleSet, at: now) }
        return changed
    }

    /// Checks the latest version of an office and year again.
    ///
    /// - Returns: true where the findings are others than before.
    @discardableResult
    func recheck(_ office: AgencyCode, _ year: ReportYear, at now: Moment) throws(ServiceError) -> Bool {
        let stored = try inDatabase { () throws(DatabaseError) in try ledger.reports.latest(of: office, year: year) }
        guard let stored else { return false }
        let check = RuleBook.check(
            try storedReport(stored.json), previous: try PreviousReport(ledger: ledger).find(of: office, before: year),
            inEnglish: true)
        return try inDatabase { () throws(DatabaseError) in
            try ledger.reports.keep(check, ofVersion: stored.version.number, of: office, year: year, at: now)
        }
    }
}
