import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("supervision: inquiries, complaints, trainings, assessments")
struct SupervisionTests {
    typealias Sample = SubjectSample<SupervisionRecord>
    static let officer = "o-wangwu"

    static func record<Content: SupervisionContent>(
        _ content: Content, on text: String = "2025-06-03", since: String? = nil, _ name: String = "s-1"
    ) throws -> RecordSupervision<Content> {
        RecordSupervision(
            try reference(name), content, on: try day(text), since: try since.map { try day($0) },
            by: try reference(officer))
    }

    static func head(_ count: Int) throws -> Headcount { try #require(Headcount(count)) }

    static func complaint() throws -> Complaint {
        Complaint(
            .complaint, by: .telephone, about: .reply, try text("逾期没有答复"), claimant: try reference("p-zhangsan"),
            passedOnBy: try text("测试市人民政府办公室"))
    }

    /// One content of each kind.
    static func contents() throws -> [any SupervisionContent] {
        [
            Inquiry(by: .counter, persons: try head(5), about: try text("办事指南")), try complaint(),
            Appraisal(try text("网站评议专栏"), participants: try head(20), content: try head(19), outcome: try text("总体满意")),
            Training(try text("信息公开防失泄密业务培训"), participants: try head(12)),
            WorkAssessment(of: 2024, .ownStaff, assessed: try head(8), passed: try head(8), outcome: try text("全部合格")),
            Accountability(.admonition, persons: .one, reasons: try text("未按期移交")),
            Interaction(.interview, about: try text("测试市5G建设"), isLed: true),
        ]
    }

    @Test("every kind of matter is recorded once and counts in the year of its day")
    func everyKind() throws {
        #expect(try Self.contents().map { type(of: $0).kind } == SupervisionKind.allCases)
        for content in try Self.contents() {
            func check(_ content: some SupervisionContent) throws {
                var sample = try Sample()
                try sample.run(Self.record(content))
                let record = try #require(sample.subject)
                #expect(
                    record.matter.kind == type(of: content).kind && record.counts && record.matter == content.matter)
                #expect(try sample.codes(against: Self.record(content)) == [.supervisionAlreadyRecorded])
                #expect(try Sample().codes(against: Self.record(content, on: "2026-07-02")) == [.actDayInFuture])
            }
            try check(content)
        }
    }

