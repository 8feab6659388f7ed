import CivilTime
import Disclosure
import Foundation
import TestSupport
import Testing

/// One case that is led through its acts.
struct AppealSample {
    let calendar: WorkingCalendar
    let today: Day
    var entries: [AppealEntry] = []
    var appeal: Appeal?

    init() throws {
        calendar = try OfficialCalendar.load()
        today = try day("2027-06-30")
    }

    @discardableResult
    mutating func run(_ command: some AppealCommand) throws(Refusal) -> Ruling<AppealAct> {
        let ruling = try command.decide(on: appeal, today: today, calendar: calendar)
        for entry in ruling.entries {
            appeal = try Appeal.applying(entry, to: appeal)
            entries.append(entry)
        }
        return ruling
    }

    func codes(against command: some AppealCommand) -> [Finding.Code] {
        do throws(Refusal) {
            _ = try command.decide(on: appeal, today: today, calendar: calendar)
            return []
        } catch {
            let errors = error.findings.filter { $0.severity == .error }
            for finding in errors {
                #expect(!finding.message.isEmpty && !finding.remedy.isEmpty && finding.article != nil, "\(finding)")
            }
            return errors.map(\.code)
        }
    }
}

@Suite("cases of review and litigation")
struct AppealTests {
    /// An answer of a kind, served on a day, as the act in dispute.
    static func contested(_ leaf: ResultLeaf, served: String = "2025-07-01") throws -> ContestedAct {
        let arrived = try #require(try day(served).adding(days: -20)).description
        var sample = try RequestCase.received(on: arrived, today: "2027-06-30")
        var command = try decision(leaf, on: served)
        command.particulars.search = nil
        command.particulars.notHeldGround = .notOurs
        command.particulars.rightOrgan = .undetermined(why: try text("不能确定"))
        try sample.run(command)
        try sample.run(Serve(.direct, on: day(served), proof: text("回证1")))
        let request = try #require(sample.request)
        return try #require(ContestedAct(answerOf: request))
    }

    static func register(
        _ route: AppealRoute, _ leaf: ResultLeaf = .unableNotHeld, copy: String = "2025-09-19", lodged: String? = nil,
        served: String = "2025-07-01", after review: Appeal? = nil
    ) throws -> RegisterAppeal {
        RegisterAppeal(
            try reference("appeal-\(route.rawValue)"), route, against: try contested(leaf, served: served),
            by: try reference("p-zhangsan"), before: try text("测试市人民政府"), copyReceived: try day(copy),
            lodged: try lodged.map { try day($0) }, after: review)
    }

    @Test("the office has 10 working days in a review, 5 in the simple procedure, 15 days in court")
    func replyPeriods() throws {
        var review = try AppealSample()
        try review.run(Self.register(.review))
        #expect(try #require(review.appeal).replyPeriod(by: review.calendar).due == (try day("2025-10-10")))
        var simple = try AppealSample()
        var command = try Self.register(.review)
        command.isSimple = true
        try simple.run(command)
        #expect(try #require(simple.appeal).replyPeriod(by: simple.calendar).due == (try day("2025-09-26")))
        var court = try AppealSample()
        try court.run(Self.register(.litigationDirect))
        #expect(try #require(court.appeal).replyPeriod(by: court.calendar).due == (try day("2025-10-09")))
        let late = try review.run(ReplyToAppeal(on: day("2025-10-11"), letter: text("测复答〔2025〕1号")))
        #expect(late.remarks.map(\.code) == [.appealReplyLate])
        let inTime = try court.run(ReplyToAppeal(on: day("2025-10-09"), letter: text("测应诉〔2025〕1号")))
        #expect(inTime.remarks.isEmpty)
    }

