import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("periods of review and litigation")
struct LegalPeriodTests {
    let calendar: WorkingCalendar
    init() throws { calendar = try OfficialCalendar.load() }

    @Test("60 days from 2025-07-01 end on a Saturday and so on Monday, 2025-09-01")
    func rolled() throws {
        let period = LegalPeriod(.days(60), from: try day("2025-07-01"), .reviewLaw(20), by: calendar)
        #expect(try period.counted == day("2025-08-30") && period.due == day("2025-09-01"))
        #expect(period.explanation.contains("顺延") && period.explanation.contains("第二十条"))
    }

    @Test(
        "months end on the same day of the month, or on its last one",
        arguments: [
            ("2025-08-31", 6, "2026-02-28"), ("2023-08-31", 6, "2024-02-29"), ("2025-07-01", 6, "2026-01-01"),
            ("2025-03-31", -1, "2025-02-28"), ("2025-12-15", 1, "2026-01-15"), ("2024-02-29", 12, "2025-02-28"),
        ])
    func months(from: String, count: Int, to: String) throws {
        #expect(try day(from).adding(months: count) == day(to))
    }

    @Test("months beyond the days that can be written are none")
    func farMonths() {
        #expect(Day.latest.adding(months: 1) == nil && Day.earliest.adding(months: -1) == nil)
        #expect(Day.latest.adding(months: .max) == nil && Day.latest.adding(months: .min) == nil)
    }

    @Test(
        "a refusal under Art 14 to 16 needs a review first since 2024-01-01, other answers go to court within 6 months")
    func prerequisite() throws {
        let refused = Remedies(restsOnExemption: true, served: try day("2025-07-01"), by: calendar)
        #expect(try refused.needsReviewFirst && refused.review.due == (day("2025-09-01")))
        let absent = Remedies(restsOnExemption: false, served: try day("2025-07-01"), by: calendar)
        // New year's holiday ends on 2026-01-03; Sunday the 4th is worked.
        #expect(absent.suit?.due == (try day("2026-01-04")))
        #expect(Remedies.revisedLaw == (try day("2024-01-01")))
        #expect(!Remedies(restsOnExemption: true, served: try day("2023-12-31"), by: calendar).needsReviewFirst)
        #expect(Remedies(restsOnExemption: true, served: try day("2024-01-01"), by: calendar).needsReviewFirst)
    }

    @Test("each result has the remedies of its ground", arguments: DecisionTests.answers)
    func byResult(leaf: ResultLeaf) throws {
        var sample = try DecisionTests.prepared()
        var command = try decision(leaf, on: "2025-06-16")
        command.particulars.overridingReasons = try text("公共利益")
        try sample.run(command)
        let made = try #require(sample.request?.round.disposal?.decision)
        let remedies = Remedies(against: made, served: try day("2025-06-16"), by: calendar)
        let isFirst = leaf == .partiallyDisclosed || (leaf.family == .denied && leaf != .deniedAdministrativeQuery)
        #expect(remedies.needsReviewFirst == isFirst)
    }

    @Test("whether silence must go to review first is a setting")
    func silence() throws {
        let due = try day("2025-07-01")
        let direct = Remedies(againstSilenceAfter: due, needsReviewFirst: false, by: calendar)
        #expect(try direct.review.due == day("2025-09-01") && direct.suit?.due == day("2026-01-04"))
        #expect(Remedies(againstSilenceAfter: due, needsReviewFirst: true, by: calendar).suit == nil)
    }

    @Test("an answer that did not tell of the right can be reviewed for a year at most")
    func notTold() throws {
        let served = try day("2025-07-01")
        let late = Remedies.reviewWhenNotTold(served: served, learnt: try day("2026-06-01"), by: calendar)
        #expect(late.due == (try day("2026-07-01")))
        let early = Remedies.reviewWhenNotTold(served: served, learnt: try day("2025-08-01"), by: calendar)
        #expect(early.due == (try day("2025-09-30")))
    }

    @Test("since 2024 the government of the same level alone reviews its departments")
    func bodies() throws {
        let (before, after) = (try day("2023-12-31"), try day("2024-01-01"))
        #expect(ReviewBody.bodies(for: .department, on: after) == [.sameLevelGovernment])
        #expect(ReviewBody.bodies(for: .department, on: before) == [.sameLevelGovernment, .superiorDepartment])
        #expect(ReviewBody.bodies(for: .government, on: after) == [.higherGovernment])
        #expect(ReviewBody.bodies(for: .verticallyLed, on: after) == [.superiorDepartment])
    }
}
