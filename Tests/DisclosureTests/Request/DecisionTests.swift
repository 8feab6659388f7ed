import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("what a decision must state")
struct DecisionTests {
    /// An application in which every result is possible: corrected, a third party silent, reasons given.
    static func prepared() throws -> RequestCase {
        var sample = try RequestCase.received(on: "2025-05-06")
        try sample.run(AskCorrection(on: day("2025-05-08"), points: text("请写明名称"), deadline: day("2025-05-20")))
        try sample.run(ReceiveCorrection(on: day("2025-05-12"), matter: text("测试路改造工程的批复文件")))
        try sample.run(ConsultThirdParty(reference("p-third"), sent: day("2025-05-13"), about: text("测试合同")))
        try sample.run(ReceiveOpinion(to: 1, on: day("2025-05-20"), .objects, reasons: text("涉及个人隐私")))
        try sample.run(AskReasons(on: day("2025-05-21"), facts: text("本月40件"), deadline: day("2025-05-30")))
        try sample.run(ReceiveReasons(on: day("2025-05-26"), reasons: text("研究需要")))
        return sample
    }

    static let answers = ResultLeaf.leaves(ofYear: 2025).filter { $0 != .otherNoCorrection && $0 != .otherFeeUnpaid }

    private func complete(_ leaf: ResultLeaf) throws -> Decide {
        var command = try decision(leaf, on: "2025-06-16")
        command.particulars.overridingReasons = try text("不公开将对公共利益造成重大影响")
        return command
    }

    @Test("each result is possible when everything is stated", arguments: answers)
    func complete(leaf: ResultLeaf) throws {
        var sample = try Self.prepared()
        let ruling = try sample.run(complete(leaf))
        #expect(ruling.entries.last?.kind == .decided)
        #expect(sample.request?.round.disposal?.decision?.leaf == leaf)
        #expect(ruling.entries.count == (Decide.needsApproval(leaf) ? 2 : 1))
    }

    @Test("each result names every field that is not stated", arguments: answers)
    func empty(leaf: ResultLeaf) throws {
        let sample = try Self.prepared()
        var command = try complete(leaf)
        command.particulars = DecisionParticulars()
        command.particulars.overridingReasons = try text("公共利益")
        let objections = sample.objections(to: command)
        #expect(Set(objections.compactMap(\.field)) == Set(leaf.requirements.map(\.rawValue)))
        #expect(!leaf.requirements.isEmpty)
        for finding in objections {
            #expect(finding.code == .decisionParticularMissing && finding.article != nil)
            #expect(finding.message.contains(leaf.chineseText))
        }
        // One by one: what is left out is the only thing named.
        for particular in leaf.requirements {
            var one = try complete(leaf)
            one.particulars = try #require(Self.without(particular, one.particulars))
            #expect(sample.objections(to: one).compactMap(\.field).contains(particular.rawValue), "\(particular)")
        }
    }

    static func without(_ particular: Particular, _ stated: DecisionParticulars) -> DecisionParticulars? {
        var rest = stated
        switch particular {
        case .mode: rest.mode = nil
        case .access: rest.access = nil
        case .given: rest.given = nil
        case .withheld: rest.withheld = []
        case .reasons: rest.reasons = nil
        case .legalBasis: rest.legalBasis = nil
        case .risk: rest.risk = nil
        case .interest: rest.interest = nil
        case .consultation: rest.consultation = nil
        case .publicInterest: rest.publicInterest = nil
        case .overridingReasons: rest.overridingReasons = nil
        case .internalKind: rest.internalKind = nil
        case .deliberativeKind: rest.deliberativeKind = nil
        case .proviso: rest.isProvisoExamined = false
        case .caseFile: rest.caseFile = nil
        case .notHeldGround: rest.notHeldGround = nil
        case .search: rest.search = nil
        case .rightOrgan: rest.rightOrgan = nil
        case .existing: rest.existing = nil
        case .unclear: rest.unclear = nil
        case .earlierAnswer: rest.earlierAnswer = nil
        }
        return rest.states(particular) ? nil : rest
    }

