internal import CivilTime
internal import Database
public import Disclosure
public import Ledger
internal import Vault

/// Opens a paper that an applicant handed in, after the look was recorded on the applicant's file: who, why.
public struct SeePaper: Sendable {
    let ledger: Ledger
    let setting: ActSetting

    /// What came of asking.
    public enum Outcome: Sendable {
        /// Name and content of the paper.
        case seen(name: String, bytes: [UInt8])
        /// Not allowed, or nothing is kept.
        case refused([Finding])
    }

    /// The name under which a look at papers stands in the record of looks.
    static let field = "papers"

    /// The use case over a ledger.
    public init(ledger: Ledger, setting: ActSetting) {
        self.ledger = ledger
        self.setting = setting
    }

    /// Opens a paper.
    ///
    /// - Parameter reasons: why; it is recorded before anything is shown.
    public func run(
        _ reference: PaperReference, of office: AgencyCode, reasons: String, by actor: Actor, at now: Moment
    ) throws(ServiceError) -> Outcome {
        if let finding = setting.policy.decide(actor, "person.see", on: PolicySubject(of: office)).finding {
            return .refused([finding])
        }
        let kept = try inDatabase { () throws(DatabaseError) in
            try ledger.sealedPapers.paper(reference, of: office)
        }
        guard let kept, let officer = actor.officer else { return .refused([Self.unknown]) }
        guard let vault = setting.vault else { throw .noKey }
        let (label, bytes) = try sealed { () throws(VaultError) in
            (try vault.label(of: kept), try vault.content(of: kept))
        }
        let statement: Statement
        do throws(Refusal) { statement = try Statement(parsing: reasons, field: "reason") } catch {
            return .refused(error.findings)
        }
        let request = try inDatabase { () throws(DatabaseError) in
            try ledger.entries.state(of: Subject<RequestAct>(kept.request), office: office)?.value
        }
        guard let applicant = request?.registration.applicant else { return .refused([Self.unknown]) }
        let look = LookAtPerson(at: [Self.field], because: statement, on: now.beijingDay)
        let calendar = setting.calendar
        let outcome = try inDatabase { () throws(DatabaseError) in
            try ledger.entries.act(
                on: Subject<PersonAct>(applicant), office: office,
                by: EntryActor(officer, as: ActorRole(actor.role.rawValue) ?? EntryActor.system.role), at: now
            ) { (file) throws(Refusal) in try look.decide(on: file, today: now.beijingDay, calendar: calendar) }
        }
        // Nothing is shown before the look stands in the ledger.
        guard outcome.isRecorded else { return .refused(outcome.findings) }
        return .seen(name: label.name, bytes: bytes)
    }

    private static let unknown = Finding(
        .personUnknown, field: "paper", "没有保存这份材料。", remedy: "请核对编号；编号可在申请的登记和来文记录中查到。")
}
