extension IndexRule {
    /// A rule from words in braces and characters around them: `{agency}/{year}-{serial:5}` is the standard one.
    ///
    /// `{agency}` is the code of the office, `{category:W}` the place of the category in Article 20 in W digits, `{year}` the
    /// year, `{serial:W}` the place in the year in W digits, W from 1 to 9.
    ///
    /// - Throws: `Refusal` for an unknown word, a brace without its pair, a space, or where there is not exactly one serial,
    ///   or no year (the serial begins anew every year, so two items would have one number).
    public init(parsing text: String) throws(Refusal) {
        var parts: [Part] = []
        var rest = Substring(text)
        while let first = rest.first {
            if first == "{" {
                guard let end = rest.firstIndex(of: "}") else { throw Self.wrong("“\(rest.prefix(20))”缺少右括号") }
                parts.append(try Self.part(rest[rest.index(after: rest.startIndex)..<end]))
                rest = rest[rest.index(after: end)...]
            } else {
                let literal = String(rest.prefix { $0 != "{" })
                guard !literal.contains("}"), IndexNumber(literal) != nil else {
                    throw Self.wrong("“\(literal.prefix(20))”中有空格、右括号，或者过长")
                }
                parts.append(.literal(literal))
                rest = rest.dropFirst(literal.count)
            }
        }
        let serials = parts.count {
            if case .serial = $0 { true } else { false }
        }
        guard serials == 1, parts.contains(.year) else { throw Self.wrong("应有一个 {serial:位数} 和 {year}") }
        self.init(parts)
    }

    private static func part(_ word: Substring) throws(Refusal) -> Part {
        let pieces = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let width = pieces.count == 2 ? Int(pieces[1]).flatMap { (1...9).contains($0) ? $0 : nil } : nil
        switch (pieces.first, pieces.count, width) {
        case ("agency", 1, _): return .agency
        case ("year", 1, _): return .year
        case ("serial", 2, let width?): return .serial(width: width)
        case ("category", 2, let width?): return .category(width: width)
        default: throw wrong("不认识 {\(word.prefix(20))}")
        }
    }

    private static func wrong(_ what: String) -> Refusal {
        Refusal(
            Finding(
                .itemIndexNumber, field: "index", "索引号的编制规则不对：\(what)。", article: .regulation(12),
                remedy: "应如 {agency}/{year}-{serial:5}，可用 {agency}、{category:4}、{year}、{serial:5}。"))
    }
}
