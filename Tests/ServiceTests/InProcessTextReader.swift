import DocumentReading
import Service

/// Reads the text of files in the process of the test; programs do it in child processes.
struct InProcessTextReader: TextReadingPort {
    func text(name: String, bytes: [UInt8]) throws(DocumentError) -> String {
        String(decoding: try DocumentReader.read(name: name, bytes: bytes).plainText(), as: UTF8.self)
    }
}
