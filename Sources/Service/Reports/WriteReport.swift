internal import AnnualReport
internal import Database
public import DocumentWriting
public import Ledger

/// Writes a stored report as a document: for Word, or printed.
public struct WriteReport: Sendable {
    let ledger: Ledger
    let print: PrintSettings

    /// A kind of document.
    public enum Format: String, Sendable, CaseIterable {
        /// Word.
        case docx
        /// Pages that look the same everywhere.
        case pdf
    }

    /// What came of it.
    public enum Outcome: Sendable {
        /// It is written; with a name for the file.
        case written([UInt8], name: String)
        /// No such report is kept.
        case missing
        /// It could not be written.
        case refused(DocumentWritingError)
    }

    /// The use case over a ledger.
    public init(ledger: Ledger, print: PrintSettings = PrintSettings()) {
        self.ledger = ledger
        self.print = print
    }

    /// The document of a report.
    ///
    /// - Parameter version: the number of a version; the latest where nil.
    public func run(
        _ code: AgencyCode, _ year: ReportYear, version: Int? = nil, as format: Format
    ) throws(ServiceError) -> Outcome {
        guard let stored = try ShowReport(ledger: ledger).stored(code, year, version: version) else { return .missing }
        var report = try storedReport(stored.json)
        if report.title.isEmpty {
            let office = try inDatabase { () throws(DatabaseError) in try ledger.offices.office(code: code) }
            report.title = "\(office?.fullName.text ?? "")\(year)年政府信息公开工作年度报告"
        }
        // The day the report came in, not that of the download: the same report always gives the same file.
        let document = ReportDocument.document(
            of: report, created: stored.version.readAt.utcDay, emptySection: "（原件这一部分没有文字。）")
        let name = "\(report.title).\(format.rawValue)"
        do throws(DocumentWritingError) {
            switch format {
            case .docx: return .written(try document.docx(), name: name)
            case .pdf: return .written(try PrintPDF.bytes(of: document, print), name: name)
            }
        } catch {
            return .refused(error)
        }
    }
}
