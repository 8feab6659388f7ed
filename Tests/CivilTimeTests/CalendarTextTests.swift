import CivilTime
import Foundation
import TestSupport
import Testing

@Suite("the text of a calendar")
struct CalendarTextTests {
    @Test(
        "a malformed text is refused with the line, what is wrong and how to mend it",
        arguments: [
            ("off 2021-01-01 元旦", CalendarProblem.Code.unknownWord, 1),
            ("official\t2021\nholiday\t2021-01-01\t元旦", .unknownWord, 2),
            ("official\t2021\n\toff\t2021-01-01\t元旦", .unknownWord, 2),
            ("official", .fields, 1),
            ("official\t2021\noff\t2021-01-01", .fields, 2),
            ("official\t2021\noff\t2021-01-01\t元旦\t多余", .fields, 2),
            ("official\t二〇二一", .year, 1),
            ("official\t1948", .year, 1),
            ("official\t2200", .year, 1),
            ("official\t2021\noff\t2021-1-1\t元旦", .days, 2),
            ("official\t2021\noff\t2021-02-29\t元旦", .days, 2),
            ("official\t2021\noff\t2021-10-07..2021-10-01\t国庆节", .days, 2),
            ("official\t2021\noff\t2021-01-01..2022-01-02\t元旦", .days, 2),
            ("official\t2021\noff\t9999-12-31\t元旦", .days, 2),
            ("official\t2021\noff\t2021-01-01\t", .name, 2),
            ("official\t2021\noff\t2021-01-01\t元\u{202E}旦", .name, 2),
            ("official\t2021\noff\t2021-01-01\t\(String(repeating: "节", count: 33))", .name, 2),
            ("official\t2021\nofficial\t2021", .duplicate, 2),
            ("official\t2021\noff\t2021-01-01\t元旦\noff\t2021-01-01\t元旦", .duplicate, 3),
            ("official\t2021\noff\t2021-01-01..2021-01-03\t元旦\nwork\t2021-01-02\t元旦", .duplicate, 3),
            ("official\t2021\nwork\t2021-01-04\t元旦", .workdayOnWeekday, 2),
            ("official\t2021\noff\t2020-12-31\t元旦", .undeclaredYear, 2),
            ("official\t2021\nremove\t2021-01-01", .removeWithoutBase, 2),
        ])
    func malformed(text: String, code: CalendarProblem.Code, line: Int) {
        do throws(CalendarError) {
            _ = try WorkingCalendar(parsing: text)
            Issue.record("the text was taken for a calendar")
        } catch {
            #expect(error.problems.map(\.code) == [code])
            #expect(error.problems.map(\.line) == [line])
            #expect(error.message.hasPrefix("第 \(line) 行："))
            #expect(error.problems.allSatisfy { !$0.remedy.isEmpty })
        }
    }

    @Test("every wrong line is told, up to a limit")
    func all() {
        #expect(throws: CalendarError.self) { try WorkingCalendar(parsing: "official\nofficial\tx") }
        do throws(CalendarError) {
            _ = try WorkingCalendar(parsing: String(repeating: "x\n", count: 5_000))
        } catch {
            #expect(error.problems.count == 101)
            #expect(error.problems.last?.code == .more)
        }
    }

    @Test("a text beyond a megabyte is refused unread")
    func tooLong() {
        do throws(CalendarError) {
            _ = try WorkingCalendar(parsing: String(repeating: "#", count: 1_000_001))
            Issue.record("the text was read")
        } catch {
            #expect(error.problems.map(\.code) == [.textTooLong])
        }
    }

    @Test("comments, empty lines and carriage returns are no matter, nor is the order of the lines")
    func tolerated() throws {
        let calendar = try WorkingCalendar(
            parsing: "# 测试\r\n\r\noff\t2021-01-01\t元旦\r\n \t\r\nofficial\t2021\r\n")
        #expect(calendar.officialYears == [2021])
        #expect(calendar.status(of: try Day(parsing: "2021-01-01")) == .publicHoliday("元旦"))
    }

    @Test("without any line the weekday and the days that the law fixes decide, and everything is provisional")
    func empty() throws {
        let calendar = try WorkingCalendar(parsing: "")
        let day = try Day(parsing: "2021-09-30")
        #expect(calendar.day(1, after: day)?.description == "2021-10-04")
        #expect(calendar.day(2, after: day)?.description == "2021-10-05")
        #expect(calendar.isProvisional(DaySpan(day)))
    }

