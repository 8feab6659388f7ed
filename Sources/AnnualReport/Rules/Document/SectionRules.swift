/// The six sections: there, filled, and as many as announced.
enum SectionRules {
    static let rules: [Rule] = [
        Rule(
            "SECTION_MISSING", .error, scope: "六个部分各一次",
            expectation: "报告应有格式规定的六个部分，一个不少。",
            source: "《政府信息公开条例》第五十条；国办公开办函〔2021〕30号",
            remedy: "补上缺少的部分；没有可报告的，也应写明没有。",
            english: .init(
                scope: "Each of the six sections",
                expectation: "The report has the six sections of the form, none left out.",
                remedy: "Add the section; where there is nothing to tell, say so."), evaluate: missing),
        Rule(
            "SECTION_EMPTY", .warning, scope: "每一个部分和每一个小标题",
            expectation: "每一部分都应有内容，小标题下应有正文。",
            source: "《政府信息公开条例》第五十条；国办公开办函〔2021〕30号",
            remedy: "补写内容；没有可报告的，写明没有。",
            english: .init(
                scope: "Each section and each heading in it",
                expectation: "Every section has content, and every heading has text under it.",
                remedy: "Write the text, or take the heading away."), evaluate: empty),
        Rule(
            "SECTION_COUNT", .warning, scope: "开头说明的部分数",
            expectation: "开头说由几个部分组成，就应列出几个部分。",
            source: "正文自身应当前后一致",
            remedy: "改正部分数，或者补列缺少的部分。",
            english: .init(
                scope: "The number of sections that the opening states",
                expectation: "The opening states as many sections as there are.",
                remedy: "Correct the number in the opening, or the sections."), evaluate: count),
    ]

    // MARK: SECTION_MISSING

