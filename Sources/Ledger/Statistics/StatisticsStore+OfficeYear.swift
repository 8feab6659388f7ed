public import AnnualReport
internal import CivilTime
public import Database
public import Disclosure

extension StatisticsStore {
    /// Everything that a report of an office and year is made from, as it stands at one moment; nil where no office has the
    /// code.
    public func officeYear(_ office: AgencyCode, _ year: Int) throws(DatabaseError) -> OfficeYear? {
        let settings = settings
        return try look(office) { (office, transaction) throws(DatabaseError) in
            let name = try transaction.one("SELECT full_name FROM office WHERE id = $1", [.int64(office.id)]) {
                (row) throws(DatabaseError) in try row.text(0)
            }
            var counted = OfficeYear(name, year: year, countingCarriedInAppeals: settings.countsCarriedInAppeals)
            counted.requests = try Self.requests(of: office.id, in: year, transaction)
            counted.appeals = try Self.appeals(
                of: office.id, in: year, countingCarriedIn: settings.countsCarriedInAppeals, transaction)
            let first = try Self.firstYear(of: office, transaction)
            counted.isKept = first.map { $0 <= year } ?? false
            let sums = try Self.facts(
                of: office.id, in: year, by: settings.calendar, transaction)
            counted.facts = sums.facts(with: counted.requests)
            try Self.addFigures(to: &counted, at: office, transaction)
            try Self.addDocuments(to: &counted, at: office, transaction)
            try Self.addAdjustments(to: &counted, at: office, transaction)
            return counted
        }
    }

    /// The figures of the year: those of the form as cells, the others as facts.
    private static func addFigures(
        to counted: inout OfficeYear, at office: OfficeKey, _ transaction: any ReadTransaction
    ) throws(DatabaseError) {
        guard let year = ReportYear(counted.year) else { return }
        let subject = Subject<FigureAct>(year)
        let figures = try EntryRows.state(of: subject.key, as: FigureAct.self, at: office, transaction).value
        guard let figures else { return }
        for cell in figures.cells {
            let periods = (figures.figures[cell] ?? [:]).keys.map(\.description).sorted()
            let records = periods.map { RecordName(.figure, $0) }
            let address = CellAddress(table: cell.table, row: cell.row, column: cell.column)
            switch figures.sum(of: cell) {
            case .absent: continue
            case .incomplete(_, let missing): counted.unfinished.append(UnfinishedFigure(address, missing: missing))
            case .complete(let value):
                guard let (number, unit) = Self.number(value) else { continue }
                if cell.isOfForm {
                    counted.figures.append(StatedFigure(address, number, unit: unit, records: records))
                } else {
                    counted.facts.append(
                        ReportFact(cell.text, cell.text, number, unit: unit ?? "个", records: records.count))
                }
            }
        }
    }

    /// A figure as a number of the form, in the unit its source states; nil where it does not fit.
    private static func number(_ value: FigureValue) -> (FormNumber, String?)? {
        switch value {
        case .count(let count): return FormNumber(count).map { ($0, nil) }
        case .amount(let money, let unit):
            // Millionths of the unit: exact, since the fen are whole.
            let (millionths, overflow) = money.fen.multipliedReportingOverflow(by: 1_000_000 / unit.fen)
            return overflow ? nil : (FormNumber(millionths: millionths), unit.chineseText)
        }
    }

    /// The adjustments that stand, each a difference in the unit of the figure it corrects.
    private static func addAdjustments(
        to counted: inout OfficeYear, at office: OfficeKey, _ transaction: any ReadTransaction
    ) throws(DatabaseError) {
        let all = try states(of: AdjustmentAct.self, at: office, transaction).map(\.value)
        for one in ReportAdjustment.standing(inYear: counted.year, among: all) {
            let cell = one.made.cell
            let address = CellAddress(table: cell.table, row: cell.row, column: cell.column)
            var change = one.made.change
            let unit = counted.figures.last { $0.cell == address }?.unit
            if case .amount(let money, _) = change,
                let own = AmountUnit.allCases.first(where: { $0.chineseText == unit })
            {
                change = .amount(money, own)
            }
            guard let (number, _) = number(change) else { continue }
            counted.adjustments.append(
                CellAdjustment(
                    address, by: number, reason: one.made.reasons.text,
                    record: RecordName(.adjustment, one.reference.text)))
        }
    }

    /// The documents, where the office keeps a register of them.
    private static func addDocuments(
        to counted: inout OfficeYear, at office: OfficeKey, _ transaction: any ReadTransaction
    ) throws(DatabaseError) {
        let documents = try documents(at: office, transaction)
        guard !documents.isEmpty else { return }
        var tally = DocumentTally(year: counted.year)
        for document in documents { tally.count(document.value) }
        counted.documents = tally
    }

    /// The rules and normative documents of an office that count, by their names in the ledger.
    public func normativeDocuments(of code: AgencyCode) throws(DatabaseError) -> [NormativeDocument] {
        try database.read { (transaction) throws(DatabaseError) in
            guard let office = try OfficeStore.key(code, transaction) else { return [] }
            return try Self.documents(at: office, transaction).map(\.value)
        }
    }

    static func documents(
        at office: OfficeKey, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> [(name: String, value: NormativeDocument)] {
        try states(of: NormativeAct.self, at: office, transaction).filter { $0.value.counts }
    }

    /// Every subject of a kind, folded: for kinds of which an office has a few hundred at most.
    static func states<Act: LedgerAct>(
        of act: Act.Type, at office: OfficeKey, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> [(name: String, value: Act.State)] {
        let names = try transaction.all(
            "SELECT DISTINCT subject FROM entry WHERE office = $1 AND subject_kind = $2 ORDER BY subject",
            [.int64(office.id), .text(Act.subjectKind.rawValue)]
        ) { (row) throws(DatabaseError) in try row.text(0) }
        var states: [(name: String, value: Act.State)] = []
        for name in names {
            let key = SubjectKey(kind: Act.subjectKind, name: name)
            if let value = try EntryRows.state(of: key, as: act, at: office, transaction).value {
                states.append((name, value))
            }
        }
        return states
    }
}
