/// The table at the end of a run.
enum ResultTable {
    /// The lines of the table and whether every goal is kept. A goal without a measure is not kept: what cannot be
    /// measured is not known to be good.
    static func make(_ measures: [Measure], _ thresholds: [Threshold], missing: [String: String])
        -> (lines: [String], isGood: Bool)
    {
        var rows = [["name", "ours", "peer", "unit", "ratio", "goal", "spread", ""]]
        var isGood = true
        for threshold in thresholds {
            guard let measure = measures.first(where: { $0.name == threshold.name }) else {
                guard let reason = missing[threshold.name] else { continue }
                rows.append([threshold.name, "-", "-", "-", "-", threshold.words, "-", "not measured: \(reason)"])
                isGood = false
                continue
            }
            let verdict: String
            switch threshold.holds(measure.ratio) {
            case true?: verdict = "ok"
            case false?: verdict = "over"
            case nil: verdict = ""
            }
            if verdict == "over" { isGood = false }
            rows.append([
                measure.name, number(measure.ours), number(measure.peer), measure.unit, number(measure.ratio),
                threshold.words, "±\(number((measure.spread * 100).rounded())) %", verdict,
            ])
        }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            let fields = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return String(fields.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
        }
        return (lines, isGood)
    }

    /// Three figures that matter.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "-" }
        let places = value.magnitude >= 100 ? 0 : value.magnitude >= 10 ? 1 : 2
        let scale = places == 0 ? 1.0 : places == 1 ? 10.0 : 100.0
        let rounded = (value * scale).rounded() / scale
        if rounded == rounded.rounded() { return String(Int(rounded)) }
        return String(rounded)
    }
}
