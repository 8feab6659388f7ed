/// One line of the table: ours against the peer, measured in turns in one run.
struct Measure {
    /// The name, as in `thresholds.tsv`.
    let name: String
    /// What ours and the peer's figures count (µs a document, MB).
    let unit: String
    /// Figures of each round.
    private(set) var rounds: [(ours: Double, peer: Double)] = []
    /// True where a larger figure is better and the ratio is peer's cost over ours.
    let isSpeed: Bool

    /// A line without figures. `isSpeed`: figures are costs, the ratio tells how many times cheaper ours is.
    init(_ name: String, unit: String, isSpeed: Bool = false) {
        self.name = name
        self.unit = unit
        self.isSpeed = isSpeed
    }

    /// Adds one round.
    mutating func add(ours: Double, peer: Double) { rounds.append((ours, peer)) }

    /// The median of our figures.
    var ours: Double { Self.median(rounds.map(\.ours)) }
    /// The median of the peer's figures.
    var peer: Double { Self.median(rounds.map(\.peer)) }
    /// The median of the ratios of the rounds.
    var ratio: Double { Self.median(ratios) }
    /// The largest way of a round's ratio from the median, as a share of it.
    var spread: Double { ratios.map { abs($0 - ratio) / ratio }.max() ?? 0 }

    private var ratios: [Double] { rounds.map { isSpeed ? $0.peer / $0.ours : $0.ours / $0.peer } }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return .nan }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
