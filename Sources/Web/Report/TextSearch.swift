/// Finds words in a text byte by byte.
enum TextSearch {
    /// The first place of `words` in `text` at or after `from`.
    static func range(of words: String, in text: String, from: String.Index) -> Range<String.Index>? {
        let needle = Array(words.utf8)
        let bytes = text.utf8
        guard let head = needle.first else { return nil }
        var place = from
        while let found = bytes[place...].firstIndex(of: head) {
            if bytes[found...].starts(with: needle) {
                return found..<bytes.index(found, offsetBy: needle.count)
            }
            place = bytes.index(after: found)
        }
        return nil
    }
}
