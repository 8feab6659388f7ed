internal import AnnualReport
internal import Disclosure
internal import Ledger
internal import Markup

/// What the rules say of a report, for the margin beside it.
struct FindingList {
    let report: Report
    let check: CheckResult
    let marks: FindingMarks
    let dispositions: [String: Disposition]
    let t: Wording

    /// Notes of the reader shown on the page; the JSON has all.
    static let noteLimit = 40

    /// Counts, failures, what could not be assessed, and what the reader met.
    var html: HTML { summary + failures + questions + readingNotes }

    private var summary: HTML {
        """
        <section class="note" aria-labelledby="h-check">
        <h2 id="h-check">\(t("核对结果", "Check"))</h2>
        <p>\(t("核对意见由本站按规则得出，不属于报告正文。", "Findings are made by the rules of this site and are no part of the report."))</p>
        <dl class="sums">
        <dt>\(t("核对规则", "Rules applied"))</dt><dd>\(t("\(check.rules)条", "\(check.rules)"))</dd>
        <dt>\(t("相符", "Passed"))</dt><dd>\(check.passed)</dd>
        <dt\(" class=\"warn\"", if: check.failed > 0)>\(t("不相符", "Failed"))</dt><dd\(
            " class=\"warn\"", if: check.failed > 0)>\(check.failed)</dd>
        <dt>\(t("无法判定", "Not assessable"))</dt><dd>\(check.notAssessable)</dd>
        </dl>
        </section>

        """
    }

    private var failures: HTML {
        guard !marks.entries.isEmpty else {
            return """
                <section class="note" aria-labelledby="h-fail">
                <h2 id="h-fail">\(t("没有发现不相符", "No findings"))</h2>
                <p>\(t(
                    "能够判定的规则全部相符。", "All rules that could be assessed passed."))</p>
                </section>

                """
        }
        let count = marks.entries.count
        return """
            <section class="note" aria-labelledby="h-fail">
            <h2 id="h-fail">\(t("不相符\(count)处", count == 1 ? "1 finding" : "\(count) findings"))</h2>
            <ol class="hits">
            \(marks.entries.map(entry))</ol>
            </section>

            """
    }

    private func entry(_ entry: FindingMarks.Entry) -> HTML {
        let finding = entry.finding
        var pieces: HTML = "<p>\(Sentence(chinese: finding.message, english: finding.english?.message).html(t))</p>\n"
        if !finding.remedy.isEmpty {
            pieces +=
                "<p><b>\(t("改法", "How to fix it"))</b>\(t("　", " "))\(Sentence(chinese: finding.remedy, english: finding.english?.remedy).html(t))</p>\n"
        }
        if let decision = dispositions[finding.fingerprint] {
            pieces +=
                "<p><span class=\"tag\">\(t(decision.kind.label, decision.kind.englishText))</span> <span lang=\"zh-CN\">\(decision.reason.text)</span></p>\n"
        }
        if let anchor = entry.anchor {
            let words = anchor.hasPrefix("m") ? t("看这一句", "See the words") : t("看这一格", "See the cell")
            pieces +=
                "<p class=\"go\"><a href=\"#\(anchor)\">\(words)<span class=\"unseen\">\(t("（发现\(entry.number)）", " (finding \(entry.number))"))</span></a></p>\n"
        }
        let word = StateWords(t: t).word(finding.severity)
        return """
            <li id="f\(entry.number)"><h3>\(FindingNumber.text(entry.number)) \(title(finding))</h3>
            \(pieces)<p class="code">\(finding.rule)\(t("　", " "))<span class="\(finding.severity.rawValue)">\(word)</span></p></li>

            """
    }

    /// What a finding is about: the first cell, else what the rule looks at.
    private func title(_ finding: RuleFinding) -> HTML {
        if finding.quote == nil || RuleBook.rule(finding.rule) == nil, let cell = finding.cells.first {
            return "\(t(report.form.title(of: cell), report.form.englishTitle(of: cell)))"
        }
        guard let rule = RuleBook.rule(finding.rule) else { return "\(finding.rule)" }
        return "\(t(rule.scope, rule.english.scope))"
    }

    private var questions: HTML {
        guard !marks.open.isEmpty else { return .empty }
        let items = marks.open.map { question -> HTML in
            let count = question.count > 1 ? t("（\(question.count)处）", " (\(question.count) times)") : ""
            let message = Sentence(chinese: question.message, english: question.english?.message).html(t)
            let remedy = Sentence(chinese: question.remedy, english: question.english?.remedy).html(t)
            return """
                <li><p>\(message)\(count)</p>
                <p class="code">\(question.rule)\(t("　", " "))\(remedy)</p></li>

                """
        }
        return """
            <section class="note" aria-labelledby="h-open">
            <h2 id="h-open">\(t("无法判定\(check.notAssessable)条", "\(check.notAssessable) not assessable"))</h2>
            <ul class="asks">
            \(items)</ul>
            </section>

            """
    }

    private var readingNotes: HTML {
        guard !report.notes.isEmpty else { return .empty }
        let items = report.notes.prefix(Self.noteLimit).map { note -> HTML in
            let names = t.list(
                note.cells.prefix(3).map { t(report.form.title(of: $0), report.form.englishTitle(of: $0)) })
            let more = note.cells.count > 3 ? t("等\(note.cells.count)格", " and others, \(note.cells.count) in all") : ""
            let place: HTML = names.isEmpty ? .empty : "<p class=\"code\">\(names)\(more)</p>\n"
            guard t.isEnglish, let english = note.english else {
                return "<li><p lang=\"zh-CN\">\(note.message)</p>\n\(place)</li>\n"
            }
            return "<li><p>\(english)</p>\n<p lang=\"zh-CN\">\(note.message)</p>\n\(place)</li>\n"
        }
        let rest = report.notes.count - Self.noteLimit
        let more: HTML =
            rest > 0 ? "<p>\(t("其余\(rest)条见数据文件。", "\(rest) more in the data file."))</p>\n" : .empty
        return """
            <section class="note" aria-labelledby="h-read">
            <h2 id="h-read">\(t("读取说明", "Notes on how the document was read"))</h2>
            <ul class="asks">
            \(items)</ul>
            \(more)</section>

            """
    }
}
