import CivilTime
import TestSupport
import Testing

@Suite("days")
struct DayTests {
    @Test(
        "a day knows its number, its weekday and how it is written",
        arguments: [
            ("1970-01-01", 0, Weekday.thursday, "1970年1月1日"),
            ("1969-12-31", -1, .wednesday, "1969年12月31日"),
            ("2021-09-13", 18_883, .monday, "2021年9月13日"),
            ("2000-02-29", 11_016, .tuesday, "2000年2月29日"),
            ("2024-02-04", 19_757, .sunday, "2024年2月4日"),
            ("0001-01-01", -719_162, .monday, "1年1月1日"),
            ("9999-12-31", 2_932_896, .friday, "9999年12月31日"),
        ])
    func known(text: String, number: Int32, weekday: Weekday, chinese: String) throws {
        let day = try Day(parsing: text)
        #expect(day.number == number)
        #expect(day.weekday == weekday)
        #expect(day.description == text)
        #expect(day.chineseText == chinese)
    }

    @Test(
        "what is not written as a day is refused with the form",
        arguments: [
            "", "2021-9-13", "2021/09/13", "2021-09-13 ", " 2021-09-13", "20210913", "+021-09-13", "2021-09-1x",
            "２０２１-09-13", "2021年9月13日", "2021-09-13T00:00:00Z", "2021-09-\u{0661}3",
        ])
    func wrongForm(text: String) {
        #expect(Day(text) == nil)
        #expect(throws: DayError.self) { try Day(parsing: text) }
        do throws(DayError) {
            _ = try Day(parsing: text)
        } catch {
            #expect(error.reason == .form)
            #expect(error.message.contains("2021-09-13"))
        }
    }

    @Test(
        "a day that the calendar does not have is refused",
        arguments: [
            "2021-02-29", "1900-02-29", "2021-02-30", "2021-04-31", "2021-13-01", "2021-00-01", "2021-01-00",
            "2021-01-32", "0000-01-01",
        ])
    func noSuchDay(text: String) {
        do throws(DayError) {
            _ = try Day(parsing: text)
            Issue.record("\(text) was taken for a day")
        } catch {
            #expect(error.reason == .noSuchDay)
            #expect(error.message.contains(text))
        }
    }

    @Test("every day from 1600 to 2400 follows the one before, as a clerk with a wall calendar would count")
    func everyDay() throws {
        var (year, month, day) = (1600, 1, 1)
        var number = try #require(Day(year: year, month: month, day: day)).number
        var weekday = 6  // 1600-01-01 was a Saturday.
        while year < 2401 {
            let value = try #require(Day(year: year, month: month, day: day))
            try #require(value.number == number, "\(year)-\(month)-\(day)")
            try #require(value.parts == (year, month, day), "\(year)-\(month)-\(day)")
            try #require(value.weekday.rawValue == weekday, "\(year)-\(month)-\(day)")
            let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            day += 1
            if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
            number += 1
            weekday = weekday % 7 + 1
        }
    }

    @Test("what is written is read again as the same day")
    func roundTrip() throws {
        let seed: UInt64 = 20_210_913
        var random = SeededGenerator(seed: seed)
        for _ in 0..<5_000 {
            let number = Int.random(in: Int(Day.earliest.number)...Int(Day.latest.number), using: &random)
            let day = try #require(Day(number: number))
            #expect(Day(day.description) == day, "seed \(seed)")
            let (year, month, dayOfMonth) = day.parts
            #expect(Day(year: year, month: month, day: dayOfMonth) == day, "seed \(seed)")
        }
    }

    @Test("there is no day before the first, after the last, or beyond what numbers hold")
    func range() {
        #expect(Day.earliest.description == "0001-01-01")
        #expect(Day.latest.description == "9999-12-31")
        #expect(Day.earliest.previous == nil)
        #expect(Day.latest.next == nil)
        #expect(Day.latest.adding(days: .max) == nil)
        #expect(Day.earliest.adding(days: .min) == nil)
        #expect(Day(number: .max) == nil)
        #expect(Day(number: .min) == nil)
        #expect(Day(year: .max, month: 1, day: 1) == nil)
        #expect(Day(year: 2021, month: 1, day: .min) == nil)
    }

    @Test("the distance of two days undoes the addition")
    func arithmetic() throws {
        let day = try Day(parsing: "2021-09-13")
        #expect(day.adding(days: 32) == Day("2021-10-15"))
        #expect(try Day(parsing: "2021-10-15") - day == 32)
        #expect(day < Day.latest)
    }
}

@Suite("spans of days")
struct DaySpanTests {
    @Test("a span holds both ends and goes through its days in order")
    func days() throws {
        let span = try DaySpan(parsing: "2021-09-29..2021-10-02")
        #expect(span.map(\.description) == ["2021-09-29", "2021-09-30", "2021-10-01", "2021-10-02"])
        #expect(span.count == 4)
        #expect(span.contains(try Day(parsing: "2021-10-02")))
        #expect(!span.contains(try Day(parsing: "2021-10-03")))
        #expect(span.description == "2021-09-29..2021-10-02")
        #expect(span.chineseText == "2021年9月29日至10月2日")
    }

    @Test("a single day is a span, also the last there is")
    func single() throws {
        #expect(try DaySpan(parsing: "2021-09-29").count == 1)
        #expect(DaySpan(Day.latest).map { $0 } == [Day.latest])
        #expect(DaySpan(Day.latest).chineseText == "9999年12月31日")
        #expect(try DaySpan(parsing: "2021-12-31..2022-01-01").chineseText == "2021年12月31日至2022年1月1日")
    }

    @Test(
        "what is no span is refused, saying why",
        arguments: [
            ("2021-10-07..2021-10-01", "起止日期颠倒"), ("2021-10-01...2021-10-07", "不是日期"),
            ("2021-10-01..", "不是日期"), ("..", "不是日期"), ("2021-02-30..2021-03-01", "不存在"),
        ])
    func refused(text: String, reason: String) {
        do throws(DaySpanError) {
            _ = try DaySpan(parsing: text)
            Issue.record("\(text) was taken for a span")
        } catch {
            #expect(error.message.contains(reason))
        }
    }
}
