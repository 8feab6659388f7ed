internal import CivilTime

/// The year of a report and its period of statistics, wherever the text names them.
enum DateRules {
    static let rules: [Rule] = [
        Rule(
            "PERIOD", .error, scope: "正文写明的统计期限",
            expectation: "统计期限应是报告年份的1月1日至12月31日。",
            source: "《政府信息公开条例》第五十条；年度报告格式的统计口径",
            remedy: "把统计期限改为报告年份的1月1日至12月31日，并核对表中数据是否按此期限统计。",
            english: .init(
                scope: "The period that the text states",
                expectation: "The period is 1 January to 31 December of the year of the report.",
                remedy: "Write the period of the year of the report."), evaluate: period),
        Rule(
            "YEAR", .warning, scope: "标题、开头和“截至”所写的年份",
            expectation: "标题、开头和“截至某年底”所写的年份应与报告年份相同。",
            source: "年度报告标题格式：机关名称＋年份＋政府信息公开工作年度报告",
            remedy: "改正年份；确指其他年份的，写明是与哪一年比较。",
            english: .init(
                scope: "Years in the title, the opening and “as of”",
                expectation: "The years in the title, the opening and “as of the end of” are that of the report.",
                remedy: "Write the year of the report; check whether the sentence was taken from another year."),
            evaluate: years),
    ]

    // MARK: PERIOD

    private struct Day: Equatable {
        var year: Int?
        var month: Int
        var day: Int
        var end: Int
    }

    private static func period(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        guard context.text.openingWords.contains(.period) else { return }
        for passage in context.text.passages
        where passage.words.contains(.period)
            && (passage.place == .preamble || passage.place == .section(.overall))
        {
            guard let word = passage.tokens.firstIndex(where: { $0.kind == .word && $0.word == .period }) else {
                continue
            }
            // The dates stand in the same sentence, mostly behind the word.
            let sentence = passage.sentence(around: word)
            guard let figure = passage.firstFigure(in: sentence) else { continue }
            judge(rule, passage, sentence, from: figure, context, &tally)
            return
        }
    }

    private static func judge(
        _ rule: Rule, _ passage: ReportText.Passage, _ sentence: Range<Int>, from figure: Int,
        _ context: RuleContext, _ tally: inout RuleTally
    ) {
        let text = passage.text
        guard let from = day(text, figure, sentence.upperBound),
            let to = day(text, from.end, min(sentence.upperBound, from.end + 40)), let year = from.year
        else {
            // 统计数据 alone is no statement of a period: days must be named.
            guard hasDay(text, sentence) else { return }
            tally.leaveOpen(
                rule, place: passage.place.key, message: "\(passage.place.name)的统计期限读不全，不能核对。",
                remedy: "写明统计期限：报告年份的1月1日至12月31日。",
                english:
                    "The period of statistics in \(passage.place.english) cannot be read in full: it cannot be checked.",
                englishRemedy: "State the period: 1 January to 31 December of the year of the report.",
                quote: shown(text, sentence))
            return
        }
        guard let reportYear = context.report.reportYear else {
            tally.leaveOpen(
                rule, place: passage.place.key, message: "报告没有写明是哪一年的，不能核对统计期限。",
                remedy: "在标题中写明年份。",
                english: "The report does not say which year it is for, so that the period cannot be checked.",
                englishRemedy: "State the year in the title.")
            return
        }
        let endYear = to.year ?? year
        if from.month == 1, from.day == 1, to.month == 12, to.day == 31, year == reportYear, endYear == reportYear {
            tally.pass()
            return
        }
        let actual = "\(year)年\(from.month)月\(from.day)日至\(endYear)年\(to.month)月\(to.day)日"
        let start = text.bytes[..<from.end].lastIndex { $0 == UInt8(ascii: ",") || $0 == NormalText.stop } ?? 0
        tally.fail(
            rule, place: passage.place.key, expected: "\(reportYear)年1月1日至\(reportYear)年12月31日", actual: actual,
            message: "\(reportYear)年报告的统计期限应是\(reportYear)年1月1日至12月31日，\(passage.place.name)写的是\(actual)。",
            english:
                "The period of the report for \(reportYear) is 1 January \(reportYear) to 31 December \(reportYear); "
                + "\(passage.place.english) has \(english(from, year)) to \(english(to, endYear)).",
            quote: text.quote(max(start + 1, sentence.lowerBound)..<to.end))
    }