    @Test("random bytes are refused or read, and never stop the program")
    func hostile() {
        let seed: UInt64 = 71
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "off", "work", "official", "remove", "\t", "\n", "2021-01-01", "..", "2021", "元旦", "\u{0}", "#", "\r",
        ]
        for _ in 0..<500 {
            let text = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            do throws(CalendarError) {
                _ = try WorkingCalendar(parsing: text)
            } catch {
                #expect(!error.problems.isEmpty, "seed \(seed)")
            }
        }
    }

    @Test("the file of the package says the same as the collected arrangements", .overSharedFolder)
    func sameAsCollected() throws {
        let file = try #require(TestEnvironment.sharedFolder).appending(path: "domain/holidays.json")
        let years = try JSONDecoder().decode([String: [String: [String: String]]].self, from: Data(contentsOf: file))
        let calendar = try OfficialCalendar.load()
        #expect(calendar.officialYears.map(String.init) == years.keys.sorted())
        for (year, lists) in years {
            let span = try DaySpan(parsing: "\(year)-01-01..\(year)-12-31")
            for day in span {
                let expected: DayStatus =
                    if let name = lists["holidays"]?[day.description] {
                        .publicHoliday(name)
                    } else if let name = lists["workdays"]?[day.description] {
                        .makeupWorkday(name)
                    } else {
                        day.weekday.isWeekend ? .weekend : .working
                    }
                #expect(calendar.status(of: day) == expected, "\(day)")
            }
        }
    }
}

@Suite("a local overlay")
struct CalendarOverlayTests {
    let official: WorkingCalendar

    init() throws { official = try OfficialCalendar.load() }

    @Test("local days off move the end of a period")
    func localHoliday() throws {
        let local = try official.overlaid(parsing: "off\t2025-03-31..2025-04-02\t三月三（测试）")
        let day = try Day(parsing: "2025-03-28")
        #expect(official.day(1, after: day)?.description == "2025-03-31")
        #expect(local.day(1, after: day)?.description == "2025-04-03")
        #expect(local.isOfficial(year: 2025))
        #expect(local.remarks.isEmpty)
    }

    @Test("a removal takes an entry away, and the overlay may then say the opposite")
    func removal() throws {
        let worked = try official.overlaid(parsing: "remove\t2025-05-01\nremove\t2025-04-27\noff\t2025-04-27\t停工（测试）")
        #expect(worked.status(of: try Day(parsing: "2025-05-01")) == .working)
        #expect(worked.status(of: try Day(parsing: "2025-04-27")) == .publicHoliday("停工（测试）"))
    }

    @Test("a further year becomes official before the program knows it")
    func furtherYear() throws {
        let local = try official.overlaid(parsing: "official\t2027\noff\t2027-01-01..2027-01-03\t元旦")
        #expect(local.isOfficial(year: 2027))
        #expect(!local.isProvisional(try DaySpan(parsing: "2026-12-01..2027-02-01")))
        #expect(local.day(1, after: try Day(parsing: "2026-12-31"))?.description == "2027-01-04")
    }

    @Test("local days in a year without official arrangement leave it provisional")
    func localOnly() throws {
        let local = try official.overlaid(parsing: "off\t2027-04-09\t三月三（测试）")
        #expect(!local.isOfficial(year: 2027))
        #expect(!local.isWorkingDay(try Day(parsing: "2027-04-09")))
    }

    @Test(
        "what contradicts the official calendar is refused and told how to say it",
        arguments: [
            ("off\t2025-04-27\t测试", CalendarProblem.Code.contradiction, "remove 2025-04-27"),
            ("work\t2025-10-04\t测试", .contradiction, "remove 2025-10-04"),
            ("off\t2025-04-26..2025-04-28\t测试", .contradiction, "remove 2025-04-27"),
            ("remove\t2025-05-06", .nothingToRemove, "2025-05-06"),
            ("remove\t2025-05-01\nremove\t2025-05-01", .duplicate, "第 1 行"),
        ])
    func refused(text: String, code: CalendarProblem.Code, words: String) {
        do throws(CalendarError) {
            _ = try official.overlaid(parsing: text)
            Issue.record("the overlay was taken")
        } catch {
            #expect(error.problems.map(\.code) == [code])
            #expect(error.message.contains(words))
        }
    }

    @Test("what is so already has no effect and is remarked, once a line")
    func noEffect() throws {
        let local = try official.overlaid(parsing: "off\t2025-10-01..2025-10-08\t测试\nofficial\t2025")
        #expect(local.remarks.map(\.code) == [.noEffect, .noEffect])
        #expect(local.remarks.map(\.line) == [1, 2])
        #expect(local.status(of: try Day(parsing: "2025-10-01")) == .publicHoliday("国庆节"))
    }
}
