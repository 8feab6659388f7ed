import CivilTime
import Disclosure
import Foundation
import TestSupport
import Testing

@Suite("entries of applications as the ledger keeps them")
struct RequestEntryTests {
    /// One entry of each kind, made by commands where a command makes it.
    static func everyKind() throws -> [RequestEntry] {
        var first = try RequestMatrixTests.sample(at: .awaitingConfirmation)
        try first.run(ConfirmReceipt(on: day("2025-06-05"), manner: text("电话确认")))
        try first.run(AskCorrection(on: day("2025-06-06"), points: text("请写明名称"), deadline: day("2025-06-20")))
        try first.run(ReceiveCorrection(on: day("2025-06-10"), matter: text("测试路批复")))
        try first.run(ConsultThirdParty(reference("p-third"), sent: day("2025-06-11"), about: text("测试合同")))
        try first.run(RecordDelivery(ofConsultation: 1, on: day("2025-06-12")))
        try first.run(ReceiveOpinion(to: 1, on: day("2025-06-13"), .objects, reasons: text("涉及商业秘密")))
        try first.run(AskReasons(on: day("2025-06-13"), facts: text("本月40件"), deadline: day("2025-06-20")))
        try first.run(ReceiveReasons(on: day("2025-06-16"), reasons: text("研究需要")))
        try first.run(AgreeDelay(on: day("2025-06-17"), until: day("2025-09-30"), why: text("数量大")))
        try first.run(Extend(reasons: text("需要汇总"), approval: approval(on: "2025-06-18")))
        let units = IssueFeeNotice.Units.request(nth: try #require(RequestCount(12)))
        let part = SplitRequest.Part(try #require(RequestNumber("2025-7")), try text("第二项"))
        try first.run(SplitRequest(on: day("2025-06-18"), keeping: text("第一项"), parts: [part]))
        try first.run(IssueFeeNotice(on: day("2025-06-18"), for: units, reasons: text("频次明显过多")))
        try first.run(RecordPayment(on: day("2025-06-19"), Yuan(100), bill: text("票据1")))
        var answer = try decision(.unableNotHeld, on: "2025-06-20")
        answer.particulars = DecisionParticulars()
        answer.particulars.notHeldGround = .notOurs
        answer.particulars.reasons = try text("由测试局制作")
        answer.particulars.rightOrgan = .known(name: try text("测试局"), contact: try text("0000-1234567"))
        try first.run(answer)
        try first.run(Serve(.post, on: day("2025-06-23"), proof: text("挂号单1")))
        try first.run(Close(on: day("2025-06-23")))
        try first.run(FileCase(on: day("2025-06-24"), folder: text("2025-001")))
        try first.run(RectifyRecord(.told, on: day("2025-06-25"), evidence: text("面积有误"), organ: text("测试局")))
        try first.run(
            ReopenAfterAppeal(after: reference("a-1"), received: day("2025-06-26"), ordered: day("2025-07-10")))
        var entries = first.entries
        var other = try RequestCase()
        try other.run(RequestCase.registration("2025-6"))
        var merged = try RequestCase.received()
        try merged.run(Merge(into: #require(other.request), on: day("2025-06-10")))
        var passed = try RequestCase.received()
        try passed.run(TransferRequest(to: reference("350581"), on: day("2025-06-05"), reasons: text("申请人同意")))
        try other.run(Withdraw(on: day("2025-06-20"), proof: text("书面撤回")))
        var silent = try RequestMatrixTests.sample(at: .awaitingCorrection)
        try silent.run(DeemAbandoned(.noCorrection, on: day("2025-07-01"), rejectedExcuse: text("理由与补正无关")))
        var promoted = try RequestMatrixTests.sample(at: .served)
        try promoted.run(PromoteToProactive(on: day("2025-06-25"), .applicantProposal, item: reference("item-1")))
        entries += [merged, passed, other, silent, promoted].compactMap(\.entries.last)
        var talked = try RequestMatrixTests.sample(at: .served)
        try talked.run(
            ReceiveMessage(on: day("2025-06-24"), reference("paper-2"), papers: [reference("paper-3")]))
        try talked.run(RateHandling(.satisfied, on: day("2025-06-25"), remark: reference("paper-4")))
        entries += talked.entries.suffix(2)
        try talked.run(SendMessage(on: day("2025-06-26"), reference("paper-5"), papers: [reference("paper-6")]))
        try talked.run(ReadMessages(on: day("2025-06-27")))
        entries += talked.entries.suffix(2)
        let numbering = LetterNumbering(
            .answer, at: 3, by: try LetterRule(text("测数"), .byKind), year: 2025, serial: 12)
        entries.append(RequestEntry(.letterNumbered(try #require(numbering)), on: try day("2025-06-27")))
        let unknown = try WorkingCalendar(parsing: "official\t2024\n")
        let waiting = try #require(try RequestCase.received(on: "2025-09-19").request)
        entries.append(
            try #require(waiting.recomputation(from: unknown, to: first.calendar, on: try day("2025-09-22"))))
        entries.append(try #require(try RequestMatrixTests.sample(at: .voided).entries.last))
        return entries
    }

    private func encoder() -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    @Test("every kind reads back as it was written")
    func roundTrip() throws {
        let entries = try Self.everyKind()
        #expect(Set(entries.map(\.kind)) == Set(RequestAct.Kind.allCases))
        for entry in entries {
            let data = try encoder().encode(entry)
            #expect(try JSONDecoder().decode(RequestEntry.self, from: data) == entry)
        }
    }

    @Test("the written form never changes: names, fields and texts of schema 1")
    func golden() throws {
        var seen: Set<RequestAct.Kind> = []
        let lines = try Self.everyKind().filter { seen.insert($0.kind).inserted }.map { entry in
            String(decoding: try encoder().encode(entry), as: UTF8.self)
        }
        let file = TestEnvironment.packageFolder.appending(path: "Tests/DisclosureTests/Golden/request-entries.jsonl")
        let golden = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(lines.count == golden.count)
        for (line, expected) in zip(lines, golden) { #expect(line == expected) }
    }

    @Test("an entry of a newer schema is refused with both numbers, and what is no entry is refused")
    func newer() throws {
        let newer = #"{"schema":2,"kind":"request.closed","day":"2025-06-03","payload":{"result":"disclosed"}}"#
        #expect(throws: NewerSchema(kind: "request.closed", found: 2, known: 1)) {
            try JSONDecoder().decode(RequestEntry.self, from: Data(newer.utf8))
        }
        #expect(NewerSchema(kind: "request.closed", found: 2, known: 1).message.contains("2"))
        let wrong = [
            #"{"schema":1,"kind":"request.unknown","day":"2025-06-03","payload":{}}"#,
            #"{"schema":0,"kind":"request.closed","day":"2025-06-03","payload":{"result":"disclosed"}}"#,
            #"{"schema":1,"kind":"request.closed","day":"2025-02-30","payload":{"result":"disclosed"}}"#,
            #"{"schema":1,"kind":"request.closed","day":"2025-06-03","payload":{"result":"nonsense"}}"#,
            #"{"schema":1,"kind":"request.filed","day":"2025-06-03","payload":{"folder":"  "}}"#,
            #"{"schema":1,"kind":"request.extended","day":"2025-06-03","payload":{"days":-1,"reasons":"测试"}}"#,
            #"{"schema":1,"kind":"request.merged","day":"2025-06-03","payload":{"into":"12"}}"#,
            #"{"schema":1,"kind":"request.transferred","day":"2025-06-03","payload":{"agency":"a b","reasons":"测试"}}"#,
        ]
        for text in wrong {
            #expect(throws: DecodingError.self, "\(text)") {
                try JSONDecoder().decode(RequestEntry.self, from: Data(text.utf8))
            }
        }
    }

    @Test("an entry that does not fit what stands before it is refused by the fold")
    func misfits() throws {
        let entries = try Self.everyKind()
        let codes = entries.compactMap { entry -> Finding.Code? in
            guard entry.kind != .registered else { return nil }
            do throws(Refusal) {
                _ = try InformationRequest(folding: [entry])
                return nil
            } catch {
                return error.findings.first?.code
            }
        }
        #expect(codes.count == entries.count - 1 && Set(codes) == [.actEntryMisfit])
        let begun = Array(entries.prefix(4))
        for repeated in begun {
            #expect(throws: Refusal.self) { try InformationRequest(folding: begun + [repeated]) }
        }
        #expect(try InformationRequest(folding: [RequestEntry]()) == nil)
        #expect(try InformationRequest(folding: begun)?.stage == .handling)
    }

    @Test("no entry carries more of a person than an opaque reference")
    func references() throws {
        let text = String(decoding: try encoder().encode(try Self.everyKind()), as: UTF8.self)
        #expect(text.contains("p-zhangsan") && text.contains("paper-1"))
        #expect(Disclosure.Statement("身份证 11010519491231002X") == nil)
    }
}
