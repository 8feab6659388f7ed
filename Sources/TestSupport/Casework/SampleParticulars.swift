public import CivilTime
public import Disclosure

/// Small values of the law for tests, which stop the test where they are written wrongly.
public enum Sample {
    /// A text.
    public static func text(_ text: String) -> Statement {
        guard let statement = Statement(text) else { preconditionFailure("\(text) is no statement") }
        return statement
    }

    /// A reference.
    public static func reference<Subject>(_ text: String) -> Reference<Subject> {
        guard let reference = Reference<Subject>(text) else { preconditionFailure("\(text) is no reference") }
        return reference
    }

    /// A registration number.
    public static func number(_ year: Int, _ serial: Int) -> RequestNumber {
        guard let number = RequestNumber(year: year, serial: serial) else { preconditionFailure("no number") }
        return number
    }

    /// What each result must state, complete.
    public static func particulars(searched day: Day) -> DecisionParticulars {
        var stated = DecisionParticulars()
        stated.mode = .alreadyPublic
        stated.access = text("测试网站的测试栏目")
        stated.given = text("测试批复正文")
        stated.withheld = [WithheldPart(text("测试附件"), ground: .internalAffairs, reasons: text("属于内部管理"))]
        stated.reasons = text("测试理由")
        stated.legalBasis = LegalBasis(.law, text("《测试法》第一条"))
        stated.risk = .publicSecurity
        stated.interest = .personalPrivacy
        stated.publicInterest = text("没有重大影响")
        stated.internalKind = .personnel
        stated.deliberativeKind = .draft
        stated.isProvisoExamined = true
        stated.caseFile = text("测试案件")
        stated.notHeldGround = .nonexistent
        stated.search = SearchRecord(places: text("测试档案室"), terms: text("测试"), on: day)
        stated.existing = text("测试登记表")
        stated.unclear = text("测试内容不明确")
        stated.earlierAnswer = EarlierAnswer(to: number(2018, 999_999), on: day)
        return stated
    }
}
