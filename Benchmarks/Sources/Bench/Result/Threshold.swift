/// The goal of one line, from `thresholds.tsv`.
struct Threshold {
    /// Which ratios are good.
    enum Goal {
        case atMost(Double)
        case atLeast(Double)
        /// The line only informs.
        case none
    }

    /// The name of the measure.
    let name: String
    /// Which ratios are good.
    let goal: Goal
    /// The share by which a ratio may miss the goal before it counts as missed.
    let noise: Double

    /// Reads the lines of a file; a line that is none is a failure.
    static func parse(_ text: String) throws(BenchFailure) -> [Threshold] {
        var thresholds: [Threshold] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 4, let goal = goal(fields[1]), let noise = Double(fields[2]) else {
                throw BenchFailure("not a threshold: \(line)")
            }
            thresholds.append(Threshold(name: String(fields[0]), goal: goal, noise: noise))
        }
        return thresholds
    }

    private static func goal(_ text: Substring) -> Goal? {
        if text == "-" { return Goal.none }
        guard let value = Double(text.dropFirst(2)) else { return nil }
        if text.hasPrefix("<=") { return .atMost(value) }
        return text.hasPrefix(">=") ? .atLeast(value) : nil
    }

    /// Whether a ratio keeps the goal; nil where there is none.
    func holds(_ ratio: Double) -> Bool? {
        switch goal {
        case .atMost(let most): ratio <= most * (1 + noise)
        case .atLeast(let least): ratio >= least * (1 - noise)
        case .none: nil
        }
    }

    /// The goal as the table prints it.
    var words: String {
        switch goal {
        case .atMost(let most): "<= \(ResultTable.number(most))"
        case .atLeast(let least): ">= \(ResultTable.number(least))"
        case .none: "-"
        }
    }
}
