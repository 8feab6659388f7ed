public import AnnualReport
internal import Database
internal import Disclosure
public import Ledger

/// Puts offices and years side by side, from their published reports or from what their own records add up to.
public struct CompareReports: Sendable {
    let ledger: Ledger
    let shelf: FigureShelf

    /// The use case over a ledger and the figures kept in memory.
    public init(ledger: Ledger, shelf: FigureShelf) {
        self.ledger = ledger
        self.shelf = shelf
    }

    /// What the latest versions of the reports say.
    ///
    /// - Parameters:
    ///   - measures: of what.
    ///   - offices: of whom, in this order.
    ///   - years: of when, from early to late.
    public func run(
        _ measures: [ComparedMeasure], offices: [Office], years: [ReportYear]
    ) throws(ServiceError) -> Comparison {
        var standings: [ReportStanding] = []
        for office in offices {
            standings += try inDatabase { () throws(DatabaseError) in
                try ledger.reports.standings(of: office.code)
            }.filter { years.contains($0.year) }
        }
        let figures = try shelf.figures(of: standings)
        var byKey: [AgencyCode: [ReportYear: ReportFigures]] = [:]
        for (standing, figures) in zip(standings, figures) {
            byKey[standing.office, default: [:]][standing.year] = figures
        }
        let lines = offices.map { office in
            Comparison.Line(
                office: office,
                values: years.map { year in
                    let report = byKey[office.code]?[year]
                    return measures.map { measure in report?.value(of: measure.cells) ?? .noReport }
                })
        }
        return Comparison(measures: measures, years: years, lines: lines)
    }

    /// How many items went out by each channel, counted from the offices' records; a channel that nobody used is left
    /// out. A year has numbers, zero among them, where the office's ledger runs over it (`StatisticsStore.keptYears`).
    public func channels(offices: [Office], years: [ReportYear]) throws(ServiceError) -> Comparison {
        var counts: [AgencyCode: [Int: [String: Int]]] = [:]
        var kept: [AgencyCode: ClosedRange<Int>] = [:]
        if let range = Self.range(years) {
            for office in offices {
                let found = try inDatabase { () throws(DatabaseError) in
                    try ledger.statistics.channels(of: office.code, in: range)
                }
                kept[office.code] = found?.kept
                for count in found?.counts ?? [] {
                    counts[office.code, default: [:]][count.year, default: [:]][count.fact] = count.items
                }
            }
        }
        let used = Set(counts.values.flatMap(\.values).flatMap(\.keys))
        let measures = PublicationChannel.allCases.compactMap { channel -> ComparedMeasure? in
            let id = "items.published.channel.\(channel.rawValue)"
            return used.contains(id)
                ? ComparedMeasure(
                    id, ReportFact.title(of: id) ?? channel.rawValue, english: channel.englishText, unit: "条", cells: []
                )
                : nil
        }
        return records(measures, offices, years, kept) { office, year in
            measures.map { .number(FormNumber(counts[office]?[year]?[$0.id] ?? 0) ?? .zero) }
        }
    }

    /// How long answers took, in calendar days from the legal day of receipt, counted from the offices' records. A year
    /// in which nothing was decided has no such number; a year over which the office's ledger does not run has none at all.
    public func answerDays(offices: [Office], years: [ReportYear]) throws(ServiceError) -> Comparison {
        var days: [AgencyCode: [Int: [Int]]] = [:]
        var kept: [AgencyCode: ClosedRange<Int>] = [:]
        if let range = Self.range(years) {
            for office in offices {
                let found = try inDatabase { () throws(DatabaseError) in
                    try ledger.statistics.answerDays(of: office.code, in: range)
                }
                kept[office.code] = found?.kept
                days[office.code] = found?.days
            }
        }
        let measures = [
            ComparedMeasure("days.median", "答复用时中位数", english: "Days, median", unit: "天", cells: []),
            ComparedMeasure("days.longest", "最长用时", english: "Days, longest", unit: "天", cells: []),
            ComparedMeasure("days.counted", "计入的申请", english: "Applications", unit: "件", cells: []),
        ]
        return records(measures, offices, years, kept) { office, year in
            let sorted = (days[office]?[year] ?? []).sorted()
            let counted = ComparedValue.number(FormNumber(sorted.count) ?? .zero)
            guard let longest = sorted.last else { return [.noneDecided, .noneDecided, counted] }
            return [
                .number(FormNumber(millionths: Self.doubledMedian(sorted) * 500_000)),
                .number(FormNumber(longest) ?? .zero), counted,
            ]
        }
    }

    /// Twice the median of days in their order, so that a half stays whole.
    private static func doubledMedian(_ sorted: [Int]) -> Int64 {
        Int64(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2])
    }

    private func records(
        _ measures: [ComparedMeasure], _ offices: [Office], _ years: [ReportYear],
        _ kept: [AgencyCode: ClosedRange<Int>],
        _ values: (AgencyCode, Int) -> [ComparedValue]
    ) -> Comparison {
        let lines = offices.map { office in
            Comparison.Line(
                office: office,
                values: years.map { year in
                    // Outside the years over which its ledger runs nothing is known of an office: that is no zero.
                    guard kept[office.code]?.contains(year.number) == true else {
                        return measures.map { _ in .noRecords }
                    }
                    return values(office.code, year.number)
                })
        }
        return Comparison(measures: measures, years: years, lines: lines, isFromRecords: true)
    }

    private static func range(_ years: [ReportYear]) -> ClosedRange<Int>? {
        guard let first = years.min(), let last = years.max() else { return nil }
        return first.number...last.number
    }
}
