public import CivilTime
internal import Database
internal import Disclosure
public import DocumentReading
public import Ledger

/// Fills an installation with the demonstration reports. Doing it again changes nothing.
public struct LoadDemonstration: Sendable {
    let ledger: Ledger
    let reader: any ReportReadingPort
    let calendar: WorkingCalendar

    /// What came of one document.
    public enum Outcome: Sendable, Hashable {
        /// Kept now or before.
        case kept(ReportReceipt)
        /// Kept now; nobody had entered its office, so the program did.
        case keptOfNewOffice(ReportReceipt)
        /// The office cannot be kept.
        case refusedOffice(String)
        /// The document cannot be read.
        case unreadable(DocumentError)
    }

    /// The use case over a ledger and a reader.
    public init(ledger: Ledger, reader: any ReportReadingPort, calendar: WorkingCalendar) {
        self.ledger = ledger
        self.reader = reader
        self.calendar = calendar
    }

    /// True where neither an office nor a report is kept.
    public func isNeeded() throws(ServiceError) -> Bool {
        try inDatabase { () throws(DatabaseError) in
            guard try ledger.offices.list().isEmpty else { return false }
            return try ledger.reports.standings().isEmpty
        }
    }

    /// Loads the documents of a list.
    ///
    /// - Parameters:
    ///   - list: the documents.
    ///   - now: when.
    ///   - bytes: gives the bytes of a file of the list.
    ///   - report: told what came of each document; false ends the work.
    public func run(
        _ list: DemonstrationList, at now: Moment, bytes: (String) throws(DocumentError) -> [UInt8],
        report: (DemonstrationList.Entry, Outcome) -> Bool
    ) throws(ServiceError) {
        for entry in list.entries {
            guard report(entry, try load(entry, at: now, bytes: bytes)) else { return }
        }
    }

    private func load(
        _ entry: DemonstrationList.Entry, at now: Moment, bytes: (String) throws(DocumentError) -> [UInt8]
    ) throws(ServiceError) -> Outcome {
        let content: [UInt8]
        do throws(DocumentError) { content = try bytes(entry.file) } catch { return .unreadable(error) }
        let known = try inDatabase { () throws(DatabaseError) in try ledger.offices.office(code: entry.office.code) }
        if known == nil, let refusal = try found(entry, at: now) { return .refusedOffice(refusal) }
        do throws(ServiceError) {
            let outcome = try ImportReport(ledger: ledger, reader: reader)
                .run(name: entry.file, bytes: content, office: entry.office.code, year: entry.year, at: now)
            guard case .kept(let receipt, _) = outcome else { return .kept(.unknownOffice(entry.office.code)) }
            return known == nil ? .keptOfNewOffice(receipt) : .kept(receipt)
        } catch {
            guard case .document(let refused) = error else { throw error }
            return .unreadable(refused)
        }
    }

    /// Enters an office that nobody entered, as the program itself; why not, nil when it is done.
    private func found(_ entry: DemonstrationList.Entry, at now: Moment) throws(ServiceError) -> String? {
        let keep = KeepOffice(PerformActs(ledger: ledger, calendar: calendar, vault: nil))
        let caller = PerformActs.Caller(
            actor: EntryActor.system.officer.text, role: Role.systemAdministrator.rawValue)
        switch try keep.run(entry.office, kind: entry.kind, by: caller, at: now) {
        case .recorded: return nil
        case .refused(let problems): return problems.flatMap(\.findings).first?.message ?? ""
        }
    }
}
