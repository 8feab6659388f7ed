/// The organ that made a report whose title names none.
enum AgencyInText {
    /// The organ that the text says made the report, or that signs it.
    ///
    /// - Parameters:
    ///   - head: the lines before the first heading.
    ///   - text: everything that the document says outside of tables, in lines.
    static func find(head: [UInt8], text: [UInt8]) -> String? {
        if let agency = announced(String(decoding: head, as: UTF8.self)) { return agency }
        let whole = String(decoding: text, as: UTF8.self)
        if let agency = announced(String(whole.prefix(2000))) { return agency }
        let lines = whole.split(separator: "\n").suffix(12).map(String.init)
        return signer(lines) ?? owner(lines, text: whole)
    }

    /// Who is named after words such as 由 … 编制.
    private static func announced(_ text: String) -> String? {
        for (before, after) in [
            ("由", "编制"), ("由", "根据"), ("现公布", "20"), ("现将", "20"), ("发布机构：", ""), ("发布机构:", ""), ("发文机关:|", "|"),
            ("来源：", ""), ("来源:", "作者"), ("单位:", "20"), ("编制机关：", ""),
        ] {
            guard let start = TitleFinder.firstRange(of: before, in: text) else { continue }
            let rest = String(text[start.upperBound...].prefix(40))
            let end =
                after.isEmpty
                ? rest.firstIndex(where: { "\n ，。；".contains($0) }) ?? rest.endIndex
                : TitleFinder.firstRange(of: after, in: rest)?.lowerBound
            guard let end else { continue }
            if let name = organ(rest[..<end]) { return name }
        }
        return nil
    }

    /// Who signs: a line that is a name and nothing else, the date below it or the end of the document.
    private static func signer(_ lines: [String]) -> String? {
        for (index, line) in lines.enumerated().reversed() {
            var name = TitleFinder.plain(line)
            for mark in ["（盖章）", "(盖章)", "（公章）"] where name.hasSuffix(mark) { name.removeLast(mark.count) }
            guard (4...30).contains(name.count), TitleFinder.couldBeOrgan(name), !name.contains(where: \.isWhitespace)
            else { continue }
            if index == lines.count - 1 || isDate(lines[index + 1]) { return name }
        }
        return nil
    }

    private static func isDate(_ line: String) -> Bool {
        let text = TitleFinder.plain(line)
        return text.count <= 14 && text.has("年") && text.has("月") && text.has("日")
    }

    /// Who owns the site, where the report calls itself by the same word: 我局 on a page of a 局. A page may stand on the
    /// site of another organ.
    private static func owner(_ lines: [String], text: String) -> String? {
        for line in lines.reversed() {
            for mark in ["主办单位：", "主办单位:", "主办：", "版权所有：", "版权所有:"] {
                guard let start = TitleFinder.firstRange(of: mark, in: line) else { continue }
                let rest = String(line[start.upperBound...].prefix(40))
                let end = rest.firstIndex(where: { " \t\u{3000}，。；|".contains($0) }) ?? rest.endIndex
                guard let name = organ(rest[..<end]), let kind = name.last, text.has("我\(kind)") else { continue }
                return name
            }
        }
        return nil
    }

    /// A name cut at a bracket or a stop; nil where it is none of an organ.
    private static func organ(_ text: Substring) -> String? {
        let cut = text.firstIndex { "（(、，。\n|".contains($0) } ?? text.endIndex
        let name = TitleFinder.plain(String(text[..<cut]))
        return TitleFinder.couldBeOrgan(name) ? name : nil
    }
}