    @Test("the review body has 60 days and up to 30 more; the suit after it 15 days")
    func reviewPeriods() throws {
        var sample = try AppealSample()
        try sample.run(Self.register(.review, copy: "2025-07-01", served: "2025-06-20"))
        #expect(try #require(sample.appeal).reviewPeriod(by: sample.calendar)?.due == (try day("2025-09-01")))
        #expect(try #require(sample.appeal).suitPeriod(on: day("2025-09-01"), by: sample.calendar) == nil)
        #expect(
            try #require(sample.appeal).suitPeriod(on: day("2025-09-02"), by: sample.calendar)?.due
                == (try day("2025-09-16")))
        #expect(try sample.codes(against: ExtendReview(on: day("2025-08-20"), by: 31)) == [.appealExtensionLength])
        try sample.run(ExtendReview(on: day("2025-08-20")))
        #expect(try #require(sample.appeal).reviewPeriod(by: sample.calendar)?.due == (try day("2025-09-29")))
        #expect(try sample.codes(against: ExtendReview(on: day("2025-08-21"))) == [.appealStepDone])
        try sample.run(ConcludeAppeal(.reviewUpheld, received: day("2025-09-19"), ruling: text("复决1号")))
        #expect(
            try #require(sample.appeal).suitPeriod(on: day("2025-09-20"), by: sample.calendar)?.due
                == (try day("2025-10-09")))
    }

    @Test("a direct suit over a refusal is remarked since 2024, and a case lodged after its period")
    func remarks() throws {
        func codes(_ command: RegisterAppeal) throws -> [Finding.Code] {
            var sample = try AppealSample()
            return try sample.run(command).remarks.map(\.code)
        }
        #expect(
            try codes(Self.register(.litigationDirect, .deniedProcessInformation, lodged: "2025-08-01")) == [
                .appealReviewFirst
            ])
        #expect(try codes(Self.register(.litigationDirect, .unableNotHeld, lodged: "2025-08-01")) == [])
        #expect(
            try codes(
                Self.register(
                    .litigationDirect, .deniedProcessInformation, copy: "2024-02-20", lodged: "2024-02-01",
                    served: "2023-12-29"))
                == [])
        #expect(try codes(Self.register(.review, lodged: "2025-09-01")) == [])
        #expect(try codes(Self.register(.review, lodged: "2025-09-02")) == [.appealLodgedLate])
    }

    @Test("a suit after a review names the review of the same application, others name none")
    func links() throws {
        var review = try AppealSample()
        try review.run(Self.register(.review, copy: "2025-07-10"))
        try review.run(ReplyToAppeal(on: day("2025-07-15"), letter: text("答复1号")))
        try review.run(ConcludeAppeal(.reviewUpheld, received: day("2025-09-01"), ruling: text("复决1号")))
        let sample = try AppealSample()
        #expect(try sample.codes(against: Self.register(.litigationAfterReview)) == [.appealReviewLink])
        #expect(try sample.codes(against: Self.register(.litigationAfterReview, after: review.appeal)) == [])
        #expect(
            try sample.codes(against: Self.register(.litigationDirect, after: review.appeal)) == [.appealReviewMismatch]
        )
        var other = try Self.register(.litigationAfterReview, after: review.appeal)
        other.contested = ContestedAct(.silence, request: RequestNumber("2025-99"))
        #expect(sample.codes(against: other) == [.appealReviewMismatch])
        var late = sample
        let ruling = try late.run(
            Self.register(.litigationAfterReview, copy: "2025-09-25", lodged: "2025-09-17", after: review.appeal))
        #expect(ruling.remarks.map(\.code) == [.appealLodgedLate])
    }

    @Test("what cannot be in a case is refused")
    func refusals() throws {
        var sample = try AppealSample()
        let reply = ReplyToAppeal(on: try day("2025-09-30"), letter: try text("答复1号"))
        #expect(sample.codes(against: reply) == [.appealNotRegistered])
        #expect(try sample.codes(against: Self.register(.review, copy: "2027-07-01")) == [.actDayInFuture])
        #expect(try sample.codes(against: Self.register(.review, copy: "2025-06-30")) == [.actDayOrder])
        #expect(try sample.codes(against: Self.register(.review, lodged: "2025-06-30")) == [.actDayOrder])
        var simple = try Self.register(.litigationDirect)
        simple.isSimple = true
        #expect(sample.codes(against: simple) == [.appealSimpleProcedure])
        try sample.run(Self.register(.review))
        #expect(try sample.codes(against: Self.register(.review)) == [.appealAlreadyRegistered])
        #expect(try sample.codes(against: ReplyToAppeal(on: day("2025-09-18"), letter: text("1号"))) == [.actDayOrder])
        #expect(
            try sample.codes(against: OpenSecondInstance(on: day("2025-10-10"), before: text("中级法院"))) == [
                .appealNotLitigation
            ])
        try sample.run(reply)
        #expect(sample.codes(against: reply) == [.appealStepDone])
        func conclude(
            _ outcome: AppealOutcome, _ received: String = "2025-10-20", must: Bool = false, ordered: String? = nil
        ) throws -> ConcludeAppeal {
            ConcludeAppeal(
                outcome, received: try day(received), ruling: try text("复决1号"), mustAnswer: must,
                ordered: try ordered.map { try day($0) })
        }
        #expect(try sample.codes(against: conclude(.courtRevoked)) == [.appealOutcomeRoute])
        #expect(try sample.codes(against: conclude(.reviewUpheld, must: true)) == [.appealNoNewAnswer])
        #expect(try sample.codes(against: conclude(.reviewRevoked, "2025-09-29")) == [.actDayOrder])
        #expect(
            try sample.codes(against: conclude(.reviewRevoked, must: true, ordered: "2025-10-19")) == [.actDayOrder])
        try sample.run(conclude(.reviewRevoked, must: true))
        #expect(try sample.codes(against: conclude(.reviewRevoked)) == [.appealConcluded])
        #expect(sample.codes(against: reply) == [.appealConcluded])
        #expect(try sample.codes(against: ExtendReview(on: day("2025-10-21"))) == [.appealConcluded])
        var court = try AppealSample()
        try court.run(Self.register(.litigationDirect))
        #expect(try court.codes(against: ExtendReview(on: day("2025-10-21"))) == [.appealNotReview])
        #expect(
            try court.codes(against: OpenSecondInstance(on: day("2025-10-10"), before: text("中级法院"))) == [
                .appealPending
            ])
    }

    @Test("each outcome belongs to one way and one column, with its article")
    func outcomes() {
        let expected: [AppealResult: Int] = [.upheld: 3, .corrected: 9, .other: 6]
        for (result, count) in expected { #expect(AppealOutcome.allCases.count { $0.result == result } == count) }
        #expect(AppealOutcome.allCases.allSatisfy { $0.isLitigation == ($0.article.instrument == .litigationLaw) })
        #expect(AppealOutcome.allCases.allSatisfy { !$0.canOrderNewAnswer || $0.result == .corrected })
    }

    @Test("a case of 2025 decided in 2026 and taken further is pending, then has its result, year by year")
    func years() throws {
        var sample = try AppealSample()
        try sample.run(Self.register(.litigationDirect))
        #expect(try #require(sample.appeal).result(inYear: 2024) == nil)
        #expect(try #require(sample.appeal).result(inYear: 2025) == .pending)
        try sample.run(
            ConcludeAppeal(.courtRevoked, received: day("2026-03-02"), ruling: text("测行初1号"), mustAnswer: true))
        let first = try #require(sample.appeal)
        #expect((2024...2027).map { first.result(inYear: $0) } == [nil, .pending, .corrected, nil])
        #expect(first.result(inYear: 2026, countingCarriedIn: false) == nil)
        try sample.run(OpenSecondInstance(on: day("2026-03-20"), before: text("测试中级法院")))
        #expect(
            try sample.codes(against: OpenSecondInstance(on: day("2026-03-21"), before: text("高级法院"))) == [
                .appealPending
            ])
        let second = try #require(sample.appeal)
        #expect((2025...2027).map { second.result(inYear: $0) } == [.pending, .pending, .pending])
        try sample.run(ConcludeAppeal(.courtClaimDismissed, received: day("2027-01-11"), ruling: text("测行终1号")))
        let last = try #require(sample.appeal)
        #expect((2025...2028).map { last.result(inYear: $0) } == [.pending, .pending, .upheld, nil])
        #expect(
            try sample.codes(against: OpenSecondInstance(on: day("2027-02-01"), before: text("高级法院"))) == [
                .appealConcluded
            ])
    }

    @Test("a ruling that orders a new answer opens the application again")
    func reopening() throws {
        var request = try RequestMatrixTests.sample(at: .closed)
        var sample = try AppealSample()
        var command = try Self.register(.review, copy: "2025-06-30")
        let answered = try #require(request.request)
        command.contested = try #require(ContestedAct(answerOf: answered))
        try sample.run(command)
        #expect(try #require(sample.appeal).reopening == nil)
        try sample.run(
            ConcludeAppeal(
                .reviewRevoked, received: day("2025-07-21"), ruling: text("复决1号"), mustAnswer: true,
                ordered: day("2025-08-11")))
        try request.run(try #require(sample.appeal?.reopening))
        #expect(try request.due() == day("2025-08-11"))
    }

    @Test("entries read back as written and fold to the same case; others do not fit")
    func entries() throws {
        var sample = try AppealSample()
        try sample.run(Self.register(.litigationDirect, lodged: "2025-09-01"))
        try sample.run(ReplyToAppeal(on: day("2025-09-30"), letter: text("答复1号")))
        try sample.run(
            ConcludeAppeal(
                .courtRevoked, received: day("2026-03-02"), ruling: text("1号"), mustAnswer: true,
                ordered: day("2026-04-01")))
        try sample.run(OpenSecondInstance(on: day("2026-03-20"), before: text("测试中级法院")))
        var review = try AppealSample()
        try review.run(Self.register(.review))
        try review.run(ExtendReview(on: day("2025-10-20"), by: 10))
        #expect(try Appeal(folding: sample.entries) == sample.appeal)
        let voided = try VoidAppeal(on: day("2026-03-23"), reasons: text("重复登记")).decide(
            on: sample.appeal, today: sample.today, calendar: sample.calendar)
        let all = sample.entries + [review.entries[1]] + voided.entries
        #expect(Set(all.map(\.kind)) == Set(AppealAct.Kind.allCases))
        try checkGolden(all, "appeal-entries.jsonl")
        for entry in all.dropFirst() {
            #expect(throws: Refusal.self) { try Appeal(folding: [entry]) }
        }
        #expect(throws: Refusal.self) { try Appeal(folding: [sample.entries[0], sample.entries[0]]) }
    }
}

/// Entries read back as they were written, and the written form is that of the golden file.
func checkGolden<Act: RecordedAct>(_ entries: [Entry<Act>], _ name: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let lines = try entries.map { entry in
        let data = try encoder.encode(entry)
        #expect(try JSONDecoder().decode(Entry<Act>.self, from: data) == entry)
        return String(decoding: data, as: UTF8.self)
    }
    let file = TestEnvironment.packageFolder.appending(path: "Tests/DisclosureTests/Golden/\(name)")
    let golden = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(lines.count == golden.count, "\(name)")
    for (line, expected) in zip(lines, golden) { #expect(line == expected, "\(name)") }
}
