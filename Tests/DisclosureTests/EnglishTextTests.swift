import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("English of the law")
struct EnglishTextTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test("the steps of a period have the same days in both languages")
    func steps() throws {
        let calendar = try OfficialCalendar.load()
        var clock = ReplyClock(received: try day("2025-06-03"))
        clock.correction = .init(asked: try day("2025-06-05"), received: try day("2025-06-10"))
        clock.suspensions = [
            ClockSuspension(.otherOrgan, sent: try day("2025-06-12"), answered: try day("2025-06-24"))
        ]
        clock.extended = .full
        let steps = try clock.reckon(by: calendar).steps
        #expect(Set(steps.map(\.kind)).count >= 3)
        for step in steps {
            for day in [step.due] + (step.kind == .extended || step.days.count > 0 ? [step.from] : []) {
                #expect(step.explanation.contains(day.chineseText), "\(step.explanation)")
                #expect(step.englishExplanation.contains(day.englishText), "\(step.englishExplanation)")
            }
            #expect(step.englishExplanation.utf8.allSatisfy { $0 < 0x80 })
        }
        #expect(
            steps.first?.englishExplanation
                == "Received on 3 June 2025; 20 working days are counted from the next day and end on Tuesday 1 July 2025."
        )
    }

    @Test("the period for a review that ends on a day off says on which day it ends instead")
    func period() throws {
        let remedies = Remedies(
            restsOnExemption: false, served: try day("2025-07-01"), by: try OfficialCalendar.load())
        #expect(
            remedies.review.englishExplanation
                == "The 60 days run from the day after 1 July 2025 to 30 August 2025; that is a day off, so it ends on 1 September 2025 (Administrative Reconsideration Law, Art 20)."
        )
    }

    @Test(
        "articles are cited with their law",
        arguments: [
            (Article.regulation(33, paragraph: 3), "Regulation, Art 33(3)"),
            (.feeMeasures(6), "Fee Measures, Art 6"), (.serviceNotice, "Notice No. 235 of 2016"),
        ])
    func articles(article: Article, english: String) { #expect(article.englishText == english) }

    @Test("every value that a page names has English of its own")
    func names() {
        func isEnglish(_ names: [String]) -> Bool {
            Set(names).count == names.count
                && names.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 < 0x80 } }
        }
        #expect(isEnglish(ResultLeaf.allCases.map(\.englishText)))
        #expect(isEnglish(ResultLeaf.Family.allCases.map(\.englishText)))
        #expect(isEnglish(RequestStage.allCases.map(\.englishText)))
        #expect(isEnglish(ReviewBody.allCases.map(\.englishText)))
        #expect(isEnglish(ApplicantRating.Grade.allCases.map(\.englishText)))
        #expect(isEnglish(CatalogueCarrier.allCases.map(\.englishText)))
        #expect(isEnglish(PublicationChannel.allCases.map(\.englishText)))
        #expect(isEnglish(RequestChannel.allCases.map(\.englishReceiptRule)))
        #expect(isEnglish(Article.Instrument.allCases.map(\.englishTitle)))
        #expect(Yuan(fen: 5_050).englishText == "50.50 yuan" && Yuan(380).description == "380元")
    }

    @Test("a finding placed at another field keeps everything else")
    func placed() {
        let finding = Finding(
            .valueBlank, .warning, field: "a", "没有填写。", article: .regulation(29), remedy: "请填写。",
            english: .init("Empty.", remedy: "Fill it in."))
        let moved = finding.placed(at: "b")
        #expect(moved.field == "b" && moved.placed(at: "a") == finding)
        #expect(finding.placed(at: "a", saying: "空。", by: .regulation(30)).english == finding.english)
    }
}
