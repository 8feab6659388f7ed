/// What a page follows from: it is out of date when that was changed.
public enum PageBasis: Sendable, Hashable {
    /// Anything that is kept.
    case everything
    /// What one office shows of its items, by the folded code of the office.
    case office(String)
}

/// A state of the ledger: its revision, and how often it was put back to an earlier one (from a backup, perhaps).
public struct PageMoment: Sendable, Hashable {
    /// The revision.
    public let revision: Int64
    /// How often the revision went back.
    public let era: Int

    /// A state.
    public init(revision: Int64, era: Int) {
        self.revision = revision
        self.era = era
    }
}

/// What is known of the changes of the ledger: whether a page still shows what is kept.
public struct PageStanding: Sendable {
    /// The state now.
    public private(set) var now: PageMoment
    /// The revision at which something was changed that may show on every page.
    private var everywhere: Int64 = .min
    /// The revision at which each office changed its items last, as far as that was seen.
    private var offices: [String: Int64] = [:]

    /// Nothing changed since a state.
    public init(_ now: PageMoment) { self.now = now }

    /// True where a page still shows what is kept.
    public func holds(_ basis: PageBasis, drawnAt moment: PageMoment) -> Bool {
        guard moment.era == now.era else { return false }
        // What was drawn later than this was known holds as well: it saw more.
        if moment.revision >= now.revision { return true }
        guard case .office(let office) = basis, moment.revision >= everywhere else { return false }
        return offices.isEmpty || moment.revision >= offices[office] ?? .min
    }

    /// Takes in what was changed up to a revision, asked since one that was known here.
    ///
    /// - Parameters:
    ///   - since: the revision since which was asked.
    ///   - everywhere: the revision of a change that may show on every page.
    ///   - offices: the folded codes of offices with the revision of their last change.
    public mutating func advance(
        to revision: Int64, since: Int64, everywhere: Int64?, offices changed: [(office: String, number: Int64)]
    ) {
        if revision < since {
            // An earlier state was put in place: nothing drawn before says anything.
            self = PageStanding(PageMoment(revision: revision, era: now.era + 1))
            return
        }
        if let everywhere { self.everywhere = max(self.everywhere, everywhere) }
        for (office, number) in changed { offices[office] = max(offices[office] ?? .min, number) }
        now = PageMoment(revision: max(now.revision, revision), era: now.era)
    }
}
