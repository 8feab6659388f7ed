import DocumentReading
import Testing

/// Reads a document that must be readable.
func read(_ bytes: [UInt8], name: String = "测试", limits: ReadingLimits = ReadingLimits()) throws -> Document {
    try DocumentReader.read(name: name, bytes: bytes, limits: limits)
}

/// Reads a text written in Swift.
func read(_ text: String, name: String = "测试") throws -> Document { try read(Array(text.utf8), name: name) }

/// The error code of a document that must be refused; nil where it was read.
func refusal(_ bytes: [UInt8], name: String = "测试", limits: ReadingLimits = ReadingLimits()) -> String? {
    do throws(DocumentError) {
        _ = try DocumentReader.read(name: name, bytes: bytes, limits: limits)
        return nil
    } catch {
        return error.code
    }
}
