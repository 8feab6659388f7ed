import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("rules and normative documents: issued, repealed, in force on 31 December")
struct NormativeTests {
    typealias Sample = SubjectSample<NormativeDocument>

    static func particulars(
        _ title: String = "测试市政务公开管理办法", expires: String? = nil, _ kind: NormativeKind = .normativeDocument
    ) throws -> NormativeParticulars {
        NormativeParticulars(
            kind, try text(title), number: try text("测政规〔2020〕1号"), expires: try expires.map { try day($0) })
    }

    static func issued(on text: String, expires: String? = nil, _ name: String = "d-1") throws -> Sample {
        var sample = try Sample()
        try sample.run(
            IssueDocument(
                reference(name), particulars(expires: expires), by: reference("o-wangwu"), on: day(text)))
        return sample
    }

    static func repeal(_ text: String) throws -> RepealDocument {
        RepealDocument(on: try day(text), basis: try DisclosureTests.text("测政规〔2021〕5号"), by: try reference("o-wangwu"))
    }

    static func term(_ expires: String?, on text: String) throws -> SetDocumentTerm {
        SetDocumentTerm(
            until: try expires.map { try day($0) }, on: try day(text), basis: try DisclosureTests.text("测政规〔2025〕1号"),
            by: try reference("o-wangwu"))
    }

    /// How many of some documents count in a year, and as what.
    private struct Tally {
        let years: [NormativeYear]
        var issued: Int { years.count(where: \.isIssued) }
        var repealed: Int { years.count(where: \.isRepealed) }
        var expired: Int { years.count(where: \.isExpired) }
        var revived: Int { years.count(where: \.isRevived) }
        var inForce: Int { years.count(where: \.isInForce) }
        var newlyDisclosed: Int { years.count(where: \.isNewlyDisclosed) }
        var disclosed: Int { years.count(where: \.isDisclosed) }
    }

    private func tally(
        _ samples: [Sample], _ year: Int, of kind: NormativeKind = .normativeDocument
    ) -> Tally {
        Tally(years: samples.compactMap(\.subject).filter { $0.kind == kind }.map { $0.counted(inYear: year) })
    }

    @Test("issued, repealed and in force follow from each other over the years")
    func years() throws {
        var old = try Self.issued(on: "2015-03-02", "d-1")
        try old.run(Self.repeal("2021-07-01"))
        let kept = try Self.issued(on: "2020-12-31", "d-2")
        var short = try Self.issued(on: "2021-02-01", "d-3")
        try short.run(Self.repeal("2021-11-01"))
        let all = [old, kept, short]
        #expect(tally(all, 2020).inForce == 2 && tally(all, 2020).issued == 1)
        let year = tally(all, 2021)
        #expect(year.issued == 1 && year.repealed == 2 && year.inForce == 1 && year.expired == 0)
        #expect(try old.subject?.status(on: day("2021-06-30")) == .inForce)
        #expect(try old.subject?.status(on: day("2021-07-01")) == .repealed)
        #expect(tally(all, 2021, of: .administrativeRule).issued == 0)
    }

