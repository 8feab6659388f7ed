/// The six sections: there, filled, and as many as announced.
enum SectionRules {
    static let rules: [Rule] = [
        Rule(
            "SECTION_MISSING", .error, scope: "六个部分各一次",
            expectation: "报告应有格式规定的六个部分，一个不少。",
            source: "《政府信息公开条例》第五十条；国办公开办函〔2021〕30号",
            remedy: "补上缺少的部分；没有可报告的，也应写明没有。", evaluate: missing),
        Rule(
            "SECTION_EMPTY", .warning, scope: "每一个部分和每一个小标题",
            expectation: "每一部分都应有内容，小标题下应有正文。",
            source: "《政府信息公开条例》第五十条；国办公开办函〔2021〕30号",
            remedy: "补写内容；没有可报告的，写明没有。", evaluate: empty),
        Rule(
            "SECTION_COUNT", .warning, scope: "开头说明的部分数",
            expectation: "开头说由几个部分组成，就应列出几个部分。",
            source: "正文自身应当前后一致",
            remedy: "改正部分数，或者补列缺少的部分。", evaluate: count),
    ]

    // MARK: SECTION_MISSING

    private static func missing(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        let report = context.report
        for id in SectionID.allCases {
            if report.section(id) != nil {
                tally.pass()
            } else if let section = tableSection(id), hasTable(section, context) {
                tally.fail(
                    rule, .warning, place: id.rawValue, expected: id.heading, actual: "没有标题",
                    message: "有\(StatutoryForm.tableName(section: section))，但没有“\(id.heading)”这个标题。",
                    remedy: "补上标题。")
            } else {
                tally.fail(
                    rule, place: id.rawValue, expected: id.heading, actual: "没有",
                    message: "缺少“\(id.heading)”。《政府信息公开条例》第五十条要求的内容一项都不能少。")
            }
        }
    }

    private static func tableSection(_ id: SectionID) -> Int? {
        switch id {
        case .proactive: 2
        case .applications: 3
        case .reviewLitigation: 4
        default: nil
        }
    }

    /// True where the document gives at least one cell of a section's tables.
    private static func hasTable(_ section: Int, _ context: RuleContext) -> Bool {
        let report = context.report
        return context.layout.tables.contains { table in
            report.form.tables[table.index].section == section
                && table.expected.contains { report.cells[$0].state != .absent }
        }
    }

    // MARK: SECTION_EMPTY

    private static func empty(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        for section in context.report.sections {
            if isBlank(section.text) {
                if let number = tableSection(section.id), hasTable(number, context) {
                    tally.pass()
                    continue
                }
                let what = tableSection(section.id) == nil ? "没有内容" : "既没有文字，也没有表格"
                tally.fail(
                    rule, place: section.id.rawValue, expected: "有内容", actual: "空",
                    message: "“\(section.id.heading)”\(what)。")
                continue
            }
            let bare = bareHeadings(section.text)
            if bare.isEmpty {
                tally.pass()
                continue
            }
            for heading in bare {
                tally.fail(
                    rule, .notice, place: "\(section.id.rawValue) \(heading)", expected: "有内容", actual: "空",
                    message: "“\(section.id.heading)”中的小标题“\(heading)”下没有内容。", quote: heading)
            }
        }
    }

    private static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    }

    /// Lines （一）… without a sentence, with another such line or nothing behind them.
    private static func bareHeadings(_ text: String) -> [String] {
        var bare: [String] = []
        var waiting: String?
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            // Only the first signs of a line are looked at, unless it may be a heading.
            guard let first = firstSign(line) else { continue }
            // （ begins with 0xEF.
            guard first == UInt8(ascii: "(") || first == 0xEF, line.count < 240 else {
                waiting = nil
                continue
            }
            let text = trimmed(Substring(line))
            guard !text.isEmpty else { continue }
            let numbered = isNumbered(text)
            if numbered, let heading = waiting { bare.append(heading) }
            waiting = numbered && isHeading(text) ? text : nil
        }
        if let waiting { bare.append(waiting) }
        return bare
    }

    /// The first byte of a line behind its blanks, wide ones included, and marks of headings; nil where there is none.
    private static func firstSign(_ line: Substring.UTF8View) -> UInt8? {
        var wide = 0
        for byte in line {
            // E3 80 80 is the blank of Chinese text.
            if wide == 0, byte == 0xE3 {
                wide = 1
            } else if wide > 0 {
                guard byte == 0x80 else { return 0xE3 }
                wide = wide == 2 ? 0 : wide + 1
            } else if byte > 0x20, byte != UInt8(ascii: "#") {
                return byte
            }
        }
        return nil
    }

    private static func trimmed(_ line: Substring) -> String {
        var scalars = line.unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace || first == "#" { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }

    private static func isNumbered(_ line: String) -> Bool {
        let scalars = Array(line.unicodeScalars.prefix(4))
        guard scalars.count > 2, scalars[0] == "（" || scalars[0] == "(" else { return false }
        return "一二三四五六七八九十".unicodeScalars.contains(scalars[1])
    }

    private static func isHeading(_ line: String) -> Bool {
        guard isNumbered(line), line.unicodeScalars.count <= 45 else { return false }
        return !line.unicodeScalars.contains { "。；;，,：:".unicodeScalars.contains($0) }
    }

    // MARK: SECTION_COUNT

    private static func count(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        for passage in context.text.passages
        where passage.place == .preamble || passage.place == .section(.overall) {
            guard let announced = SectionAnnouncement(passage.text, passage.tokens) else { continue }
            if announced.listed.contains(announced.number) {
                tally.pass()
            } else {
                let listed = announced.listed.lowerBound
                tally.fail(
                    rule, place: passage.place.key, expected: String(listed), actual: String(announced.number),
                    message: "\(passage.place.name)说有\(announced.number)个部分，列出的是\(listed)个。",
                    quote: passage.text.quote(announced.range))
            }
            return
        }
    }
}
