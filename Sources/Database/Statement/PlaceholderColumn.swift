/// Finds the column that the value of a placeholder is meant for, so that an error can name it.
///
/// Understands what statements of this product look like: `INSERT INTO t (a, b) VALUES ($1, $2), …` and `a = $1`. Anything
/// else gives nil, and the error names the number of the value instead.
enum PlaceholderColumn {
    /// The column of `$number`; nil where the statement does not tell it.
    static func name(_ number: Int, in sql: String) -> String? {
        let words = words(of: sql)
        let placeholder = "$\(number)"
        for (index, word) in words.enumerated() where word == placeholder {
            if index >= 2, comparisons.contains(words[index - 1]), isName(words[index - 2]) { return words[index - 2] }
            if let name = inserted(words, at: index) { return name }
        }
        return nil
    }

    /// The name in the list of columns at the place that the placeholder has in its list of values.
    private static func inserted(_ words: [String], at place: Int) -> String? {
        guard let values = words[..<place].lastIndex(where: { $0.uppercased() == "VALUES" }),
            values >= 2, words[values - 1] == ")", let open = words[..<values].lastIndex(of: "(")
        else { return nil }
        let columns = words[(open + 1)..<(values - 1)].filter { $0 != "," }
        var depth = 0
        var column = 0
        for word in words[(values + 1)..<place] {
            switch word {
            case "(":
                depth += 1
                if depth == 1 { column = 0 }
            case ")": depth -= 1
            case "," where depth == 1: column += 1
            default: break
            }
        }
        guard depth == 1, column < columns.count, isName(columns[column]) else { return nil }
        return columns[column]
    }

    private static let comparisons: Set<String> = ["=", "<", ">", "<=", ">=", "<>", "!="]

    private static func isName(_ word: String) -> Bool {
        word.unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "_" } ?? false
    }

    /// Names, placeholders, signs; what stands in quotes is one word.
    private static func words(of sql: String) -> [String] {
        var words: [String] = []
        var word = ""
        var quote: Unicode.Scalar?
        func end() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        for scalar in sql.unicodeScalars {
            if let open = quote {
                if scalar == open { quote = nil }
                continue
            }
            switch scalar {
            case "'", "\"":
                end()
                quote = scalar
            case " ", "\n", "\t", "\r": end()
            case "(", ")", ",", ";":
                end()
                words.append(String(scalar))
            case "=", "<", ">", "!":
                if !(word.allSatisfy { "=<>!".contains($0) }) { end() }
                word.unicodeScalars.append(scalar)
            default:
                if word.allSatisfy({ "=<>!".contains($0) }) { end() }
                word.unicodeScalars.append(scalar)
            }
        }
        end()
        return words
    }
}
