import CivilTime
import Disclosure
import LedgerExchange
import TestSupport
import Testing

@Suite("Days, numbers and words as registers write them")
struct WordingTests {
    @Test(
        "a day is read in every usual form",
        arguments: [
            "2023-5-6", "2023-05-06", "2023/5/6", "2023/05/06", "2023.5.6", "2023年5月6日", "2023 年 5 月 6 日", "20230506",
            "２０２３年５月６日", "2023-05-06 00:00", "2023-05-06 14:30:05", "2023/5/6 9:00", " 2023-05-06 ", "2023年05月06号",
            "2023-05-06T08:00:00", "45052", "2023－05－06", "2023—5—6",
        ])
    func days(_ text: String) throws {
        #expect(DayWording.read(text) == .day(try Registers.day("2023-05-06")))
        #expect(DayWording.read(text, isNumber: true) == .day(try Registers.day("2023-05-06")))
    }

    @Test("a serial with a time of day is a day, where the cell holds a number")
    func serials() throws {
        #expect(DayWording.read("45052.75", isNumber: true) == .day(try Registers.day("2023-05-06")))
        #expect(DayWording.read("45052.75") != .day(try Registers.day("2023-05-06")))
        #expect(DayWording.read("36526", isNumber: true) == .day(try Registers.day("2000-01-01")))
    }

    @Test(
        "what is no day is not guessed at",
        arguments: [
            ("2023-02-30", DayWording.Reading.noSuchDay), ("20231301", .noSuchDay), ("2023年2月29日", .noSuchDay),
            ("5月6日", .withoutYear), ("23-5-6", .withoutYear), ("5/6/2023", .withoutYear), ("", .nonsense),
            ("待定", .nonsense), ("2023", .nonsense), ("1234567890123", .nonsense), ("0023-05-06", .nonsense),
            ("2023-05", .withoutYear), ("2023-05-06至2023-05-08", .nonsense), ("99999999", .nonsense), ("12", .nonsense),
            ("9999999999999999999999", .nonsense),
        ])
    func noDays(_ text: String, _ reading: DayWording.Reading) { #expect(DayWording.read(text) == reading) }

    @Test("every day of two centuries is read back from each form it can be written in")
    func roundTrip() throws {
        let seed: UInt64 = 4
        var random = SeededGenerator(seed: seed)
        let first = try Registers.day("2000-01-01")
        for _ in 0..<500 {
            let day = try #require(first.adding(days: Int.random(in: 0...50_000, using: &random)))
            let (y, m, d) = day.parts
            let forms = [
                day.description, day.chineseText, "\(y)/\(m)/\(d)", "\(y).\(m).\(d)",
                String(y * 10_000 + m * 100 + d), String(Int(day.number) + 25_569),
            ]
            for form in forms { #expect(DayWording.read(form) == .day(day), "\(form), seed \(seed)") }
        }
    }

    @Test(
        "registration numbers are read in every usual form",
        arguments: [
            ("2023-12", "2023-12"), ("2023年第12号", "2023-12"), ("依申请〔2023〕12号", "2023-12"), ("20230012", "2023-12"),
            ("2023012", "2023-12"), ("GK2023-0012", "2023-12"), ("12", "2022-12"), ("第3号", "2022-3"),
            ("２０２３－１２", "2023-12"), ("XXGK20230012", "2023-12"),
        ])
    func numbers(_ text: String, _ number: String) {
        #expect(NumberWording.read(text, year: 2022)?.description == number)
    }

    @Test("what is no number is none", arguments: ["", "无号", "2023-12-01", "0", "99-12", "20230000"])
    func noNumbers(_ text: String) { #expect(NumberWording.read(text, year: 2022) == nil) }

    @Test("a number without year needs the day of the application")
    func yearless() { #expect(NumberWording.read("12", year: nil) == nil) }

    @Test(
        "the usual words for a result are understood",
        arguments: [
            ("予以公开", ResultLeaf.disclosed), ("同意公开", .disclosed), ("已主动公开", .disclosed), ("部分公开", .partiallyDisclosed),
            ("政府信息不存在", .unableNotHeld), ("不属于本机关负责公开", .unableNotHeld), ("本机关不掌握相关政府信息", .unableNotHeld),
            ("不予公开（涉及个人隐私）", .deniedThirdPartyRights), ("不予公开-国家秘密", .deniedStateSecret),
            ("无正当理由大量反复申请", .notProcessedExcessive), ("重复申请", .notProcessedDuplicate),
            ("信访事项", .notProcessedPetitionComplaint),
            ("需另行制作", .unableNoExistingInformation), ("补正后申请内容仍不明确", .unableUnclearAfterCorrection),
            ("申请人无正当理由逾期不补正", .otherNoCorrection), ("逾期未补正，视为放弃申请", .otherNoCorrection), ("其他处理", .otherOther),
        ])
    func results(_ text: String, _ leaf: ResultLeaf) throws {
        let plan = try Registers.one("2023-1|2023-05-06|张三|自然人|当面|测试信息|2023-05-20|\(text)")
        #expect(plan.planned.first?.line.history.ending == .answered(leaf), "\(plan.faults)")
    }

    @Test(
        "what could mean several results, or does not say which, is not decided for the office",
        arguments: ["不予公开", "无法提供", "不予处理", "部分公开、信息不存在", "按规定办理", "123"])
    func unclearResults(_ text: String) throws {
        let plan = try Registers.one("2023-1|2023-05-06|张三|自然人|当面|测试信息|2023-05-20|\(text)")
        #expect(plan.planned.isEmpty && plan.faults.count == 1 && plan.faults[0].hasPrefix("H2 import.result."))
    }

    @Test("every choice of the template's lists is understood as itself")
    func templateChoices() throws {
        for type in ApplicantType.allCases {
            let plan = try Registers.one("2023-1|2023-05-06|张三|\(type.chineseText)|当面|测试信息")
            #expect(plan.planned.first?.line.history.registration.applicantType == type)
        }
        let channels: [(String, RequestChannel)] = [
            ("当面", .inPerson), ("邮寄（签收）", .signedPost), ("平信", .plainLetter), ("网络", .internet), ("传真", .fax),
        ]
        for (text, channel) in channels {
            let plan = try Registers.one("2023-1|2023-05-06|张三|自然人|\(text)|测试信息")
            #expect(plan.planned.first?.line.history.registration.channel == channel)
        }
        for leaf in ResultLeaf.leaves(ofYear: 2023) where leaf != .otherOther {
            let plan = try Registers.one("2023-1|2023-05-06|张三|自然人|当面|测试信息|2023-05-20|\(leaf.chineseText)")
            #expect(plan.planned.first?.line.history.ending == .answered(leaf), "\(leaf)")
        }
    }
}
