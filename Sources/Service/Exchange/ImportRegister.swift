public import CivilTime
internal import Database
public import Disclosure
public import DocumentReading
public import Ledger
public import LedgerExchange
public import ReaderProcess
public import Vault

/// What the imports need of a reader: the sheets of a workbook from outside.
public protocol SheetReadingPort: Sendable {
    /// The sheets of a workbook, cell by cell; blocks until they are read or refused.
    func sheets(name: String, bytes: [UInt8]) throws(DocumentError) -> [SheetCells]
}

extension ReaderPool: SheetReadingPort {}

/// Takes an office's own register over: first to look at, then, when asked, into the ledger, all lines or none.
///
/// The register is read in a child process. Applicants' names stay out of the entries; they are sealed in the vault where
/// one is given. Contacts are not read at all.
public struct ImportRegister: Sendable {
    let ledger: Ledger
    let reader: any SheetReadingPort
    let calendar: WorkingCalendar

    /// What is to be imported, and how.
    public struct Order: Sendable {
        /// What the register holds.
        public var content: ImportRecord.Content
        /// The name of the file.
        public var fileName: String
        /// Its bytes.
        public var bytes: [UInt8]
        /// Whose register it is.
        public var office: AgencyCode
        /// What the office says about its register.
        public var mapping: ImportMapping
        /// Who takes it over.
        public var actor: EntryActor
        /// True to write; false to look only.
        public var isApplied: Bool
        /// True to leave out lines with faults; false to write nothing when there is one.
        public var skipsBadLines: Bool
        /// What seals the names of applicants; nil to keep no names, so that persons stand under opaque references only.
        public var vault: Vault?

        /// An order to look only.
        public init(
            _ content: ImportRecord.Content, fileName: String, bytes: [UInt8], office: AgencyCode,
            mapping: ImportMapping = ImportMapping(), actor: EntryActor, isApplied: Bool = false,
            skipsBadLines: Bool = false
        ) {
            self.content = content
            self.fileName = fileName
            self.bytes = bytes
            self.office = office
            self.mapping = mapping
            self.actor = actor
            self.isApplied = isApplied
            self.skipsBadLines = skipsBadLines
        }
    }

    /// What came of it.
    public struct Answer: Sendable {
        /// Lines that were looked at.
        public let lines: Int
        /// Lines that are, or can be, taken over.
        public let good: Int
        /// What is wrong or worth saying, in the order of the register.
        public let problems: [ImportProblem]
        /// The import by whose name it can be undone; nil when nothing was written.
        public let batch: BatchReference?
        /// Entries that were written.
        public let entries: Int

        /// True when something keeps lines out.
        public var hasErrors: Bool { problems.contains { $0.severity == .error } }
    }

    /// The use case over a ledger.
    public init(ledger: Ledger, reader: any SheetReadingPort, calendar: WorkingCalendar) {
        self.ledger = ledger
        self.reader = reader
        self.calendar = calendar
    }

    /// Looks at a register, and takes it over when asked.
    public func run(_ order: Order, today: Day, at now: Moment) throws(ServiceError) -> Answer {
        let cells: [SheetCells]
        do throws(DocumentError) {
            cells = try reader.sheets(name: order.fileName, bytes: order.bytes)
        } catch {
            throw .document(error)
        }
        let sheets = cells.map(Self.sheet)
        let digest = Digest(of: order.bytes)
        let batch = try freeBatch(digest, order.office, today)
        let read = try plan(order, sheets, batch, today)
        // Names are looked at in the preview too, where there is nothing to seal them with yet.
        let persons = ImportedPersons(of: read.requests)
        let plan = read.adding(persons.problems)
        guard order.isApplied, plan.good > 0, order.skipsBadLines || !plan.hasErrors else { return plan.answer(nil) }
        // A name with an identity number in it must not get into an entry either.
        guard let file = Statement(order.fileName) ?? Statement("台账.xlsx") else { return plan.answer(nil) }
        let record = ImportRecord(order.content, file: file, digest: digest.hex, subjects: plan.subjects)
        let written = try inDatabase { () throws(DatabaseError) in
            try ledger.entries.transact(by: order.actor, at: now) { (transaction) throws(DatabaseError) in
                var count = try plan.append(to: transaction, order.office)
                if let vault = order.vault {
                    count += try persons.keep(
                        in: transaction, of: order.office, vault, today: today, calendar: calendar)
                }
                try transaction.append(
                    [ExchangeEntry(.imported(record), on: today)], to: Subject<ExchangeAct>(batch), office: order.office
                )
                return .commit(count + 1)
            }
        }
        return plan.answer(batch, entries: written)
    }

