internal import CivilTime
public import Disclosure

/// What table four needs to know of one case: its way, and in which years its instances opened and ended.
///
/// Source: 条例 Art 50(3); 国办公开办函〔2021〕30号.
public struct CountedAppeal: Sendable, Hashable {
    /// The review body, or one court.
    public struct Instance: Sendable, Hashable {
        /// The year it opened for the office.
        public let opened: Int
        /// The year the ruling was received; nil while it is pending.
        public let concluded: Int?
        /// What the ruling was; `.pending` exactly while there is none.
        public let result: AppealResult

        /// An instance.
        public init(opened: Int, concluded: Int? = nil, result: AppealResult = .pending) {
            self.opened = opened
            self.concluded = result == .pending ? nil : concluded.map { max($0, opened) }
            self.result = concluded == nil ? .pending : result
        }
    }

    /// The way it took, which is the block it counts in.
    public let route: AppealRoute
    /// The instances, from the first.
    public let instances: [Instance]

    /// A case; nil without an instance.
    public init?(_ route: AppealRoute, _ instances: [Instance]) {
        guard !instances.isEmpty else { return nil }
        self.route = route
        self.instances = instances
    }

    /// A case as its entries tell it; nil once it is void.
    public init?(_ appeal: Appeal) {
        guard appeal.voiding == nil else { return nil }
        route = appeal.route
        instances = appeal.instances.map {
            Instance(
                opened: $0.opened.year, concluded: $0.concluded?.year,
                result: $0.conclusion?.outcome.result ?? .pending)
        }
    }

    /// The column of its block in a year; nil when it does not count there.
    ///
    /// It counts in every year in which it was open, as 尚未审结 until the ruling: the form's notice does not say whether a
    /// case carried in counts again, so that a setting decides. Example: opened in 2024, upheld in 2025: 尚未审结 in
    /// 2024, 结果维持 in 2025, or only the former where cases carried in do not count.
    public func result(in year: Int, countingCarriedIn isCounted: Bool = true) -> AppealResult? {
        guard let first = instances.first, year >= first.opened, isCounted || year == first.opened else { return nil }
        guard let last = instances.last(where: { $0.opened <= year }) else { return nil }
        guard let concluded = last.concluded, concluded <= year else { return .pending }
        return concluded == year ? last.result : nil
    }
}

/// How the cases of one office count in one year: the columns of table four.
public struct AppealTally: Sendable, Hashable {
    /// The year that is counted.
    public let year: Int
    /// False where a case counts in its first year only.
    public let countsCarriedIn: Bool
    private var counts: [Column: Int] = [:]

    private struct Column: Hashable {
        let route: AppealRoute
        let result: AppealResult
    }

    /// A tally of nothing.
    public init(year: Int, countingCarriedIn: Bool = true) {
        self.year = year
        countsCarriedIn = countingCarriedIn
    }

    /// Counts a case; one that does not belong to the year changes nothing.
    public mutating func count(_ appeal: CountedAppeal) {
        guard let result = appeal.result(in: year, countingCarriedIn: countsCarriedIn) else { return }
        counts[Column(route: appeal.route, result: result), default: 0] += 1
    }

    /// The cases of a block with a result.
    public func cases(_ route: AppealRoute, _ result: AppealResult) -> Int {
        counts[Column(route: route, result: result)] ?? 0
    }
}

extension CountedAppeal {
    /// True when it counts in a cell of table four of a year's report.
    public func counts(in cell: CellAddress, of year: Int, countingCarriedIn isCounted: Bool = true) -> Bool {
        guard cell.table == FormTable.reviewLitigation,
            let result = result(in: year, countingCarriedIn: isCounted)
        else { return false }
        return cell.column == "\(route.rawValue)_\(result.rawValue)" || cell.column == "\(route.rawValue)_total"
    }
}
