/// Words of the form's instructions, placeholders and blanks that were never filled.
enum TemplateRule {
    static let rule = Rule(
        "TEMPLATE_TEXT", .warning, scope: "标题、开头和每一部分",
        expectation: "公布的报告不应留有编写说明、占位符、域代码和没有填写的空白。",
        source: "年度报告编制要求：公布的是填写完的报告，不是格式样本",
        remedy: "删去残留的说明和代码，把空白处填上。",
        english: .init(
            scope: "The title, the opening and each section",
            expectation: "A published report has no instructions, placeholders, field codes or gaps left in it.",
            remedy: "Fill the gap, or remove the words of the template."), evaluate: evaluate)

    private static func evaluate(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        // Most texts have neither words of the instructions nor a plain space.
        guard context.text.mentions(.template) || context.text.hasGaps else {
            tally.pass(context.text.passages.count)
            return
        }
        for passage in context.text.passages {
            var findings = 0
            for token in passage.tokens where token.kind == .word && token.word == .template {
                let quote = passage.text.quote(token.start..<token.end)
                findings += 1
                tally.fail(
                    rule, place: "\(passage.place.key)@\(findings)", expected: "没有", actual: quote,
                    message: "\(passage.place.name)留有“\(quote)”，\(meaning(quote).chinese)。",
                    english: "\(passage.place.english.uppercasedFirst) has \(quote.inQuotes) left in it: "
                        + "\(meaning(quote).english).", quote: quote)
            }
            for quote in passage.text.signs.gaps ? UnfilledBlank.find(passage.text.original) : [] {
                findings += 1
                tally.fail(
                    rule, place: "\(passage.place.key)@\(findings)", expected: "填写数字", actual: "空白",
                    message: "\(passage.place.name)有一处空白没有填：“\(quote)”。", remedy: "填上数字；没有的写0。",
                    english: "In \(passage.place.english) a gap was not filled in: \(quote.inQuotes).",
                    englishRemedy: "Write the number, 0 where there is none.",
                    quote: quote)
            }
            if findings == 0 { tally.pass() }
        }
    }

    private static func meaning(_ quote: String) -> (chinese: String, english: String) {
        if quote.hasPrefix("HYPERLINK") || quote.hasPrefix("MERGEFORMAT") || quote.hasPrefix("PAGEREF") {
            return ("是文字处理软件的域代码", "a field code of the word processor")
        }
        return quote.contains("X") || quote.contains("×") || quote.hasPrefix("某某")
            ? ("是没有替换的占位符", "a placeholder that was not replaced") : ("是格式的编写说明", "an instruction of the form")
    }
}

/// 累计发布   条: a blank where a number belongs.
enum UnfilledBlank {
    private static let units = ["条", "件", "份", "次", "篇", "个", "期"].map { Array($0.utf8) }
    private static let verbs = ["发布", "公开", "收到", "受理", "累计", "开展", "印发"].map { Array($0.utf8) }
    private static let signs = ["，", "。", "；", "、", "）", ",", ";", ")"].map { Array($0.utf8) }

    /// The words around every such blank, as printed.
    static func find(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        var found: [String] = []
        var place = 0
        while place < bytes.count {
            guard bytes[place] == 0x20 || bytes[place] == UInt8(ascii: "_") else {
                place += 1
                continue
            }
            let start = place
            while place < bytes.count, bytes[place] == 0x20 || bytes[place] == UInt8(ascii: "_") { place += 1 }
            // Chinese in front, a unit and a sign behind.
            guard start >= 6, bytes[start - 1] >= 0x80,
                let unit = units.first(where: { bytes[place...].starts(with: $0) })
            else { continue }
            let behind = bytes[(place + unit.count)...]
            guard behind.isEmpty || behind.first == 0x0A || signs.contains(where: { behind.starts(with: $0) }) else {
                continue
            }
            let before = bytes[..<start]
            let hasVerb = verbs.contains { before.suffix($0.count).elementsEqual($0) }
            guard hasVerb || place - start >= 3 && !before.suffix(3).elementsEqual("第".utf8) else { continue }
            var from = max(0, start - 12)
            while from < start, bytes[from] & 0xC0 == 0x80 { from += 1 }
            found.append(String(decoding: bytes[from..<place + unit.count], as: UTF8.self))
        }
        return found
    }
}
