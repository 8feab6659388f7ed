import CivilTime
import Database
import Disclosure
import Ledger
import TestSupport
import Testing

/// An office that acts, as a use case would have it act, in a ledger of its own.
struct ActingOffice {
    fileprivate static let official = Result { try OfficialCalendar.load() }

    let ledger: Ledger
    let code: AgencyCode
    let calendar: WorkingCalendar
    let officer: EntryActor
    /// 2026-01-15 10:00 in Beijing, long after everything that happens.
    var now = Moment(milliseconds: 1_768_442_400_000)

    /// A fresh ledger with offices of these codes; the first of them acts.
    static func withFresh(
        _ engine: DatabaseEngine, offices: [String] = ["xiangzhi"], digest: DigestAlgorithm = .sm3,
        _ body: (ActingOffice, any Database) throws -> Void
    ) throws {
        let calendar = try official.get()
        try engine.withFresh { database, _ in
            let settings = LedgerSettings(digest: digest, calendar: calendar)
            let ledger = try Ledger(in: database, now: Moment(milliseconds: 1), settings: settings)
            for code in offices { try ledger.offices.put(LedgerFixture.office(code)) }
            let first = try LedgerFixture.code(offices[0])
            try body(
                ActingOffice(
                    ledger: ledger, code: first, calendar: calendar,
                    officer: EntryActor(try ref("o-lisi"), as: ActorRole(.handler))), database)
        }
    }

    var today: Day { now.utcDay }

    func at(_ office: String) throws -> ActingOffice {
        ActingOffice(
            ledger: ledger, code: try LedgerFixture.code(office), calendar: calendar, officer: officer, now: now)
    }

    func later(byDays days: Int) -> ActingOffice {
        var office = self
        office.now = Moment(milliseconds: now.milliseconds + Int64(days) * 86_400_000)
        return office
    }

    /// Does it on an application.
    @discardableResult
    func run(
        _ command: some RequestCommand, on number: String, expecting: Int? = nil
    ) throws -> ActOutcome<RequestAct> {
        let (today, calendar) = (today, calendar)
        return try ledger.entries.act(
            on: Subject(try Self.number(number)), office: code, by: officer, at: now, expecting: expecting
        ) { (request) throws(Refusal) in try command.decide(on: request, today: today, calendar: calendar) }
    }

    static func number(_ text: String) throws -> RequestNumber { try #require(RequestNumber(text)) }

    static func registration(_ number: String, arrived: String = "2025-06-03", by channel: RequestChannel = .inPerson)
        throws -> Register
    {
        Register(
            try Self.number(number), by: channel, arrived: try day(arrived), applicant: try ref("p-zhangsan"),
            type: .naturalPerson, identityProof: try ref("paper-1"), matter: try words("测试路改造工程的批复文件"))
    }

    static func answer(on text: String = "2025-06-20") throws -> Decide {
        var stated = DecisionParticulars()
        stated.given = try words("批复正文")
        stated.mode = .alreadyPublic
        stated.access = try words("本机关网站")
        return Decide(
            .disclosed, on: try day(text), stating: stated, drafter: try ref("o-wangwu"),
            approval: Decide.needsApproval(.disclosed)
                ? Approval(by: try ref("o-lisi"), as: .supervisingLeader, on: try day(text)) : nil)
    }
}

func day(_ text: String) throws -> Day { try #require(Day(text)) }
func words(_ text: String) throws -> Statement { try #require(Statement(text)) }
func ref<Named>(_ text: String) throws -> Reference<Named> { try #require(Reference<Named>(text)) }

extension ActingOffice {
    /// An office in a ledger that is there already.
    init(continuing ledger: Ledger, as office: String) throws {
        self.init(
            ledger: ledger, code: try LedgerFixture.code(office), calendar: try Self.official.get(),
            officer: EntryActor(try ref("o-lisi"), as: ActorRole(.handler)))
    }
}
