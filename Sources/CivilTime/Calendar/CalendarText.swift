/// The text form of a calendar: which years are official, which days are off, which weekend days are worked.
///
/// One entry a line, fields parted by one tab: `official YEAR`, `off DAY-OR-SPAN NAME`, `work DAY NAME`, and in overlays
/// `remove DAY-OR-SPAN`. Lines that begin with `#` and empty lines are skipped.
struct CalendarText {
    /// One day with its line.
    struct Entry {
        var isOff: Bool
        var name: String
        var line: Int
    }

    /// Most bytes of a text.
    static let byteLimit = 1_000_000
    /// Most days of one span.
    static let spanLimit = 366
    /// Most characters of a name.
    static let nameLimit = 32
    /// Most problems listed.
    static let problemLimit = 100

    /// The years declared official, with their lines.
    private(set) var official: [Int: Int] = [:]
    /// The days by number.
    private(set) var entries: [Int32: Entry] = [:]
    /// The days to take away, by number, with their lines.
    private(set) var removals: [Int32: Int] = [:]
    /// What is wrong, in the order of the lines.
    private(set) var problems: [CalendarProblem] = []

    /// Reads a text; what is wrong stands in `problems`.
    ///
    /// - Parameter isOverlay: true when removals are allowed and years need not be declared.
    init(_ text: String, isOverlay: Bool) {
        guard text.utf8.count <= Self.byteLimit else {
            report(.textTooLong, 0, "日历文件超过 \(Self.byteLimit) 字节的上限。", "请只保留放假和调休的日期。")
            return
        }
        var line = 0
        for piece in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            var bytes = piece[...]
            if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
            let isBlank = bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            if isBlank || bytes.first == UInt8(ascii: "#") { continue }
            let fields = bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            read(fields.map { String(decoding: $0, as: UTF8.self) }, line, isOverlay)
            if problems.count >= Self.problemLimit {
                report(.more, 0, "问题超过 \(Self.problemLimit) 处，其余未列出。", "请先改正以上各处。")
                return
            }
        }
        if !isOverlay { checkDeclaredYears() }
    }

    private mutating func read(_ fields: [String], _ line: Int, _ isOverlay: Bool) {
        switch fields[0] {
        case "official": readOfficial(fields, line)
        case "off": readOff(fields, line)
        case "work": readWork(fields, line)
        case "remove" where isOverlay: readRemove(fields, line)
        case "remove":
            report(.removeWithoutBase, line, "官方日历中不能用 remove。", "请直接删去相应的行；remove 只用于本地日历。")
        default:
            let word = Self.excerpt(fields[0])
            report(
                .unknownWord, line, "行首“\(word)”无法识别。",
                "行首应为 official、off、work\(isOverlay ? " 或 remove" : "")，其后用一个制表符（Tab）分隔。")
        }
    }

    private mutating func readOfficial(_ fields: [String], _ line: Int) {
        guard has(2, fields, line, "official 年份") else { return }
        guard let year = Int(fields[1]), WorkingCalendar.years.contains(year) else {
            let range = WorkingCalendar.years
            report(
                .year, line, "“\(Self.excerpt(fields[1]))”不是可用的年份。",
                "应为 \(range.lowerBound) 至 \(range.upperBound) 的四位数。")
            return
        }
        if let earlier = official[year] {
            report(.duplicate, line, "\(year) 年在第 \(earlier) 行已声明。", "请删去其中一行。")
        } else {
            official[year] = line
        }
    }

    private mutating func readOff(_ fields: [String], _ line: Int) {
        guard has(3, fields, line, "off 日期 名称"), let span = span(fields[1], line), isName(fields[2], line) else {
            return
        }
        for day in span { add(day, Entry(isOff: true, name: fields[2], line: line)) }
    }

    private mutating func readWork(_ fields: [String], _ line: Int) {
        guard has(3, fields, line, "work 日期 名称"), let span = span(fields[1], line), isName(fields[2], line) else {
            return
        }
        for day in span {
            guard day.weekday.isWeekend else {
                report(
                    .workdayOnWeekday, line, "\(day)（\(day.weekday.chineseText)）不是周六、周日，不能登记为调休上班日。",
                    "请核对日期；周一至周五不放假的日子不必登记。")
                return
            }
            add(day, Entry(isOff: false, name: fields[2], line: line))
        }
    }

    private mutating func readRemove(_ fields: [String], _ line: Int) {
        guard has(2, fields, line, "remove 日期"), let span = span(fields[1], line) else { return }
        for day in span {
            if let earlier = removals[day.number] {
                report(.duplicate, line, "\(day) 在第 \(earlier) 行已写过 remove。", "请删去其中一行。")
                return
            }
            removals[day.number] = line
        }
    }

    private mutating func add(_ day: Day, _ entry: Entry) {
        if let earlier = entries[day.number] {
            report(.duplicate, entry.line, "\(day) 在第 \(earlier.line) 行已登记。", "同一天只能登记一次，请删去其中一处。")
        } else {
            entries[day.number] = entry
        }
    }

    private mutating func has(_ count: Int, _ fields: [String], _ line: Int, _ form: String) -> Bool {
        if fields.count == count { return true }
        report(
            .fields, line, "这一行有 \(fields.count) 个字段，应有 \(count) 个。",
            "应写成“\(form)”，字段之间用一个制表符（Tab）分隔。")
        return false
    }

    private mutating func span(_ text: String, _ line: Int) -> DaySpan? {
        let span: DaySpan
        do throws(DaySpanError) {
            span = try DaySpan(parsing: text)
        } catch {
            report(.days, line, error.message, "一段日期写成 2021-10-01..2021-10-07。")
            return nil
        }
        guard WorkingCalendar.years.contains(span.first.year), WorkingCalendar.years.contains(span.last.year) else {
            let range = WorkingCalendar.years
            report(.days, line, "\(span) 超出日历的范围。", "年份应在 \(range.lowerBound) 至 \(range.upperBound) 之间。")
            return nil
        }
        guard span.count <= Self.spanLimit else {
            report(.days, line, "\(span) 共 \(span.count) 天，一段最多 \(Self.spanLimit) 天。", "请核对年份。")
            return nil
        }
        return span
    }

    private mutating func isName(_ name: String, _ line: Int) -> Bool {
        let isPlain = name.unicodeScalars.allSatisfy { !$0.properties.generalCategory.isControl }
        if !name.isEmpty && name.count <= Self.nameLimit && isPlain { return true }
        report(
            .name, line, name.isEmpty ? "缺少节假日名称。" : "节假日名称“\(Self.excerpt(name))”过长或含有控制字符。",
            "名称应为 1 至 \(Self.nameLimit) 个字，例如“国庆节”。")
        return false
    }

    private mutating func checkDeclaredYears() {
        var reported: Set<Int> = []
        for (number, entry) in entries.sorted(by: { $0.key < $1.key }) {
            let year = Day(unchecked: number).year
            if official[year] == nil && reported.insert(year).inserted {
                report(
                    .undeclaredYear, entry.line, "\(year) 年有放假或调休日期，但没有声明该年。",
                    "请加一行“official \(year)”（中间为制表符），或核对年份。")
            }
        }
    }

    private mutating func report(_ code: CalendarProblem.Code, _ line: Int, _ message: String, _ remedy: String) {
        problems.append(CalendarProblem(code: code, line: line, message: message, remedy: remedy))
    }

    private static func excerpt(_ text: String) -> String { text.count > 20 ? text.prefix(20) + "…" : text }
}

extension Unicode.GeneralCategory {
    /// True for characters that are not to be seen: controls, directions, private and unassigned ones.
    fileprivate var isControl: Bool {
        switch self {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
