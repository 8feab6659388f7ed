/// How English sentences of the rules are put together.
extension String {
    /// In quotation marks, those inside made single: what stands between “ and ” is one name, which pages mark as Chinese
    /// where it is.
    var inQuotes: String {
        var text = "“"
        for scalar in unicodeScalars {
            switch scalar {
            case "“": text += "‘"
            case "”": text += "’"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "”"
    }

    /// As it goes on in a sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

    /// As it begins a sentence.
    var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension [String] {
    /// One after the other: A, A and B, A, B and C.
    var englishList: String {
        guard let last, count > 1 else { return first ?? "" }
        return "\(dropLast().joined(separator: ", ")) and \(last)"
    }
}

extension Int {
    /// So many of something: 1 cell, 3 cells.
    func counted(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}
