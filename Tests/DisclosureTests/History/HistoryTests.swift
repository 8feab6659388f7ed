import CivilTime
import Disclosure
import Foundation
import TestSupport
import Testing

@Suite("older registers are taken over as they are")
struct HistoryTests {
    let calendar: WorkingCalendar
    let today: Day

    init() throws {
        calendar = try OfficialCalendar.load()
        today = try day("2026-01-15")
    }

    private func history(
        arrived: String = "2023-05-06", by channel: RequestChannel = .inPerson, number: String = "2023-5"
    ) throws -> RequestHistory {
        var registration = try RequestCase.registration(number, arrived: arrived, by: channel)
        registration.confirmed = channel.needsConfirmation ? try day(arrived) : nil
        return RequestHistory(registration, takenOverBy: try reference("o-import"))
    }

    private func take(_ history: RequestHistory) throws -> (InformationRequest?, HistoryRuling<RequestAct>) {
        let ruling = history.decide(today: today, calendar: calendar)
        #expect(ruling.isRefused == ruling.findings.contains { $0.severity == .error })
        return (try InformationRequest(folding: ruling.entries), ruling)
    }

    @Test("an answered line is registered, decided, served and closed on its own days", arguments: ResultLeaf.allCases)
    func answered(_ leaf: ResultLeaf) throws {
        var line = try history()
        line.ending = .answered(leaf)
        line.ended = try day("2023-05-20")
        line.wording = try text("台账所记：\(leaf.chineseText)")
        let (request, ruling) = try take(line)
        #expect(!ruling.isRefused, "\(ruling.findings.map(\.text))")
        #expect(request?.stage == .closed)
        #expect(request?.counted(inYear: 2023).result == leaf.asReported(inYear: 2023))
        #expect(request?.round.closedOn == (try day("2023-05-20")))
        #expect(ruling.findings.allSatisfy { $0.severity != .error })
        // What nobody wrote down is not invented.
        #expect(request?.round.approvals.isEmpty == true)
    }

    @Test("a late answer, a late correction and an unapproved extension are noted and taken over")
    func unlawful() throws {
        var line = try history()
        line.correctionAsked = try day("2023-05-20")
        line.correctionReceived = try day("2023-05-25")
        line.extended = try day("2023-06-10")
        line.ending = .answered(.disclosed)
        line.ended = try day("2023-12-01")
        line.served = try day("2023-12-05")
        line.closed = try day("2023-12-06")
        line.manner = .post
        let (request, ruling) = try take(line)
        #expect(request?.stage == .closed && request?.wasExtended == true && request?.wasAskedToCorrect == true)
        let served = try day("2023-12-05")
        let closed = try day("2023-12-06")
        #expect(request?.round.servedOn == served && request?.round.closedOn == closed)
        let codes = Set(ruling.findings.map(\.code))
        #expect(codes.isSuperset(of: [.requestCorrectionLate, .decisionOverdue, .decisionParticularMissing]))
        #expect(ruling.findings.allSatisfy { $0.severity != .error })
    }

    @Test("an open line stays open, a withdrawn one is closed as such")
    func openAndWithdrawn() throws {
        #expect(try take(history()).0?.stage == .handling)
        #expect(try take(history(by: .internet)).0?.receiptDate == (try day("2023-05-06")))
        var line = try history()
        line.ending = .withdrawn
        line.ended = try day("2023-05-10")
        #expect(try take(line).0?.counted(inYear: 2023).result == .otherOther)
    }

    @Test("what cannot have been is refused, with the field that is wrong")
    func impossible() throws {
        func findings(_ change: (inout RequestHistory) throws -> Void) throws -> [String] {
            var line = try history()
            line.ending = .answered(.disclosed)
            line.ended = try day("2023-05-20")
            try change(&line)
            let (request, ruling) = try take(line)
            #expect(request == nil && ruling.entries.isEmpty)
            return ruling.findings.filter { $0.severity == .error }.compactMap(\.field)
        }
        #expect(try findings { $0.ended = try day("2023-05-01") } == ["decision.day"])
        #expect(try findings { $0.ended = try day("2026-05-01") } == ["decision.day"])
        #expect(try findings { $0.served = try day("2023-05-19") } == ["service.day"])
        #expect(try findings { $0.closed = try day("2023-05-19") } == ["closed.day"])
        #expect(try findings { $0.ending = nil } == ["leaf"])
        #expect(try findings { $0.ended = nil } == ["decision.day"])
        #expect(try findings { $0.correctionReceived = try day("2023-05-19") } == ["correction.asked"])
        #expect(try findings { $0.registration.arrived = try day("2026-05-19") }.contains("receipt.arrived"))
        #expect(try findings { $0.registration.number = try #require(RequestNumber("2021-5")) } == ["number"])
        let known = try #require(try take(history()).0)
        let twice = try history().decide(on: known, today: today, calendar: calendar)
        #expect(twice.isRefused && twice.findings.map(\.code) == [.requestAlreadyRegistered])
    }

