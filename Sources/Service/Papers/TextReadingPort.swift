public import DocumentReading
public import ReaderProcess

/// What the use cases need of a reader of files: bytes of a document to its text, for the search.
///
/// The server and the commands read in child processes (`ReaderPool`); tests may read in their own process.
public protocol TextReadingPort: Sendable {
    /// Reads the text of a document; blocks until it is read or refused.
    func text(name: String, bytes: [UInt8]) throws(DocumentError) -> String
}

extension ReaderPool: TextReadingPort {}
