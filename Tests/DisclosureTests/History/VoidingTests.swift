import CivilTime
import Disclosure
import Testing

@Suite("records made in error are void")
struct VoidingTests {
    private func voided(at stage: RequestStage) throws -> RequestCase {
        var sample = try RequestMatrixTests.sample(at: stage)
        let ruling = try VoidRequest(on: day("2025-12-01"), reasons: text("重复登记"), batch: reference("imp-1"))
            .decide(on: sample.request, today: sample.today)
        for entry in ruling.entries {
            sample.request = try InformationRequest.applying(entry, to: sample.request)
            sample.entries.append(entry)
        }
        return sample
    }

    @Test("a void application is open for nothing and counted in no year, whatever its stage was")
    func requests() throws {
        for stage in RequestStage.allCases where stage != .voided {
            let sample = try voided(at: stage)
            let request = try #require(sample.request)
            #expect(request.stage == .voided)
            #expect(request.voiding?.batch?.text == "imp-1")
            for year in 2024...2026 {
                let counted = request.counted(inYear: year)
                #expect(!counted.isNew && !counted.isCarriedIn && !counted.isCarriedOut && counted.result == nil)
            }
            let status = request.status(on: try day("2026-01-10"), by: sample.calendar)
            #expect(!status.isOverdue && status.due == nil)
            for command in try RequestMatrixTests.commands() where type(of: command).verb != .register {
                let objections = sample.objections(to: command)
                #expect(objections.map(\.code) == [.requestVoided])
            }
            #expect(throws: Refusal.self) {
                try VoidRequest(on: day("2025-12-02"), reasons: text("再次")).decide(on: request, today: sample.today)
            }
            let repeated = try #require(sample.entries.last)
            #expect(throws: Refusal.self) { try InformationRequest.applying(repeated, to: request) }
        }
    }

    @Test("the number of a void application and the name of a void item are free for another registration")
    func again() throws {
        var sample = try voided(at: .closed)
        try sample.run(RequestCase.registration(arrived: "2025-06-10"))
        #expect(sample.request?.stage == .handling && sample.request?.voiding == nil)
        #expect(sample.request?.counted(inYear: 2025).isNew == true)
        #expect(try InformationRequest(folding: sample.entries) == sample.request)
        var item = try ItemSample.at(.voided)
        try item.run(
            DraftItem(reference("item-1"), ItemSample.content(), by: reference("o-wangwu"), on: day("2025-06-26")))
        #expect(item.item?.stage == .draft && item.item?.voiding == nil)
        #expect(try InformationItem(folding: item.entries) == item.item)
    }

    @Test("nothing is voided that is not there, was split, or on a day to come")
    func refusals() throws {
        let last = try day("2025-12-31")
        func codes(_ command: VoidRequest, _ request: InformationRequest?) -> [Finding.Code] {
            do throws(Refusal) {
                _ = try command.decide(on: request, today: last)
                return []
            } catch {
                return error.findings.map(\.code)
            }
        }
        let command = VoidRequest(on: try day("2025-12-01"), reasons: try text("误登记"))
        #expect(codes(command, nil) == [.requestNotRegistered])
        var split = try RequestCase.received()
        let part = SplitRequest.Part(try #require(RequestNumber("2025-7")), try text("第二项"))
        try split.run(SplitRequest(on: day("2025-06-05"), keeping: text("第一项"), parts: [part]))
        #expect(codes(command, split.request) == [.voidHasParts])
        let late = VoidRequest(on: try day("2026-01-01"), reasons: try text("误登记"))
        let fresh = try RequestCase.received().request
        #expect(codes(late, fresh) == [.actDayInFuture])
    }

    @Test("a void item is neither on line nor counted as published")
    func items() throws {
        for stage in ItemStage.allCases where stage != .voided {
            var sample = try ItemSample.at(stage)
            let ruling = try VoidItem(on: day("2025-12-01"), reasons: text("误登记")).decide(
                on: sample.item, today: sample.today)
            for entry in ruling.entries { sample.item = try InformationItem.applying(entry, to: sample.item) }
            let item = try #require(sample.item)
            #expect(item.stage == .voided && item.published == nil && item.firstPublished == nil)
            #expect(item.isTimely(by: sample.calendar) == nil)
            for verb in ItemVerb.allCases where verb != .draft { #expect(verb.obstacle(for: item) != nil, "\(verb)") }
            #expect(throws: Refusal.self) {
                try VoidItem(on: day("2025-12-02"), reasons: text("再次")).decide(on: item, today: sample.today)
            }
        }
        #expect(throws: Refusal.self) {
            try VoidItem(on: day("2025-12-02"), reasons: text("无")).decide(on: nil, today: day("2025-12-31"))
        }
    }
}