    /// A day in English; it need not exist.
    private static func english(_ day: Day, _ year: Int) -> String {
        "\(day.day) \(CivilTime.Day.englishMonth(day.month)) \(year)"
    }

    private static func hasDay(_ text: NormalText, _ range: Range<Int>) -> Bool {
        text.firstPlace(of: Array("日".utf8), from: range.lowerBound).map { $0 < range.upperBound } ?? false
    }

    private static func shown(_ text: NormalText, _ range: Range<Int>) -> String {
        NarrativeRules.shortened(text.quote(range))
    }

    /// The first `[year年]month月day日` of a range.
    private static func day(_ text: NormalText, _ start: Int, _ end: Int) -> Day? {
        text.bytes.withUnsafeBufferPointer { day($0, start, end) }
    }

    private static func day(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Day? {
        var place = start
        var year: Int?
        var month: Int?
        while place < end {
            // Only figures begin a number.
            guard bytes[place] &- 0x30 <= 9, let (value, digits, after) = number(bytes, place, end) else {
                place += 1
                continue
            }
            place = after
            guard after < end else { return nil }
            let (sign, length) = NormalText.scalar(bytes, after)
            switch sign {
            case 0x5E74 where digits == 4:
                year = value
                month = nil
            case 0x6708 where digits <= 2 && (1...12).contains(value): month = value
            case 0x65E5 where digits <= 2 && (1...31).contains(value):
                guard let month else { return nil }
                return Day(year: year, month: month, day: value, end: after + length)
            // A number that is no part of a date in front of one means that characters are lost.
            case 0x6708, 0x65E5: return nil
            default: break
            }
            place += length
        }
        return nil
    }

    private static func number(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> (Int, Int, Int)? {
        var place = start
        var value = 0
        while place < min(end, bytes.count), bytes[place] &- 0x30 <= 9, place - start < 9 {
            value = value * 10 + Int(bytes[place] - 0x30)
            place += 1
        }
        return place == start ? nil : (value, place - start, place)
    }

    // MARK: YEAR

    private static func years(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        guard let year = context.report.reportYear else {
            if !context.text.passages.isEmpty {
                tally.leaveOpen(
                    rule, message: "报告没有写明是哪一年的，不能核对各处年份。", remedy: "在标题和统计期限中写明年份。",
                    english: "The report does not say which year it is for, so that its years cannot be checked.",
                    englishRemedy: "State the year in the title and in the period of statistics.")
            }
            return
        }
        for passage in context.text.passages {
            switch passage.place {
            case .title: title(rule, passage, year, &tally)
            case .preamble: reportNames(rule, passage, year, &tally)
            case .section(.overall):
                opening(rule, passage, year, &tally)
                asOf(rule, passage, year, &tally)
            default: break
            }
        }
    }

    private static func title(
        _ rule: Rule, _ passage: ReportText.Passage, _ year: Int, _ tally: inout RuleTally
    ) {
        let years = passage.tokens.filter { $0.kind == .year }
        guard let first = years.first else { return }
        if years.contains(where: { $0.value == year }) {
            tally.pass()
        } else {
            tally.fail(
                rule, .error, place: passage.place.key, expected: String(year), actual: String(first.value),
                message: "标题写的是\(first.value)年，报告的数据是\(year)年的。",
                english: "The title says \(first.value); the data of the report are for \(year).",
                quote: passage.text.original)
        }
    }

    /// 现公布…2024年政府信息公开工作年度报告 in front of section one.
    private static func reportNames(
        _ rule: Rule, _ passage: ReportText.Passage, _ year: Int, _ tally: inout RuleTally
    ) {
        guard passage.words.contains(.reportName) else { return }
        for (index, token) in passage.tokens.enumerated() where token.kind == .word && token.word == .reportName {
            guard let named = passage.tokens[..<index].last(where: { $0.kind == .year }),
                token.start - named.end <= 60, !hasSign(passage.text, named.end..<token.start)
            else { continue }
            if named.value == year {
                tally.pass()
            } else {
                tally.fail(
                    rule, place: passage.place.key, expected: String(year), actual: String(named.value),
                    message: "\(passage.place.name)称本报告为\(named.value)年的报告，数据是\(year)年的。",
                    english: "\(passage.place.english.uppercasedFirst) calls this the report for \(named.value); "
                        + "its data are for \(year).",
                    quote: passage.text.quote(named.start..<token.end))
            }
            return
        }
    }

    private static func hasSign(_ text: NormalText, _ range: Range<Int>) -> Bool {
        text.bytes[range].contains { $0 < 0x30 }
    }

    /// The first words of section one name the year.
    private static func opening(
        _ rule: Rule, _ passage: ReportText.Passage, _ year: Int, _ tally: inout RuleTally
    ) {
        guard let first = passage.tokens.first, first.kind == .year, first.start == 0 else { return }
        if first.value == year {
            tally.pass()
        } else {
            tally.fail(
                rule, place: passage.place.key, expected: String(year), actual: String(first.value),
                message: "\(passage.place.name)开头写的是\(first.value)年，报告的数据是\(year)年的。",
                english: "\(passage.place.english.uppercasedFirst) begins with \(first.value); "
                    + "the data of the report are for \(year).",
                quote: passage.text.quote(first.start..<first.end))
        }
    }

    /// 截至2019年12月31日 in a report on 2020.
    private static func asOf(
        _ rule: Rule, _ passage: ReportText.Passage, _ year: Int, _ tally: inout RuleTally
    ) {
        guard passage.words.contains(.asOf) else { return }
        let tokens = passage.tokens
        for index in tokens.indices.dropLast() where tokens[index].kind == .word && tokens[index].word == .asOf {
            let named = tokens[index + 1]
            guard named.kind == .year, named.start - tokens[index].end <= 3, endsYear(passage.text, named.end) else {
                continue
            }
            if named.value == year {
                tally.pass()
            } else if named.value < year {
                // An earlier day may be meant, so this is only worth a look.
                tally.fail(
                    rule, .notice, place: "\(passage.place.key)@\(named.value)", expected: String(year),
                    actual: String(named.value),
                    message: "\(passage.place.name)写“截至\(named.value)年”，报告是\(year)年的。",
                    english: "\(passage.place.english.uppercasedFirst) says “as of \(named.value)”; "
                        + "the report is for \(year).",
                    quote: passage.text.quote(tokens[index].start..<named.end))
            } else {
                tally.fail(
                    rule, place: "\(passage.place.key)@\(named.value)", expected: String(year),
                    actual: String(named.value),
                    message: "\(passage.place.name)写“截至\(named.value)年”年底，报告的数据只到\(year)年年底。",
                    english: "\(passage.place.english.uppercasedFirst) says “as of the end of \(named.value)”; "
                        + "the data of the report end with \(year).",
                    quote: passage.text.quote(tokens[index].start..<named.end))
            }
        }
    }

    /// 底, 末 or 12月31日 behind the year.
    private static func endsYear(_ text: NormalText, _ place: Int) -> Bool {
        let rest = text.bytes[min(place, text.bytes.count)...]
        return rest.starts(with: "底".utf8) || rest.starts(with: "末".utf8) || rest.starts(with: "12月31".utf8)
            || rest.starts(with: "年底".utf8)
    }
}
