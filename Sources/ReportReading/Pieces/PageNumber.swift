/// Lines that print the number of a page and nothing else: `- 3 -`, `— 3 —`, `第 3 页`.
enum PageNumber {
    /// Whether the text of a line, trimmed, is one.
    static func isOne(_ bytes: SourceBytes, _ text: Range<Int>) -> Bool {
        guard text.count <= 32 else { return false }
        // A dash or 第, by their first byte.
        switch bytes[text.lowerBound] {
        case 0x2D, 0xE2, 0xE7, 0xEF: break
        default: return false
        }
        let scalars = bytes.text(text).unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" && $0 != "\u{A0}" }
        let digits = scalars.filter { ("0"..."9").contains($0) }
        guard !digits.isEmpty, digits.count <= 4, let first = scalars.first, let last = scalars.last else {
            return false
        }
        if dashes.contains(first), dashes.contains(last) {
            return scalars.allSatisfy { dashes.contains($0) || ("0"..."9").contains($0) }
        }
        return first == "第" && scalars.count <= 12 && scalars.contains("页")
            && scalars.allSatisfy { "第页共/，,".unicodeScalars.contains($0) || ("0"..."9").contains($0) }
    }

    private static let dashes: Set<Unicode.Scalar> = ["-", "—", "–", "－", "―", "─"]
}
