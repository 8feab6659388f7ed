import AnnualReport
import Synchronization

/// Checks each report of a call against the one of the same office and the year before, where that is among the
/// documents of the same call, in whatever order they come.
///
/// Reports are held back until all are read, or as many as the window holds, and then handed on in order.
final class YearPairing: Sendable {
    private let window: Int
    private let company: ReportCompany
    private let emit: @Sendable (DocumentOutcome<CheckedReport>) -> Bool
    private let held = Mutex<[DocumentOutcome<CheckedReport>]>([])

    /// A pairing.
    ///
    /// - Parameters:
    ///   - window: the most documents that are held back.
    ///   - company: what the reports were checked against already; one with a report of the year before needs no
    ///     pairing, and nothing is held back.
    ///   - emit: takes what came of a document; false says that nobody wants more.
    init(
        window: Int, company: ReportCompany, emit: @escaping @Sendable (DocumentOutcome<CheckedReport>) -> Bool
    ) {
        self.window = company.previous == nil ? window : 1
        self.company = company
        self.emit = emit
    }

    /// Takes what came of a document; false says that nobody wants more.
    func take(_ outcome: DocumentOutcome<CheckedReport>) -> Bool {
        let isFull = held.withLock { held in
            held.append(outcome)
            return held.count >= window
        }
        return isFull ? release() : true
    }

    /// Hands on what is held back; false says that nobody wants more.
    @discardableResult
    func release() -> Bool {
        let outcomes = held.withLock { held in
            defer { held = [] }
            return held
        }
        var reports: [ReportKey: [Report]] = [:]
        for outcome in outcomes {
            guard case .success(let checked) = outcome.result, let key = ReportKey(checked.report) else { continue }
            reports[key, default: []].append(checked.report)
        }
        return outcomes.allSatisfy { emit(compared($0, reports)) }
    }

    private func compared(
        _ outcome: DocumentOutcome<CheckedReport>, _ reports: [ReportKey: [Report]]
    ) -> DocumentOutcome<CheckedReport> {
        guard company.previous == nil, case .success(let checked) = outcome.result,
            let previous = ReportKey(checked.report).flatMap({ Self.only(reports[$0.yearBefore]) })
        else { return outcome }
        let company = ReportCompany(previous: previous, children: company.children)
        return DocumentOutcome(name: outcome.name, result: .success(company.check(checked.report)))
    }

    /// The report of an office and year; nil where several say different things, for none of them is certain then.
    private static func only(_ reports: [Report]?) -> Report? {
        guard let reports, let first = reports.first else { return nil }
        let agree = reports.dropFirst().allSatisfy { $0.cells.map(\.value) == first.cells.map(\.value) }
        return agree ? first : nil
    }
}

/// An office by the name it gives itself, and a year.
private struct ReportKey: Hashable {
    private let agency: String
    private let year: Int

    /// Nil for a report that lacks one of them.
    init?(_ report: Report) {
        guard !report.agency.isEmpty, let year = report.reportYear else { return nil }
        self.init(agency: report.agency, year: year)
    }

    private init(agency: String, year: Int) {
        self.agency = agency
        self.year = year
    }

    var yearBefore: ReportKey { ReportKey(agency: agency, year: year - 1) }
}
