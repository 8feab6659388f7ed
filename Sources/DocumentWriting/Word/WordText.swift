/// Text as XML can hold it.
enum WordText {
    /// Without the characters that no XML document may hold, escaped or not. The writer of markup sees to all others.
    static func clean(_ text: String) -> String {
        guard text.utf8.contains(0xEF) else { return text }
        var scalars = text.unicodeScalars
        scalars.removeAll { $0.value == 0xFFFE || $0.value == 0xFFFF }
        return String(scalars)
    }
}
