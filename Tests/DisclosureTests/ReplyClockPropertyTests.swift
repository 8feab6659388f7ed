import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("what holds for every reply clock")
struct ReplyClockPropertyTests {
    static let seed: UInt64 = 711
    let calendar: WorkingCalendar
    let clerk: WallCalendar

    init() throws {
        calendar = try OfficialCalendar.load()
        clerk = WallCalendar(text: try OfficialCalendar.text())
    }

    private func someDay(_ random: inout SeededGenerator) throws -> Day {
        let first = try day("2018-06-01")
        return try #require(first.adding(days: Int.random(in: 0..<3_600, using: &random)))
    }

    private func somePauses(after received: Day, _ random: inout SeededGenerator) throws -> [ClockSuspension] {
        try (0..<Int.random(in: 0...3, using: &random)).map { _ in
            let sent = try #require(received.adding(days: Int.random(in: 0...40, using: &random)))
            let answered = try #require(sent.adding(days: Int.random(in: 0...30, using: &random)))
            return ClockSuspension(sent: sent, answered: answered)
        }
    }

    @Test("it agrees with a clerk who walks day by day, and refuses what the clerk refuses")
    func oracle() throws {
        var random = SeededGenerator(seed: Self.seed)
        var refusals = 0
        for _ in 0..<1_500 {
            let received = try someDay(&random)
            let pauses = try somePauses(after: received, &random)
            let isExtended = Bool.random(using: &random)
            let clock = ReplyClock(received: received, suspensions: pauses, extended: isExtended ? .full : nil)
            let expected = clerk.due(
                after: received.description, isExtended ? 40 : 20,
                pauses: pauses.filter { $0.sent != $0.answered }.map {
                    ($0.sent.description, $0.answered?.description ?? "")
                })
            let due = try? clock.reckon(by: calendar).due?.description
            #expect(due == expected, "seed \(Self.seed): \(received) \(pauses) \(isExtended)")
            if expected == nil { refusals += 1 }
        }
        #expect(refusals > 10 && refusals < 1_000, "both kinds are to be met; seed \(Self.seed)")
    }

    @Test("it never ends on a day off, and every step counts exactly its working days")
    func steps() throws {
        var random = SeededGenerator(seed: Self.seed &+ 1)
        for _ in 0..<3_000 {
            let received = try someDay(&random)
            let clock = ReplyClock(
                received: received, suspensions: try somePauses(after: received, &random),
                extended: Bool.random(using: &random) ? .full : nil)
            guard let period = try? clock.reckon(by: calendar), let due = period.due else { continue }
            #expect(calendar.isWorkingDay(due), "seed \(Self.seed): \(clock)")
            #expect(period.steps.last?.due == due, "seed \(Self.seed): \(clock)")
            for step in period.steps where step.days.count > 0 {
                let first = try #require(step.from.next)
                let counted = try #require(DaySpan(first, step.due)).filter { day in
                    !step.skipped.contains { $0.days.contains(day) }
                }
                #expect(counted.count == step.days.count, "seed \(Self.seed): \(clock)")
                #expect(counted.allSatisfy { calendar.isWorkingDay($0) }, "seed \(Self.seed): \(clock)")
            }
        }
    }

    @Test("a later receipt is never due earlier")
    func monotone() throws {
        var random = SeededGenerator(seed: Self.seed &+ 2)
        for _ in 0..<3_000 {
            let received = try someDay(&random)
            let later = try #require(received.adding(days: Int.random(in: 0...30, using: &random)))
            let first = try ReplyClock(received: received).reckon(by: calendar).due
            let second = try ReplyClock(received: later).reckon(by: calendar).due
            #expect(try #require(first) <= #require(second), "seed \(Self.seed): \(received), \(later)")
        }
    }

    @Test("a pause moves the end by the working days inside it")
    func pauseShifts() throws {
        var random = SeededGenerator(seed: Self.seed &+ 3)
        for _ in 0..<3_000 {
            let received = try someDay(&random)
            let plain = try #require(try ReplyClock(received: received).reckon(by: calendar).due)
            let sent = try #require(received.adding(days: Int.random(in: 0..<(plain - received), using: &random)))
            let answered = try #require(sent.adding(days: Int.random(in: 0...60, using: &random)))
            // On the last working day nothing is left, which is another rule.
            guard calendar.workingDayCount(after: sent, through: plain) > 0 else { continue }
            let clock = ReplyClock(received: received, suspensions: [.init(sent: sent, answered: answered)])
            let paused = try #require(try clock.reckon(by: calendar).due)
            #expect(
                calendar.workingDayCount(after: plain, through: paused)
                    == calendar.workingDayCount(after: sent, through: answered),
                "seed \(Self.seed): \(received) \(sent)..\(answered)")
        }
    }

    @Test("an extension adds its working days, whatever happened before")
    func extensionAdds() throws {
        var random = SeededGenerator(seed: Self.seed &+ 4)
        for _ in 0..<3_000 {
            let received = try someDay(&random)
            let pauses = try somePauses(after: received, &random)
            let plain = ReplyClock(received: received, suspensions: pauses)
            guard let period = try? plain.reckon(by: calendar), let due = period.due,
                !period.remarks.contains(where: { $0.code == .clockSuspensionOnLastDay })
            else { continue }
            var extended = plain
            let days = try #require(WorkingDays(Int.random(in: 1...20, using: &random)))
            extended.extended = try .init(by: days)
            let longer = try #require(try extended.reckon(by: calendar).due)
            #expect(
                calendar.workingDayCount(after: due, through: longer) == days.count, "seed \(Self.seed): \(plain)")
        }
    }

    @Test("a correction or a payment starts a fresh clock from its day")
    func restart() throws {
        var random = SeededGenerator(seed: Self.seed &+ 5)
        for _ in 0..<3_000 {
            let received = try someDay(&random)
            let asked = try #require(received.adding(days: Int.random(in: 0...14, using: &random)))
            let restart = try #require(asked.adding(days: Int.random(in: 0...20, using: &random)))
            let fresh = try ReplyClock(received: restart).reckon(by: calendar).due
            let corrected = ReplyClock(received: received, correction: .init(asked: asked, received: restart))
            #expect(try corrected.reckon(by: calendar).due == fresh, "seed \(Self.seed): \(corrected)")
            let paid = ReplyClock(received: received, fee: .init(noticeReceived: asked, paid: restart))
            #expect(try paid.reckon(by: calendar).due == fresh, "seed \(Self.seed): \(paid)")
        }
    }
}
