import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("what holds for every item and every case, whatever is tried on it")
struct ItemPropertyTests {
    static let seed: UInt64 = 25

    private func someCommand(_ sample: ItemSample, _ random: inout SeededGenerator) throws -> any ItemCommand {
        let start = try day("2025-06-05")
        let last = sample.item?.lastDay ?? start
        let on = try #require(last.adding(days: Int.random(in: -1...8, using: &random)))
        let names = ["o-wangwu", "o-lisi", "o-zhaoliu", "o-sunqi"]
        let officer: OfficerReference = try reference(try #require(names.randomElement(using: &random)))
        let what = try text("测试内容\(Int.random(in: 1...3, using: &random))")
        let attribute: DisclosureAttribute = Int.random(in: 0..<4, using: &random) == 0 ? .denied : .proactive
        let content = try ItemSample.content(attribute, title: what.text)
        switch try #require(ItemVerb.allCases.randomElement(using: &random)) {
        case .draft: return DraftItem(try reference("item-1"), content, by: officer, on: on)
        case .amend where Int.random(in: 0..<4, using: &random) > 0:
            return SubmitItem(by: officer, secrecy: what, on: on)
        case .amend: return AmendItem(content, by: officer, on: on)
        case .submit: return SubmitItem(by: officer, secrecy: what, on: on)
        case .approve:
            let role = try #require(InformationItem.levels.randomElement(using: &random))
            return ApproveItem(Approval(by: officer, as: role, on: on))
        case .giveBack where Bool.random(using: &random):
            return ApproveItem(Approval(by: officer, as: sample.item?.nextLevel ?? .reviewer, on: on))
        case .giveBack: return ReturnItem(by: officer, reasons: what, on: on)
        case .publish: return PublishItem(try #require(ItemSample.index), on: [.website], on: on)
        case .withdraw: return WithdrawItem(on: on, reasons: what)
        case .changeValidity: return ChangeValidity(to: .repealed, on: on, reasons: what)
        case .reassess:
            return ReassessItem(
                Bool.random(using: &random) ? .kept : .disclose, on: on, by: officer, reasons: what)
        }
    }

    @Test("nothing is published without two who did not write it, and entries always fit")
    func items() throws {
        var random = SeededGenerator(seed: Self.seed)
        var kinds: Set<ItemAct.Kind> = []
        var refusals = 0
        for round in 0..<200 {
            var sample = try ItemSample()
            for step in 0..<40 {
                let place = "seed \(Self.seed), item \(round), step \(step)"
                let command = try someCommand(sample, &random)
                let before = sample.item
                do throws(Refusal) {
                    try sample.run(command)
                } catch {
                    refusals += 1
                    #expect(sample.item == before, "\(place)")
                    #expect(error.findings.allSatisfy { $0.article != nil && !$0.remedy.isEmpty }, "\(place)")
                    #expect(!error.findings.contains { $0.code == .actEntryMisfit }, "\(place): \(error)")
                }
                #expect(try InformationItem(folding: sample.entries) == sample.item, "\(place)")
            }
            kinds.formUnion(sample.entries.map(\.kind))
            try checkReviews(sample.entries, "seed \(Self.seed), item \(round)")
        }
        #expect(
            refusals > 1_000 && kinds == Set(ItemAct.Kind.allCases).subtracting([.takenOver, .voided]),
            "\(refusals) \(kinds)")
    }

    /// From the entries alone: before every publication stands a handing in and both levels, after the last change.
    private func checkReviews(_ entries: [ItemEntry], _ place: String) throws {
        var authors: Set<OfficerReference> = []
        var agreed: [OfficerReference] = []
        var isHandedIn = false
        for entry in entries {
            switch entry.act {
            case .drafted(let draft): authors = [draft.version.author]
            case .amended(let version):
                authors.insert(version.author)
                (agreed, isHandedIn) = ([], false)
            case .reassessed(let assessment) where assessment.outcome == .disclose:
                authors.insert(assessment.officer)
                (agreed, isHandedIn) = ([], false)
            case .submitted(let submission):
                isHandedIn = true
                authors.insert(submission.handler)
            case .returned: (agreed, isHandedIn) = ([], false)
            case .approved(let approval): agreed.append(approval.approval.officer)
            case .published:
                let isFair = agreed.count == 2 && Set(agreed).count == 2 && isHandedIn
                #expect(isFair, "\(place): \(agreed)")
                (authors, agreed) = ([], agreed)
            default: break
            }
        }
    }

    @Test("a case counts once in every year it is open, and never after")
    func cases() throws {
        var random = SeededGenerator(seed: Self.seed &+ 1)
        for round in 0..<300 {
            var sample = try AppealSample()
            let route = try #require(AppealRoute.allCases.randomElement(using: &random))
            let copy = try #require(try day("2024-01-10").adding(days: Int.random(in: 0..<700, using: &random)))
            let target = ContestedAct(.silence, request: RequestNumber("2024-1"))
            let body = try text("测试法院")
            var review = try AppealSample()
            try review.run(
                RegisterAppeal(
                    reference("review"), .review, against: target, by: reference("p-zhangsan"), before: body,
                    copyReceived: day("2024-01-05")))
            try sample.run(
                RegisterAppeal(
                    reference("case"), route, against: target, by: reference("p-zhangsan"), before: body,
                    copyReceived: copy, after: route == .litigationAfterReview ? review.appeal : nil))
            var last = copy
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                last = try #require(last.adding(days: Int.random(in: 0...200, using: &random)))
                let outcome = try #require(AppealOutcome.allCases.randomElement(using: &random))
                _ = try? sample.run(ConcludeAppeal(outcome, received: last, ruling: body))
                _ = try? sample.run(OpenSecondInstance(on: last, before: body))
            }
            let appeal = try #require(sample.appeal)
            let results = (2023...2030).map { appeal.result(inYear: $0) }
            let place = "seed \(Self.seed), case \(round): \(results)"
            let first = copy.year - 2023
            #expect(results[..<first].allSatisfy { $0 == nil } && results[first] != nil, "\(place)")
            let ended = appeal.instance.concluded.map { $0.year - 2023 }
            #expect(results.indices.filter { $0 > ended ?? 7 }.allSatisfy { results[$0] == nil }, "\(place)")
            if let ended { #expect(results[ended] == appeal.instance.conclusion?.outcome.result, "\(place)") }
            if appeal.isPending { #expect(results.last == .pending, "\(place)") }
            #expect(try Appeal(folding: sample.entries) == appeal, "\(place)")
        }
    }
}
