/// Text taken over from last year's report.
enum CopyRule {
    static let rule = Rule(
        "COPIED_TEXT", .warning, scope: "与上年报告相比，第一部分和第五部分",
        expectation: "总体情况和存在的问题应写本年的情况，不应整段照抄上年报告。",
        source: "国办公开办函〔2021〕30号：内容要全面、准确，不得照抄；《政府信息公开条例》第五十条",
        remedy: "按本年实际情况重写；上年的问题改进得怎样，也应写明。",
        english: .init(
            scope: "Against the report of the year before, sections one and five",
            expectation: "The overview and the problems tell of this year and are not copied from last year's report.",
            remedy: "Write what happened this year."), evaluate: evaluate)

    /// Characters in a piece that is looked up; long enough that common phrases alone do not fill a report.
    private static let pieceLength = 12
    /// Below this many characters a section is too short to judge.
    private static let shortest = 120

    private static func evaluate(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        guard let previous = context.previous, ContinuityRules.mismatch(context.report, previous) == nil else { return }
        for id in [SectionID.overall, .problems] {
            guard let now = context.report.section(id), let before = previous.section(id) else { continue }
            let ours = pieces(now.text)
            let theirs = Set(pieces(before.text))
            guard ours.count >= shortest, theirs.count >= shortest / 2 else {
                tally.leaveOpen(
                    rule, place: id.rawValue, message: "“\(id.heading)”文字太短，不能与上年报告比较。",
                    remedy: "不需要处理。",
                    english: "\(id.englishName.uppercasedFirst) is too short to be compared with last year's report.",
                    englishRemedy: "Nothing needs to be done.")
                continue
            }
            let copied = ours.count { theirs.contains($0) }
            let percent = copied * 100 / ours.count
            if percent < 60 {
                tally.pass()
            } else {
                tally.fail(
                    rule, percent >= 85 ? .warning : .notice, place: id.rawValue, expected: "本年的情况",
                    actual: percent >= 85 ? "几乎全部相同" : "大部分相同",
                    message: "“\(id.heading)”有\(percent)%的文字与上年报告相同（不计数字和年份）。",
                    english: "\(percent)% of the text of \(id.englishName) is that of last year's report, not counting "
                        + "figures and years.")
            }
        }
    }

    /// Hashes of every run of characters, figures and signs left out: a changed year hides nothing.
    private static func pieces(_ text: String) -> [UInt64] {
        let prepared = NormalText.plain(text)
        var codes: [UInt32] = []
        var place = 0
        while place < prepared.bytes.count {
            let (code, length) = prepared.scalar(place)
            if code >= 0x4E00, code < 0xA000 { codes.append(code) }
            place += length
        }
        guard codes.count >= pieceLength else { return [] }
        return (0...(codes.count - pieceLength)).map { start in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for code in codes[start..<start + pieceLength] { hash = (hash ^ UInt64(code)) &* 0x100_0000_01B3 }
            return hash
        }
    }
}
