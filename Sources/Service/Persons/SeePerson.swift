internal import CivilTime
internal import Database
public import Disclosure
public import Ledger
public import Vault

/// Shows what is known of a person, after the look was recorded: who, why, which fields.
public struct SeePerson: Sendable {
    let ledger: Ledger
    let setting: ActSetting

    /// What came of asking.
    public enum Outcome: Sendable {
        /// The person, with the entry of the look.
        case seen(Person, RecordedEntry)
        /// The person; only masked forms may be shown, and nothing was recorded.
        case masked(Person)
        /// Not allowed, or nothing is kept.
        case refused([Finding])
    }

    /// The use case over a ledger.
    public init(ledger: Ledger, setting: ActSetting) {
        self.ledger = ledger
        self.setting = setting
    }

    /// Looks at some fields of a person.
    ///
    /// - Parameters:
    ///   - fields: which; all that are known where empty.
    ///   - reasons: why; nil to see masked forms only.
    public func run(
        _ reference: PersonReference, of office: AgencyCode, fields: [PersonField], reasons: String?, by actor: Actor,
        at now: Moment
    ) throws(ServiceError) -> Outcome {
        let act = reasons == nil ? "case.see" : "person.see"
        if let finding = setting.policy.decide(actor, act, on: PolicySubject(of: office)).finding {
            return .refused([finding])
        }
        let kept = try inDatabase { () throws(DatabaseError) in
            try ledger.persons.person(reference, of: office)
        }
        let subject = Subject<PersonAct>(reference)
        guard let kept else {
            let file = try inDatabase { () throws(DatabaseError) in
                try ledger.entries.state(of: subject, office: office)?.value
            }
            return .refused([file?.erased.map(Self.erased) ?? Self.unknown])
        }
        let person = try open(kept)
        guard let reasons else { return .masked(person) }
        let statement: Statement
        do throws(Refusal) { statement = try Statement(parsing: reasons, field: "reason") } catch {
            return .refused(error.findings)
        }
        guard let officer = actor.officer else { return .refused([Self.unknown]) }
        let wanted = fields.isEmpty ? person.fields : person.fields.filter { $0 == .name || fields.contains($0) }
        let look = LookAtPerson(at: wanted.map(\.rawValue), because: statement, on: now.beijingDay)
        let calendar = setting.calendar
        let outcome = try inDatabase { () throws(DatabaseError) in
            try ledger.entries.act(
                on: subject, office: office,
                by: EntryActor(officer, as: ActorRole(actor.role.rawValue) ?? EntryActor.system.role), at: now
            ) { (file) throws(Refusal) in try look.decide(on: file, today: now.beijingDay, calendar: calendar) }
        }
        // Nothing is shown before the look stands in the ledger.
        guard let entry = outcome.recorded?.entries.first else { return .refused(outcome.findings) }
        return .seen(person.limited(to: wanted), entry)
    }

    private func open(_ kept: KeptPerson) throws(ServiceError) -> Person {
        guard let vault = setting.vault, let key = KeyIdentity(kept.key) else {
            guard let key = KeyIdentity(kept.key) else { throw .vault(.unreadable) }
            throw .vault(.noKey(sealedWith: key))
        }
        do throws(VaultError) {
            return try vault.open(
                SealedPerson(key: key, bytes: kept.sealed), as: kept.reference, of: kept.office.folded)
        } catch {
            throw .vault(error)
        }
    }

    private static func erased(on day: Day) -> Finding {
        Finding(
            .personErased, field: "person", "该人的个人信息已于 \(day) 删除。",
            remedy: "案件和统计不受影响；确需联系申请人的，请查阅归档的案卷。")
    }

    private static let unknown = Finding(
        .personUnknown, field: "person", "没有登记该人的个人信息。", remedy: "请核对编号；编号可在申请的登记信息中查到。")
}
