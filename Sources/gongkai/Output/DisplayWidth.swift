/// How wide text stands on a terminal: a Chinese character takes two columns, a combining mark none.
enum DisplayWidth {
    /// Columns of a text.
    static func of(_ text: some StringProtocol) -> Int {
        var width = 0
        for scalar in text.unicodeScalars { width += of(scalar) }
        return width
    }

    /// Columns of a character. Source: Unicode Standard Annex 11 (East Asian Width), wide and fullwidth; ambiguous
    /// characters are narrow, as terminals have them.
    static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return 1 }
        switch value {
        case 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x20D0...0x20FF, 0xFE00...0xFE0F,
            0xFE20...0xFE2F, 0xFEFF, 0xE0100...0xE01EF:
            return 0
        case 0x1100...0x115F, 0x231A...0x231B, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
            0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
            0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default:
            return 1
        }
    }

    /// The text cut to a width, with … at the end where something was cut.
    static func cut(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        var kept = String.UnicodeScalarView()
        var used = 0
        for scalar in text.unicodeScalars {
            let next = of(scalar)
            if used + next > width - 1 { break }
            used += next
            kept.append(scalar)
        }
        return width > 0 ? String(kept) + "…" : ""
    }

    /// The text in lines of at most a width; at least one line.
    ///
    /// Chinese breaks anywhere but before a closing mark; a run of Latin letters and digits stays together.
    static func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for piece in pieces(text, longest: width) {
            let next = of(piece)
            let hangs = piece.unicodeScalars.first.map(closing.contains) ?? false
            if used + next > width, !line.isEmpty, !hangs || used + next > width + 2 {
                lines.append(line)
                line = ""
                used = 0
            }
            line += piece
            used += next
        }
        lines.append(line)
        return lines
    }

    /// The text in pieces between which a line may break.
    private static func pieces(_ text: String, longest: Int) -> [String] {
        var pieces: [String] = []
        var run = ""
        for scalar in text.unicodeScalars {
            let isWord = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            if isWord, run.utf8.count < longest {
                run.unicodeScalars.append(scalar)
                continue
            }
            if !run.isEmpty { pieces.append(run) }
            run = ""
            if isWord { run.unicodeScalars.append(scalar) } else { pieces.append(String(scalar)) }
        }
        if !run.isEmpty { pieces.append(run) }
        return pieces
    }

    private static let closing: Set<Unicode.Scalar> = ["。", "，", "、", "；", "：", "）", "”", "》", "！", "？"]
}
