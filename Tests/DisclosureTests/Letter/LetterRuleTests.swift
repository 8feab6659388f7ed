import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("Numbers of letters")
struct LetterRuleTests {
    @Test(
        "a number has the office's word, the year in six-cornered brackets, no leading zeros, and its kind as the rule says",
        arguments: [
            (LetterRule.Scheme.single, LetterKind.answer, "测数〔2025〕7号"), (.single, .fee, "测数〔2025〕7号"),
            (.suffixed, .correction, "测数〔2025〕7号-补"), (.suffixed, .extended, "测数〔2025〕7号-延"),
            (.byKind, .answer, "测数公复〔2025〕7号"), (.byKind, .fee, "测数公费〔2025〕7号"),
            (.byKind, .ending, "测数公告〔2025〕7号"),
        ])
    func form(_ scheme: LetterRule.Scheme, _ kind: LetterKind, _ wanted: String) throws {
        let rule = try LetterRule(text("测数"), scheme)
        #expect(rule.number(of: kind, year: 2025, serial: 7) == wanted)
        let one = try #require(LetterNumbering(kind, at: 3, by: rule, year: 2025, serial: 7))
        #expect(one.number.text == wanted && wanted.hasPrefix(one.series.text))
        #expect(LetterNumbering(kind, at: 0, by: rule, year: 2025, serial: 7) == nil)
        #expect(LetterNumbering(kind, at: 1, by: rule, year: 2025, serial: 0) == nil)
    }

    @Test("kinds share a series exactly where the rule is one for all, or their sign is the same")
    func series() throws {
        for scheme in LetterRule.Scheme.allCases {
            let rule = try LetterRule(text("测数"), scheme)
            for a in LetterKind.allCases {
                for b in LetterKind.allCases {
                    let isShared = scheme != .byKind || a.sign == b.sign
                    #expect((rule.series(of: a) == rule.series(of: b)) == isShared, "\(scheme) \(a) \(b)")
                }
            }
        }
    }

    @Test(
        "a word with a year, brackets, digits, blanks or too many characters is refused",
        arguments: [
            "测数〔2025〕", "测数2025", "测 数", "测数号-", "<b>", String(repeating: "测", count: 21),
        ])
    func word(_ word: String) throws {
        #expect(throws: Refusal.self) { try LetterRule(text(word), .single) }
    }

    @Test("a letter counts once, and only after the entry it is of")
    func once() throws {
        var sample = try RequestCase.received()
        let rule = try LetterRule(text("测数"), .single)
        let first = try #require(LetterNumbering(.answer, at: 2, by: rule, year: 2025, serial: 1))
        let again = try #require(LetterNumbering(.answer, at: 2, by: rule, year: 2025, serial: 2))
        let on = try day("2025-06-03")
        let entries = sample.entries + [RequestEntry(.letterNumbered(first), on: on)]
        let request = try #require(try InformationRequest(folding: entries))
        #expect(request.letterNumbers[2]?.number.text == "测数〔2025〕1号" && request.stage == sample.request?.stage)
        #expect(throws: Refusal.self) {
            try InformationRequest(folding: entries + [RequestEntry(.letterNumbered(again), on: on)])
        }
        try sample.run(SendMessage(on: on, reference("paper-5")))
        #expect(sample.request?.unreadMessages == 1)
        try sample.run(ReadMessages(on: on))
        #expect(sample.request?.unreadMessages == 0)
        #expect(sample.objections(to: ReadMessages(on: on)).map(\.code) == [.messageNoneUnread])
        #expect(sample.objections(to: SendMessage(on: on, nil)).map(\.code) == [.messageEmpty])
        #expect(throws: Refusal.self) {
            try InformationRequest(
                folding: sample.entries + [RequestEntry(.messagesRead(MessagesRead(through: 2)), on: on)])
        }
    }
}
