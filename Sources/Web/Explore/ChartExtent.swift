internal import Ledger
internal import Service

/// How much of a comparison is drawn where it has more bars than people can read: the latest years of every office first,
/// then fewer offices. What is left out is said, and stands in the table.
struct ChartExtent {
    /// The places of the years that are drawn; never empty.
    let years: Range<Int>
    /// How many offices are drawn, from the first.
    let lines: Int

    /// What fits.
    ///
    /// - Parameters:
    ///   - comparison: with at least one office and one year.
    ///   - measures: bars an office and year.
    ///   - most: bars at most; where not even those of one office and year fit, they are drawn nevertheless.
    init(_ comparison: Comparison, measures: Int, most: Int) {
        let all = comparison.years.count
        let aYear = max(1, comparison.lines.count * measures)
        let fitting = min(all, max(1, most / aYear))
        years = all - fitting..<all
        lines = aYear <= most ? comparison.lines.count : max(1, most / max(1, measures))
    }

    /// The years that are drawn, in words.
    func span(_ all: [ReportYear], _ t: Wording) -> String {
        let drawn = all[years]
        guard let first = drawn.first, let last = drawn.last, first != last else {
            return t("\(drawn.last?.description ?? "")年", drawn.last?.description ?? "")
        }
        guard last.number - first.number == drawn.count - 1 else {
            return t(
                drawn.map { "\($0)年" }.joined(separator: "、"), drawn.map(\.description).joined(separator: ", "))
        }
        return t("\(first)年至\(last)年", "\(first) to \(last)")
    }

    /// What is not drawn, in a sentence; nil where everything is.
    func leftOut(_ comparison: Comparison, most: Int, _ t: Wording) -> String? {
        if lines < comparison.lines.count {
            return t(
                "图上最多画\(most)条，只画了前\(lines)个机关的\(span(comparison.years, t))；其余见数据表。",
                "\(most) bars are drawn at most: the first \(lines) offices, \(span(comparison.years, t)). The table has the others."
            )
        }
        guard years.count < comparison.years.count else { return nil }
        return t(
            "图上最多画\(most)条，只画了\(span(comparison.years, t))；其余年度见数据表。",
            "\(most) bars are drawn at most: \(span(comparison.years, t)). The table has the other years.")
    }
}
