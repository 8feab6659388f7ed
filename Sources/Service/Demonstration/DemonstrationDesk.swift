internal import CivilTime
internal import Database
internal import Disclosure
internal import Ledger

/// Does the acts of one demonstration office in one transaction.
struct DemonstrationDesk {
    let code: AgencyCode
    let calendar: WorkingCalendar
    let today: Day
    let transaction: LedgerTransaction
    /// How many acts were recorded.
    private(set) var acts = 0
    /// The published items in the order of their publication, and what was handed over.
    private var published: [(day: Day, item: InformationItem)] = []
    private var handedOver: Set<ItemReference> = []
    private var serial = 0
    private var batches = 0
    private var cells: Set<FigureCell> = []

    static let handler = "demo-handler"
    private static let reviewer = "demo-reviewer"
    private static let leader = "demo-leader"

    init(_ code: AgencyCode, _ calendar: WorkingCalendar, today: Day, _ transaction: LedgerTransaction) {
        self.code = code
        self.calendar = calendar
        self.today = today
        self.transaction = transaction
    }

    /// - Parameter papers: the bodies of a series of items.
    mutating func perform(_ line: DemonstrationLine, _ papers: [Paper]) throws(DemonstrationStop) {
        switch line.act {
        case .items: try items(line, papers)
        case .handovers: try handovers(line)
        case .inquiries: try inquiries(line)
        case .training:
            try record(
                line, Training(try text(line.title), participants: Headcount(line.count ?? 1) ?? .one))
        case .interview:
            try record(line, Interaction(.interview, about: try text(line.title), isLed: line.led ?? false))
        case .assessment:
            let all = Headcount(line.count ?? 1) ?? .one
            try record(
                line,
                WorkAssessment(
                    of: line.year ?? today.year, .ownStaff, assessed: all, passed: all, outcome: try text(line.title)))
        case .group: try group(line)
        case .groupChange: try groupChange(line)
        case .requestUnable: try requestUnable(line)
        case .figure: try figure(line)
        case .nothing: try nothing(line)
        case .guide: try guide(line)
        case .matter: try matter(line)
        case .emptyCategory: try emptyCategory(line)
        }
    }

    // MARK: Values

    func need<Value>(_ value: Value?, _ what: String) throws(DemonstrationStop) -> Value {
        guard let value else { throw .refused("缺少或者写错了 \(what)") }
        return value
    }

    func text(_ text: String?) throws(DemonstrationStop) -> Statement {
        try need(text.flatMap { Statement($0) }, "title")
    }

    func day(_ text: String?) throws(DemonstrationStop) -> Day { try need(text.flatMap { Day($0) }, "day") }

    func reference<Kind>(_ text: String?) throws(DemonstrationStop) -> Reference<Kind> {
        try need(text.flatMap { Reference<Kind>($0) }, "name")
    }

    private func after(_ day: Day, _ days: Int) throws(DemonstrationStop) -> Day {
        try need(day.adding(days: days), "every")
    }

    /// Does a command on a subject.
    @discardableResult
    mutating func run<Done: Command>(
        _ command: Done, on subject: Subject<Done.Subject.Act>
    ) throws(DemonstrationStop) -> Done.Subject
    where Done.Subject.Act: LedgerAct, Done.Subject.Act.State == Done.Subject {
        let outcome: ActOutcome<Done.Subject.Act>
        let (today, calendar) = (today, calendar)
        do throws(DatabaseError) {
            outcome = try transaction.act(on: subject, office: code) { (state) throws(Refusal) in
                try command.decide(on: state, today: today, calendar: calendar)
            }
        } catch { throw .database(error) }
        guard let recorded = outcome.recorded else {
            throw .refused("\(subject)：" + outcome.findings.map(\.message).joined(separator: "；"))
        }
        acts += 1
        return recorded.state
    }

    // MARK: Items

