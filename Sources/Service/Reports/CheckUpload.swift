public import AnnualReport
internal import DocumentReading

/// Checks a document that anyone hands in; nothing of it is kept.
public struct CheckUpload: Sendable {
    let reader: any ReportReadingPort

    /// A document as it was handed in.
    public struct File: Sendable {
        /// The name of the file.
        public var name: String
        /// Its bytes.
        public var bytes: [UInt8]

        /// A document.
        public init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// A report as read, with what the rules say.
    public struct Answer: Sendable {
        /// The report.
        public let report: Report
        /// What the rules say of it.
        public let check: CheckResult
        /// The report of the year before that was handed in with it.
        public let previous: Report?
    }

    /// Why a document was not checked.
    public struct Refusal: Error, Sendable, Hashable {
        /// True where the report of the year before is at fault, not the report itself.
        public let concernsPrevious: Bool
        /// A stable code such as `scanned_pdf`.
        public let code: String
        /// What is wrong and how to mend it, in plain Chinese.
        public let message: String
        /// The same in English; nil where there is none.
        public let english: String?

        init(_ error: DocumentError, within limits: ReadingLimits, concernsPrevious: Bool = false) {
            self.concernsPrevious = concernsPrevious
            code = error.code
            message = error.message
            english = DocumentError.english(error.code, within: limits)
        }
    }

    /// The use case over a reader.
    public init(reader: any ReportReadingPort) { self.reader = reader }

    /// Reads and checks a document, with the report of the year before where it is handed in too.
    public func run(_ file: File, previous: File? = nil) throws(Refusal) -> Answer {
        let report: Report
        do throws(DocumentError) {
            report = try reader.read(name: file.name, bytes: file.bytes)
        } catch { throw Refusal(error, within: reader.limits) }
        var before: Report?
        if let previous {
            do throws(DocumentError) {
                before = try reader.read(name: previous.name, bytes: previous.bytes)
            } catch { throw Refusal(error, within: reader.limits, concernsPrevious: true) }
        }
        return Answer(
            report: report, check: RuleBook.check(report, previous: before, inEnglish: true), previous: before)
    }
}
