public import AnnualReport
public import DocumentReading
public import ReaderProcess

/// What the use cases need of a reader: bytes of a document to the report it holds.
///
/// The server reads in child processes (`ReaderPool`); tests may read in their own process.
public protocol ReportReadingPort: Sendable {
    /// How much of a document is read before it is refused.
    var limits: ReadingLimits { get }

    /// Reads the report of a document; blocks until it is read or refused.
    func read(name: String, bytes: [UInt8]) throws(DocumentError) -> Report
}

extension ReaderPool: ReportReadingPort {
    /// The limits of its settings.
    public var limits: ReadingLimits { settings.limits }
}
