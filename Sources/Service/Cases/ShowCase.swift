public import CivilTime
internal import Database
public import Disclosure
public import Ledger

/// One case with everything a person needs to go on: where it stands, what was done, its clock, what can be done next.
public struct ShowCase: Sendable {
    let ledger: Ledger
    let calendar: WorkingCalendar

    /// A case.
    public struct View: Sendable {
        /// What it is.
        public let subject: SubjectKey
        /// Where it stands, in Chinese.
        public let standing: String
        /// What is worth knowing, by name.
        public let facts: [Fact]
        /// How the clock stands, for an application.
        public let status: RequestStatus?
        /// Everything recorded of it, in order.
        public let entries: [RecordedEntry]
        /// What can be done with it, and what cannot and why.
        public let steps: [Step]
    }

    /// One thing worth knowing.
    public struct Fact: Sendable, Hashable {
        /// What it is, in Chinese.
        public let name: String
        /// What it says.
        public let text: String
    }

    /// One act that the kind of case knows.
    public struct Step: Sendable, Hashable {
        /// The name of the act.
        public let act: String
        /// Its name in Chinese.
        public let chineseText: String
        /// Why it cannot be done now; nil when it can. The same finding refuses the act.
        public let obstacle: Finding?
    }

    /// The use case over a ledger.
    public init(ledger: Ledger, calendar: WorkingCalendar) {
        self.ledger = ledger
        self.calendar = calendar
    }

    /// A case; nil where nothing is recorded under the name.
    public func run(_ subject: SubjectKey, of office: AgencyCode, on today: Day) throws(ServiceError) -> View? {
        try inDatabase { () throws(DatabaseError) -> View? in
            switch subject.kind {
            case .request:
                guard let number = RequestNumber(subject.name) else { return nil }
                return try view(Subject(number), office) { request, entries in
                    self.request(request, entries, on: today)
                }
            case .item:
                guard let item = Subject<ItemAct>(name: subject.name) else { return nil }
                return try view(item, office) { item, entries in self.item(item, entries) }
            case .appeal:
                guard let appeal = Subject<AppealAct>(name: subject.name) else { return nil }
                return try view(appeal, office) { appeal, entries in Self.appeal(appeal, entries) }
            default: return nil
            }
        }
    }

    private func view<Act: LedgerAct>(
        _ subject: Subject<Act>, _ office: AgencyCode, _ make: (Act.State, [RecordedEntry]) -> View
    ) throws(DatabaseError) -> View? {
        guard let state = try ledger.entries.state(of: subject, office: office)?.value else { return nil }
        return make(state, try ledger.entries.entries(of: subject, office: office))
    }

    private func request(_ request: InformationRequest, _ entries: [RecordedEntry], on today: Day) -> View {
        let registration = request.registration
        var facts = [
            Fact(name: "申请内容", text: request.matter.text),
            Fact(name: "申请人", text: "\(registration.applicant)（\(registration.applicantType.chineseText)）"),
            Fact(name: "到达日期", text: registration.arrived.description),
        ]
        if let received = request.receiptDate {
            facts.append(Fact(name: "收到申请之日", text: received.description))
        }
        if let decision = request.round.disposal?.decision {
            facts.append(Fact(name: "办理结果", text: decision.leaf.chineseText))
        }
        // What the officer writes on the paper.
        let letters = entries.compactMap { entry in
            request.letterNumbers[entry.subjectNumber].map { "\(EntryWords.chineseText(of: entry.kind)) \($0.number)" }
        }
        if !letters.isEmpty { facts.append(Fact(name: "文书字号", text: letters.joined(separator: "；"))) }
        return View(
            subject: SubjectKey(kind: .request, name: request.number.description),
            standing: request.stage.chineseText, facts: facts, status: request.status(on: today, by: calendar),
            entries: entries,
            steps: RequestVerb.allCases.filter { $0 != .register }.map {
                Step(act: "request.\($0.rawValue)", chineseText: $0.chineseText, obstacle: $0.obstacle(for: request))
            })
    }

    private func item(_ item: InformationItem, _ entries: [RecordedEntry]) -> View {
        var facts = [
            Fact(name: "标题", text: item.content.title.text),
            Fact(name: "公开属性", text: item.content.attribute.chineseText),
            Fact(name: "形成日期", text: item.content.formed.description),
        ]
        if let published = item.published { facts.append(Fact(name: "公开日期", text: published.day.description)) }
        if let isTimely = item.isTimely(by: calendar) {
            facts.append(Fact(name: "是否按期公开", text: isTimely ? "是" : "否"))
        }
        return View(
            subject: SubjectKey(kind: .item, name: item.reference.text), standing: item.stage.chineseText, facts: facts,
            status: nil, entries: entries,
            steps: ItemVerb.allCases.filter { $0 != .draft }.map {
                Step(act: "item.\($0.rawValue)", chineseText: $0.chineseText, obstacle: $0.obstacle(for: item))
            })
    }

    private static func appeal(_ appeal: Appeal, _ entries: [RecordedEntry]) -> View {
        let registration = appeal.registration
        var facts = [
            Fact(name: "类型", text: appeal.route.chineseText), Fact(name: "受理机关", text: registration.body.text),
            Fact(name: "申请人或者原告", text: registration.claimant.text),
        ]
        if let request = registration.contested.request {
            facts.append(Fact(name: "涉及的申请", text: request.description))
        }
        return View(
            subject: SubjectKey(kind: .appeal, name: appeal.reference.text),
            standing: appeal.isPending ? "尚未审结" : "已审结", facts: facts, status: nil, entries: entries,
            steps: AppealVerb.allCases.filter { $0 != .register }.map {
                Step(act: "appeal.\($0.rawValue)", chineseText: $0.chineseText, obstacle: $0.obstacle(for: appeal))
            })
    }
}
