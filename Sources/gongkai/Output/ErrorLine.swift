import DocumentReading
import Markup

/// A document that could not be read, as one line of JSON among those of others (`gongkai.error/1`).
enum ErrorLine {
    /// The line, with its end.
    static func of(_ source: String, _ error: DocumentError) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("schema", "gongkai.error/1")
        json.member("source", source)
        json.member("code", error.code)
        json.member("message", error.message)
        json.endObject()
        return json.finish() + [0x0A]
    }
}
