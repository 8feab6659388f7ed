import CivilTime
import TestSupport
import Testing

@Suite("the official calendar of working days")
struct WorkingCalendarTests {
    let calendar: WorkingCalendar

    init() throws { calendar = try OfficialCalendar.load() }

    @Test(
        "so many working days after a receipt is the day that the practice gives",
        arguments: [
            ("2019-04-24", "2019-05-06", "2019-05-16", "2019-05-23", "2019-06-21"),
            ("2020-01-16", "2020-02-03", "2020-02-13", "2020-02-20", "2020-03-19"),
            ("2020-01-23", "2020-02-11", "2020-02-21", "2020-02-28", "2020-03-27"),
            ("2021-09-13", "2021-09-23", "2021-10-09", "2021-10-15", "2021-11-12"),
            ("2022-12-20", "2022-12-29", "2023-01-11", "2023-01-18", "2023-02-20"),
            ("2024-02-04", "2024-02-19", "2024-02-29", "2024-03-07", "2024-04-07"),
            ("2024-12-20", "2024-12-31", "2025-01-13", "2025-01-20", "2025-02-21"),
            ("2025-01-13", "2025-01-22", "2025-02-08", "2025-02-14", "2025-03-14"),
            ("2025-09-19", "2025-09-29", "2025-10-16", "2025-10-23", "2025-11-20"),
            ("2026-02-09", "2026-02-25", "2026-03-06", "2026-03-13", "2026-04-13"),
            ("2026-09-14", "2026-09-22", "2026-10-10", "2026-10-16", "2026-11-13"),
        ])
    func vectors(received: String, seven: String, fifteen: String, twenty: String, forty: String) throws {
        let day = try Day(parsing: received)
        #expect(calendar.day(7, after: day)?.description == seven)
        #expect(calendar.day(15, after: day)?.description == fifteen)
        #expect(calendar.day(20, after: day)?.description == twenty)
        #expect(calendar.day(40, after: day)?.description == forty)
    }

    @Test(
        "a year has as many working days and worked weekend days as its arrangement says",
        arguments: [
            (2019, 250, 6), (2020, 249, 6), (2021, 250, 7), (2022, 249, 7), (2023, 249, 7), (2024, 251, 8),
            (2025, 248, 5), (2026, 248, 6),
        ])
    func years(year: Int, workingDays: Int, makeups: Int) throws {
        let eve = try #require(Day(year: year - 1, month: 12, day: 31))
        let last = try #require(Day(year: year, month: 12, day: 31))
        let first = try #require(eve.next)
        let span = try #require(DaySpan(first, last))
        #expect(calendar.workingDayCount(after: eve, through: last) == workingDays)
        #expect(span.filter { calendar.isWorkingDay($0) }.count == workingDays)
        #expect(calendar.makeupWorkdays(in: span).count == makeups)
        #expect(calendar.isOfficial(year: year))
    }

    @Test(
        "a day knows why it is worked or not",
        arguments: [
            ("2020-01-19", DayStatus.makeupWorkday("春节")), ("2020-01-31", .publicHoliday("春节")),
            ("2020-02-01", .publicHoliday("春节")), ("2020-02-03", .working), ("2020-02-08", .weekend),
            ("2022-12-31", .publicHoliday("元旦")), ("2023-12-30", .publicHoliday("元旦")),
            ("2024-02-04", .makeupWorkday("春节")), ("2025-10-06", .publicHoliday("中秋")),
            // No arrangement of 2027 is known: what the law fixes is off, and nothing else beside the weekends.
            ("2027-01-01", .statutoryHoliday("元旦")), ("2027-05-01", .statutoryHoliday("劳动节")),
            ("2027-05-02", .statutoryHoliday("劳动节")), ("2027-05-03", .working), ("2027-09-30", .working),
            ("2027-10-01", .statutoryHoliday("国庆节")), ("2027-10-02", .statutoryHoliday("国庆节")),
            ("2027-10-03", .statutoryHoliday("国庆节")), ("2027-10-04", .working), ("2027-10-09", .weekend),
            ("2027-02-08", .working), ("2018-05-01", .statutoryHoliday("劳动节")), ("2018-05-02", .working),
            ("2018-10-03", .statutoryHoliday("国庆节")), ("2008-01-01", .statutoryHoliday("元旦")),
            ("2007-10-01", .working), ("2199-10-01", .statutoryHoliday("国庆节")), ("2200-10-01", .working),
            // An arrangement says all of its year, also that a day which the law fixes lies in a longer run.
            ("2026-10-08", .working), ("2026-01-02", .publicHoliday("元旦")), ("2024-05-02", .publicHoliday("劳动节")),
        ])
    func status(text: String, expected: DayStatus) throws {
        let day = try Day(parsing: text)
        #expect(calendar.status(of: day) == expected)
        #expect(calendar.isWorkingDay(day) == expected.isWorked)
    }

