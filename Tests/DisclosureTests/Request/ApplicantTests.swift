import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("what an applicant sends and thinks")
struct ApplicantTests {
    @Test("a message moves no clock and binds the office to no order of days")
    func message() throws {
        var sample = try RequestMatrixTests.sample(at: .handling)
        let before = try #require(sample.request).round
        try sample.run(ReceiveMessage(on: day("2025-06-10"), reference("paper-2"), papers: [reference("paper-3")]))
        let after = try #require(sample.request)
        #expect(after.round == before)
        #expect(after.messages.map(\.papers.count) == [1])
        try sample.run(AskCorrection(on: day("2025-06-06"), points: text("请写明名称"), deadline: day("2025-06-30")))
        #expect(sample.request?.stage == .awaitingCorrection)
    }

    @Test("a message without anything in it, with too much or of an impossible day is refused")
    func emptyMessage() throws {
        let sample = try RequestMatrixTests.sample(at: .handling)
        func codes(_ command: ReceiveMessage) -> [Finding.Code] { sample.objections(to: command).map(\.code) }
        #expect(codes(ReceiveMessage(on: try day("2025-06-10"), nil)) == [.messageEmpty])
        let many = try (0...ApplicantMessage.paperLimit).map { try reference("paper-\($0)") as PaperReference }
        #expect(codes(ReceiveMessage(on: try day("2025-06-10"), nil, papers: many)) == [.messageTooMany])
        #expect(codes(ReceiveMessage(on: try day("2020-06-10"), many[0])) == [.requestDayBeforeReceipt])
        #expect(codes(ReceiveMessage(on: try day("2099-06-10"), many[0])) == [.actDayInFuture])
    }

    @Test("each answer is rated once, and a new answer on appeal once more")
    func rating() throws {
        var sample = try RequestMatrixTests.sample(at: .served)
        try sample.run(RateHandling(.dissatisfied, on: day("2025-06-24")))
        #expect(sample.request?.round.rating?.grade == .dissatisfied)
        let again = RateHandling(.verySatisfied, on: try day("2025-06-25"))
        #expect(sample.objections(to: again).map(\.code) == [.requestAlreadyRated])
        try sample.run(Close(on: day("2025-06-25")))
        try sample.run(ReopenAfterAppeal(after: reference("a-1"), received: day("2025-06-26")))
        #expect(sample.request?.round.rating == nil)
    }
}
