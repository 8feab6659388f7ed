import CivilTime
import Testing

@Suite("Days in English")
struct EnglishDateTests {
    @Test(
        "a day is written day, month, year; a span says month and year once where they are the same",
        arguments: [
            ("2026-03-05", "5 March 2026"), ("2021-10-01..2021-10-07", "1 to 7 October 2021"),
            ("2021-09-30..2021-10-03", "30 September to 3 October 2021"),
            ("2025-12-31..2026-01-02", "31 December 2025 to 2 January 2026"), ("2024-02-29", "29 February 2024"),
        ])
    func days(data: String, english: String) throws {
        #expect(try DaySpan(parsing: data).englishText == english)
    }

    @Test("every month and every day of the week has its own English name")
    func names() {
        #expect(Set((1...12).map(Day.englishMonth)).count == 12)
        #expect(Set(Weekday.allCases.map(\.englishText)).count == 7)
        #expect(Weekday.allCases.allSatisfy { $0.englishText.hasSuffix("day") })
    }

    @Test("national holidays have English names, local ones have none")
    func holidays() {
        #expect(HolidayName.english(of: "春节") == "Spring Festival")
        #expect(HolidayName.english(of: "中秋节、国庆节") == "Mid-Autumn Festival and National Day")
        #expect(HolidayName.english(of: SkippedRun.weekend) == "weekend")
        #expect(HolidayName.english(of: SkippedRun.statutory("元旦")) == "New Year's Day, fixed by law")
        #expect(HolidayName.english(of: SkippedRun.statutory("三月三")) == nil)
        for local in ["三月三", "", "、", "国庆节、三月三"] { #expect(HolidayName.english(of: local) == nil, "\(local)") }
    }
}
