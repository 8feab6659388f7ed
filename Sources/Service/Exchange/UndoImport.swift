public import CivilTime
internal import Database
public import Disclosure
public import Ledger

/// Undoes an import: what it brought in becomes void, by entries of its own; nothing is taken away.
///
/// What was worked on since the import is not undone behind its handlers' backs: it is named, and nothing is changed.
public struct UndoImport: Sendable {
    let ledger: Ledger

    /// What came of it.
    public enum Answer: Sendable, Hashable {
        /// So many records are void now.
        case undone(Int)
        /// It cannot be undone, for these reasons.
        case refused([Finding])
    }

    /// The use case over a ledger.
    public init(ledger: Ledger) { self.ledger = ledger }

    /// Undoes an import.
    public func run(
        _ batch: BatchReference, of office: AgencyCode, reasons: Statement, by actor: EntryActor, today: Day,
        at now: Moment
    ) throws(ServiceError) -> Answer {
        try inDatabase { () throws(DatabaseError) in
            try ledger.entries.transact(by: actor, at: now) { (transaction) throws(DatabaseError) in
                let subject = Subject<ExchangeAct>(batch)
                guard case .imported(let record)? = try transaction.state(of: subject, office: office).value?.act else {
                    return .rollBack(.refused([Self.unknown(batch)]))
                }
                guard try transaction.state(of: subject, office: office).value?.undone == nil else {
                    return .rollBack(.refused([Self.twice(batch)]))
                }
                let undoing = Undoing(
                    transaction: transaction, office: office, batch: batch, reasons: reasons, today: today)
                let findings = try undoing.run(record)
                guard findings.isEmpty else { return .rollBack(.refused(findings)) }
                try transaction.append(
                    [ExchangeEntry(.undone(ImportUndone(reasons: reasons)), on: today)], to: subject, office: office)
                return .commit(.undone(record.subjects.count))
            }
        }
    }

    private static func unknown(_ batch: BatchReference) -> Finding {
        Finding(.importUnknown, field: "batch", "没有编号为“\(batch)”的导入。", remedy: "请核对编号和机关；编号在导入完成时显示。")
    }

    private static func twice(_ batch: BatchReference) -> Finding {
        Finding(.importUndone, field: "batch", "导入“\(batch)”已经撤销。", remedy: "无需再次撤销。")
    }
}

/// One undoing at work.
private struct Undoing {
    let transaction: LedgerTransaction
    let office: AgencyCode
    let batch: BatchReference
    let reasons: Statement
    let today: Day

    /// Makes every subject void; what stands in the way, empty when nothing does.
    func run(_ record: ImportRecord) throws(DatabaseError) -> [Finding] {
        var findings: [Finding] = []
        var applicants: Set<PersonReference> = []
        for name in record.subjects where findings.count < 50 {
            switch record.content {
            case .requests:
                guard let number = RequestNumber(name) else { continue }
                let command = VoidRequest(on: today, reasons: reasons, batch: batch)
                let applicant = try transaction.state(of: Subject(number), office: office).value?.registration.applicant
                findings += try void(Subject<RequestAct>(number), "申请 \(name)") { state throws(Refusal) in
                    try command.decide(on: state, today: today)
                }
                if let applicant { applicants.insert(applicant) }
            case .items:
                guard let item = ItemReference(name) else { continue }
                let command = VoidItem(on: today, reasons: reasons, batch: batch)
                findings += try void(Subject<ItemAct>(item), "信息 \(name)") { state throws(Refusal) in
                    try command.decide(on: state, today: today)
                }
            }
        }
        guard findings.isEmpty else { return findings }
        // What was kept of persons only for these cases has lost its purpose.
        let subjects = Set(record.subjects)
        for applicant in applicants.sorted(by: { $0.text < $1.text }) {
            try ImportedPersons.erase(
                applicant, broughtInBy: batch, with: subjects, reasons: reasons, in: transaction, of: office,
                today: today)
        }
        return []
    }

    private func void<Act: LedgerAct>(
        _ subject: Subject<Act>, _ what: String, _ decide: (Act.State?) throws(Refusal) -> Ruling<Act>
    ) throws(DatabaseError) -> [Finding] {
        let all = try transaction.entries(of: subject, office: office)
        // What was void before and came in again counts from there.
        let begun = all.lastIndex { ["request.registered", "item.taken_over"].contains($0.kind) } ?? 0
        let entries = all[begun...]
        if let later = entries.first(where: { $0.recordedAt != entries.first?.recordedAt }) {
            return [
                Finding(
                    .importWorkedOn, .error, "\(what)在导入之后又有办理记录（\(later.recordedAt.beijingText)）。",
                    remedy: "请先核对该事项；确属误导入的，请逐件作废。")
            ]
        }
        return try transaction.act(on: subject, office: office, decide).findings
    }
}

extension Finding.Code {
    /// There is no such import.
    public static let importUnknown = Self("import.unknown")
    /// The import was undone already.
    public static let importUndone = Self("import.undone")
    /// What was imported was worked on since.
    public static let importWorkedOn = Self("import.worked_on")
}
