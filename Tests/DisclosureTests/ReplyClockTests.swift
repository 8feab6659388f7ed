import CivilTime
import Disclosure
import TestSupport
import Testing

/// A day in a test; a wrong text fails the test.
func day(_ text: String) throws -> Day { try Day(parsing: text) }

@Suite("the reply clock")
struct ReplyClockTests {
    let calendar: WorkingCalendar

    init() throws { calendar = try OfficialCalendar.load() }

    @Test(
        "an answer is due on the 20th working day after receipt, and on the 40th when extended",
        arguments: [
            ("2019-04-24", "2019-05-23", "2019-06-21"), ("2020-01-16", "2020-02-20", "2020-03-19"),
            ("2020-01-23", "2020-02-28", "2020-03-27"), ("2021-09-13", "2021-10-15", "2021-11-12"),
            ("2022-12-20", "2023-01-18", "2023-02-20"), ("2024-02-04", "2024-03-07", "2024-04-07"),
            ("2024-12-20", "2025-01-20", "2025-02-21"), ("2025-01-13", "2025-02-14", "2025-03-14"),
            ("2025-09-19", "2025-10-23", "2025-11-20"), ("2026-02-09", "2026-03-13", "2026-04-13"),
            ("2026-09-14", "2026-10-16", "2026-11-13"),
        ])
    func vectors(received: String, due: String, extended: String) throws {
        var clock = ReplyClock(received: try day(received))
        let plain = try clock.reckon(by: calendar)
        #expect(plain.due?.description == due)
        #expect(plain.steps.map(\.kind) == [.reply])
        #expect(!plain.isProvisional)
        #expect(plain.remarks.isEmpty)
        clock.extended = .full
        let longer = try clock.reckon(by: calendar)
        #expect(longer.due?.description == extended)
        #expect(longer.steps.map(\.article.code) == ["Art 33", "Art 33(2)"])
        #expect(longer.steps.last?.from.description == due)
    }

