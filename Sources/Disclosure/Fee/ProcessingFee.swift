/// The information processing fee (信息处理费) with its arithmetic.
///
/// The fee is not owed by itself: an office may charge it where number or frequency is clearly excessive.
/// Source: 条例 Art 42; 109号 Art 3-5.
public struct ProcessingFee: Sendable, Hashable {
    /// One bracket's share.
    public struct Step: Sendable, Hashable {
        /// The first unit in it.
        public let first: Int
        /// The last unit in it.
        public let last: Int
        /// What each costs.
        public let rate: Yuan

        /// How many units.
        public var count: Int { last - first + 1 }
        /// What they cost together.
        public var amount: Yuan { count * rate }
    }

    /// The tariff.
    public let basis: FeeBasis
    /// The brackets touched, rising, the free one included; they sum to the fee.
    public let steps: [Step]

    /// The fee.
    public var amount: Yuan { steps.reduce(.zero) { $0 + $1.amount } }

    /// The fee of one application: the k-th of the same applicant in the calendar month.
    ///
    /// Example: the 12th costs 100 yuan, the 31st 200. Source: 109号 Art 4.
    /// - Returns: nil when k is 0; there is no such application.
    public static func ofRequest(nth k: RequestCount) -> ProcessingFee? {
        guard k.count > 0 else { return nil }
        let bracket = FeeBracket.perRequest(holding: k.count)
        return ProcessingFee(basis: .perRequest, steps: [Step(first: k.count, last: k.count, rate: bracket.rate)])
    }

    /// The fee of all applications of the same applicant in one calendar month.
    ///
    /// Example: 45 applications cost 20 × 100 + 10 × 200 + 5 × 300 = 5500 yuan. Source: 109号 Art 4.
    public static func ofMonth(total: RequestCount) -> ProcessingFee {
        ProcessingFee(basis: .perRequest, steps: steps(upTo: total.count, FeeBracket.perRequest(holding:)))
    }

    /// The fee of the pages given in answer to one application.
    ///
    /// Example: 250 pages cost 70 × 10 + 100 × 20 + 50 × 40 = 4700 yuan. Source: 109号 Art 5.
    public static func ofPages(_ pages: PageCount) -> ProcessingFee {
        ProcessingFee(basis: .perPage, steps: steps(upTo: pages.count, FeeBracket.perPage(holding:)))
    }

    private static func steps(upTo count: Int, _ bracket: (Int) -> FeeBracket) -> [Step] {
        var steps: [Step] = []
        var next = 1
        while next <= count {
            let held = bracket(next)
            let last = min(held.last ?? count, count)
            steps.append(Step(first: next, last: last, rate: held.rate))
            next = last + 1
        }
        return steps
    }
}
