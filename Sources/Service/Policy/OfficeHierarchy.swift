public import Ledger

/// Which office stands above which.
public struct OfficeHierarchy: Sendable, Hashable {
    private let parents: [AgencyCode: AgencyCode]

    /// A tree from each office's parent.
    public init(parents: [AgencyCode: AgencyCode]) { self.parents = parents }

    /// The tree of the offices that are kept.
    public init(_ offices: [Office]) {
        var parents: [AgencyCode: AgencyCode] = [:]
        for office in offices { parents[office.code] = office.parent }
        self.parents = parents
    }

    /// True when an office stands somewhere below another one; never below itself.
    public func isBelow(_ office: AgencyCode, _ other: AgencyCode) -> Bool {
        var seen: Set<AgencyCode> = [office]
        var above = parents[office]
        // What is kept has no circles; a damaged tree must not hang the policy.
        while let next = above, seen.insert(next).inserted {
            if next == other { return true }
            above = parents[next]
        }
        return false
    }
}
