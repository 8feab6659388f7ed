public import CivilTime
internal import Disclosure

/// The facts of one office and year while they are counted.
public struct FactSums: Sendable, Hashable {
    /// The year.
    public let year: Int
    private var sums: [String: Sum] = [:]
    private var published = 0
    private var timely = 0
    private var publishedBefore = 0

    private struct Sum: Hashable {
        var amount: Int64 = 0
        var records = 0
    }

    /// A year without records.
    public init(year: Int) { self.year = year }

    /// Counts a record of the year; of an earlier year only what adds up over the years.
    public mutating func count(_ record: FactRecord, by calendar: WorkingCalendar) {
        guard record.year == year else {
            if record.year < year, record.fact == "items.published" { publishedBefore += 1 }
            return
        }
        count(record.fact, amount: record.amount, records: 1)
        if record.fact == "items.published", let term = record.term { judge(term, by: calendar) }
    }

    /// Counts records of the year that were added up elsewhere.
    public mutating func count(_ fact: String, amount: Int64, records: Int) {
        var sum = sums[fact] ?? Sum()
        sum.amount = sum.amount.addingReportingOverflow(amount).partialValue
        sum.records += records
        sums[fact] = sum
    }

    /// Judges whether an item of the year was published in time. Source: 条例 Art 26.
    public mutating func judge(_ term: FactRecord.Term, by calendar: WorkingCalendar) {
        published += 1
        timely += term.isTimely(by: calendar) ? 1 : 0
    }

    /// Counts items that were published in earlier years.
    public mutating func count(publishedBefore items: Int) { publishedBefore += items }

    /// Every fact, in the order of the report's sections.
    ///
    /// - Parameter requests: the applications of the year, which give facts too.
    public func facts(with requests: RequestTally) -> [ReportFact] {
        var facts: [ReportFact] = []
        for definition in FactDefinition.counted {
            let sum = sums[definition.id] ?? Sum()
            facts.append(fact(definition, sum))
            if definition.id == "items.published" { facts += timeliness() }
            if definition.id == "items.published.category.\(ProactiveCategory.allCases.last?.rawValue ?? "")" {
                facts += classes()
            }
        }
        return facts + Self.applications(requests)
    }

    private func fact(_ definition: FactDefinition, _ sum: Sum) -> ReportFact {
        // Fen are hundredths of a yuan.
        let scale: Int64 = definition.isMoney ? 10_000 : 1_000_000
        let (millionths, overflow) = sum.amount.multipliedReportingOverflow(by: scale)
        let value = overflow ? nil : FormNumber(millionths: millionths)
        return ReportFact(definition.id, definition.label, value, unit: definition.unit, records: sum.records)
    }

    /// In time, late, and the rate in percent with two decimals; no rate of nothing. All until 31 December too.
    private func timeliness() -> [ReportFact] {
        let items = sums["items.published"]?.records ?? 0
        // Without a calendar nothing was judged, and nothing is said.
        let isJudged = published == items
        let rate =
            published == 0 || !isJudged ? nil : FormNumber(millionths: Int64(timely * 10_000 / published) * 10_000)
        return [
            ReportFact("items.timely", "其中按时公开", isJudged ? FormNumber(timely) : nil, unit: "条", records: timely),
            ReportFact(
                "items.late", "其中逾期公开", isJudged ? FormNumber(published - timely) : nil, unit: "条",
                records: published - timely),
            ReportFact("items.timely_rate", "及时率", rate, unit: "%", records: published),
            ReportFact(
                "items.published.so_far", "累计主动公开政府信息",
                counting: publishedBefore + items,
                unit: "条"),
        ]
    }

    /// The office's own classes, by name.
    private func classes() -> [ReportFact] {
        let prefix = ItemClass.factPrefix
        return sums.keys.filter { $0.hasPrefix(prefix) }.sorted().map { id in
            ReportFact(
                id, String(id.dropFirst(prefix.count)), counting: sums[id]?.records ?? 0, unit: "条")
        }
    }

    private static func applications(_ tally: RequestTally) -> [ReportFact] {
        func sum(_ count: (ApplicantType) -> Int) -> Int { ApplicantType.allCases.reduce(0) { $0 + count($1) } }
        func closed(_ family: ResultLeaf.Family) -> Int {
            ResultLeaf.allCases.filter { $0.family == family }
                .reduce(0) { total, leaf in total + sum { tally.closed(leaf, $0) } }
        }
        var facts = [
            ReportFact("requests.new", "本年新收申请", counting: sum { tally.new($0) }, unit: "件"),
            ReportFact("requests.carried_in", "上年结转申请", counting: sum { tally.carriedIn($0) }, unit: "件"),
            ReportFact("requests.closed", "办结申请", counting: sum { tally.closed($0) }, unit: "件"),
        ]
        for (family, name) in families {
            facts.append(
                ReportFact("requests.closed.\(family.rawValue)", "其中\(name)", counting: closed(family), unit: "件"))
        }
        facts.append(
            ReportFact("requests.carried_out", "结转下年度申请", counting: sum { tally.carriedOut($0) }, unit: "件"))
        return facts
    }

    private static let families: [(ResultLeaf.Family, String)] = [
        (.disclosed, "予以公开"), (.partiallyDisclosed, "部分公开"), (.denied, "不予公开"), (.unable, "无法提供"),
        (.notProcessed, "不予处理"), (.other, "其他处理"),
    ]
}
