public import CivilTime
public import Disclosure

/// A register of items on its way into the ledger: what is taken over, and what is wrong, cell by cell.
public struct ItemImport: Sendable, Hashable {
    /// A line with the entries that the law makes of it.
    public struct Planned: Sendable, Hashable {
        /// The line.
        public let line: ItemLine
        /// Its entries, in order.
        public let entries: [ItemEntry]
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
    ///   - existing: the index numbers that the ledger has already.
    ///   - batch: the name of the import; the items are named after it.
    public init(
        _ sheets: [RegisterSheet], mapping: ImportMapping = ImportMapping(), existing: Set<IndexNumber> = [],
        batch: BatchReference, officer: OfficerReference, today: Day, calendar: WorkingCalendar,
        limits: ImportLimits = ImportLimits()
    ) {
        var walk = RegisterWalk<ItemField>(sheets, mapping, limits: limits, also: [.attribute])
        var places: [IndexNumber: String] = [:]
        while let (sheet, match, row) = walk.next() {
            lines += 1
            var reading = ItemLineReading(LineReading(sheet, match, mapping, row: row), officer: officer)
            let line = reading.line(batch: batch)
            walk.problems += reading.problems
            guard let line else { continue }
            if let first = places[line.index] {
                walk.problems.append(Self.duplicate(line, "与 \(first) 的索引号相同"))
                continue
            }
            places[line.index] = "\(line.sheet) 第\(line.row)行"
            if existing.contains(line.index) {
                walk.problems.append(Self.duplicate(line, "台账中已有这个索引号"))
                continue
            }
            let ruling = line.history.decide(today: today, calendar: calendar)
            walk.problems += ruling.findings.map { Self.problem($0, line) }
            if !ruling.isRefused { planned.append(Planned(line: line, entries: ruling.entries)) }
        }
        problems = walk.problems
        if lines == 0, !hasErrors { problems.append(walk.nothing(template: "items")) }
    }

    private static func problem(_ finding: Finding, _ line: ItemLine) -> ImportProblem {
        ImportProblem(
            finding, sheet: line.sheet, row: line.row,
            cell: ItemField(finding: finding.field).flatMap { line.places[$0] ?? line.places[.formed] })
    }

    private static func duplicate(_ line: ItemLine, _ what: String) -> ImportProblem {
        ImportProblem(
            sheet: line.sheet, row: line.row, cell: line.places[.index], code: "import.index.duplicate",
            "索引号：\(line.index) 重复，\(what)。", remedy: "请核对后改正索引号，或者删去重复的行。")
    }
}
