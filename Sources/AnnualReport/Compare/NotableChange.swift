/// A change from one year to the next that deserves a look: at least doubled or halved, and by so much at least.
///
/// From 31 to 58 is none (not doubled); from 1 to 5 is none under a least difference of 10; from 12 to 30 is one.
/// It says nothing of right or wrong.
public struct NotableChange: Sendable, Hashable {
    /// The number of the year before.
    public let before: FormNumber
    /// The number of the year.
    public let after: FormNumber

    /// The least difference that counts where nobody says otherwise.
    public static let leastDifference = 10

    /// A change between two numbers that are not negative; nil where it is not notable.
    ///
    /// - Parameter difference: the least difference, in whole units, at least 1.
    public init?(from before: FormNumber, to after: FormNumber, atLeast difference: Int = leastDifference) {
        guard before >= .zero, after >= .zero else { return nil }
        let (low, high) = before < after ? (before, after) : (after, before)
        guard let least = FormNumber(max(difference, 1)), high - low >= least, high - low >= low else { return nil }
        self.before = before
        self.after = after
    }

    /// True where there is more than before.
    public var isRise: Bool { after > before }
}