    @Test("five at the counter, nine by telephone, one interview and two trainings are what the year comes to")
    func tally() throws {
        var records: [SupervisionRecord] = []
        func add(_ content: some SupervisionContent, on text: String, since: String? = nil) throws {
            var sample = try Sample()
            try sample.run(Self.record(content, on: text, since: since, "s-\(records.count)"))
            records.append(try #require(sample.subject))
        }
        try add(Inquiry(by: .counter, persons: Self.head(5)), on: "2020-12-31", since: "2020-01-01")
        try add(Inquiry(by: .telephone, persons: Self.head(4)), on: "2020-06-30", since: "2020-01-01")
        try add(Inquiry(by: .telephone, persons: Self.head(5)), on: "2020-12-31", since: "2020-07-01")
        try add(Inquiry(by: .telephone), on: "2021-01-04")
        try add(Interaction(.interview, about: text("测试访谈"), isLed: true), on: "2020-05-06")
        try add(Training(text("第一次"), participants: Self.head(30)), on: "2020-03-02")
        try add(Training(text("第二次"), participants: Self.head(28)), on: "2020-09-01")
        try add(Training(text("参加市里培训"), participants: Self.head(2), isOwn: false), on: "2020-10-09")
        try add(
            WorkAssessment(of: 2020, .ownStaff, assessed: Self.head(12), passed: Self.head(12), outcome: text("合格")),
            on: "2020-12-30")
        let tally = SupervisionTally(of: 2020, from: records)
        #expect(tally.inquiries == [.counter: 5, .telephone: 9])
        #expect(tally.interactions == [.interview: 1] && tally.ledInteractions == [.interview: 1])
        #expect(tally.ownTrainings == 2 && tally.otherTrainings == 1 && tally.trained == 60)
        #expect(tally.assessments.map(\.passed?.count) == [12])
        #expect(tally.complaints.isEmpty && tally.complaintsAnswered == 0 && tally.heldToAccount == 0)
    }

    @Test("a complaint is answered once, and counts as answered in the year of its answer")
    func complaints() throws {
        var sample = try Sample()
        try sample.run(Self.record(Self.complaint(), on: "2024-12-20"))
        let answer = AnswerComplaint(
            .founded, on: try day("2025-01-06"), reply: try text("已责令改正并致歉"), by: try reference(Self.officer))
        #expect(sample.subject?.isOpen == true)
        let due = sample.subject?.answerDue(within: WorkingDays(15), by: sample.calendar)
        #expect(try due == day("2025-01-13"))
        var early = answer
        early.day = try day("2024-12-19")
        #expect(sample.codes(against: early) == [.actDayOrder])
        try sample.run(answer)
        #expect(sample.codes(against: answer) == [.supervisionAnswered])
        let record = try #require(sample.subject)
        #expect(SupervisionTally(of: 2024, from: [record]).complaints == [.complaint: 1])
        #expect(SupervisionTally(of: 2024, from: [record]).complaintsAnswered == 0)
        #expect(SupervisionTally(of: 2025, from: [record]).complaintsAnswered == 1)
        #expect(SupervisionTally(of: 2025, from: [record]).complaints.isEmpty)
        var training = try Sample()
        #expect(training.codes(against: answer) == [.supervisionNotRecorded])
        try training.run(Self.record(Training(text("培训"), participants: .one)))
        #expect(training.codes(against: answer) == [.supervisionNotComplaint])
    }

    @Test("a record is put right with a reason, or struck, and a struck one counts nowhere")
    func corrections() throws {
        var sample = try Sample()
        try sample.run(Self.record(Inquiry(by: .counter, persons: Self.head(5))))
        func correct(_ content: some SupervisionContent) throws -> CorrectSupervision {
            CorrectSupervision(
                to: content.matter, on: try day("2025-06-10"), reasons: try text("与登记簿不符"),
                by: try reference(Self.officer))
        }
        #expect(
            try sample.codes(against: correct(Inquiry(by: .counter, persons: Self.head(5)))) == [.supervisionUnchanged])
        #expect(try sample.codes(against: correct(Inquiry(by: .counter, persons: .none))) == [.supervisionNobody])
        #expect(
            try sample.codes(against: correct(Training(text("培训"), participants: .one))) == [.supervisionKind])
        try sample.run(correct(Inquiry(by: .counter, persons: Self.head(6))))
        #expect(SupervisionTally(of: 2025, from: [try #require(sample.subject)]).inquiries == [.counter: 6])
        #expect(sample.subject?.corrections == 1)
        let strike = StrikeSupervision(
            on: try day("2025-06-11"), reasons: try text("重复登记"), by: try reference(Self.officer))
        try sample.run(strike)
        #expect(sample.codes(against: strike) == [.supervisionStruck])
        #expect(try sample.codes(against: correct(Inquiry(by: .counter))) == [.supervisionStruck])
        #expect(SupervisionTally(of: 2025, from: [try #require(sample.subject)]).inquiries.isEmpty)
    }

    @Test("numbers that cannot be are refused by field")
    func numbers() throws {
        let sample = try Sample()
        func refusal(_ content: some SupervisionContent, since: String? = nil) throws -> [Finding.Code] {
            try sample.codes(against: Self.record(content, since: since))
        }
        #expect(try refusal(Inquiry(by: .online, persons: .none)) == [.supervisionNobody])
        #expect(try refusal(Training(text("培训"), participants: .none)) == [.supervisionNobody])
        #expect(try refusal(Accountability(.sanction, persons: .none, reasons: text("测试"))) == [.supervisionNobody])
        #expect(try refusal(Accountability(.correctionOrder, persons: .none, reasons: text("测试"))) == [])
        #expect(
            try refusal(Appraisal(text("问卷"), participants: .one, content: Self.head(2), outcome: text("好")))
                == [.supervisionPart])
        let late = WorkAssessment(of: 2026, .thisOffice, assessed: .one, outcome: try text("优秀"))
        #expect(try refusal(late) == [.supervisionYear])
        let wrong = WorkAssessment(
            of: 2024, .ownStaff, assessed: .one, passed: try Self.head(2), outcome: try text("好"))
        #expect(try refusal(wrong) == [.supervisionPart])
        #expect(try refusal(Inquiry(by: .online), since: "2024-12-30") == [.supervisionSpan])
        #expect(try refusal(Inquiry(by: .online), since: "2025-06-04") == [.actDayOrder])
        #expect(Headcount(-1) == nil && Headcount(1_000_001) == nil && Headcount(1_000_000) != nil)
    }

    @Test("the written form never changes")
    func golden() throws {
        var entries: [SupervisionEntry] = []
        for content in try Self.contents() {
            func add(_ content: some SupervisionContent) throws {
                var sample = try Sample()
                try sample.run(Self.record(content, since: "2025-06-02"))
                entries += sample.entries
            }
            try add(content)
        }
        var sample = try Sample()
        try sample.run(Self.record(Self.complaint()))
        let officer: OfficerReference = try reference(Self.officer)
        try sample.run(AnswerComplaint(.unfounded, on: day("2025-06-10"), reply: text("已按期答复"), by: officer))
        let other = Complaint(.report, by: .letter, about: .other, try text("更正后的内容"))
        try sample.run(CorrectSupervision(to: other.matter, on: day("2025-06-11"), reasons: text("登记有误"), by: officer))
        try sample.run(StrikeSupervision(on: day("2025-06-12"), reasons: text("重复登记"), by: officer))
        entries += sample.entries.dropFirst()
        #expect(Set(entries.map(\.kind)) == Set(SupervisionAct.Kind.allCases))
        try checkGolden(entries, "supervision-entries.jsonl")
        for entry in entries.suffix(3) {
            #expect(throws: Refusal.self) { try SupervisionRecord(folding: [entry]) }
        }
        #expect(throws: Refusal.self) { try SupervisionRecord(folding: [entries[0], entries[0]]) }
    }
}
