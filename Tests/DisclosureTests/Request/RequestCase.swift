import CivilTime
import Disclosure
import TestSupport
import Testing

/// One application that is led through its acts, as a service would do it.
struct RequestCase {
    static let applicant = "p-zhangsan"
    private static let official = Result { try OfficialCalendar.load() }
    var calendar: WorkingCalendar
    var today: Day
    var entries: [RequestEntry] = []
    var request: InformationRequest?
    var remarks: [Finding] = []

    /// Nothing yet; recorded long after everything that happens in the tests.
    init(today: String = "2026-01-15") throws {
        calendar = try Self.official.get()
        self.today = try day(today)
    }

    /// An application that came in on 2025-06-03 over the counter, or by another channel without confirmation.
    static func received(
        on arrived: String = "2025-06-03", by channel: RequestChannel = .inPerson, today: String = "2026-01-15"
    ) throws -> RequestCase {
        var sample = try RequestCase(today: today)
        try sample.run(registration("\(arrived.prefix(4))-5", arrived: arrived, by: channel))
        return sample
    }

    static func registration(
        _ number: String = "2025-5", arrived: String = "2025-06-03", by channel: RequestChannel = .inPerson,
        applicant: String = applicant, matter: String = "测试路改造工程的批复文件"
    ) throws -> Register {
        Register(
            try #require(RequestNumber(number)), by: channel, arrived: try day(arrived),
            applicant: try reference(applicant), type: .naturalPerson, identityProof: try reference("paper-1"),
            matter: try text(matter))
    }

    /// Does it; throws what the law says against it.
    @discardableResult
    mutating func run(_ command: some RequestCommand) throws(Refusal) -> Ruling<RequestAct> {
        let ruling = try command.decide(on: request, today: today, calendar: calendar)
        for entry in ruling.entries {
            request = try InformationRequest.applying(entry, to: request)
            entries.append(entry)
        }
        remarks += ruling.remarks
        return ruling
    }

    /// What the law says against it; empty when it is allowed.
    func objections(to command: some RequestCommand) -> [Finding] {
        do throws(Refusal) {
            _ = try command.decide(on: request, today: today, calendar: calendar)
            return []
        } catch {
            return error.findings.filter { $0.severity == .error }
        }
    }

    /// The codes of the objections.
    func codes(against command: some RequestCommand) -> [Finding.Code] { objections(to: command).map(\.code) }

    /// The last day to answer.
    func due() throws -> Day? { try #require(request).round.due(by: calendar) }
}

func text(_ text: String) throws -> Statement { try #require(Statement(text)) }
func reference<Subject>(_ text: String) throws -> Reference<Subject> { try #require(Reference<Subject>(text)) }

/// The agreement of the head of the information office, or of someone else.
func approval(
    on text: String, as role: OfficeRole = .headOfInformationOffice, by officer: String = "o-lisi"
) throws -> Approval {
    Approval(by: try reference(officer), as: role, on: try day(text))
}

/// What each result must state, complete.
func particulars(for leaf: ResultLeaf) throws -> DecisionParticulars {
    var stated = DecisionParticulars()
    stated.mode = .alreadyPublic
    stated.access = try text("本机关网站“法定主动公开内容”栏目")
    stated.given = try text("批复正文")
    stated.withheld = [
        WithheldPart(try text("附件二第3页"), ground: .thirdPartyRights, reasons: try text("涉及个人隐私"))
    ]
    stated.reasons = try text("测试用的理由")
    stated.legalBasis = LegalBasis(.law, try text("《测试法》第一条"))
    stated.risk = .publicSecurity
    stated.interest = .personalPrivacy
    stated.consultation = leaf == .deniedThirdPartyRights ? 1 : nil
    stated.publicInterest = try text("不公开不会对公共利益造成重大影响")
    stated.internalKind = .personnel
    stated.deliberativeKind = .draft
    stated.isProvisoExamined = true
    stated.caseFile = try text("测试处罚案件")
    stated.notHeldGround = .nonexistent
    stated.search = SearchRecord(places: try text("档案室、办公系统"), terms: try text("测试路 改造"), on: try day("2025-06-10"))
    stated.existing = try text("只有原始登记表")
    stated.unclear = try text("仍不能确定文件名称")
    stated.earlierAnswer = EarlierAnswer(to: try #require(RequestNumber("2025-1")), on: try day("2025-03-03"))
    return stated
}

/// A decision with everything it needs.
func decision(_ leaf: ResultLeaf, on text: String = "2025-06-20") throws -> Decide {
    Decide(
        leaf, on: try day(text), stating: try particulars(for: leaf), drafter: try reference("o-wangwu"),
        approval: Decide.needsApproval(leaf) ? try approval(on: text, as: .supervisingLeader) : nil)
}
