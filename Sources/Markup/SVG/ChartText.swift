/// Text in pictures: a picture does not wrap lines, so their length is reckoned here.
struct ChartText {
    /// The size of the letters in units of the picture.
    static let size = 15
    /// The units from one line to the next.
    static let lineHeight = 20

    /// About how wide text is, in units of the picture: a Chinese character is square, a Latin one a little over half.
    static func width(_ text: String) -> Int {
        var tenths = 0
        for scalar in text.unicodeScalars { tenths += scalar.value < 0x2E80 ? 6 : 10 }
        return (tenths * size + 9) / 10
    }

    /// Text in lines that fit a width; nothing is cut off. A line ends at a blank where it has one: Latin words stay whole.
    static func lines(_ text: String, width limit: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for character in text {
            if !line.isEmpty, width(line) + width(String(character)) > limit {
                if character != " ", let blank = line.lastIndex(of: " "), blank > line.startIndex {
                    lines.append(String(line[..<blank]))
                    line = String(line[line.index(after: blank)...])
                } else {
                    lines.append(line)
                    line = ""
                }
            }
            if line.isEmpty, character == " ", !lines.isEmpty { continue }
            line.append(character)
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }
}
