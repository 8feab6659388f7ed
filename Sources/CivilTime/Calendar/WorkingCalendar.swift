/// Which days are worked: the official arrangements by year, with a local overlay where there is one.
///
/// A day is worked when it is no day off and either falls on Monday to Friday or is a worked weekend day (调休). In a year
/// without an official arrangement only the days that the law fixes to a date are off beside the weekends, and every
/// result that touches it is provisional.
/// Source: the yearly arrangements of the State Council; 全国年节及纪念日放假办法 Art 2 for the fixed days, Art 4 for local
/// ones.
public struct WorkingCalendar: Sendable {
    /// The years a calendar may speak of.
    public static let years = 1949...2199

    /// The official years, rising.
    public let officialYears: [Int]
    /// What the overlays said that has no effect; for the person who keeps them.
    public let remarks: [CalendarProblem]

    private let table: WorkingDayTable
    private let entries: [Int32: CalendarText.Entry]

    /// A calendar from its text: lines `official YEAR`, `off DAY-OR-SPAN NAME` and `work DAY NAME`, parted by tabs.
    ///
    /// - Throws: `CalendarError` with every problem, each with its line and how to mend it.
    public init(parsing text: String) throws(CalendarError) {
        let parsed = CalendarText(text, isOverlay: false)
        guard parsed.problems.isEmpty else { throw CalendarError(problems: parsed.problems) }
        self.init(official: Set(parsed.official.keys), entries: parsed.entries, remarks: [])
    }

    /// The calendar with a local overlay laid on it: the same lines, and `remove DAY-OR-SPAN`, which takes an entry of
    /// this calendar away before the overlay's own lines count.
    ///
    /// An overlay may add local days off, declare a further year official, or turn an entry round by removing it first.
    /// - Throws: `CalendarError` for what cannot be read, a removal of nothing, and an entry that contradicts this
    ///   calendar without removing it. What has no effect is no error: it stands in `remarks`.
    public func overlaid(parsing text: String) throws(CalendarError) -> WorkingCalendar {
        let overlay = CalendarText(text, isOverlay: true)
        var problems = overlay.problems
        var remarks = self.remarks
        var merged = entries
        // A line that names several days is spoken of once, at the first of them.
        var spoken: Set<Int> = []
        for (number, line) in overlay.removals.sorted(by: { $0.key < $1.key })
        where merged.removeValue(forKey: number) == nil && spoken.insert(line).inserted {
            problems.append(
                CalendarProblem(
                    code: .nothingToRemove, line: line, message: "\(Day(unchecked: number)) 在原日历中没有登记，无可取消。",
                    remedy: "请核对日期，或删去这一行。"))
        }
        for (number, entry) in overlay.entries.sorted(by: { $0.key < $1.key }) {
            guard let below = merged[number] else {
                merged[number] = entry
                continue
            }
            guard spoken.insert(entry.line).inserted else { continue }
            let day = Day(unchecked: number)
            if below.isOff == entry.isOff {
                remarks.append(
                    CalendarProblem(
                        code: .noEffect, line: entry.line, message: "\(day) 在原日历中已是\(Self.describe(below))。",
                        remedy: "这一天的登记不起作用，可以删去。"))
            } else {
                problems.append(
                    CalendarProblem(
                        code: .contradiction, line: entry.line,
                        message: "\(day) 在原日历中是\(Self.describe(below))，与本地日历相反。",
                        remedy: "如确需改变，请先加一行“remove \(day)”（中间为制表符）。"))
            }
        }
        for (year, line) in overlay.official where isOfficial(year: year) {
            remarks.append(
                CalendarProblem(
                    code: .noEffect, line: line, message: "\(year) 年在原日历中已有官方安排。", remedy: "这一行不起作用，可以删去。"))
        }
        guard problems.isEmpty else {
            throw CalendarError(problems: problems.sorted { ($0.line, $0.message) < ($1.line, $1.message) })
        }
        return WorkingCalendar(
            official: Set(officialYears).union(overlay.official.keys), entries: merged,
            remarks: remarks.sorted { ($0.line, $0.message) < ($1.line, $1.message) })
    }

