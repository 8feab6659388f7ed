internal import AnnualReport
internal import Disclosure

/// Where findings stand on the page of a report: which cells and which words are marked, with which numbers.
struct FindingMarks {
    /// A failure with its number and its place.
    struct Entry {
        let number: Int
        let finding: RuleFinding
        /// The id of the marked cell or words; nil where the page shows neither.
        let anchor: String?
    }

    /// What could not be assessed, each wording once.
    struct OpenQuestion {
        let message: String
        let remedy: String
        let english: Finding.English?
        let rule: String
        var count: Int
    }

    /// The mark of a cell.
    struct CellMark {
        /// The cell is at fault for at least one finding; else findings only compare with it.
        var isAtFault: Bool
        /// The findings whose numbers stand in the cell.
        var numbers: [Int]
    }

    /// Words of a section that a finding quotes.
    struct Quote {
        let number: Int
        let range: Range<String.Index>
    }

    /// More cells than these of one finding are marked without its number.
    static let numberedCells = 12
    /// A rule over more other cells than these marks only the cell at fault.
    static let comparedCells = 3

    let entries: [Entry]
    let open: [OpenQuestion]
    private(set) var cells: [CellAddress: CellMark] = [:]
    private var quotes: [SectionID: [Quote]] = [:]

    /// Places the findings of a check on the page of a report.
    ///
    /// - Parameter shown: the cells that the page shows.
    init(_ report: Report, _ check: CheckResult, shown: Set<CellAddress>) {
        var entries: [Entry] = []
        var open: [OpenQuestion] = []
        var cells: [CellAddress: CellMark] = [:]
        var quotes: [SectionID: [Quote]] = [:]
        for finding in check.findings {
            guard finding.outcome == .fail else {
                if let known = open.firstIndex(where: { $0.message == finding.message }) {
                    open[known].count += 1
                } else {
                    open.append(
                        OpenQuestion(
                            message: finding.message, remedy: finding.remedy, english: finding.english,
                            rule: finding.rule, count: 1))
                }
                continue
            }
            let number = entries.count + 1
            let anchor = Self.mark(finding, number, shown, &cells)
            let quoted = Self.find(finding.quote, in: report, taken: quotes)
            if let quoted { quotes[quoted.0, default: []].append(Quote(number: number, range: quoted.1)) }
            entries.append(
                Entry(number: number, finding: finding, anchor: quoted == nil ? anchor : "m\(number)"))
        }
        self.entries = entries
        self.open = open
        self.cells = cells
        self.quotes = quotes
    }

    /// The quotes of a section in the order of the text.
    func quotes(in section: SectionID) -> [Quote] {
        (quotes[section] ?? []).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The id of a marked cell.
    static func id(_ address: CellAddress) -> String { "c-\(address.table)-\(address.row)-\(address.column)" }

    /// Marks the cells of a finding; gives the id of the first.
    private static func mark(
        _ finding: RuleFinding, _ number: Int, _ shown: Set<CellAddress>, _ cells: inout [CellAddress: CellMark]
    ) -> String? {
        var seen: Set<CellAddress> = []
        let places = finding.cells.filter { shown.contains($0) && seen.insert($0).inserted }
        guard let first = places.first else { return nil }
        // Rules that compare name the cell at fault first; all others find fault with every cell they name.
        let compares = ["T3_", "T4_", "X_", "TXT_"].contains { finding.rule.hasPrefix($0) }
        for (place, address) in places.enumerated() {
            let isAtFault = !compares || (place == 0 && finding.quote == nil)
            if place > 0, compares, places.count > 1 + comparedCells { break }
            var mark = cells[address] ?? CellMark(isAtFault: false, numbers: [])
            if isAtFault { mark.isAtFault = true }
            if place < numberedCells { mark.numbers.append(number) }
            cells[address] = mark
        }
        return id(first)
    }

    /// The first place where the words of a finding stand in a section and no other finding has marked them.
    private static func find(_ quote: String?, in report: Report, taken: [SectionID: [Quote]]) -> (
        SectionID, Range<String.Index>
    )? {
        guard let quote, !quote.isEmpty else { return nil }
        for section in report.sections {
            let others = taken[section.id] ?? []
            var from = section.text.startIndex
            while let range = TextSearch.range(of: quote, in: section.text, from: from) {
                if !others.contains(where: { $0.range.overlaps(range) }) { return (section.id, range) }
                from = range.upperBound
            }
        }
        return nil
    }
}