    @Test("the step tells every day that was skipped and why")
    func skipped() throws {
        let step = try #require(try ReplyClock(received: day("2021-09-13")).reckon(by: calendar).steps.first)
        #expect(step.article.chineseText == "《政府信息公开条例》第三十三条")
        #expect(
            step.skipped.map { "\($0.days) \($0.why)" } == [
                "2021-09-19..2021-09-21 中秋", "2021-09-25 周末", "2021-10-01..2021-10-07 国庆节", "2021-10-10 周末",
            ])
        #expect(step.explanation == "2021年9月13日收到申请，自次日起计算20个工作日，至2021年10月15日（周五）届满。")
    }

    @Test("a receipt on a day off starts on the next working day")
    func receiptOnDayOff() throws {
        for received in ["2021-10-01", "2021-10-04", "2021-10-07"] {
            #expect(try ReplyClock(received: day(received)).reckon(by: calendar).due?.description == "2021-11-03")
        }
    }

    @Test("a consultation stops the clock: received 2025-06-03, asked 06-10, opinion 06-24, due 07-15")
    func suspension() throws {
        let clock = ReplyClock(
            received: try day("2025-06-03"),
            suspensions: [.init(.thirdParty, sent: try day("2025-06-10"), answered: try day("2025-06-24"))])
        let period = try clock.reckon(by: calendar)
        #expect(period.due?.description == "2025-07-15")
        #expect(period.steps.map(\.due.description) == ["2025-07-01", "2025-07-15"])
        #expect(period.steps.map(\.days.count) == [20, 15])
        #expect(period.steps[1].article.code == "Art 33(3)")
        #expect(period.steps[1].skipped.first?.days.description == "2025-06-11..2025-06-24")
        #expect(period.steps[1].skipped.first?.why == "征求第三方意见")
    }

    @Test(
        "consultations that overlap or touch count once",
        arguments: [
            (["2025-06-10..2025-06-20", "2025-06-12..2025-06-24"], "2025-07-15", 1),
            (["2025-06-12..2025-06-20", "2025-06-10..2025-06-24"], "2025-07-15", 1),
            (["2025-06-10..2025-06-17", "2025-06-17..2025-06-24"], "2025-07-15", 1),
            (["2025-06-10..2025-06-24", "2025-06-10..2025-06-24"], "2025-07-15", 1),
            // 06-18 is a day used between the two.
            (["2025-06-10..2025-06-17", "2025-06-18..2025-06-24"], "2025-07-14", 2),
            (["2025-06-10..2025-06-10"], "2025-07-01", 0),
        ])
    func overlapping(spans: [String], due: String, pauses: Int) throws {
        var clock = ReplyClock(received: try day("2025-06-03"))
        for span in spans {
            let span = try DaySpan(parsing: span)
            clock.suspensions.append(.init(.otherOrgan, sent: span.first, answered: span.last))
        }
        let period = try clock.reckon(by: calendar)
        #expect(period.due?.description == due)
        #expect(period.steps.filter { $0.kind == .suspension }.count == pauses)
    }

    @Test("a consultation begun on the last day leaves none, and says so")
    func lastDay() throws {
        var clock = ReplyClock(
            received: try day("2025-06-03"),
            suspensions: [.init(sent: try day("2025-07-01"), answered: try day("2025-07-12"))])
        let period = try clock.reckon(by: calendar)
        // 2025-07-12 is a Saturday.
        #expect(period.due?.description == "2025-07-14")
        #expect(period.remarks.map(\.code) == [.clockSuspensionOnLastDay])
        clock.extended = .full
        let longer = try clock.reckon(by: calendar)
        #expect(longer.due?.description == "2025-08-08")
        #expect(longer.remarks.isEmpty)
    }

    @Test("a consultation in the added days counts from the extended period")
    func inExtension() throws {
        let clock = ReplyClock(
            received: try day("2025-06-03"),
            suspensions: [.init(sent: try day("2025-07-10"), answered: try day("2025-07-17"))], extended: .full)
        let period = try clock.reckon(by: calendar)
        #expect(period.steps.map(\.kind) == [.reply, .extended, .suspension])
        #expect(period.steps.map(\.due.description) == ["2025-07-01", "2025-07-29", "2025-08-05"])
    }

    @Test("without an opinion the clock runs on after the 15 working days from service")
    func silence() throws {
        var clock = ReplyClock(
            received: try day("2025-06-03"),
            suspensions: [.init(.thirdParty, sent: try day("2025-06-10"), letterReceived: try day("2025-06-12"))])
        let period = try clock.reckon(by: calendar)
        #expect(period.steps[1].skipped.first?.days.description == "2025-06-11..2025-07-03")
        #expect(period.due?.description == "2025-07-24")
        #expect(period.remarks.map(\.code) == [.clockOpinionAwaited])
        // An opinion after that time changes nothing but is remarked.
        clock.suspensions[0].answered = try day("2025-07-10")
        let late = try clock.reckon(by: calendar)
        #expect(late.due == period.due)
        #expect(late.remarks.map(\.code) == [.clockOpinionLate])
    }

    @Test("an opinion that took more than 15 working days is remarked while the day of service is not known")
    func longOpinion() throws {
        var clock = ReplyClock(
            received: try day("2025-06-03"),
            suspensions: [.init(.thirdParty, sent: try day("2025-06-10"), answered: try day("2025-07-01"))])
        #expect(try clock.reckon(by: calendar).remarks.isEmpty)
        clock.suspensions[0].answered = try day("2025-07-02")
        #expect(try clock.reckon(by: calendar).remarks.map(\.code) == [.clockOpinionLong])
    }

    @Test("a correction starts the 20 days anew: received 2025-06-03, corrected 06-16, due 07-14")
    func correction() throws {
        let clock = ReplyClock(
            received: try day("2025-06-03"),
            correction: .init(asked: try day("2025-06-06"), received: try day("2025-06-16")))
        let period = try clock.reckon(by: calendar)
        #expect(period.due?.description == "2025-07-14")
        #expect(period.steps.map(\.article.code) == ["Art 33", "Art 30"])
        #expect((-1...2).map(period.holds) == [false, false, true, false], "the last step holds alone")
        #expect(period.remarks.isEmpty)
    }

    @Test("while a correction is awaited nothing is due")
    func awaitingCorrection() throws {
        let clock = ReplyClock(
            received: try day("2025-06-03"), correction: .init(asked: try day("2025-06-12"), received: nil))
        let period = try clock.reckon(by: calendar)
        #expect(period.state == .awaitingCorrection)
        #expect(period.due == nil)
        #expect(!period.steps.isEmpty && !period.steps.indices.contains(where: period.holds))
        // 7 working days after 2025-06-03 is 2025-06-12.
        #expect(period.remarks.isEmpty)
    }

    @Test("a notice of correction after the 7th working day is remarked")
    func lateCorrection() throws {
        let clock = ReplyClock(
            received: try day("2025-06-03"),
            correction: .init(asked: try day("2025-06-13"), received: try day("2025-06-16")))
        #expect(try clock.reckon(by: calendar).remarks.map(\.code) == [.clockCorrectionAskedLate])
    }

    @Test("a fee paid in time starts the 20 days anew: paid 2025-06-16, due 07-14")
    func fee() throws {
        let clock = ReplyClock(
            received: try day("2025-06-03"),
            fee: .init(noticeReceived: try day("2025-06-09"), paid: try day("2025-06-16")))
        let period = try clock.reckon(by: calendar)
        #expect(period.due?.description == "2025-07-14")
        #expect(period.steps.map(\.article.code) == ["Art 33", "109号 Art 6", "109号 Art 6"])
    }

    @Test("the fee is to be paid within 20 working days: notice 2025-09-19, last day 2025-10-23")
    func payment() throws {
        var clock = ReplyClock(
            received: try day("2025-09-01"), fee: .init(noticeReceived: try day("2025-09-19"), paid: nil))
        let awaiting = try clock.reckon(by: calendar)
        #expect(awaiting.state == .awaitingPayment(until: try day("2025-10-23")))
        #expect(awaiting.due == nil)
        clock.fee?.paid = try day("2025-10-23")
        #expect(try clock.reckon(by: calendar).due?.description == "2025-11-20")
        clock.fee?.paid = try day("2025-10-24")
        #expect(throws: Refusal.self) { try clock.reckon(by: calendar) }
    }

    @Test("an extension of the day on which the period began anew belongs to the period that it was recorded in")
    func extensionOnTheDayOfRestart() throws {
        let restart = try day("2025-06-09")
        func due(_ after: ReplyClock.Extension.Restart?) throws -> Day? {
            let clock = ReplyClock(
                received: try day("2025-06-04"), correction: .init(asked: restart, received: restart),
                extended: try .init(by: 15, decided: restart, after: after))
            return try clock.reckon(by: calendar).due
        }
        #expect(try due(nil) == Day("2025-07-07"))
        #expect(try due(.correction) == Day("2025-07-28"))
    }

    @Test("an extension of unknown day belongs to the last run, or to the one that needs it")
    func extensionAndRestart() throws {
        var clock = ReplyClock(
            received: try day("2025-06-03"), extended: .full,
            fee: .init(noticeReceived: try day("2025-06-09"), paid: try day("2025-06-16")))
        // 40 working days after the payment.
        #expect(try clock.reckon(by: calendar).due?.description == "2025-08-11")
        // The notice is timely only by the extension, so the new period has 20.
        clock.fee = .init(noticeReceived: try day("2025-07-07"), paid: try day("2025-07-14"))
        let period = try clock.reckon(by: calendar)
        #expect(period.due?.description == "2025-08-11")
        #expect(period.steps.map(\.kind) == [.reply, .extended, .payment, .paid])
        #expect(period.remarks.map(\.code) == [.clockExtensionBeforeRestart])
        // With its day known it belongs to the period in which it was decided.
        clock.extended = try .init(by: 10, decided: try day("2025-07-20"))
        clock.fee = .init(noticeReceived: try day("2025-06-20"), paid: try day("2025-07-14"))
        #expect(try clock.reckon(by: calendar).due?.description == "2025-08-25")
    }

    @Test("a consultation that was over before the restart is remarked and changes nothing")
    func overBeforeRestart() throws {
        let clock = ReplyClock(
            received: try day("2025-06-03"),
            correction: .init(asked: try day("2025-06-12"), received: try day("2025-06-16")),
            suspensions: [.init(sent: try day("2025-06-04"), answered: try day("2025-06-10"))])
        let period = try clock.reckon(by: calendar)
        #expect(period.due?.description == "2025-07-14")
        #expect(period.remarks.map(\.code) == [.clockSuspensionWithoutEffect])
    }

    @Test("a consultation still open at the restart keeps the new period from counting")
    func openAtRestart() throws {
        let clock = ReplyClock(
            received: try day("2025-06-03"),
            correction: .init(asked: try day("2025-06-06"), received: try day("2025-06-16")),
            suspensions: [.init(sent: try day("2025-06-10"), answered: try day("2025-06-24"))])
        #expect(try clock.reckon(by: calendar).due?.description == "2025-07-22")
    }

    @Test("a period that touches 2027 is provisional, and says which year is missing")
    func provisional() throws {
        let period = try ReplyClock(received: day("2026-12-14")).reckon(by: calendar)
        #expect(period.isProvisional)
        #expect(period.remarks.map(\.code) == [.clockProvisional])
        #expect(period.remarks.first?.message.contains("2027年") == true)
        #expect(period.remarks.first?.message.contains("2026年") == false)
        #expect(try !ReplyClock(received: day("2026-12-02")).reckon(by: calendar).isProvisional)
        let long = ReplyClock(
            received: try day("2026-12-14"),
            suspensions: [.init(sent: try day("2026-12-15"), answered: try day("2999-01-01"))])
        #expect(try long.reckon(by: calendar).remarks.last?.message.hasPrefix("2027年至2999年没有") == true)
    }
}