    private mutating func items(_ line: DemonstrationLine, _ papers: [Paper]) throws(DemonstrationStop) {
        let category = try need(line.category.flatMap { ProactiveCategory(rawValue: $0) }, "category")
        let channels = try need(line.channels, "channels").compactMap { PublicationChannel(rawValue: $0) }
        let first = try day(line.day)
        for number in 1...max(1, line.count ?? 1) {
            let name = try need(line.name, "name") + "-\(number)"
            let item: ItemReference = try reference(name)
            let subject = Subject<ItemAct>(item)
            let formed = try after(first, (number - 1) * (line.every ?? 1))
            let title = DemonstrationBodies.filled(try need(line.title, "title"), number)
            let paper = try need(number <= papers.count ? papers[number - 1] : nil, "text")
            do throws(DatabaseError) { try transaction.keep(paper) } catch { throw .database(error) }
            var content = ItemContent(try text(title), body: paper.reference, formed: formed, category: category)
            content.topic = line.topic.flatMap { Statement($0) }
            content.documentNumber = line.documentNumber.flatMap { Statement(DemonstrationBodies.filled($0, number)) }
            content.itemClass = line.itemClass.flatMap { Statement($0) }
            content.matter = line.matter.flatMap { MatterReference($0) }
            let handler: OfficerReference = try reference(Self.handler)
            try run(DraftItem(item, content, by: handler, on: formed), on: subject)
            try run(SubmitItem(by: handler, secrecy: try text("经审查不涉密，可以公开"), on: formed), on: subject)
            let (reviewed, agreed) = (try after(formed, 1), try after(formed, 2))
            try run(
                ApproveItem(Approval(by: try reference(Self.reviewer), as: .reviewer, on: reviewed)), on: subject)
            try run(
                ApproveItem(Approval(by: try reference(Self.leader), as: .supervisingLeader, on: agreed)), on: subject)
            let online = try after(formed, 3)
            serial += 1
            let digits = String(serial)
            let index = try need(
                IndexNumber(
                    "\(code.text)/\(online.year)-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits),
                "index")
            let state = try run(PublishItem(index, on: channels, on: online), on: subject)
            published.append((online, state))
        }
    }

    private mutating func handovers(_ line: DemonstrationLine) throws(DemonstrationStop) {
        var room = line.count ?? .max
        for text in try need(line.days, "days") {
            let day = try day(text)
            let due = published.filter { $0.day <= day && !handedOver.contains($0.item.reference) }.map(\.item)
                .prefix(room)
            room -= due.count
            batches += 1
            let number = try need(HandoverNumber(year: day.year, serial: batches), "number")
            let subject = Subject(number)
            try run(
                PrepareHandover(
                    number, of: Array(due), after: handedOver, by: try reference(Self.handler), on: day), on: subject)
            handedOver.formUnion(due.map(\.reference))
            guard !due.isEmpty else { continue }
            for hall in ReceivingHall.allCases {
                try run(
                    RecordHandoverReceipt(of: hall, on: day, proof: try self.text("演示交接文据\(number.chineseText)")),
                    on: subject)
            }
        }
    }

    // MARK: Supervision

    private mutating func record(
        _ line: DemonstrationLine, _ content: some SupervisionContent
    ) throws(DemonstrationStop) {
        let name: SupervisionReference = try reference(line.name)
        try run(
            RecordSupervision(name, content, on: try day(line.day), by: try reference(Self.handler)),
            on: Subject<SupervisionAct>(name))
    }

    private mutating func inquiries(_ line: DemonstrationLine) throws(DemonstrationStop) {
        let way = try need(line.way.flatMap { ContactWay(rawValue: $0) }, "way")
        let first = try day(line.day)
        for number in 1...max(1, line.count ?? 1) {
            let name: SupervisionReference = try reference(try need(line.name, "name") + "-\(number)")
            let day = try after(first, (number - 1) * (line.every ?? 1))
            try run(
                RecordSupervision(
                    name, Inquiry(by: way, about: try text(line.title)), on: day, by: try reference(Self.handler)),
                on: Subject<SupervisionAct>(name))
        }
    }

    private func members(_ line: DemonstrationLine) throws(DemonstrationStop) -> [GroupMember] {
        var members: [GroupMember] = []
        for one in line.members ?? [] {
            members.append(
                GroupMember(
                    try reference(one.officer), as: try need(GroupMember.Part(rawValue: one.part), "part"),
                    post: try text(one.post)))
        }
        return members
    }

    private mutating func group(_ line: DemonstrationLine) throws(DemonstrationStop) {
        let name: GroupReference = try reference(line.name)
        let kind = try need(line.kind.flatMap { LeadingGroupKind(rawValue: $0) }, "kind")
        try run(
            FormGroup(name, try text(line.title), for: kind, of: try members(line), on: try day(line.day)),
            on: Subject<LeadingGroupAct>(name))
    }

    private mutating func groupChange(_ line: DemonstrationLine) throws(DemonstrationStop) {
        let name: GroupReference = try reference(line.name)
        var leaving: [OfficerReference] = []
        for officer in line.leaving ?? [] { leaving.append(try reference(officer)) }
        try run(
            ChangeGroup(
                leaving: leaving, joining: try members(line), on: try day(line.day), basis: try text(line.title)),
            on: Subject<LeadingGroupAct>(name))
    }

    // MARK: Applications

    /// Arrives, is confirmed, other offices are asked and answer, nothing is found, the answer is served, closed and filed.
    private mutating func requestUnable(_ line: DemonstrationLine) throws(DemonstrationStop) {
        let arrived = try day(line.day)
        let number = try need(RequestNumber(year: arrived.year, serial: 1), "number")
        let subject = Subject(number)
        try run(
            Register(
                number, by: .internet, arrived: arrived, applicant: try reference("demo-applicant-jia"),
                type: .naturalPerson, identityProof: try reference("demo-proof-jia"), matter: try text(line.title),
                supply: SupplyForm(.electronic, by: .internet)), on: subject)
        let confirmed = try after(arrived, 1)
        try run(ConfirmReceipt(on: confirmed, manner: try text("电话确认")), on: subject)
        let (sent, answered) = (try after(arrived, 2), try after(arrived, 7))
        for organ in line.asked ?? [] {
            try run(AskOtherOrgan(try text(organ), sent: sent, about: try text("是否掌握所申请的统计数据")), on: subject)
        }
        for consultation in 1...max(1, (line.asked ?? []).count) where line.asked != nil {
            try run(
                ReceiveOpinion(to: consultation, on: answered, .replied, reasons: try text("没有相关统计数据")), on: subject)
        }
        let decided = try after(arrived, 8)
        var stated = DecisionParticulars()
        stated.notHeldGround = .nonexistent
        stated.search = SearchRecord(
            places: try text("办公系统、档案室"), terms: try text("所申请的统计数据"), on: answered)
        stated.reasons = try text("经检索，本机关不掌握相关政府信息")
        try run(
            Decide(.unableNotHeld, on: decided, stating: stated, drafter: try reference(Self.handler)), on: subject)
        let served = try after(arrived, 9)
        try run(Serve(.internet, on: served, proof: try text("演示送达记录")), on: subject)
        try run(Close(on: served), on: subject)
        try run(FileCase(on: served, folder: try text("演示卷宗1")), on: subject)
    }

    // MARK: Figures

    private mutating func figure(_ line: DemonstrationLine) throws(DemonstrationStop) {
        let year = try need(line.year.flatMap { ReportYear($0) }, "year")
        let cell = try need(line.cell.flatMap { FigureCell($0) }, "cell")
        let value: FigureValue
        do throws(Refusal) {
            value = try FigureValue(
                parsing: line.value ?? "", for: cell, unit: line.unit == "元" ? .yuan : .tenThousandYuan, field: "value")
        } catch { throw .refused(error.findings.map(\.message).joined(separator: "；")) }
        let period = try need(FigurePeriod(year: year.number), "year")
        cells.insert(cell)
        try run(
            EnterFigure(
                value, in: cell, of: period, from: try text("演示数据来源"), by: try reference(Self.handler),
                on: try after(period.last, 5)), on: Subject<FigureAct>(year))
    }

    private mutating func nothing(_ line: DemonstrationLine) throws(DemonstrationStop) {
        let year = try need(line.year.flatMap { ReportYear($0) }, "year")
        let period = try need(FigurePeriod(year: year.number), "year")
        let rest = FigureCell.tableTwo(inYear: year.number).subtracting(cells).sorted()
        try run(
            DeclareNothing(
                in: rest, of: period, from: try text("演示零申报"), by: try reference(Self.handler),
                on: try after(period.last, 5)), on: Subject<FigureAct>(year))
    }
}
