internal import CivilTime
internal import Database
internal import Disclosure
internal import Ledger
internal import Vault

/// Takes documents one after another: who acts, may they, do the fields fit, what does the law say.
struct ActDesk: Sendable {
    let setting: ActSetting
    let caller: PerformActs.Caller
    let today: Day
    private let names: OfficeNames
    private let offices: [AgencyCode]
    private let grants: Grants

    /// A desk.
    ///
    /// - Parameter grants: the roles held before the first document; only asked for documents that name nobody.
    init(setting: ActSetting, caller: PerformActs.Caller, offices: [Office], grants: Grants, today: Day) {
        self.setting = setting
        self.caller = caller
        self.today = today
        names = OfficeNames(offices)
        self.offices = offices.map(\.code)
        self.grants = grants
    }

    /// Works through documents; what one act recorded, the next one sees. After a problem the rest is looked at too, so
    /// that several can be mended at once, but not on the same subject.
    func work(
        through documents: [ActDocument], keeping papers: ActPapers = ActPapers(), in transaction: LedgerTransaction
    ) throws(DatabaseError) -> Result<PerformActs.Outcome, VaultError> {
        var done: [PerformActs.Done] = []
        var problems: [PerformActs.Problem] = []
        var stuck: Set<String> = []
        let book = OfficeBook(offices)
        for (index, document) in documents.enumerated() {
            let key = "\(document.agency ?? "") \(document.subject ?? "")"
            if stuck.contains(key) { continue }
            do throws(ActStop) {
                let one = try perform(document, at: index + 1, book, in: transaction)
                // Only what an allowed act names is kept.
                for paper in papers.open[index] ?? [] {
                    _ = try stored { () throws(DatabaseError) in try transaction.keep(paper) }
                }
                try keep(papers.sealed[index] ?? [], of: document, one, in: transaction)
                done.append(one)
            } catch {
                let findings: [Finding]
                switch error {
                case .database(let error): throw error
                case .vault(let error): return .failure(error)
                case .refused(let found):
                    findings = ActCatalogue.named(document.act).map { act in found.map(act.placed) } ?? found
                case .overtaken(let overtaking): findings = [overtaking.finding]
                }
                problems.append(
                    .init(place: index + 1, act: document.act, subject: document.subject, findings: findings))
                stuck.insert(key)
                if problems.count == PerformActs.problemLimit { break }
            }
        }
        return .success(problems.isEmpty ? .recorded(done) : .refused(problems))
    }

    /// Keeps what is for an applicant alone, and refuses names of papers that are not kept for this application.
    private func keep(
        _ written: [WrittenPaper], of document: ActDocument, _ done: PerformActs.Done, in transaction: LedgerTransaction
    ) throws(ActStop) {
        guard let definition = ActCatalogue.named(done.act), let name = done.subject?.name,
            let request = RequestNumber(name)
        else { return }
        if !written.isEmpty {
            guard let vault = setting.vault else { throw .refused([.noKey]) }
            var papers = SealedPapers(vault, of: done.office)
            for paper in written {
                do throws(ServiceError) {
                    try papers.add(paper.bytes, paper.label, as: paper.role, named: paper.reference)
                } catch {
                    if case .vault(let failure) = error { throw .vault(failure) }
                    throw .refused([.noKey])
                }
            }
            try papers.keep(in: request, transaction)
        }
        // What an applicant hands in is kept by the use case that takes it, after the act.
        guard caller.applicant == nil else { return }
        for (field, reference) in definition.sealedReferences(in: document.fields) {
            let isKept = try stored { () throws(DatabaseError) in
                try transaction.hasPaper(reference, of: request, office: done.office)
            }
            guard isKept else {
                throw .refused([
                    Finding(
                        .paperUnknown, field: field, "这件申请没有编号为“\(reference)”的材料。",
                        remedy: "请直接写明文字或者文件：{\"text\":\"文字\"}、{\"file\":\"文件路径\"}。")
                ])
            }
        }
    }