    @Test("a term that runs out ends the document by itself, and one that is set anew revives it")
    func terms() throws {
        var sample = try Self.issued(on: "2020-03-02", expires: "2025-03-01")
        #expect(try sample.subject?.status(on: day("2025-03-01")) == .inForce)
        #expect(try sample.subject?.status(on: day("2025-03-02")) == .expired)
        #expect(tally([sample], 2025).expired == 1 && tally([sample], 2025).inForce == 0)
        #expect(try sample.codes(against: Self.term("2025-03-01", on: "2025-02-10")) == [.normativeUnchanged])
        #expect(try sample.codes(against: Self.term("2025-02-09", on: "2025-02-10")) == [.normativeTerm])
        try sample.run(Self.term("2030-03-01", on: "2026-02-10"))
        #expect(tally([sample], 2025).expired == 1 && tally([sample], 2026).revived == 1)
        #expect(try sample.subject?.status(on: day("2026-02-09")) == .expired)
        #expect(tally([sample], 2026).inForce == 1)
        #expect(
            try Sample().codes(
                against: IssueDocument(
                    reference("d-9"), Self.particulars(expires: "2020-03-01"), by: reference("o-wangwu"),
                    on: day("2020-03-02")))
                == [.normativeTerm])
    }

    @Test("made public after 20 working days is remarked, and counts in the columns of 2019")
    func disclosure() throws {
        var sample = try Self.issued(on: "2025-06-03")
        let officer: OfficerReference = try reference("o-wangwu")
        #expect(try sample.codes(against: DiscloseDocument(on: day("2025-06-02"), by: officer)) == [.actDayOrder])
        try sample.run(DiscloseDocument(as: reference("item-1"), on: day("2025-07-02"), by: officer))
        #expect(sample.remarks.map(\.code) == [.normativeDisclosedLate])
        #expect(tally([sample], 2025).newlyDisclosed == 1 && tally([sample], 2025).disclosed == 1)
        #expect(tally([sample], 2026).newlyDisclosed == 0 && tally([sample], 2026).disclosed == 1)
        #expect(
            try sample.codes(against: DiscloseDocument(on: day("2025-07-03"), by: officer)) == [.normativeDisclosed])
        try sample.run(Self.repeal("2026-01-05"))
        #expect(try sample.codes(against: Self.repeal("2026-01-06")) == [.normativeRepealed])
        #expect(try sample.codes(against: Self.term("2030-01-01", on: "2026-01-06")) == [.normativeRepealed])
    }

    @Test("a record is put right or struck, and the written form never changes")
    func corrections() throws {
        var sample = try Self.issued(on: "2025-06-03", expires: "2030-06-02")
        let officer: OfficerReference = try reference("o-wangwu")
        func correct(_ particulars: NormativeParticulars) throws -> CorrectDocument {
            CorrectDocument(to: particulars, on: try day("2025-06-10"), reasons: try text("登记有误"), by: officer)
        }
        #expect(try sample.codes(against: correct(Self.particulars(expires: "2030-06-02"))) == [.normativeUnchanged])
        #expect(try sample.codes(against: correct(Self.particulars(expires: "2025-06-02"))) == [.normativeTerm])
        try sample.run(correct(Self.particulars(expires: "2029-06-02", .administrativeRule)))
        #expect(try sample.subject?.terms.latest == day("2029-06-02"))
        #expect(tally([sample], 2025).issued == 0)
        try sample.run(DiscloseDocument(as: reference("item-1"), on: day("2025-06-11"), by: officer))
        try sample.run(Self.term("2031-06-02", on: "2025-07-01"))
        #expect(try sample.codes(against: correct(Self.particulars(expires: "2028-06-02"))) == [.normativeTerm])
        try sample.run(Self.repeal("2025-08-01"))
        let strike = StrikeDocument(on: try day("2025-08-04"), reasons: try text("重复登记"), by: officer)
        try sample.run(strike)
        #expect(sample.codes(against: strike) == [.normativeStruck])
        #expect(try sample.subject?.status(on: day("2025-06-20")) == NormativeDocument.Status.none)
        #expect(try Sample().codes(against: strike) == [.normativeNotIssued])
        #expect(Set(sample.entries.map(\.kind)) == Set(NormativeAct.Kind.allCases))
        try checkGolden(sample.entries, "normative-entries.jsonl")
        for entry in sample.entries.dropFirst() {
            #expect(throws: Refusal.self) { try NormativeDocument(folding: [entry]) }
        }
    }

    @Test("in force is always in force before, issued and revived, without repealed and expired")
    func property() throws {
        let seed: UInt64 = 41
        var random = SeededGenerator(seed: seed)
        var done = 0
        for round in 0..<300 {
            let start = try #require(try day("2019-06-01").adding(days: Int.random(in: 0..<500, using: &random)))
            let end = Bool.random(using: &random) ? start.adding(days: Int.random(in: 0..<900, using: &random)) : nil
            var sample = try Self.issued(on: start.description, expires: end?.description)
            var last = start
            for step in 0..<5 {
                let place = "seed \(seed), document \(round), step \(step)"
                last = try #require(last.adding(days: Int.random(in: 0..<400, using: &random)))
                let isDone: Bool
                switch Int.random(in: 0..<6, using: &random) {
                case 0: isDone = try sample.attempt(Self.repeal(last.description), place)
                case 1, 2:
                    let until = last.adding(days: Int.random(in: -1..<500, using: &random))
                    isDone = try sample.attempt(Self.term(until?.description, on: last.description), place)
                case 3:
                    let particulars = try Self.particulars(
                        expires: start.adding(days: Int.random(in: 0..<900, using: &random))?.description)
                    isDone = try sample.attempt(
                        CorrectDocument(to: particulars, on: last, reasons: text("测试"), by: reference("o-lisi")), place)
                case 4: isDone = try sample.attempt(Self.term(nil, on: last.description), place)
                default: isDone = try sample.attempt(DiscloseDocument(on: last, by: reference("o-lisi")), place)
                }
                if isDone { done += 1 }
            }
            let document = try #require(sample.subject)
            for year in 2018...2027 {
                let (before, now) = (document.counted(inYear: year - 1), document.counted(inYear: year))
                func one(_ value: Bool) -> Int { value ? 1 : 0 }
                let follows =
                    one(before.isInForce) + one(now.isIssued) + one(now.isRevived) - one(now.isRepealed)
                    - one(now.isExpired)
                #expect(one(now.isInForce) == follows, "seed \(seed), document \(round), \(year): \(now)")
            }
        }
        #expect(done > 600)
    }
}
