/// Lists as comma separated text (CSV) after RFC 4180, in UTF-8 with a byte order mark, which office suites need to see
/// that it is UTF-8.
///
/// A spreadsheet that opens such a file takes a text for a formula when it begins with `=`, `+`, `-`, `@` (or their
/// full-width forms), a tab or a carriage return, and a formula of a stranger can send away what stands in other cells.
/// Such a text gets an apostrophe in front, and so does one that begins with apostrophes before such a sign, so that
/// taking one apostrophe away gives back every text. Numbers and days are written as they are.
public enum SeparatedText {
    /// The file for rows of values.
    public static func bytes(of rows: some Sequence<[CellValue]>) -> [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        for row in rows { append(row, to: &bytes) }
        return bytes
    }

    /// Appends one row with its line end.
    public static func append(_ row: [CellValue], to bytes: inout [UInt8]) {
        for (place, value) in row.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            switch value {
            case .text(let text): append(field: guarded(text), to: &bytes)
            default: bytes.append(contentsOf: value.plainText.utf8)
            }
        }
        // A row with one empty field would look like no row at all.
        if row.count == 1, row[0].plainText.isEmpty { bytes.append(contentsOf: "\"\"".utf8) }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    /// A text that no spreadsheet takes for a formula.
    public static func guarded(_ text: String) -> String { isAtRisk(text) ? "'" + text : text }

    /// The text that was guarded.
    public static func unguarded(_ text: String) -> String {
        guard text.utf8.first == UInt8(ascii: "'") else { return text }
        let rest = String(text.unicodeScalars.dropFirst())
        return isAtRisk(rest) ? rest : text
    }

    private static func isAtRisk(_ text: String) -> Bool {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "'": continue
            case "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠": return true
            default: return false
            }
        }
        return false
    }

    private static func append(field: String, to bytes: inout [UInt8]) {
        let needsQuotes =
            field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) } || field.utf8.first == 0x20
            || field.utf8.last == 0x20
        guard needsQuotes else { return bytes.append(contentsOf: field.utf8) }
        bytes.append(0x22)
        for byte in field.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}
