public import Ledger

/// A narrower search that is offered for a word.
public struct SearchOffer: Sendable, Hashable {
    /// What the word names.
    public let mark: MarkWords.Mark
    /// The word as typed.
    public let word: String
    /// The office whose part is meant; nil for all.
    public let office: AgencyCode?
    /// The narrower question and how much it finds; nil where nothing but the word was asked, so that a column shows it all.
    public let narrower: Narrower?

    /// A question that finds something.
    public struct Narrower: Sendable, Hashable {
        /// The question.
        public let question: SearchQuestion
        /// How many results it has; where `isCountExact` is false, more.
        public let count: Int
        /// True where all were counted.
        public let isCountExact: Bool
    }
}
