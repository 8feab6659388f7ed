public import Disclosure
public import Ledger
public import Search

/// What somebody asks of the search: words, and what results are narrowed to.
public struct SearchQuestion: Sendable, Hashable {
    /// What was typed.
    public var typed: String
    /// The office; nil for all.
    public var office: AgencyCode?
    /// Whether the offices below it count as well.
    public var includesSubordinates: Bool
    /// What it is; nil for both.
    public var kind: SearchKind?
    /// The category of an item; nil for all.
    public var category: ProactiveCategory?
    /// The year of publication, or that a report is about; nil for all.
    public var year: Int?
    /// Whether an item still holds; nil for all.
    public var validity: ItemValidity?
    /// Whether the name of an office is looked for as a word, and narrows nothing.
    public var isLiteral: Bool
    /// In which order.
    public var order: SearchOrder
    /// The place after which to go on; nil for the first page.
    public var cursor: SearchCursor?

    /// A question; lets everything through unless told.
    public init(
        _ typed: String, office: AgencyCode? = nil, includesSubordinates: Bool = false, kind: SearchKind? = nil,
        category: ProactiveCategory? = nil, year: Int? = nil, validity: ItemValidity? = nil,
        isLiteral: Bool = false, order: SearchOrder = .best, cursor: SearchCursor? = nil
    ) {
        self.typed = typed
        self.office = office
        self.includesSubordinates = includesSubordinates
        self.kind = kind
        self.category = category
        self.year = year
        self.validity = validity
        self.isLiteral = isLiteral
        self.order = order
        self.cursor = cursor
    }

    /// True where results are narrowed by anything but words.
    public var isNarrowed: Bool {
        office != nil || kind != nil || category != nil || year != nil || validity != nil
    }
}

/// What the search answers.
public struct SearchAnswer: Sendable {
    /// A result as it is shown.
    public struct Found: Sendable {
        /// What it is.
        public let head: SearchTitle
        /// Its title with the words marked.
        public let title: MarkedText
        /// The stretch of its text that tells most; nil where it has none.
        public let excerpt: MarkedText?
        /// True where the stretch is of a file.
        public let isOfFile: Bool
    }

    /// Results of words.
    public struct Results: Sendable {
        /// The words as they were understood.
        public let query: SearchQuery
        /// One page of results.
        public let found: [Found]
        /// How many there are; where `isCountExact` is false, more.
        public let count: Int
        /// True where all were counted.
        public let isCountExact: Bool
        /// Where the next page goes on; nil on the last.
        public let next: SearchCursor?
        /// The words as typed, without the name of an office that narrowed them.
        public let words: String
        /// The offices whose name was typed, to whom the results are narrowed; empty where none was.
        public let offices: [Office]
        /// True where nothing had the words as typed, and they were taken apart.
        public let isLoosened: Bool
        /// The narrower search that one of the words may mean; nil where none does.
        public internal(set) var offer: SearchOffer?
    }

    /// What came of it.
    public enum Outcome: Sendable {
        /// Results, perhaps none.
        case results(Results)
        /// Nothing can be looked for; for a single character titles that begin with it.
        case problem(SearchQuery.Problem, titles: [SearchTitle])
    }

    /// What came of it.
    public let outcome: Outcome
    /// Every office kept, in the order of the codes.
    public let offices: [Office]
    /// The years that something was published in, the earliest first.
    public let years: [Int]
}
