/// Title, organ and year: what the head of a report says of itself.
struct TitleFinder {
    /// The title as printed, lines joined.
    private(set) var title = ""
    /// The name of the organ, in full where the document gives it in full.
    private(set) var agency = ""
    /// The year the data describe.
    private(set) var year: Int?
    /// The source rows that the title covers.
    private(set) var rows: Range<Int> = 0..<0

    /// Reads the rows before the first heading, and the whole text where they say nothing.
    init(_ pieces: Pieces, head: Range<Int>, text: [UInt8]) {
        let lines = head.compactMap { index -> (row: Int, text: String)? in
            guard let range = HeadingFinder.textRange(of: pieces.rows[index], pieces), !range.isEmpty else {
                return nil
            }
            return (index, pieces.bytes.text(range))
        }
        self.init(lines: lines, text: text)
    }

    /// Reads the lines before the first heading, each with the number of its row.
    init(lines printed: [(row: Int, text: String)], text: [UInt8]) {
        let lines = printed.map { (row: $0.row, text: Self.plain($0.text)) }
        findTitle(lines)
        year = Self.year(inTitle: title)
        agency = Self.agency(inTitle: title)
        if agency.isEmpty { agency = agencyAbove(lines) }
        let headText = Array(lines.map(\.text).joined(separator: "\n").utf8)
        if year == nil { year = Self.yearOfPeriod(headText) ?? Self.yearOfPeriod(text) ?? Self.mostFrequentYear(text) }
        if agency.isEmpty {
            agency = AgencyInText.find(head: headText, text: text) ?? ""
        }
        if !agency.isEmpty { agency = FullName.of(agency, in: headText, text) }
    }

    static func plain(_ text: String) -> String {
        var kept: [UInt8] = []
        kept.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars
        where scalar.value > 0x20 && scalar.value != 0xA0 && scalar.value != 0x3000 && scalar.value != 0xFEFF
            && scalar.value != 0x200B
        {
            kept.append(contentsOf: scalar.utf8)
        }
        var result = String(decoding: kept, as: UTF8.self)
        while result.hasPrefix("#") || result.hasPrefix("*") { result.removeFirst() }
        while result.hasSuffix("*") { result.removeLast() }
        return result
    }

    private static func isTitle(_ printed: String) -> Bool {
        guard printed.utf8.count <= 240 else { return false }
        let text = bare(printed)
        guard text.count <= 60, text.has("公开") || text.has("公開"), !text.has("《"), !isAboutReports(text),
            !text.has(">"), !text.has("。"), !text.has("，")
        else { return false }
        return endings.contains { text.hasSuffix($0) || text.hasSuffix($0 + "）") || text.hasSuffix($0 + ")") }
            || (text.has("年度报告") && text.count < 40)
    }

    /// A title without the title marks around it and without a remark such as （定稿） behind it.
    private static func bare(_ printed: String) -> String {
        var text = printed
        if let last = text.last, last == "）" || last == ")",
            let open = text.lastIndex(where: { $0 == "（" || $0 == "(" }),
            text.distance(from: open, to: text.endIndex) <= 8
        {
            text = String(text[..<open])
        }
        if text.hasPrefix("《"), text.hasSuffix("》") { text = String(text.dropFirst().dropLast()) }
        return text
    }

    /// Whether a line with 关于 names a letter about reports; a report may be called 关于…的报告 itself.
    private static func isAboutReports(_ text: String) -> Bool {
        guard text.has("关于") else { return false }
        return !text.hasSuffix("报告") || lettersAbout.contains { text.has($0) }
    }
    private static let lettersAbout = ["印发", "公布", "发布", "报送", "做好", "开展", "转发", "编制", "公示", "上报", "请示"]
    private static let endings = ["年度报告", "年报", "工作报告", "公开报告", "年度報告", "年報", "报告（样张）", "情况的报告", "情况报告"]

