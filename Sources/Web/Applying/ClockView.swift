internal import CivilTime
internal import Disclosure
internal import Markup

/// A reply period as people can follow it: a calendar in which every day says why it counts or not, and the steps in words.
struct ClockView {
    let period: ReplyPeriod
    let calendar: WorkingCalendar
    let today: Day
    /// What stands above the calendar.
    let caption: String
    let t: Wording

    /// The most weeks that are drawn; a longer period is told in words only.
    private static let weekLimit = 30

    var html: HTML {
        """
        \(grid)<ol class="steps part-s">
        \(period.steps.indices.map { place -> HTML in "<li>\(before(place))\(words(period.steps[place]))</li>\n" })</ol>

        """
    }

    /// What stands before the words of a step whose last day does not hold; empty before the others.
    ///
    /// Steps that the next one goes on from, as the rest after a consultation, tell that themselves.
    private func before(_ place: Int) -> HTML {
        guard !period.holds(place) else { return .empty }
        switch period.state {
        case .awaitingCorrection, .awaitingPayment:
            return stopped(t("已停止，日期不再适用：", "Stopped; these days no longer apply: "))
        case .running:
            return place < restart ?? 0
                ? stopped(t("已重新计算，日期不再适用：", "Counted anew since then; these days no longer apply: ")) : .empty
        }
    }

    private func stopped(_ words: String) -> HTML { "<strong>\(words)</strong>" }

    /// The step that began the period anew last.
    private var restart: Int? { period.steps.lastIndex { [.reply, .correction, .paid].contains($0.kind) } }

    private func words(_ step: ClockStep) -> HTML { t.isEnglish ? english(step) : "\(chinese(step))" }

    /// The same in English; a local holiday has a Chinese name only.
    private func english(_ step: ClockStep) -> HTML {
        var html: HTML = "\(step.englishExplanation) Saturdays and Sundays"
        let skipped = step.skipped.filter { $0.why != SkippedRun.weekend }
        for (place, run) in skipped.enumerated() {
            html += place == skipped.count - 1 ? " and " : ", "
            html += "\(run.days.englishText) (\(holiday(run.why)))"
        }
        html += " do not count."
        let makeup = step.makeupWorkdays.map { $0.day.englishText }
        if !makeup.isEmpty {
            html +=
                " \(makeup.joined(separator: ", ")) \(makeup.count == 1 ? "is worked and counts" : "are worked and count")."
        }
        if step.isProvisional {
            html += " The days off of some year are not published yet, so the day may still change."
        }
        return html + " (\(step.article.englishText))"
    }

    /// The name of a holiday on the page.
    private func holiday(_ name: String) -> HTML {
        guard t.isEnglish else { return "\(name)" }
        return HolidayName.english(of: name).map { "\($0)" } ?? "<span lang=\"zh-CN\">\(name)</span>"
    }

    private func chinese(_ step: ClockStep) -> String {
        let skipped = step.skipped.filter { $0.why != SkippedRun.weekend }.map { "\($0.days.chineseText)（\($0.why)）" }
        let rest = skipped.isEmpty ? "周六、周日不计。" : "周六、周日和\(skipped.joined(separator: "、"))不计。"
        let makeup = step.makeupWorkdays.map { $0.day.chineseText }
        let worked = makeup.isEmpty ? "" : "\(makeup.joined(separator: "、"))调休上班，计入。"
        let unsure = step.isProvisional ? "其中有的年份放假安排尚未公布，日期可能变动。" : ""
        return step.explanation + rest + worked + unsure + "（\(step.article.chineseText)）"
    }

    /// The run that counts now: from the last event that began the period anew.
    private var run: (start: Day, due: Day, pauses: [DaySpan])? {
        guard
            let index = restart,
            let due = period.due
        else { return nil }
        let pauses = period.steps[index...].filter { $0.kind == .suspension }.compactMap { $0.skipped.first?.days }
        return (period.steps[index].from, due, pauses)
    }

    private var grid: HTML {
        guard let run, let first = run.start.adding(days: 1 - run.start.weekday.rawValue),
            let end = run.due.adding(days: 7 - run.due.weekday.rawValue), let span = DaySpan(first, end),
            span.count <= Self.weekLimit * 7
        else { return .empty }
        var rows = HTML.empty
        var cells: [HTML] = []
        var count = 0
        for day in span {
            let isNamed = day == first || day.parts.day == 1
            cells.append(cell(day, isNamed: isNamed, run, &count))
            if day.weekday == .sunday {
                rows += "<tr>\(cells)</tr>\n"
                cells = []
            }
        }
        let heads = Weekday.allCases.map { day -> HTML in
            "<th scope=\"col\">\(t(day.chineseText, String(day.englishText.prefix(3))))</th>"
        }
        return """
            <div class="scroll" role="region" aria-label="\(caption)" tabindex="0">
            <table class="cal">
            <caption>\(caption)</caption>
            <thead><tr>\(heads)</tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            </div>

            """
    }

    /// One day; the month stands above it where it begins, so that a date is never wider than its cell.
    private func cell(
        _ day: Day, isNamed: Bool, _ run: (start: Day, due: Day, pauses: [DaySpan]), _ count: inout Int
    ) -> HTML {
        let parts = day.parts
        let month: HTML =
            isNamed ? "<small>\(t("\(parts.month)月", String(Day.englishMonth(parts.month).prefix(3))))</small>" : .empty
        let date: HTML = "<span>\(month)\(parts.day)</span>"
        if day < run.start || day > run.due { return "<td>\(date)</td>" }
        let mark: HTML = day == today ? "<em>\(t("今天", "today"))</em>" : .empty
        if day == run.start { return "<td class=\"rest\">\(date)<em>\(t("当日不计", "start"))</em>\(mark)</td>" }
        switch calendar.status(of: day) {
        case .weekend: return "<td class=\"rest\">\(date)<em>\(t("周末", "off"))</em>\(mark)</td>"
        case .publicHoliday(let name), .statutoryHoliday(let name):
            return "<td class=\"rest\">\(date)<em>\(holiday(name))</em>\(mark)</td>"
        case .working, .makeupWorkday: break
        }
        if run.pauses.contains(where: { $0.contains(day) }) {
            return "<td class=\"hold\">\(date)<em>\(t("停算", "paused"))</em>\(mark)</td>"
        }
        count += 1
        let number: HTML = "<b>\(t("第\(count)日", "day \(count)"))</b>"
        if day == run.due { return "<td class=\"last\">\(date)\(number)<em>\(t("最迟答复", "reply due"))</em>\(mark)</td>" }
        if day == today { return "<td class=\"today\">\(date)\(number)\(mark)</td>" }
        return "<td>\(date)\(number)</td>"
    }
}

extension Day {
    /// The day for people, with its machine form: 2025年6月3日（周二）, Tuesday 3 June 2025.
    func html(_ t: Wording) -> HTML {
        "<time datetime=\"\(description)\">\(t("\(chineseText)（\(weekday.chineseText)）", "\(weekday.englishText) \(englishText)"))</time>"
    }
}
