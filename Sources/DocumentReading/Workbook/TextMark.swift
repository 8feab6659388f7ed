/// The apostrophe that makes a spreadsheet take a number for text.
///
/// Excel keeps it out of the stored text; programs that write workbooks often put it in, where it shows.
enum TextMark {
    /// The text without the mark, where nothing but a number stands behind it.
    static func removed(from text: [UInt8]) -> [UInt8] {
        guard text.first == UInt8(ascii: "'"), text.count > 1 else { return text }
        let rest = text.dropFirst()
        let isNumber = rest.allSatisfy {
            (0x30...0x39).contains($0) || [0x20, 0x2B, 0x2C, 0x2D, 0x2E].contains($0)
        }
        return isNumber && rest.contains(where: { (0x30...0x39).contains($0) }) ? Array(rest) : text
    }
}