    private mutating func findTitle(_ lines: [(row: Int, text: String)]) {
        // The last candidate before the text is the title of the report itself; what stands before it is a covering
        // letter, a menu or the page's own heading, which says the same.
        var found: (from: Int, through: Int, text: String)?
        for (index, line) in lines.enumerated() {
            if Self.isTitle(line.text) {
                var text = line.text
                var from = index
                // The title over two lines: the organ above, or a cut in the middle.
                if index > 0, !Self.hasName(text), Self.couldBeOrgan(lines[index - 1].text) {
                    text = lines[index - 1].text + text
                    from = index - 1
                }
                if found.map({ Self.score(text) >= Self.score($0.text) }) ?? true { found = (from, index, text) }
            } else if index + 1 < lines.count, line.text.count <= 40, line.text.has("公开"),
                !line.text.has("《"),
                !line.text.has("，"), !line.text.has("。"), !line.text.has("关于"),
                Self.isTitle(line.text + lines[index + 1].text), lines[index + 1].text.count <= 16
            {
                var text = line.text + lines[index + 1].text
                var from = index
                if index > 0, !Self.hasName(text), Self.couldBeOrgan(lines[index - 1].text) {
                    text = lines[index - 1].text + text
                    from = index - 1
                }
                if found.map({ Self.score(text) >= Self.score($0.text) }) ?? true { found = (from, index + 1, text) }
            }
        }
        guard let found else { return }
        title = found.text
        rows = lines[found.from].row..<lines[found.through].row + 1
    }

    private static func score(_ title: String) -> Int {
        (year(inTitle: title) == nil ? 0 : 2) + (hasName(title) ? 1 : 0)
    }
    private static func hasName(_ title: String) -> Bool { !agency(inTitle: title).isEmpty }

    static func couldBeOrgan(_ text: String) -> Bool {
        guard text.utf8.count <= 120, (3...30).contains(text.count), !text.has("："), !text.has(":"), !text.has("。"),
            !text.has("、")
        else { return false }
        return organEndings.contains { text.hasSuffix($0) }
    }
    private static let organEndings = [
        "局", "政府", "办公室", "办", "委员会", "委", "厅", "部", "街道", "办事处", "街道办", "中心", "院", "署", "处", "镇", "乡", "管委会", "队", "站",
        "公安分局", "分局", "科", "所",
    ]

    // MARK: Parts of a title

    /// The first year of a text that reads like 2019 … 2099 before 年, or stands alone.
    static func year(inTitle title: String) -> Int? {
        let digits = Array(title.unicodeScalars)
        var index = 0
        while index < digits.count {
            guard let _ = digit(digits[index]) else {
                index += 1
                continue
            }
            var value = 0
            var count = 0
            while index < digits.count, let next = digit(digits[index]) {
                value = value &* 10 &+ next
                count += 1
                index += 1
                if count > 4 { break }
            }
            if count == 4, (2008...2099).contains(value) { return value }
        }
        return chineseYear(title)
    }