    @Test("counting agrees with a clerk who crosses out day after day, inside the official years and outside")
    func oracle() throws {
        let clerk = WallCalendar(text: try OfficialCalendar.text())
        var text = "2018-10-01"
        while text < "2027-12-31" {
            let day = try Day(parsing: text)
            try #require(calendar.isWorkingDay(day) == clerk.isWorked(text), "\(text)")
            for count in [1, 7, 15, 20, 40] {
                let expected = clerk.day(count, after: text)
                let days = try #require(WorkingDays(count))
                let found = try #require(calendar.day(days, after: day))
                try #require(found.description == expected, "\(count) after \(text)")
                try #require(calendar.isWorkingDay(found))
                try #require(calendar.workingDayCount(after: day, through: found) == count)
            }
            // Every third day is enough: the clerk is slow.
            for _ in 0..<3 { text = WallCalendar.dayAfter(text) }
        }
    }

    @Test("a later day or a longer period never ends earlier")
    func monotone() throws {
        let seed: UInt64 = 33
        var random = SeededGenerator(seed: seed)
        let range = try Day(parsing: "2010-01-01").number...Day(parsing: "2035-12-31").number
        for _ in 0..<20_000 {
            let first = try #require(Day(number: Int(Int32.random(in: range, using: &random))))
            let later = try #require(first.adding(days: Int.random(in: 0...60, using: &random)))
            let short = try #require(WorkingDays(Int.random(in: 1...200, using: &random)))
            let long = short + 1
            let end = try #require(calendar.day(short, after: first))
            #expect(end <= calendar.day(short, after: later) ?? .earliest, "seed \(seed)")
            #expect(end < calendar.day(long, after: first) ?? .earliest, "seed \(seed)")
            #expect(calendar.isWorkingDay(end), "seed \(seed)")
            #expect(end > first, "seed \(seed)")
        }
    }

    @Test("counting works to the ends of the calendar and stops there")
    func ends() {
        #expect(calendar.day(1, after: .latest) == nil)
        #expect(calendar.day(0, after: .latest) == .latest)
        #expect(calendar.day(1, after: .earliest)?.description == "0001-01-02")
        #expect(calendar.workingDay(onOrAfter: .latest) == .latest)
        for count in [Int.min, -1, WorkingDays.limit + 1, .max] { #expect(WorkingDays(count) == nil) }
        #expect((20 as WorkingDays) - 21 == 0)
    }

    @Test(
        "twenty working days into a year without an arrangement leave out what the law fixes",
        arguments: [
            ("2026-12-07", "2027-01-05"), ("2027-04-05", "2027-05-03"), ("2027-09-06", "2027-10-05"),
            ("2017-12-04", "2018-01-02"),
        ])
    func intoUnannounced(received: String, due: String) throws {
        #expect(calendar.day(20, after: try Day(parsing: received))?.description == due)
    }

    @Test("an arrangement of a further year takes the place of what the law fixes, the worked weekend day included")
    func announced() throws {
        let text = "official\t2027\noff\t2027-10-02..2027-10-08\t国庆节\nwork\t2027-10-09\t国庆节"
        let later = try calendar.overlaid(parsing: text)
        #expect(later.status(of: try Day(parsing: "2027-10-01")) == .working)
        #expect(later.status(of: try Day(parsing: "2027-01-01")) == .working)
        #expect(later.status(of: try Day(parsing: "2027-10-09")) == .makeupWorkday("国庆节"))
        #expect(later.remarks.isEmpty)
    }

    @Test("a local day on a date that the law fixes counts by the local name")
    func localOnFixed() throws {
        let local = try calendar.overlaid(parsing: "off\t2027-01-01\t测试节\nwork\t2027-05-02\t劳动节")
        #expect(local.status(of: try Day(parsing: "2027-01-01")) == .publicHoliday("测试节"))
        #expect(local.isWorkingDay(try Day(parsing: "2027-05-02")))
    }

    @Test("days off are told as runs of one reason each")
    func daysOff() throws {
        let runs = calendar.daysOff(in: try DaySpan(parsing: "2021-09-14..2021-10-15"))
        #expect(
            runs.map { "\($0.days) \($0.why)" } == [
                "2021-09-19..2021-09-21 中秋", "2021-09-25 周末", "2021-10-01..2021-10-07 国庆节", "2021-10-10 周末",
            ])
        let unannounced = calendar.daysOff(in: try DaySpan(parsing: "2026-12-29..2027-01-04"))
        #expect(
            unannounced.map { "\($0.days) \($0.why)" } == ["2027-01-01 元旦（法定节日）", "2027-01-02..2027-01-03 周末"])
        let makeups = calendar.makeupWorkdays(in: try DaySpan(parsing: "2021-09-14..2021-10-15"))
        #expect(makeups.map(\.day.description) == ["2021-09-18", "2021-09-26", "2021-10-09"])
    }

    @Test(
        "what touches a year without an official arrangement is provisional",
        arguments: [
            ("2026-01-01..2026-12-31", false), ("2026-12-31..2027-01-01", true), ("2018-12-31..2019-01-02", true),
            ("2019-01-01..2026-12-31", false), ("2027-05-01", true), ("2018-06-01..2028-06-01", true),
        ])
    func provisional(span: String, isProvisional: Bool) throws {
        #expect(calendar.isProvisional(try DaySpan(parsing: span)) == isProvisional)
    }
}