    @Test("what does not exist needs the search, what is another's the right office")
    func notHeld() throws {
        let sample = try Self.prepared()
        var command = try complete(.unableNotHeld)
        command.particulars.search = nil
        #expect(sample.objections(to: command).map(\.field) == ["search"])
        command.particulars.search = SearchRecord(
            places: try text("档案室"), terms: try text("测试"), on: try day("2025-05-05"))
        #expect(sample.codes(against: command) == [.decisionSearchDay])
        command.particulars.notHeldGround = .notOurs
        command.particulars.search = nil
        #expect(sample.objections(to: command).map(\.field) == ["right_organ"])
        command.particulars.rightOrgan = .known(name: try text("测试区测试局"), contact: try text("0000-1234567"))
        #expect(sample.codes(against: command) == [])
        command.particulars.rightOrgan = .undetermined(why: try text("申请内容涉及多个机关"))
        #expect(sample.codes(against: command) == [])
    }

    @Test("only a law or an administrative regulation forbids disclosure", arguments: LegalRank.allCases)
    func rank(rank: LegalRank) throws {
        let sample = try Self.prepared()
        var command = try complete(.deniedOtherLawProhibited)
        command.particulars.legalBasis = LegalBasis(rank, try text("《测试条例》第一条"))
        let isHighEnough = rank == .law || rank == .administrativeRegulation
        #expect(sample.codes(against: command) == (isHighEnough ? [] : [.decisionLegalRank]))
    }

    @Test("a refusal needs a leader who did not draft it, other results need nobody")
    func approvals() throws {
        let sample = try Self.prepared()
        var command = try complete(.deniedStateSecret)
        command.approval = nil
        #expect(sample.codes(against: command) == [.actApprovalMissing])
        command.approval = try approval(on: "2025-06-16", as: .reviewer)
        #expect(sample.codes(against: command) == [.actApprovalRole])
        command.approval = try approval(on: "2025-06-16", as: .supervisingLeader, by: "o-wangwu")
        #expect(sample.codes(against: command) == [.actApprovalOwnWork])
        command.approval = try approval(on: "2025-06-17", as: .supervisingLeader)
        #expect(sample.codes(against: command) == [.actDayOrder])
        var open = try complete(.disclosed)
        open.approval = nil
        #expect(sample.codes(against: open) == [])
    }

    @Test("a third party is not protected against its own consent, nor without being asked")
    func thirdParty() throws {
        var sample = try RequestCase.received()
        var command = try decision(.deniedThirdPartyRights, on: "2025-06-25")
        #expect(sample.codes(against: command) == [.decisionNoConsultation])
        try sample.run(ConsultThirdParty(reference("p-third"), sent: day("2025-06-10"), about: text("测试合同")))
        try sample.run(ReceiveOpinion(to: 1, on: day("2025-06-24"), .consents))
        #expect(sample.codes(against: command) == [.decisionThirdPartyConsents])
        command = try decision(.deniedProcessInformation, on: "2025-06-25")
        #expect(sample.codes(against: command) == [])
    }

    @Test("a part is not withheld for a third party that was never asked, or agreed")
    func thirdPartyOfPart() throws {
        var sample = try RequestCase.received()
        var command = try decision(.partiallyDisclosed, on: "2025-06-25")
        command.particulars.withheld = [
            WithheldPart(try text("测试报价"), ground: .thirdPartyRights, reasons: try text("属于商业秘密"))
        ]
        command.particulars.consultation = 1
        #expect(sample.codes(against: command) == [.decisionNoConsultation])
        try sample.run(ConsultThirdParty(reference("p-third"), sent: day("2025-06-10"), about: text("测试合同")))
        try sample.run(ReceiveOpinion(to: 1, on: day("2025-06-24"), .consents))
        #expect(sample.codes(against: command) == [.decisionThirdPartyConsents])
        command.particulars.consultation = nil
        #expect(sample.codes(against: command) == [])
    }

    @Test("an opinion that is still awaited stops only results that rest on it")
    func awaited() throws {
        var sample = try RequestMatrixTests.sample(at: .consulting)
        #expect(try sample.codes(against: decision(.partiallyDisclosed)) == [.decisionOpinionAwaited])
        let ruling = try sample.run(decision(.unableNotHeld))
        #expect(ruling.remarks.contains { $0.code == .decisionOpinionAwaited && $0.severity == .warning })
    }

    @Test("unclear after correction needs a correction")
    func unclear() throws {
        let sample = try RequestCase.received()
        #expect(try sample.codes(against: decision(.unableUnclearAfterCorrection)) == [.decisionNotCorrected])
    }

