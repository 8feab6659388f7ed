import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("orders of days that cannot be")
struct ReplyClockRefusalTests {
    /// What stands beside a receipt on 2025-06-03, due 2025-07-01.
    struct Case: Sendable, CustomTestStringConvertible {
        var code: Finding.Code
        var correction: (asked: String, received: String?)?
        var suspended: (sent: String, served: String?, answered: String?)?
        var fee: (sent: String?, notice: String, paid: String?)?
        var extendedOn: String?
        var testDescription: String { code.rawValue }
    }

    static let cases: [Case] = [
        Case(code: .clockCorrectionBeforeReceipt, correction: ("2025-06-02", "2025-06-10")),
        Case(code: .clockCorrectionReceivedBeforeAsked, correction: ("2025-06-10", "2025-06-09")),
        Case(code: .clockCorrectionAfterDue, correction: ("2025-07-02", "2025-07-09")),
        Case(code: .clockSuspensionBeforeReceipt, suspended: ("2025-06-02", nil, "2025-06-09")),
        Case(code: .clockOpinionBeforeRequest, suspended: ("2025-06-10", nil, "2025-06-09")),
        Case(code: .clockLetterBeforeRequest, suspended: ("2025-06-10", "2025-06-09", "2025-06-12")),
        Case(code: .clockSuspensionAfterDue, suspended: ("2025-07-02", nil, "2025-07-09")),
        Case(code: .clockFeeNoticeBeforeReceipt, fee: (nil, "2025-06-02", "2025-06-09")),
        Case(
            code: .clockFeeNoticeBeforeCorrection, correction: ("2025-06-06", "2025-06-16"),
            fee: (nil, "2025-06-13", "2025-06-20")),
        Case(
            code: .clockFeeNoticeBeforeCorrection, correction: ("2025-06-06", nil),
            fee: (nil, "2025-06-13", "2025-06-20")),
        Case(code: .clockFeeNoticeTurnedRound, fee: ("2025-06-10", "2025-06-09", "2025-06-20")),
        Case(code: .clockFeeNoticeAfterDue, fee: (nil, "2025-07-02", "2025-07-09")),
        Case(code: .clockPaidBeforeNotice, fee: (nil, "2025-06-10", "2025-06-09")),
        Case(code: .clockPaidLate, fee: (nil, "2025-06-10", "2025-07-09")),
        Case(code: .clockExtensionBeforeReceipt, extendedOn: "2025-06-02"),
        Case(code: .clockExtensionAfterDue, extendedOn: "2025-07-02"),
        Case(
            code: .clockExtensionWhileStopped, fee: (nil, "2025-06-10", "2025-06-20"), extendedOn: "2025-06-16"),
        Case(code: .clockOutOfRange, suspended: ("2025-06-10", nil, "9999-12-31")),
    ]

    @Test("each is refused with its code, its field, its article and what to do", arguments: cases)
    func refused(test: Case) throws {
        var clock = ReplyClock(received: try day("2025-06-03"))
        if let (asked, received) = test.correction {
            clock.correction = .init(asked: try day(asked), received: try received.map { try day($0) })
        }
        if let (sent, served, answered) = test.suspended {
            clock.suspensions = [
                .init(
                    sent: try day(sent), letterReceived: try served.map { try day($0) },
                    answered: try answered.map { try day($0) })
            ]
        }
        if let (sent, notice, paid) = test.fee {
            clock.fee = .init(
                noticeSent: try sent.map { try day($0) }, noticeReceived: try day(notice),
                paid: try paid.map { try day($0) })
        }
        if let decided = test.extendedOn { clock.extended = try .init(decided: try day(decided)) }
        let calendar = try OfficialCalendar.load()
        do throws(Refusal) {
            _ = try clock.reckon(by: calendar)
            Issue.record("it was reckoned")
        } catch {
            let errors = error.findings.filter { $0.severity == .error }
            #expect(errors.map(\.code) == [test.code])
            #expect(errors.allSatisfy { !$0.message.isEmpty && !$0.remedy.isEmpty })
            if test.code != .clockOutOfRange {
                #expect(errors.allSatisfy { $0.field != nil && $0.article != nil })
            }
        }
    }

    @Test("several wrong things are told together")
    func several() throws {
        let clock = ReplyClock(
            received: try day("2025-06-03"),
            correction: .init(asked: try day("2025-06-02"), received: try day("2025-06-01")),
            suspensions: [.init(sent: try day("2025-06-01"), answered: try day("2025-05-30"))])
        let calendar = try OfficialCalendar.load()
        do throws(Refusal) {
            _ = try clock.reckon(by: calendar)
            Issue.record("it was reckoned")
        } catch {
            #expect(
                error.findings.map(\.code) == [
                    .clockCorrectionBeforeReceipt, .clockCorrectionReceivedBeforeAsked, .clockSuspensionBeforeReceipt,
                    .clockOpinionBeforeRequest,
                ])
        }
    }

    @Test("an extension has 1 to 20 working days", arguments: [0, 21, 10_000])
    func extensionLength(days: Int) throws {
        let days = try #require(WorkingDays(days))
        #expect(throws: Refusal.self) { try ReplyClock.Extension(by: days) }
        #expect(try ReplyClock.Extension(by: 20) == .full)
        #expect(try ReplyClock.Extension(by: 1).days == 1)
    }

    @Test("more consultations than the limit are refused")
    func manySuspensions() throws {
        let one = ClockSuspension(sent: try day("2025-06-10"), answered: try day("2025-06-11"))
        let calendar = try OfficialCalendar.load()
        var clock = ReplyClock(
            received: try day("2025-06-03"), suspensions: Array(repeating: one, count: ReplyClock.suspensionLimit))
        #expect(try clock.reckon(by: calendar).due?.description == "2025-07-02")
        clock.suspensions.append(one)
        #expect(throws: Refusal.self) { try clock.reckon(by: calendar) }
    }
}
