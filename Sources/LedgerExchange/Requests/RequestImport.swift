public import CivilTime
public import Disclosure

/// A register of applications on its way into the ledger: what is taken over, and what is wrong, cell by cell.
public struct RequestImport: Sendable, Hashable {
    /// A line with the entries that the law makes of it.
    public struct Planned: Sendable, Hashable {
        /// The line.
        public let line: RequestLine
        /// Its entries, in order.
        public let entries: [RequestEntry]
    }

    /// The lines that can be taken over, in the order of the register.
    public private(set) var planned: [Planned] = []
    /// What is wrong or worth saying, in the order of the register.
    public private(set) var problems: [ImportProblem] = []
    /// Lines that were looked at.
    public private(set) var lines = 0

    /// True when a line cannot be taken over.
    public var hasErrors: Bool { problems.contains { $0.severity == .error } }
    /// Lines that cannot be taken over.
    public var badLines: Int { lines - planned.count }

    /// Reads a register.
    ///
    /// - Parameters:
    ///   - existing: the numbers that the ledger has already.
    ///   - batch: the name of the import; the applicants are named after it.
    public init(
        _ sheets: [RegisterSheet], mapping: ImportMapping = ImportMapping(), existing: Set<RequestNumber> = [],
        batch: BatchReference, officer: OfficerReference, today: Day, calendar: WorkingCalendar,
        limits: ImportLimits = ImportLimits()
    ) {
        var persons = ApplicantNames(batch: batch)
        var places: [RequestNumber: String] = [:]
        var walk = RegisterWalk<RequestField>(sheets, mapping, limits: limits, also: [.type, .channel])
        while let (sheet, match, row) = walk.next() {
            lines += 1
            var reading = RequestLineReading(LineReading(sheet, match, mapping, row: row), officer: officer)
            let line = reading.line { persons.reference(of: $0) }
            walk.problems += reading.problems
            guard let line else { continue }
            if let first = places[line.number] {
                walk.problems.append(Self.duplicate(line, "与 \(first) 的登记号相同"))
                continue
            }
            places[line.number] = "\(line.sheet) 第\(line.row)行"
            if existing.contains(line.number) {
                walk.problems.append(Self.duplicate(line, "台账中已有这个登记号"))
                continue
            }
            let ruling = line.history.decide(today: today, calendar: calendar)
            // No register holds the proofs of identity: to say so of every line would hide the rest.
            walk.problems += ruling.findings.filter { $0.code != .requestNoIdentityProof }.map {
                Self.problem($0, line)
            }
            if !ruling.isRefused { planned.append(Planned(line: line, entries: ruling.entries)) }
        }
        problems = walk.problems
        if lines == 0, !hasErrors { problems.append(walk.nothing(template: "requests")) }
    }

    /// A finding of the law with the cell that it is about.
    private static func problem(_ finding: Finding, _ line: RequestLine) -> ImportProblem {
        let field = RequestField(finding: finding.field)
        // Where a register has one column only for two days, the finding is about that one.
        let stand: [RequestField: [RequestField]] = [
            .applied: [.received], .received: [.applied], .served: [.answered], .closed: [.served, .answered],
            .answered: [.served, .closed],
        ]
        let cell = field.flatMap { field in
            line.places[field] ?? stand[field]?.compactMap { line.places[$0] }.first
        }
        return ImportProblem(finding, sheet: line.sheet, row: line.row, cell: cell)
    }

    private static func duplicate(_ line: RequestLine, _ what: String) -> ImportProblem {
        ImportProblem(
            sheet: line.sheet, row: line.row, cell: line.places[.number], code: "import.number.duplicate",
            "登记号：\(line.number) 重复，\(what)。", remedy: "请核对后改正登记号，或者删去重复的行。")
    }
}

/// Opaque names for the applicants of one import: the same name in the register is the same person.
struct ApplicantNames {
    private let batch: BatchReference
    private var references: [String: PersonReference] = [:]

    init(batch: BatchReference) { self.batch = batch }

    mutating func reference(of name: String) -> PersonReference {
        let key = name.wordKey
        if let known = references[key] { return known }
        let text = "\(batch.text.prefix(48))-p\(references.count + 1)"
        let made = PersonReference(text) ?? RequestImport.unnamed
        references[key] = made
        return made
    }
}

extension RequestImport {
    static let unnamed = PersonReference(known: "imported")
}
