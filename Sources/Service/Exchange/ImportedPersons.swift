internal import CivilTime
internal import Database
internal import Disclosure
internal import Ledger
internal import LedgerExchange
internal import Vault

/// The applicants of an import, with the names that go into the vault: an entry says that something is kept of each, the
/// name itself is sealed beside the ledger.
struct ImportedPersons {
    private var persons: [(reference: PersonReference, person: Person)] = []
    /// What is wrong with names, by cell.
    private(set) var problems: [ImportProblem] = []

    /// The applicants of what is to be taken over; the same name in a register is one person.
    init(of planned: [RequestImport.Planned]) {
        var known: Set<PersonReference> = []
        for one in planned {
            let reference = one.line.history.registration.applicant
            guard known.insert(reference).inserted else { continue }
            do throws(Refusal) {
                persons.append((reference, try Person(parsing: [.name: one.line.applicantName])))
            } catch {
                problems += error.findings.map { finding in
                    ImportProblem(
                        finding, sheet: one.line.sheet, row: one.line.row, cell: one.line.place(of: .applicant))
                }
            }
        }
    }

    /// Seals every name; the count of the entries.
    func keep(
        in transaction: LedgerTransaction, of office: AgencyCode, _ vault: Vault, today: Day, calendar: WorkingCalendar
    ) throws(DatabaseError) -> Int {
        for (reference, person) in persons {
            let sealed: SealedPerson
            let marks: [IdentityMark]
            let entries: [PersonEntry]
            do {
                sealed = try vault.seal(person, as: reference, of: office.folded)
                marks = try vault.marks(of: person, in: office.folded)
                entries = try RecordPerson(person.fields.map(\.rawValue), on: today)
                    .decide(on: nil, today: today, calendar: calendar).entries
            } catch {
                throw DatabaseError(.checkFailed, message: "申请人的姓名没有能够加密保存，没有写入任何记录。请检查个人信息密钥后再试。")
            }
            try transaction.append(entries, to: Subject<PersonAct>(reference), office: office)
            try transaction.keep(
                KeptPerson(reference, of: office, key: sealed.key.text, sealed: sealed.bytes), marks: marks.map(\.text))
        }
        return persons.count
    }

    /// Takes away what an import kept of a person, where nothing else of the office names that person.
    static func erase(
        _ reference: PersonReference, broughtInBy batch: BatchReference, with subjects: Set<String>,
        reasons: Statement, in transaction: LedgerTransaction, of office: AgencyCode, today: Day
    ) throws(DatabaseError) {
        guard reference.text.hasPrefix("\(batch.text)-p"),
            try transaction.person(reference, of: office) != nil,
            try transaction.requests(of: reference, office: office).allSatisfy({ subjects.contains($0.description) })
        else { return }
        let erasure = PersonEntry(.erased(PersonErasure(because: reasons)), on: today)
        try transaction.append([erasure], to: Subject<PersonAct>(reference), office: office)
        try transaction.forget(reference, of: office)
    }
}
