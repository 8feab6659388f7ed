/// Text of documents made safe for a terminal.
enum PlainText {
    /// The text without control characters, so that a name or a cell of a document cannot move the cursor, change
    /// colours or hide other text: line feeds and tabs become spaces, marks of writing direction and the rest go.
    static func line(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if !isUnsafe(scalar) {
                kept.append(scalar)
            } else if ["\n", "\r", "\t"].contains(scalar), kept.last != " " {
                kept.append(" ")
            }
        }
        return String(kept)
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