    @Test("an item is taken over as published on its day, and its review is not invented")
    func items() throws {
        var line = ItemHistory(
            try reference("item-1"), try ItemSample.content(), index: ItemSample.index, channels: [.website, .website],
            published: try day("2025-06-10"), takenOverBy: try reference("o-import"))
        let ruling = line.decide(today: today, calendar: calendar)
        let item = try #require(try InformationItem(folding: ruling.entries))
        #expect(item.stage == .published && item.isTakenOver && item.approvals.isEmpty && item.submission == nil)
        #expect(item.firstPublished?.publication.channels == [.website] && item.isTimely(by: calendar) == true)
        line.published = try day("2025-07-10")
        line.validity = .repealed
        line.channels = []
        let late = line.decide(today: today, calendar: calendar)
        #expect(Set(late.findings.map(\.code)) == [.itemPublishedLate, .itemNoChannel])
        #expect(try InformationItem(folding: late.entries)?.validity == .repealed)
        line.published = try day("2025-06-01")
        #expect(line.decide(today: today, calendar: calendar).findings.map(\.code).contains(.actDayOrder))
        line.published = nil
        #expect(
            line.decide(today: today, calendar: calendar).findings.contains {
                $0.field == "published" && $0.severity == .error
            })
        let again = line.decide(on: item, today: today, calendar: calendar)
        #expect(again.findings.map(\.code) == [.itemAlreadyDrafted] && again.isRefused)
    }

    @Test("an item that is not published by itself is taken over as agreed to, and can be looked at again")
    func heldItems() throws {
        let line = ItemHistory(
            try reference("item-2"), try ItemSample.content(.denied), takenOverBy: try reference("o-import"))
        let item = try #require(try InformationItem(folding: line.decide(today: today, calendar: calendar).entries))
        #expect(item.stage == .approved)
        #expect(item.reassessmentDue(everyMonths: 12) == (try day("2026-06-03")))
        #expect(ItemVerb.reassess.obstacle(for: item) == nil && ItemVerb.amend.obstacle(for: item) == nil)
    }

    @Test("batches of imports and exports have entries whose written form never changes")
    func exchange() throws {
        let record = ImportRecord(
            .requests, file: try text("台账.xlsx"), digest: String(repeating: "0a", count: 32), subjects: ["2023-5"])
        let entries = [
            ExchangeEntry(.imported(record), on: try day("2025-06-03")),
            ExchangeEntry(.undone(ImportUndone(reasons: try text("列对错了"))), on: try day("2025-06-04")),
            ExchangeEntry(
                .exported(ExportRecord(format: "xlsx", entries: 12, isMasked: true)), on: try day("2025-06-05")),
        ]
        #expect(Set(entries.map(\.kind)) == Set(ExchangeAct.Kind.allCases))
        try checkGolden(entries, "exchange-entries.jsonl")
        let batch = try ExchangeBatch.applying(entries[0], to: nil)
        let undone = try ExchangeBatch.applying(entries[1], to: batch)
        #expect(undone.undone != nil && batch.undone == nil)
        for (entry, state) in [(0, batch), (1, undone), (2, batch)] {
            #expect(throws: Refusal.self) { try ExchangeBatch.applying(entries[entry], to: state) }
        }
        #expect(throws: Refusal.self) { try ExchangeBatch.applying(entries[1], to: nil) }
        let out = try ExchangeBatch.applying(entries[2], to: nil)
        #expect(throws: Refusal.self) { try ExchangeBatch.applying(entries[1], to: out) }
    }
}
