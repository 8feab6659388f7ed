/// The marks by which Word and Excel set parts of a saved page apart for their own browsers: `<![if !supportLists]>`
/// and `<![endif]>`. Browsers pass over them; what stands between is part of the page.
enum ConditionalComments {
    /// The page without these marks. Those that open or close a real comment (`<!--[if …]>`, `<![endif]-->`) stay.
    static func removed(from text: DecodedText) -> DecodedText {
        let bytes = text.bytes
        guard bytes[text.range].holds("<![") else { return text }
        var result = text
        result.bytes = []
        result.start = 0
        result.bytes.reserveCapacity(bytes.count)
        var index = text.start
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), let end = mark(bytes, at: index) {
                index = end
            } else {
                result.bytes.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    /// The end of the mark that begins at `start`; nil where none does.
    private static func mark(_ bytes: [UInt8], at start: Int) -> Int? {
        let rest = bytes[start...]
        guard rest.starts(with: "<![".utf8) else { return nil }
        let word = rest.dropFirst(3).prefix(5).map { $0 | 0x20 }
        guard word.starts(with: "if".utf8) || word.starts(with: "endif".utf8) else { return nil }
        // No condition is longer.
        guard let end = rest.prefix(200).firstIndex(of: UInt8(ascii: ">")) else { return nil }
        return bytes[end - 1] == UInt8(ascii: "-") ? nil : end + 1
    }
}
