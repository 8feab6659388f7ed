import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("what holds for every application, whatever is tried on it")
struct RequestPropertyTests {
    static let seed: UInt64 = 2019_0515
    let calendar: WorkingCalendar

    init() throws { calendar = try OfficialCalendar.load() }

    /// A command of a random kind on a random day, often one that cannot be.
    private func someCommand(_ sample: RequestCase, _ random: inout SeededGenerator) throws -> any RequestCommand {
        let start = try day("2025-03-03")
        let last = sample.request?.round.lastDay ?? start
        let on = try #require(last.adding(days: Int.random(in: -3...12, using: &random)))
        let later = try #require(on.adding(days: Int.random(in: -2...30, using: &random)))
        let what = try text("测试内容\(Int.random(in: 1...3, using: &random))")
        let number = Int.random(in: 1...3, using: &random)
        // Half of the time something that the stage admits, so that the cases go on.
        let verbs = Int.random(in: 0..<4, using: &random) > 0 ? sample.request?.stage.verbs : nil
        var verb = try #require((verbs ?? RequestVerb.allCases).randomElement(using: &random))
        let isEnd = [.withdraw, .transfer, .merge, .decide].contains(verb)
        if isEnd, Int.random(in: 0..<3, using: &random) > 0 { verb = verbs?.randomElement(using: &random) ?? verb }
        if sample.request == nil, Bool.random(using: &random) { verb = .register }
        if verb == .receiveReasons, sample.request?.round.reasons?.given != nil { verb = .agreeDelay }
        switch verb {
        case .register:
            var command = try RequestCase.registration(
                arrived: on.description, by: try #require(RequestChannel.allCases.randomElement(using: &random)))
            if Bool.random(using: &random) { command.confirmed = later }
            return command
        case .confirmReceipt: return ConfirmReceipt(on: on)
        case .askCorrection: return AskCorrection(on: on, points: what, deadline: later)
        case .receiveCorrection: return ReceiveCorrection(on: on, matter: what)
        case .deemAbandoned:
            return DeemAbandoned(Bool.random(using: &random) ? .noCorrection : .feeUnpaid, on: later)
        case .consultThirdParty: return ConsultThirdParty(try reference("p-third"), sent: on, about: what)
        case .consultCoMaker: return ConsultCoMaker(what, sent: on, about: what)
        case .askOtherOrgan: return AskOtherOrgan(what, sent: on, about: what)
        case .recordDelivery:
            return Bool.random(using: &random)
                ? RecordDelivery(ofConsultation: number, on: on) : RecordDelivery(ofFeeNoticeOn: on)
        case .receiveOpinion:
            let stance = try #require(Opinion.Stance.allCases.randomElement(using: &random))
            return ReceiveOpinion(to: number, on: on, stance, reasons: Bool.random(using: &random) ? what : nil)
        case .askReasons: return AskReasons(on: on, facts: what, deadline: later)
        case .receiveReasons: return ReceiveReasons(on: on, reasons: what)
        case .agreeDelay: return AgreeDelay(on: on, until: later, why: what)
        case .extend:
            let days = try #require(WorkingDays(Int.random(in: 0...22, using: &random)))
            return Extend(by: days, reasons: what, approval: try approval(on: on.description))
        case .issueFeeNotice:
            let pages = try #require(PageCount(Int.random(in: 20...60, using: &random)))
            return IssueFeeNotice(on: on, for: .pages(pages), reasons: what)
        case .recordPayment:
            return RecordPayment(on: on, sample.request?.round.fee?.notice.amount ?? Yuan(1))
        case .split:
            let part = SplitRequest.Part(try #require(RequestNumber(year: 2025, serial: 100 + number)), what)
            return SplitRequest(on: on, keeping: what, parts: [part])
        case .merge:
            var other = try RequestCase()
            try other.run(RequestCase.registration("2025-77"))
            return Merge(into: try #require(other.request), on: on)
        case .transfer: return TransferRequest(to: try reference("350581"), on: on, reasons: what)
        case .withdraw: return Withdraw(on: on, proof: what)
        case .decide:
            var command = try decision(
                try #require(ResultLeaf.allCases.randomElement(using: &random)), on: on.description)
            command.particulars.search = SearchRecord(places: what, terms: what, on: on)
            if Bool.random(using: &random) { command.particulars.reasons = nil }
            return command
        case .serve:
            return Serve(try #require(ServiceManner.allCases.randomElement(using: &random)), on: on, proof: what)
        case .close: return Close(on: on)
        case .file: return FileCase(on: on, folder: what)
        case .reopenAfterAppeal:
            return ReopenAfterAppeal(
                after: try reference("a-1"), received: on, ordered: Bool.random(using: &random) ? later : nil)
        case .rectifyRecord: return RectifyRecord(.corrected, on: on, evidence: what)
        case .promoteToProactive: return PromoteToProactive(on: on, .applicantProposal)
        case .receiveMessage: return ReceiveMessage(on: on, try reference("paper-2"))
        case .sendMessage: return SendMessage(on: on, try reference("paper-5"))
        case .readMessages: return ReadMessages(on: on)
        case .rate: return RateHandling(.satisfied, on: on)
        }
    }

    /// The clock from the entries alone, without the state: what moved it, gathered by hand.
    private func clock(of entries: [RequestEntry]) throws -> ReplyClock? {
        var clock: ReplyClock?
        // Consultations are numbered through; the clock of a new round begins without those before.
        var earlier = 0
        for entry in entries {
            switch entry.act {
            case .registered(let registration) where !registration.channel.needsConfirmation:
                clock = ReplyClock(received: entry.day)
            case .receiptConfirmed: clock = ReplyClock(received: entry.day)
            case .reopened:
                earlier += clock?.suspensions.count ?? 0
                clock = ReplyClock(received: entry.day)
            case .correctionAsked: clock?.correction = .init(asked: entry.day, received: nil)
            case .correctionReceived: clock?.correction?.received = entry.day
            case .consulted(let letter):
                clock?.suspensions.append(
                    ClockSuspension(letter.kind == .thirdParty ? .thirdParty : .otherOrgan, sent: entry.day))
            case .letterDelivered(let delivery):
                guard let number = delivery.consultation else {
                    clock?.fee?.noticeReceived = entry.day
                    continue
                }
                clock?.suspensions[number - 1 - earlier].letterReceived = entry.day
            case .opinionReceived(let opinion):
                clock?.suspensions[opinion.consultation - 1 - earlier].answered = entry.day
            case .extended(let grant): clock?.extended = try .init(by: grant.days, decided: entry.day)
            case .feeNoticeIssued: clock?.fee = .init(noticeReceived: entry.day, paid: nil)
            case .paid: clock?.fee?.paid = entry.day
            default: break
            }
        }
        return clock
    }

    @Test("commands never break the law, entries always fit, and every refusal can be understood")
    func commands() throws {
        var random = SeededGenerator(seed: Self.seed)
        var kinds: [RequestAct.Kind: Int] = [:]
        var refusals = 0
        for round in 0..<250 {
            var sample = try RequestCase(today: "2027-12-31")
            sample.calendar = calendar
            for step in 0..<30 {
                let place = "seed \(Self.seed), case \(round), step \(step)"
                let command = try someCommand(sample, &random)
                let before = sample.request
                do throws(Refusal) {
                    let ruling = try sample.run(command)
                    #expect(!ruling.entries.isEmpty && ruling.remarks.allSatisfy { $0.severity != .error }, "\(place)")
                    for entry in ruling.entries { kinds[entry.kind, default: 0] += 1 }
                } catch {
                    refusals += 1
                    #expect(sample.request == before, "\(place): a refusal changed something")
                    let errors = error.findings.filter { $0.severity == .error }
                    #expect(!errors.isEmpty, "\(place)")
                    for finding in errors {
                        let isPlain = !finding.message.isEmpty && !finding.remedy.isEmpty && finding.article != nil
                        #expect(isPlain && finding.code != .actEntryMisfit, "\(place): \(finding)")
                    }
                }
                try check(sample, "\(place)")
            }
        }
        #expect(
            refusals > 1_000 && kinds.count == RequestAct.Kind.allCases.count - 3,
            "\(refusals), never: \(RequestAct.Kind.allCases.filter { kinds[$0] == nil })")
    }

    private func check(_ sample: RequestCase, _ place: String) throws {
        guard let request = sample.request else { return }
        #expect(try InformationRequest(folding: sample.entries) == request, "\(place)")
        func count(_ kind: RequestAct.Kind) -> Int { sample.entries.count { $0.kind == kind } }
        let ends: [RequestAct.Kind] = [.merged, .transferred, .withdrawn, .abandoned, .decided]
        let rounds = request.rounds.count
        let ended = ends.map { count($0) }.reduce(0, +)
        #expect(ended == rounds || ended == rounds - 1, "\(place): in two ends, or none")
        #expect(count(.closed) <= ended && count(.served) <= ended && count(.filed) <= count(.closed), "\(place)")
        #expect(count(.correctionAsked) <= 1 && count(.extended) <= 1 && count(.feeNoticeIssued) <= 1, "\(place)")
        #expect(count(.reopened) == rounds - 1 && count(.registered) == 1, "\(place)")
        #expect(request.round.clock == (try clock(of: sample.entries)), "\(place): the clock")
        let status = request.status(on: sample.today, by: calendar)
        #expect(status.problem == nil, "\(place): \(String(describing: status.problem))")
        var carried = false
        for year in 2024...2029 {
            let counted = request.counted(inYear: year)
            let isBalanced =
                counted.isNew != counted.isCarriedIn
                ? (counted.result != nil) != counted.isCarriedOut
                : !counted.isNew && counted.result == nil && !counted.isCarriedOut
            #expect(isBalanced && counted.isCarriedIn == carried, "\(place): \(year) \(counted)")
            carried = counted.isCarriedOut
        }
        if let closure = request.round.closure, let year = request.round.closedOn?.year {
            #expect(closure.result.isKnown(inYear: year), "\(place)")
        }
    }
}
