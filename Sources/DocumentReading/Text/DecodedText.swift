/// Text of a file as UTF-8, with where it begins (after a byte order mark).
struct DecodedText {
    var bytes: [UInt8]
    var start = 0
    var notes: [DocumentNote] = []

    /// The text after the mark.
    var range: Range<Int> { start..<bytes.count }
}
