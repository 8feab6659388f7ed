/// Bytes to a document, whatever the format.
public enum DocumentReader {
    /// Reads one document in this process. Documents from outside go through `ReaderProcess`, which calls this in a
    /// child process.
    ///
    /// The format is told from the bytes; the ending of the name only decides between text and Markdown.
    public static func read(
        name: String, bytes: [UInt8], limits: ReadingLimits = ReadingLimits()
    ) throws(DocumentError) -> Document {
        TextReader.read(name: name, format: .text, utf8: bytes)
    }
}