    private static let numerals: [Character: Int] = [
        "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    private static func chineseYear(_ title: String) -> Int? {
        guard title.has("年") else { return nil }
        let names = numerals
        let characters = Array(title)
        guard let end = characters.firstIndex(of: "年"), end >= 4 else { return nil }
        var value = 0
        for character in characters[end - 4..<end] {
            guard let digit = names[character] else { return nil }
            value = value * 10 + digit
        }
        return (2008...2099).contains(value) ? value : nil
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
        default: nil
        }
    }

    /// The organ a title names: what stands before the year or between the year and 政府信息公开.
    static func agency(inTitle title: String) -> String {
        var name = bare(title)
        if name.hasPrefix("关于") { name.removeFirst(2) }
        if let about = firstRange(of: "关于", in: name) { name.removeSubrange(about) }
        for mark in ["政府信息公开", "政务信息公开", "政府信息與政務公開", "政府信息公開", "信息公开", "政务公开", "信息公開"] {
            if let range = firstRange(of: mark, in: name) {
                name = String(name[..<range.lowerBound])
                break
            }
        }
        // 2021年北岙街道办事处 or 烟台市大数据局2021年; other numbers belong to the name, as in 12345热线中心.
        var parts: [String] = [""]
        var rest = name[...]
        while let first = rest.first {
            let digits = rest.prefix { $0.isNumber && ($0.isASCII || ("０"..."９").contains($0)) }
            if digits.isEmpty {
                parts[parts.count - 1].append(first)
                rest.removeFirst()
                continue
            }
            rest = rest[digits.endIndex...]
            if digits.count == 4 || rest.first == "年" {
                if parts.last != "" { parts.append("") }
            } else {
                parts[parts.count - 1].append(contentsOf: digits)
            }
        }
        let organs = parts.map { part -> String in
            var part = part
            for lead in ["年度", "年", "度"] where part.hasPrefix(lead) {
                part.removeFirst(lead.count)
                break
            }
            for tail in ["年度", "年"] where part.hasSuffix(tail) && part.count <= tail.count { part = "" }
            while let last = part.last, "（(的-—－".contains(last) { part.removeLast() }
            return part
        }
        guard let organ = organs.filter({ $0.count >= 2 }).first else { return "" }
        if chineseYear(organ) != nil, let cut = organ.firstIndex(of: "年") {
            let before = organ[..<cut].dropLast(4)
            var after = organ[organ.index(after: cut)...]
            if after.first == "度" { after.removeFirst() }
            return government(String(before.isEmpty ? after : before))
        }
        return government(organ)
    }

    /// A place alone stands for its government: 宿迁市 → 宿迁市人民政府.
    static func government(_ name: String) -> String {
        guard let last = name.last, "市县区省州盟旗镇乡".contains(last), name.count <= 14, !name.hasSuffix("高新区"),
            !name.hasSuffix("开发区"), !name.hasSuffix("园区")
        else { return name }
        return name + "人民政府"
    }

    private func agencyAbove(_ lines: [(row: Int, text: String)]) -> String {
        guard let at = lines.firstIndex(where: { rows.contains($0.row) }), at > 0 else { return "" }
        for line in lines[..<at].reversed().prefix(3) where Self.couldBeOrgan(line.text) { return line.text }
        return ""
    }

    // MARK: The text

    /// The year of 统计期限自2020年1月1日.
    private static func yearOfPeriod(_ text: [UInt8]) -> Int? {
        for mark in ["统计期限", "统计时限", "统计数据时限", "时限为", "期限为", "自20", "統計期限"] {
            guard let start = text.firstIndex(of: mark) else { continue }
            let rest = String(String(decoding: text[start...].prefix(240), as: UTF8.self).prefix(40))
            if let year = year(inTitle: rest) { return year }
        }
        return nil
    }

    /// Whether a date is all that a line holds: it is that of the signature.
    private static func isDateAlone(_ scalars: [Unicode.Scalar], at start: Int) -> Bool {
        guard start > 0, scalars[start - 1] == "\n" else { return false }
        let line = scalars[start...].prefix { $0 != "\n" }
        return line.count <= 14 && line.contains("月") && line.contains("日")
    }

    private static func mostFrequentYear(_ text: [UInt8]) -> Int? {
        var counts: [Int: Int] = [:]
        let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars.prefix(6000))
        var index = 0
        while index + 4 < scalars.count {
            if scalars[index] == "2", scalars[index + 4] == "年", !isDateAlone(scalars, at: index),
                let value = Int(String(String.UnicodeScalarView(scalars[index..<index + 4]))),
                (2008...2099).contains(value)
            {
                counts[value, default: 0] += 1
                index += 4
            }
            index += 1
        }
        let sorted = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        guard let first = sorted.first else { return nil }
        if sorted.count > 1, sorted[1].value == first.value { return min(first.key, sorted[1].key) }
        return first.key
    }

    static func firstRange(of needle: String, in text: String) -> Range<String.Index>? {
        guard let start = Array(text.utf8).firstIndex(of: needle) else { return nil }
        let low = text.utf8.index(text.startIndex, offsetBy: start)
        return low..<text.utf8.index(low, offsetBy: needle.utf8.count)
    }
}
