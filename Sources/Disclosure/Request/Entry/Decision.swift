/// The answer (答复). Source: 条例 Art 36-39.
public struct Decision: Sendable, Hashable, Codable {
    /// The result.
    public let leaf: ResultLeaf
    /// What it states.
    public let particulars: DecisionParticulars
    /// Who drafted it.
    public let drafter: OfficerReference

    /// True when the answer rests, in whole or part, on Art 14, 15 or 16.
    public var restsOnExemption: Bool {
        leaf.restsOnExemption
            || leaf == .partiallyDisclosed && particulars.withheld.contains { $0.ground.restsOnExemption }
    }
}

/// The application counts as given up (视为放弃申请). Source: 条例 Art 30; 109号 Art 6.
public struct Abandonment: Sendable, Hashable, Codable {
    /// Why.
    public enum Ground: String, Sendable, Hashable, CaseIterable, Codable {
        /// Not corrected in time without good reason.
        case noCorrection = "no_correction"
        /// The fee was not paid in time.
        case feeUnpaid = "fee_unpaid"
    }

    /// Why.
    public let ground: Ground
    /// Why an excuse that was given is no good reason; nil when none was given.
    public let rejectedExcuse: Statement?

    enum CodingKeys: String, CodingKey {
        case ground
        case rejectedExcuse = "rejected_excuse"
    }
}

/// The applicant took the application back (撤回申请).
public struct Withdrawal: Sendable, Hashable, Codable {
    /// The written wish, or how it was expressed.
    public let proof: Statement
}

/// The application goes on in another one of the same applicant.
public struct Merger: Sendable, Hashable, Codable {
    /// The other one.
    public let into: RequestNumber
}

/// The application was passed on to another office in the system.
public struct Transfer: Sendable, Hashable, Codable {
    /// To whom.
    public let agency: AgencyReference
    /// Why, and how the applicant agreed.
    public let reasons: Statement
}

/// One letter with several matters was taken apart (一事一申请). Source: 109号 Art 4.
public struct Split: Sendable, Hashable, Codable {
    /// The matter that stays under the number.
    public let kept: Statement
    /// The numbers of the other parts.
    public let parts: [RequestNumber]
}
