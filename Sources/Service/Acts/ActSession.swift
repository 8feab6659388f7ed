internal import Database
internal import CivilTime
internal import Disclosure
internal import Ledger

/// One act while it is being done: who, for which office, on which day, inside one transaction of the ledger.
///
/// Belongs to the closure of the transaction. Everything an act records goes through here, so that policy, expectation and
/// findings are the same for every caller.
final class ActSession {
    let transaction: LedgerTransaction
    let actor: Actor
    let office: AgencyCode
    let officer: OfficerReference
    let today: Day
    let setting: ActSetting
    let book: OfficeBook
    /// The name of the act, under which the policy knows it.
    let act: String
    /// How many entries of its subject the caller saw; used once.
    private var expecting: Int?
    /// The subject the caller named; nil where none was.
    let subjectName: String?
    /// What was recorded, in order.
    private(set) var entries: [RecordedEntry] = []
    /// What is worth saying.
    private(set) var remarks: [Finding] = []
    /// The subject of the act, once it is known.
    private(set) var subject: SubjectKey?

    init(
        _ act: String, by actor: Actor, _ officer: OfficerReference, of office: AgencyCode, on subject: String?,
        expecting: Int?, today: Day, _ setting: ActSetting, _ book: OfficeBook, in transaction: LedgerTransaction
    ) {
        self.act = act
        self.actor = actor
        self.officer = officer
        self.office = office
        subjectName = subject
        self.expecting = expecting
        self.today = today
        self.setting = setting
        self.book = book
        self.transaction = transaction
    }

    var calendar: WorkingCalendar { setting.calendar }

    /// The approval that the actor gives by doing the act.
    func approval(as role: OfficeRole, on day: Day) -> Approval { Approval(by: officer, as: role, on: day) }

    // MARK: Subjects

    /// The subject that the caller named.
    func named<Act: LedgerAct>(_: Act.Type = Act.self) throws(ActStop) -> Subject<Act> {
        guard let name = subjectName else { throw .refused([Self.noSubject]) }
        guard let subject = Subject<Act>(name: name) else {
            throw .refused([
                Finding(
                    .valueForm, field: "subject", "编号“\(name.prefix(40))”的格式不对。",
                    remedy: "应为\(ActFieldKind.reference.chineseForm)。")
            ])
        }
        return subject
    }

    /// The application that the caller named.
    func request() throws(ActStop) -> RequestNumber {
        guard let name = subjectName else { throw .refused([Self.noSubject]) }
        guard let number = RequestNumber(name) else { throw .refused([Self.noRequestNumber(name)]) }
        return number
    }

    static let noSubject = Finding(.valueMissing, field: "subject", "没有写明办理的事项编号（subject）。", remedy: "请填写登记号或者编号。")
    static func noRequestNumber(_ name: String) -> Finding {
        Finding(.valueForm, field: "subject", "登记号“\(name.prefix(40))”的格式不对。", remedy: "应为年份和顺序号，例如 2025-12。")
    }

    /// A subject as it stands in this transaction; nil where nothing is recorded of it.
    func state<Act: LedgerAct>(_ subject: Subject<Act>, of office: AgencyCode? = nil) throws(ActStop) -> Act.State? {
        try stored { () throws(DatabaseError) in try transaction.state(of: subject, office: office ?? self.office).value
        }
    }

    // MARK: Doing

    /// Asks the policy again, now that it is known who prepared the matter.
    func require(_ act: String? = nil, preparedBy authors: Set<OfficerReference> = []) throws(ActStop) {
        try refusable { () throws(Refusal) in
            try setting.policy.require(actor, act ?? self.act, on: PolicySubject(of: office, preparedBy: authors))
        }
    }

    /// Lets the law decide on a command and records what it decides.
    @discardableResult
    func run<Done: Command>(
        _ command: Done, on subject: Subject<Done.Subject.Act>, of office: AgencyCode? = nil
    ) throws(ActStop) -> Done.Subject where Done.Subject.Act: LedgerAct, Done.Subject.Act.State == Done.Subject {
        let expected = takeExpecting(subject.key)
        let outcome = try stored { () throws(DatabaseError) in
            try transaction.act(on: subject, office: office ?? self.office, expecting: expected) {
                (state) throws(Refusal) in
                try command.decide(on: state, today: today, calendar: calendar)
            }
        }
        switch outcome {
        case .refused(let findings): throw .refused(findings)
        case .overtaken(let overtaking): throw .overtaken(overtaking)
        case .recorded(let recording):
            entries += recording.entries
            remarks += recording.remarks
            try number(recording.entries, office ?? self.office)
            return recording.state
        }
    }

    /// Gives the letters that entries of an application make their numbers, where the office has a rule for them.
    private func number(_ recorded: [RecordedEntry], _ office: AgencyCode) throws(ActStop) {
        for entry in recorded where entry.subject.kind == .request {
            guard let request = RequestNumber(entry.subject.name) else { continue }
            let read = try stored { () throws(DatabaseError) in try entry.entry(as: RequestAct.self) }
            guard let kind = LetterKind(of: read.act) else { continue }
            let record = try stored { () throws(DatabaseError) in try OfficeBook.record(office, transaction) }
            guard let rule = record?.letterRule(on: entry.day) else { continue }
            let year = entry.day.year
            let serial = try stored { () throws(DatabaseError) in
                try transaction.nextLetter(of: rule.series(of: kind), year: year, office: office)
            }
            guard
                let numbering = LetterNumbering(kind, at: entry.subjectNumber, by: rule, year: year, serial: serial)
            else { continue }
            try append([Entry(.letterNumbered(numbering), on: entry.day)], to: Subject(request), of: office)
        }
    }

    /// Records entries that a command decided on, to another subject than its own.
    func append<Act: LedgerAct>(
        _ new: [Entry<Act>], to subject: Subject<Act>, of office: AgencyCode? = nil
    ) throws(ActStop) {
        entries += try stored { () throws(DatabaseError) in
            try transaction.append(new, to: subject, office: office ?? self.office)
        }
    }

    /// Adds a remark.
    func remark(_ finding: Finding) { remarks.append(finding) }

    /// What the caller saw of the act's own subject; other subjects of the act are taken as they stand.
    private func takeExpecting(_ key: SubjectKey) -> Int? {
        if subject == nil { subject = key }
        defer { expecting = nil }
        return expecting
    }
}