    @Test("the form of the decision's year decides which results there are: 19 in 2020, 21 in 2021")
    func forms() throws {
        #expect(ResultLeaf.leaves(ofYear: 2020).count == 19 && ResultLeaf.leaves(ofYear: 2021).count == 21)
        let old = try RequestCase.received(on: "2020-12-01")
        #expect(try old.codes(against: decision(.otherOther, on: "2020-12-31")) == [.decisionLeafUnknown])
        #expect(try old.codes(against: decision(.otherFeeUnpaid, on: "2020-12-31")) == [.decisionLeafUnknown])
        var sample = try RequestCase.received(on: "2020-12-01")
        #expect(try sample.codes(against: decision(.other, on: "2021-01-04")) == [.decisionLeafUnknown])
        try sample.run(decision(.other, on: "2020-12-31"))
        try sample.run(Serve(.direct, on: day("2021-01-04"), proof: text("回证")))
        let ruling = try sample.run(Close(on: day("2021-01-04")))
        #expect(sample.request?.round.closure?.result == .otherOther)
        #expect(ruling.remarks.map(\.code) == [.closeOtherForm])
    }

    @Test("a decision after the last day is remarked, not refused")
    func overdue() throws {
        var sample = try RequestCase.received()
        let ruling = try sample.run(decision(.disclosed, on: "2025-07-02"))
        #expect(ruling.remarks.map(\.code) == [.decisionOverdue])
        let status = try #require(sample.request).status(on: try day("2025-07-10"), by: sample.calendar)
        #expect(status.isOverdue && status.stage == .decided)
    }

    @Test("the same matter in other punctuation is named before deciding, of the same applicant only")
    func duplicates() throws {
        var sample = try RequestCase.received()
        func answered(
            _ number: String, _ matter: String, _ answered: String, _ leaf: ResultLeaf = .disclosed,
            of person: String = RequestCase.applicant
        ) throws -> AnsweredRequest {
            AnsweredRequest(
                try #require(RequestNumber(number)), of: try reference(person), matter: matter,
                answered: try day(answered), result: leaf)
        }
        let known = [
            try answered("2025-1", "测试路改造工程的批复文件。", "2025-03-03"),
            try answered("2025-2", "“测试路”改造工程的批复 文件", "2025-04-01"),
            try answered("2025-3", "测试路改造工程的批复文件", "2025-05-01", of: "p-lisi"),
            try answered("2025-4", "测试路改造工程的批复文件", "2025-05-01", .otherNoCorrection),
            try answered("2024-9", "测试路改造工程的图纸", "2024-05-01"),
        ]
        let request = try #require(sample.request)
        #expect(request.earlierAnswers(among: known).map(\.number.description) == ["2025-2", "2025-1"])
        var open = try decision(.disclosed)
        open.answered = known
        #expect(sample.codes(against: open) == [])
        var repeated = try decision(.notProcessedDuplicate)
        repeated.answered = known
        #expect(sample.codes(against: repeated) == [])
        repeated.particulars.earlierAnswer = EarlierAnswer(to: known[2].number, on: known[2].answered)
        #expect(sample.codes(against: repeated) == [.decisionEarlierAnswer])
        repeated.particulars.earlierAnswer = EarlierAnswer(to: known[0].number, on: try day("2025-03-04"))
        #expect(sample.codes(against: repeated) == [.decisionEarlierAnswer])
        let ruling = try sample.run(open)
        #expect(ruling.remarks.map(\.code) == [.decisionDuplicate])
        #expect(ruling.remarks.first?.message.contains("2025-2") == true)
        #expect(sample.request?.answer == nil)
        try sample.run(Serve(.direct, on: day("2025-06-23"), proof: text("回证")))
        #expect(sample.request?.answer?.answered == (try day("2025-06-23")))
    }

    @Test("exactly the refusals of Art 14 to 16 rest on an exemption")
    func exemptions() throws {
        #expect(ResultLeaf.allCases.filter(\.restsOnExemption).count == 7)
        #expect(!ResultLeaf.deniedAdministrativeQuery.restsOnExemption)
        var sample = try RequestCase.received()
        try sample.run(decision(.partiallyDisclosed))
        #expect(sample.request?.round.disposal?.decision?.restsOnExemption == true)
    }
}