    private static func sheet(_ cells: SheetCells) -> RegisterSheet {
        var sheet = RegisterSheet(named: cells.name)
        for cell in cells.cells {
            sheet.put(cell.text, row: cell.row, column: cell.column, isNumber: cell.isNumber, isHidden: cell.isHidden)
        }
        for merge in cells.merges { sheet.fill(rows: merge.rows, columns: merge.columns) }
        return sheet
    }

    /// A name for the import that says when and of what file: `imp-20260115-0a1b2c3d`.
    private func freeBatch(_ digest: Digest, _ office: AgencyCode, _ today: Day) throws(ServiceError) -> BatchReference
    {
        let day = today.description.filter { $0 != "-" }
        for place in 1...1_000 {
            let text = "imp-\(day)-\(digest.hex.prefix(8))" + (place == 1 ? "" : "-\(place)")
            guard let batch = BatchReference(text) else { continue }
            let state = try inDatabase { () throws(DatabaseError) in
                try ledger.entries.state(of: Subject<ExchangeAct>(batch), office: office)
            }
            guard let state else { throw .database(.unknownOffice(office)) }
            if state.value == nil { return batch }
        }
        throw .database(DatabaseError(.checkFailed, message: "同一文件今天导入的次数太多。请核对是否重复导入。"))
    }

    private func plan(
        _ order: Order, _ sheets: [RegisterSheet], _ batch: BatchReference, _ today: Day
    ) throws(ServiceError) -> RegisterPlan {
        switch order.content {
        case .requests:
            func read(_ existing: Set<RequestNumber>) -> RequestImport {
                RequestImport(
                    sheets, mapping: order.mapping, existing: existing, batch: batch, officer: order.actor.officer,
                    today: today, calendar: calendar)
            }
            let first = read([])
            var existing: Set<RequestNumber> = []
            for one in first.planned {
                let state = try state(Subject(one.line.number), order.office)
                if let known = state, known.voiding == nil { existing.insert(one.line.number) }
            }
            return RegisterPlan(existing.isEmpty ? first : read(existing))
        case .items:
            func read(_ existing: Set<IndexNumber>) -> ItemImport {
                ItemImport(
                    sheets, mapping: order.mapping, existing: existing, batch: batch, officer: order.actor.officer,
                    today: today, calendar: calendar)
            }
            let first = read([])
            var existing: Set<IndexNumber> = []
            for one in first.planned {
                let state = try state(Subject<ItemAct>(one.line.history.item), order.office)
                if let known = state, known.voiding == nil { existing.insert(one.line.index) }
            }
            return RegisterPlan(existing.isEmpty ? first : read(existing))
        }
    }

    private func state<Act: LedgerAct>(
        _ subject: Subject<Act>, _ office: AgencyCode
    ) throws(ServiceError) -> Act.State? {
        try inDatabase { () throws(DatabaseError) in try ledger.entries.state(of: subject, office: office)?.value }
    }
}

/// What an import would write, of whatever kind.
private struct RegisterPlan: Sendable {
    let lines: Int
    private(set) var problems: [ImportProblem]
    private(set) var requests: [RequestImport.Planned]
    let items: [ItemImport.Planned]

    init(_ plan: RequestImport) {
        lines = plan.lines
        problems = plan.problems
        requests = plan.planned
        items = []
    }

    init(_ plan: ItemImport) {
        lines = plan.lines
        problems = plan.problems
        requests = []
        items = plan.planned
    }

    /// The plan without the lines of which more is wrong.
    func adding(_ more: [ImportProblem]) -> RegisterPlan {
        guard !more.isEmpty else { return self }
        var plan = self
        plan.problems += more
        let faulty = Set(more.map { "\($0.sheet) \($0.row ?? 0)" })
        plan.requests = requests.filter { !faulty.contains("\($0.line.sheet) \($0.line.row)") }
        return plan
    }

    var good: Int { requests.count + items.count }
    var hasErrors: Bool { problems.contains { $0.severity == .error } }
    var subjects: [String] {
        requests.map(\.line.number.description) + items.map(\.line.history.item.text)
    }

    /// Writes every line; the count of the entries.
    func append(to transaction: LedgerTransaction, _ office: AgencyCode) throws(DatabaseError) -> Int {
        var count = 0
        for one in requests {
            count += try transaction.append(one.entries, to: Subject(one.line.number), office: office).count
        }
        for one in items {
            count += try transaction.append(
                one.entries, to: Subject<ItemAct>(one.line.history.item), office: office
            ).count
        }
        return count
    }

    func answer(_ batch: BatchReference?, entries: Int = 0) -> ImportRegister.Answer {
        ImportRegister.Answer(lines: lines, good: good, problems: problems, batch: batch, entries: entries)
    }
}

extension DatabaseError {
    /// No office has the code.
    static func unknownOffice(_ code: AgencyCode) -> DatabaseError {
        DatabaseError(.missingRow, message: "没有代码为“\(code)”的机关。请核对机关代码，或者先登记该机关。")
    }
}