    private func perform(
        _ document: ActDocument, at place: Int, _ book: OfficeBook, in transaction: LedgerTransaction
    ) throws(ActStop) -> PerformActs.Done {
        guard let definition = ActCatalogue.named(document.act) else {
            throw .refused([Policy.unknownAct(document.act)])
        }
        let office = try refusable { () throws(Refusal) in try agency(of: document) }
        let (actor, officer) = try refusable { () throws(Refusal) -> (Actor, OfficerReference) in
            try person(document, of: office, for: definition)
        }
        // Who may not do it is told at once what is wrong with the document too; nothing of the case itself.
        let fields = ActFields(document.fields)
        var problems = try standing(actor, officer, office, transaction).map { [$0] } ?? []
        let request = document.subject.flatMap { RequestNumber($0) }
        if problems.isEmpty { problems = admit(actor, definition, office, request).map { [$0] } ?? [] }
        problems += fields.problems(definition.fields)
        if let finding = future(fields, definition) { problems.append(finding) }
        if problems.contains(where: { $0.severity == .error }) { throw .refused(problems) }
        transaction.actor = EntryActor(officer, as: ActorRole(actor.role.rawValue) ?? EntryActor.system.role)
        let session = ActSession(
            definition.name, by: actor, officer, of: office, on: document.subject, expecting: document.expecting,
            today: today, setting, book, in: transaction)
        try definition.perform(fields, session)
        return PerformActs.Done(
            place: place, act: definition.name, office: office, subject: session.subject, entries: session.entries,
            remarks: session.remarks)
    }

    /// Where roles are granted in an office, only those who hold one act in it; an office without any leaves it to those
    /// who may write its data.
    private func standing(
        _ actor: Actor, _ officer: OfficerReference, _ office: AgencyCode, _ transaction: LedgerTransaction
    ) throws(ActStop) -> Finding? {
        // Nobody is granted to be an applicant; what they may do, the policy says.
        guard caller.applicant == nil else { return nil }
        let record = try stored { () throws(DatabaseError) in try OfficeBook.record(office, transaction) }
        let asksRoles = record?.hasRoles(on: today) ?? false
        if actor.isLocalOperator {
            return Policy.standing(
                of: asksRoles ? Actor(operatorAs: actor.role, of: office, standingIn: false) : actor)
        }
        guard let record, asksRoles else { return nil }
        let held = Set(record.roles(of: officer, on: today).map { Role($0) })
        return Policy.standing(of: Actor(officer, as: actor.role, of: office, holding: held))
    }

    /// Asks the policy under every name of the act; which of them counts, the act itself asks once it knows its fields.
    private func admit(
        _ actor: Actor, _ definition: ActDefinition, _ office: AgencyCode, _ request: RequestNumber?
    ) -> Finding? {
        var refusal: Finding?
        for act in [definition.name] + definition.otherPolicyActs {
            let subject = PolicySubject(of: office, request: request)
            guard let finding = setting.policy.decide(actor, act, on: subject).finding else { return nil }
            refusal = refusal ?? finding
        }
        return refusal
    }

    /// The day of an act is never later than today, whatever the act.
    private func future(_ fields: ActFields, _ definition: ActDefinition) -> Finding? {
        guard definition.fields.contains(where: { $0.name == "day" && $0.kind == .day }),
            let day = (try? fields.optionalDay("day")) ?? nil, day > today
        else { return nil }
        return Finding.dayInFuture(day, today: today, field: "day")
    }

    private func agency(of document: ActDocument) throws(Refusal) -> AgencyCode {
        guard let name = document.agency ?? caller.agency else {
            throw Refusal(
                Finding(.valueMissing, field: "agency", "没有写明机关（agency）。", remedy: "请写明机关的代码或者全称。"))
        }
        // A code that nobody has yet is that of an office to be founded.
        if let code = names.office(named: name)?.code ?? AgencyCode(name) { return code }
        throw Refusal(
            Finding(
                .ledgerUnknownOffice, field: "agency", "没有名为“\(name.prefix(40))”的机关。",
                remedy: "请核对机关的代码或者全称，或者先登记该机关。"))
    }

    /// Who does it: the person that is named, or the local operator. A role that is not said is the first that may do it,
    /// as `AskPolicy` has it for other commands.
    private func person(
        _ document: ActDocument, of office: AgencyCode, for definition: ActDefinition
    ) throws(Refusal) -> (Actor, OfficerReference) {
        if let applicant = caller.applicant { return (applicant, EntryActor.applicant.officer) }
        let asked = ([definition.name] + definition.otherPolicyActs).compactMap { PolicyAct.named($0) }
        let (name, role) = (document.actor ?? caller.actor, document.role ?? caller.role)
        guard let name else {
            guard role == nil else { throw Refusal(.namelessRole) }
            let own = asked.compactMap(\.operatorRole).first ?? asked.first?.firstRole ?? .visitor
            // What concerns the installation is free until anybody holds the role; the matters of an office are looked at in
            // its record, as it stands in this transaction.
            let isFree = !asked.contains(where: \.isOfInstallation) || !grants.isHeld(own)
            return (Actor(operatorAs: own, of: office, standingIn: isFree), Actor.operatorReference)
        }
        let officer: OfficerReference = try Reference(parsing: name, field: "actor")
        let own = try role.map { text throws(Refusal) in try Role(parsing: text) } ?? asked.first?.firstRole ?? .visitor
        return (Actor(officer, as: own, of: office), officer)
    }
}