    private static func missing(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        for id in SectionID.allCases {
            if context.report.sections.contains(where: { $0.id == id }) {
                tally.pass()
            } else if let section = tableSection(id), hasTable(section, context) {
                tally.fail(
                    rule, .warning, place: id.rawValue, expected: id.heading, actual: "没有标题",
                    message: "有\(StatutoryForm.tableName(section: section))，但没有“\(id.heading)”这个标题。",
                    remedy: "补上标题。",
                    english: "\(StatutoryForm.englishTableName(section: section)) is there, but not the heading "
                        + "\(id.heading.inQuotes).", englishRemedy: "Add the heading.")
            } else {
                tally.fail(
                    rule, place: id.rawValue, expected: id.heading, actual: "没有",
                    message: "缺少“\(id.heading)”。《政府信息公开条例》第五十条要求的内容一项都不能少。",
                    english: "\(id.englishName.uppercasedFirst) is missing. None of the contents that the Regulation, "
                        + "Art 50, asks for may be left out.")
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
        (context.layout.expectedBySection[section] ?? []).contains { context.report.cells.state($0) != .absent }
    }

    // MARK: SECTION_EMPTY

    private static func empty(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        var passages = context.text.sections.makeIterator()
        for index in context.report.sections.indices {
            // A section without text has no passage; one whose lines are all long holds no heading.
            if !context.report.sections[index].text.isEmpty, passages.next()?.text.signs.shortLines == false {
                tally.pass()
                continue
            }
            let bare = bareHeadings(context.report.sections[index].text)
            if bare?.isEmpty == true {
                tally.pass()
                continue
            }
            let section = context.report.sections[index]
            guard let bare else {
                if let number = tableSection(section.id), hasTable(number, context) {
                    tally.pass()
                    continue
                }
                let what = tableSection(section.id) == nil ? "没有内容" : "既没有文字，也没有表格"
                tally.fail(
                    rule, place: section.id.rawValue, expected: "有内容", actual: "空",
                    message: "“\(section.id.heading)”\(what)。",
                    english: section.id.englishName.uppercasedFirst
                        + (tableSection(section.id) == nil ? " has no content." : " has neither text nor a table."))
                continue
            }
            for heading in bare {
                tally.fail(
                    rule, .notice, place: "\(section.id.rawValue) \(heading)", expected: "有内容", actual: "空",
                    message: "“\(section.id.heading)”中的小标题“\(heading)”下没有内容。",
                    english: "In \(section.id.englishName) nothing stands under the heading \(heading.inQuotes).",
                    quote: heading)
            }
        }
    }

    private static func isBlank(_ text: String) -> Bool {
        // Most texts begin with a character of Chinese.
        if let first = text.utf8.first, first >= 0xE4, first <= 0xE9 { return false }
        return text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    }

    /// Lines （一）… without a sentence, with another such line or nothing behind them; nil where the text is blank.
    private static func bareHeadings(_ text: String) -> [String]? {
        guard !isBlank(text) else { return nil }
        var text = text
        return text.withUTF8 { bytes in
            var bare: [String] = []
            var waiting: String?
            var start = 0
            while start < bytes.count {
                let end = endOfLine(bytes, start)
                defer { start = end + 1 }
                // Only the first signs of a line are looked at, unless it may be a heading.
                guard let sign = firstSign(bytes, start..<end) else { continue }
                let isShort = end - start < 240
                let numbered = isShort && isNumbered(bytes, sign..<end)
                if numbered, let heading = waiting { bare.append(heading) }
                waiting = numbered ? heading(bytes, sign..<end) : nil
            }
            if let waiting { bare.append(waiting) }
            return bare
        }
    }

    private static func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = start
        // Eight bytes at a time: a line feed leaves a byte of noughts.
        while index + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let rest = word ^ 0x0A0A_0A0A_0A0A_0A0A
            let found = (rest &- 0x0101_0101_0101_0101) & ~rest & 0x8080_8080_8080_8080
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        return index
    }

    /// The place of the first sign of a line behind its blanks, wide ones included, and marks of headings; nil where
    /// there is none.
    private static func firstSign(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int? {
        var index = line.lowerBound
        while index < line.upperBound {
            let byte = bytes[index]
            if byte == 0xE3, index + 2 < line.upperBound, bytes[index + 1] == 0x80, bytes[index + 2] == 0x80 {
                index += 3
            } else if byte > 0x20, byte != UInt8(ascii: "#") {
                return index
            } else {
                index += 1
            }
        }
        return nil
    }

    /// Whether a line begins with （一） or the like: a bracket, a numeral, one character more.
    private static func isNumbered(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
        var place = line.lowerBound
        if bytes[place] == UInt8(ascii: "(") {
            place += 1
        } else if line.count >= 3, bytes[place] == 0xEF, bytes[place + 1] == 0xBC, bytes[place + 2] == 0x88 {
            place += 3
        } else {
            return false
        }
        guard place + 3 < line.upperBound, bytes[place] & 0xF0 == 0xE0 else { return false }
        let code =
            UInt32(bytes[place] & 0x0F) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6 | UInt32(bytes[place + 2] & 0x3F)
        // 一 to 十, not 两.
        return code != 0x4E24 && (TextLexer.digit(Int(code)) ?? 0) > 0
    }

    /// A numbered line as a heading: short, and without a sign of a sentence; nil where it is none.
    private static func heading(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> String? {
        for place in line {
            switch bytes[place] {
            case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ":"): return nil
            case 0x82 where bytes[place - 1] == 0x80 && bytes[place - 2] == 0xE3: return nil  // 。
            case 0x8C, 0x9A, 0x9B:  // ，：；
                if bytes[place - 1] == 0xBC, bytes[place - 2] == 0xEF { return nil }
            default: continue
            }
        }
        var scalars = Substring(decoding: bytes[line], as: UTF8.self).unicodeScalars
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return scalars.count <= NormalText.longestHeading ? String(scalars) : nil
    }

    // MARK: SECTION_COUNT

    private static func count(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        guard context.text.openingWords.contains(.parts) else { return }
        for passage in context.text.passages
        where passage.words.contains(.parts)
            && (passage.place == .preamble || passage.place == .section(.overall))
        {
            guard let announced = SectionAnnouncement(passage.text, passage.tokens) else { continue }
            if announced.listed.contains(announced.number) {
                tally.pass()
            } else {
                let listed = announced.listed.lowerBound
                tally.fail(
                    rule, place: passage.place.key, expected: String(listed), actual: String(announced.number),
                    message: "\(passage.place.name)说有\(announced.number)个部分，列出的是\(listed)个。",
                    english:
                        "\(passage.place.english.uppercasedFirst) announces \(announced.number.counted("section")) "
                        + "and lists \(listed).",
                    quote: passage.text.quote(announced.range))
            }
            return
        }
    }
}
