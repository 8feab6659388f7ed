internal import Database
internal import CivilTime
public import Disclosure
internal import Ledger
internal import Vault

extension ActSession {
    /// The person in a field: a known one by reference, or one that is described, found again by its marks or kept anew.
    func person(_ fields: ActFields, _ name: String, on day: Day) throws(ActStop) -> PersonReference {
        switch try refusable({ () throws(Refusal) in try fields.get(name).person() }) {
        case .known(let reference): return reference
        case .described(let person): return try keep(person, of: office, on: day)
        }
    }

    /// Keeps what is known of a person under the name it has already, or under a new one.
    ///
    /// What a visitor writes of somebody is not verified: it never changes what is kept, since other applications and their
    /// letters stand on that. Where it says more or something else it is kept beside it, under a name of its own.
    func keep(_ person: Person, of office: AgencyCode, on day: Day) throws(ActStop) -> PersonReference {
        let vault = try theVault()
        let marks = try sealing { () throws(VaultError) in try vault.allMarks(of: person, in: office.folded) }
        let candidates = try stored { () throws(DatabaseError) in
            try transaction.persons(marked: marks.map(\.text), of: office)
        }
        for candidate in candidates {
            let known = try open(candidate, vault)
            guard known.agrees(with: person) else { continue }
            let updated = known.updated(with: person)
            if updated == known { return candidate.reference }
            guard actor.role != .visitor else { continue }
            try put(updated, as: candidate.reference, of: office, on: day, vault)
            return candidate.reference
        }
        let reference = try sealing { () throws(VaultError) in try Vault.newReference() }
        try put(person, as: reference, of: office, on: day, vault)
        return reference
    }

    /// The person under the name it has in another office, with the data sealed for that office. A person that is known
    /// by name only keeps the name.
    func handOver(_ reference: PersonReference, to other: AgencyCode, on day: Day) throws(ActStop) -> PersonReference {
        let kept = try stored { () throws(DatabaseError) in try transaction.person(reference, of: office) }
        guard let kept else { return reference }
        let person = try open(kept, try theVault())
        try look(at: person.fields, of: reference, because: "申请转往\(other)办理", on: day)
        return try keep(person, of: other, on: day)
    }

    private func look(
        at fields: [PersonField], of reference: PersonReference, because reasons: String, on day: Day
    ) throws(ActStop) {
        let statement = try refusable { () throws(Refusal) in try Statement(parsing: reasons, field: "reasons") }
        try run(
            LookAtPerson(at: fields.map(\.rawValue), because: statement, on: day), on: Subject<PersonAct>(reference))
    }

    private func put(
        _ person: Person, as reference: PersonReference, of office: AgencyCode, on day: Day, _ vault: Vault
    ) throws(ActStop) {
        let sealed = try sealing { () throws(VaultError) in
            try vault.seal(person, as: reference, of: office.folded)
        }
        let marks = try sealing { () throws(VaultError) in try vault.marks(of: person, in: office.folded) }
        let subject = Subject<PersonAct>(reference)
        let ruling = try refusable { () throws(Refusal) in
            try RecordPerson(person.fields.map(\.rawValue), on: day).decide(
                on: try? state(subject, of: office), today: today, calendar: calendar)
        }
        try append(ruling.entries, to: subject, of: office)
        try stored { () throws(DatabaseError) in
            try transaction.keep(
                KeptPerson(reference, of: office, key: sealed.key.text, sealed: sealed.bytes),
                marks: marks.map(\.text))
        }
    }

    /// What is kept about a person, opened.
    func open(_ kept: KeptPerson, _ vault: Vault) throws(ActStop) -> Person {
        try sealing { () throws(VaultError) in try vault.open(kept) }
    }

    func theVault() throws(ActStop) -> Vault {
        guard let vault = setting.vault else {
            throw .refused([.noKey])
        }
        return vault
    }
}

extension Finding {
    /// Nothing can be sealed.
    static let noKey = Finding(
        .personNoKey, field: "person", "没有密钥，不能加密保存个人信息。",
        remedy: "请先用 ./run 或者 gongkai serve 启动一次以建立密钥，或者设置 GONGKAI_KEY_FILE。")
}

extension Finding.Code {
    /// No such paper is kept for the application.
    static let paperUnknown = Self("paper.unknown")
}

extension Vault {
    /// Opens what the ledger keeps.
    func open(_ kept: KeptPerson) throws(VaultError) -> Person {
        guard let key = KeyIdentity(kept.key) else { throw .unreadable }
        return try open(
            SealedPerson(key: key, bytes: kept.sealed), as: kept.reference, of: kept.office.folded)
    }
}

extension Finding.Code {
    /// There is no key to seal with.
    public static let personNoKey = Self("person.no_key")
}
