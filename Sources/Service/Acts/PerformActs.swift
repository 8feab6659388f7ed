public import CivilTime
internal import Database
public import Disclosure
public import Ledger
public import Vault

/// Does acts: the one way into the ledger for the command line, the pages, the import and the demonstration.
///
/// Policy first, then the fields, then the law, then one transaction for all of them: either every act stands in the ledger
/// or none does.
public struct PerformActs: Sendable {
    let ledger: Ledger
    let calendar: WorkingCalendar
    let vault: Vault?
    /// Bodies that stand in the documents themselves; nil where they cannot.
    public var bodies: WrittenBodies?

    /// Who acts where a document does not say it.
    public struct Caller: Sendable, Hashable {
        /// Code or full name of the office.
        public var agency: String?
        /// The person.
        public var actor: String?
        /// The role.
        public var role: String?
        /// Someone at the public site, in the place of person and role; only use cases of this module name one.
        var applicant: Actor?

        /// A caller.
        public init(agency: String? = nil, actor: String? = nil, role: String? = nil) {
            self.agency = agency
            self.actor = actor
            self.role = role
        }
    }

    /// An act that stands in the ledger, or would.
    public struct Done: Sendable {
        /// Its place among the documents, from 1.
        public internal(set) var place: Int
        /// Its name.
        public let act: String
        /// The office.
        public let office: AgencyCode
        /// What it was done on.
        public let subject: SubjectKey?
        /// What was recorded, in order.
        public let entries: [RecordedEntry]
        /// What is worth saying; no error among them.
        public let remarks: [Finding]

        /// The same at another place.
        public func at(_ place: Int) -> Done {
            var done = self
            done.place = place
            return done
        }
    }

    /// An act that is not allowed.
    public struct Problem: Sendable, Hashable {
        /// Its place among the documents, from 1.
        public let place: Int
        /// Its name, as far as it is known.
        public let act: String?
        /// What it was to be done on.
        public let subject: String?
        /// Why not.
        public let findings: [Finding]

        /// A problem.
        public init(place: Int, act: String?, subject: String?, findings: [Finding]) {
            self.place = place
            self.act = act
            self.subject = subject
            self.findings = findings
        }
    }

    /// What became of the acts.
    public enum Outcome: Sendable {
        /// All of them stand in the ledger; or would, where nothing was to be changed.
        case recorded([Done])
        /// Some are not allowed, and nothing was changed.
        case refused([Problem])
    }

    /// After how many problems the rest is not looked at.
    public static let problemLimit = 20

    /// The use case over a ledger.
    ///
    /// - Parameter vault: seals what is said about persons; nil where there is no key.
    public init(ledger: Ledger, calendar: WorkingCalendar, vault: Vault?) {
        self.ledger = ledger
        self.calendar = calendar
        self.vault = vault
    }

    /// Does acts, all or none.
    ///
    /// - Parameters:
    ///   - caller: who acts where a document does not say it.
    ///   - now: when; the day in Beijing is the one on which everything is recorded.
    ///   - isTrial: true to change nothing and learn what would happen.
    public func run(
        _ documents: [ActDocument], by caller: Caller, at now: Moment, isTrial: Bool = false
    ) throws(ServiceError) -> Outcome {
        try run(documents, by: caller, at: now, isTrial: isTrial) { _, _ in }
    }

    /// Does acts with something that takes effect together with them.
    ///
    /// - Parameter completing: gets what was done, inside the transaction; what it refuses undoes everything.
    func run(
        _ documents: [ActDocument], by caller: Caller, at now: Moment, isTrial: Bool = false,
        completing: @escaping @Sendable ([Done], LedgerTransaction) throws(ActStop) -> Void
    ) throws(ServiceError) -> Outcome {
        let offices = try inDatabase { () throws(DatabaseError) in try ledger.offices.list() }
        let setting = ActSetting(
            calendar: calendar, policy: Policy(OfficeHierarchy(offices)), vault: vault,
            indexRule: ledger.settings.indexRule)
        var (documents, papers) = (documents, ActPapers())
        if let problems = resolveBodies(&documents, &papers) { return .refused(problems) }
        let (resolved, kept) = (documents, papers)
        let desk = ActDesk(
            setting: setting, caller: caller, offices: offices, grants: try grants(resolved, caller, now),
            today: now.beijingDay)
        let answer = try inDatabase { () throws(DatabaseError) in
            try ledger.entries.transact(by: .system, at: now) { (transaction) throws(DatabaseError) in
                let answer = try desk.work(through: resolved, keeping: kept, in: transaction)
                if case .success(.recorded(let done)) = answer, !isTrial {
                    do throws(ActStop) { try completing(done, transaction) } catch {
                        return .rollBack(try Self.answer(to: error, done))
                    }
                    return .commit(answer)
                }
                return .rollBack(answer)
            }
        }
        switch answer {
        case .success(let outcome): return outcome
        case .failure(let error): throw .vault(error)
        }
    }

    /// The roles that are held, where a document names nobody who does it; without such a one nobody asks for them.
    private func grants(_ documents: [ActDocument], _ caller: Caller, _ now: Moment) throws(ServiceError) -> Grants {
        guard caller.applicant == nil, caller.actor == nil, documents.contains(where: { $0.actor == nil }) else {
            return Grants()
        }
        return try inDatabase { () throws(DatabaseError) in try Grants(ledger, on: now.beijingDay) }
    }

    private static func answer(
        to stop: ActStop, _ done: [Done]
    ) throws(DatabaseError) -> Result<Outcome, VaultError> {
        let findings: [Finding]
        switch stop {
        case .database(let error): throw error
        case .vault(let error): return .failure(error)
        case .refused(let found): findings = found
        case .overtaken(let overtaking): findings = [overtaking.finding]
        }
        return .success(.refused([Problem(place: done.count, act: done.last?.act, subject: nil, findings: findings)]))
    }

    /// Puts references in the place of bodies that are written out, and gives the papers they name by the place of the
    /// document; what cannot be a body comes back.
    private func resolveBodies(
        _ documents: inout [ActDocument], _ papers: inout ActPapers
    ) -> [Problem]? {
        guard let bodies else { return nil }
        var problems: [Problem] = []
        for index in documents.indices {
            let document = documents[index]
            do throws(Refusal) {
                let resolved = try bodies.resolve(document.fields)
                papers.open[index] = resolved.papers
                var fields = resolved.fields
                if let act = ActCatalogue.named(document.act) {
                    let sealed = try bodies.seal(fields, of: act) { () throws(Refusal) in try Self.newName() }
                    papers.sealed[index] = sealed.papers
                    fields = sealed.fields
                }
                documents[index].fields = fields
            } catch {
                problems.append(
                    Problem(
                        place: index + 1, act: document.act, subject: document.subject, findings: error.findings))
                if problems.count == Self.problemLimit { break }
            }
        }
        return problems.isEmpty ? nil : problems
    }

    /// A name for a paper that is sealed; refused where the machine draws none.
    private static func newName() throws(Refusal) -> PaperReference {
        do throws(ServiceError) { return try SealedPapers.newReference() } catch {
            throw Refusal(Finding(.valueForm, .error, error.message, remedy: "请稍后再试。"))
        }
    }
}

/// The papers that stand in documents themselves, by the places of the documents from 0.
struct ActPapers: Sendable {
    /// Bodies of items.
    var open: [Int: [Paper]] = [:]
    /// What is for an applicant alone.
    var sealed: [Int: [WrittenPaper]] = [:]
}