    private init(official: Set<Int>, entries: [Int32: CalendarText.Entry], remarks: [CalendarProblem]) {
        officialYears = official.sorted()
        self.remarks = remarks
        self.entries = entries
        let statutory = (StatutoryHoliday.firstYear...Self.years.upperBound)
            .filter { !official.contains($0) }.flatMap { StatutoryHoliday.days(of: $0).map(\.number) }
        // Only these days differ from the weekday rule, so the table spans them.
        let special = Array(entries.keys) + statutory
        guard let first = special.min(), let last = special.max() else {
            table = WorkingDayTable(base: 0, isWorked: [])
            return
        }
        // Number 0, 1970-01-01, is a Thursday: Monday is three days before it.
        var isWorked = (Int(first)...Int(last)).map { number in ((number + 3) % 7 + 7) % 7 < 5 }
        for number in statutory { isWorked[Int(number - first)] = false }
        for (number, entry) in entries { isWorked[Int(number - first)] = !entry.isOff }
        table = WorkingDayTable(base: first, isWorked: isWorked)
    }

    /// The holiday that the law puts on a day of which neither an arrangement nor an overlay says anything.
    private func statutoryHoliday(on day: Day) -> String? {
        isOfficial(year: day.year) || !Self.years.contains(day.year) ? nil : StatutoryHoliday.name(on: day)
    }

    private static func describe(_ entry: CalendarText.Entry) -> String {
        entry.isOff ? "放假日（\(entry.name)）" : "调休上班日（\(entry.name)）"
    }
}

extension WorkingCalendar {
    /// True when the year's official arrangement is known.
    public func isOfficial(year: Int) -> Bool { officialYears.contains(year) }

    /// True when the days touch a year without an official arrangement, so that what is counted over them may change.
    public func isProvisional(_ days: DaySpan) -> Bool {
        (days.first.year...days.last.year).contains { !isOfficial(year: $0) }
    }

    /// True when the day counts as a working day.
    public func isWorkingDay(_ day: Day) -> Bool {
        let number = Int(day.number)
        return table.rank(number) != table.rank(number - 1)
    }

    /// Whether the day is worked, and why.
    public func status(of day: Day) -> DayStatus {
        if let entry = entries[day.number] {
            return entry.isOff ? .publicHoliday(entry.name) : .makeupWorkday(entry.name)
        }
        if let name = statutoryHoliday(on: day) { return .statutoryHoliday(name) }
        return day.weekday.isWeekend ? .weekend : .working
    }

    /// The day on which so many working days after the given day are complete; the given day itself never counts, so it
    /// may be a day off. No working days after a day is that day.
    ///
    /// Example: 20 working days after 2021-09-13 is 2021-10-15. Source: 民法典 Art 201.
    /// - Returns: nil when it lies after 9999-12-31.
    public func day(_ count: WorkingDays, after day: Day) -> Day? {
        guard count.count > 0 else { return day }
        return Day(number: table.number(ofRank: table.rank(Int(day.number)) + count.count))
    }

    /// The day itself when it is worked, else the next working day; nil when that lies after 9999-12-31.
    public func workingDay(onOrAfter day: Day) -> Day? {
        isWorkingDay(day) ? day : self.day(1, after: day)
    }

    /// How many working days lie after the first day, up to and with the last; negative when they are turned round.
    public func workingDayCount(after first: Day, through last: Day) -> Int {
        table.rank(Int(last.number)) - table.rank(Int(first.number))
    }

    /// The days off in a span, as runs of consecutive days with the same reason, in order.
    public func daysOff(in span: DaySpan) -> [SkippedRun] {
        var runs: [SkippedRun] = []
        for day in span {
            let why: String
            switch status(of: day) {
            case .working, .makeupWorkday: continue
            case .weekend: why = SkippedRun.weekend
            case .publicHoliday(let name): why = name
            case .statutoryHoliday(let name): why = SkippedRun.statutory(name)
            }
            if let run = runs.last, run.why == why, run.days.last.next == day,
                let longer = DaySpan(run.days.first, day)
            {
                runs[runs.count - 1].days = longer
            } else {
                runs.append(SkippedRun(days: DaySpan(day), why: why))
            }
        }
        return runs
    }

    /// The Saturdays and Sundays in a span that are worked, in order.
    public func makeupWorkdays(in span: DaySpan) -> [MakeupWorkday] {
        span.compactMap { day in
            guard case .makeupWorkday(let holiday) = status(of: day) else { return nil }
            return MakeupWorkday(day: day, holiday: holiday)
        }
    }
}
