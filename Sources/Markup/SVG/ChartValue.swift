/// One value of a chart: how long its mark is, and what is written beside it.
public struct ChartValue: Sendable, Hashable {
    /// The size of the mark; nil where there is no number, and then no mark is drawn: a gap is no zero.
    public let size: Double?
    /// What stands beside the mark: the number, or in a word why there is none.
    public let text: String

    /// A value. A size that is no number counts as none.
    public init(_ size: Double?, text: String) {
        self.size = size.flatMap { $0.isFinite ? $0 : nil }
        self.text = text
    }
}
