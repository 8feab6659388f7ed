public import Database

/// The reports that are kept: immutable versions by office and year, with what the rules say of each.
public struct ReportStore: Sendable {
    let database: any Database

    /// Keeps a report with its document and its findings in one transaction.
    ///
    /// A report for an office and year that has one already becomes the next version; nothing is overwritten. The very
    /// same report (same bytes of the document, same JSON as the latest version) makes no version; when the rules now
    /// say something else of it, that is kept beside what they said before.
    ///
    /// - Parameters:
    ///   - submission: the report.
    ///   - now: when it was read.
    @discardableResult
    public func save(_ submission: ReportSubmission, at now: Moment) throws(DatabaseError) -> ReportReceipt {
        let document = Digest(of: submission.documentBytes)
        let json = Digest(of: submission.json)
        let check = CheckRows.digest(submission.check)
        return try database.decide { (transaction) throws(DatabaseError) in
            guard let office = try OfficeStore.id(submission.office, transaction) else {
                return .rollBack(.unknownOffice(submission.office))
            }
            let key = ReportKey(office: office, year: submission.year)
            let latest = try ReportRows.latest(key, transaction)
            let receipt: ReportReceipt
            if let latest, latest.document == document, latest.json == json {
                guard try CheckRows.latestDigest(report: latest.id, transaction) != check else {
                    return .rollBack(.unchanged(latest.number))
                }
                try CheckRows.add(submission.check, digest: check, report: latest.id, at: now, transaction)
                receipt = .checkedAgain(latest.number)
            } else {
                let kept = try DocumentStore.keep(
                    submission.documentBytes, digest: document, name: submission.documentName,
                    format: submission.documentFormat, at: now, transaction)
                let number = (latest?.number ?? 0) + 1
                let report = try ReportRows.add(
                    submission, key: key, number: number, document: kept, json: json, at: now, transaction)
                try CheckRows.add(submission.check, digest: check, report: report, at: now, transaction)
                try ReportSearchRows.put(
                    key, row: report, readAt: now, json: submission.json, transaction)
                receipt = .newVersion(number)
            }
            try StandingRows.refresh(key, transaction)
            try transaction.countRevision(.nobody)
            return .commit(receipt)
        }
    }

    /// The latest version of an office and year with its findings; nil where there is none.
    public func latest(of office: AgencyCode, year: ReportYear) throws(DatabaseError) -> StoredReport? {
        try database.read { (transaction) throws(DatabaseError) in
            try ReportRows.stored(office, year, number: nil, transaction)
        }
    }

    /// One version of an office and year with its findings; nil where there is none.
    public func version(_ number: Int, of office: AgencyCode, year: ReportYear) throws(DatabaseError) -> StoredReport? {
        try database.read { (transaction) throws(DatabaseError) in
            try ReportRows.stored(office, year, number: number, transaction)
        }
    }

    /// Every version of an office and year, the newest first.
    public func versions(of office: AgencyCode, year: ReportYear) throws(DatabaseError) -> [ReportVersion] {
        try database.read { (transaction) throws(DatabaseError) in
            try ReportRows.versions(office, year, transaction)
        }
    }

    /// Where every office and year stands, in the order of the codes, the newest year first.
    public func standings() throws(DatabaseError) -> [ReportStanding] {
        try database.read { (transaction) throws(DatabaseError) in try StandingRows.all(nil, transaction) }
    }

    /// Where the years of one office stand, the newest first.
    public func standings(of office: AgencyCode) throws(DatabaseError) -> [ReportStanding] {
        try database.read { (transaction) throws(DatabaseError) in try StandingRows.all(office, transaction) }
    }
}

/// An office, by its row, and a year: what versions, dispositions and standings are kept under.
struct ReportKey: Sendable {
    let office: Int64
    let year: ReportYear

    var values: [Value] { [.int64(office), .int(year.number)] }
}
