/// A version was handed in for review by its handler, the first of three levels, with the secrecy review.
public struct ItemSubmission: Sendable, Hashable, Codable {
    /// Who handed it in (经办人).
    public let handler: OfficerReference
    /// The opinion of the secrecy review (保密审查意见). Source: 条例 Art 17.
    public let secrecy: Statement
}

/// A version was agreed to at the second or third level.
public struct ItemApproval: Sendable, Hashable, Codable {
    /// Who agreed, in which role, on which day.
    public let approval: Approval
}

/// A version was given back.
public struct ItemReturn: Sendable, Hashable, Codable {
    /// Who gave it back.
    public let officer: OfficerReference
    /// Why.
    public let reasons: Statement
}

/// A version was written.
public struct ItemVersion: Sendable, Hashable, Codable {
    /// Who wrote it.
    public let author: OfficerReference
    /// What it says.
    public let content: ItemContent
}

/// An item was begun.
public struct ItemDraft: Sendable, Hashable, Codable {
    /// Its name.
    public let item: ItemReference
    /// Its first version.
    public let version: ItemVersion
}

/// A version was published.
public struct Publication: Sendable, Hashable, Codable {
    /// Its number in the catalogue.
    public let index: IndexNumber
    /// Where; never empty.
    public let channels: [PublicationChannel]
}

/// A published item was taken back.
public struct ItemWithdrawal: Sendable, Hashable, Codable {
    /// Why.
    public let reasons: Statement
}

/// An item holds no longer.
public struct ValidityChange: Sendable, Hashable, Codable {
    /// What it is now.
    public let validity: ItemValidity
    /// Why: the repealing document, the end of its term.
    public let reasons: Statement
}

/// Information that is not published by itself was looked at again. Source: 条例 Art 18.
public struct Assessment: Sendable, Hashable, Codable {
    /// What came of it.
    public enum Outcome: String, Sendable, Hashable, CaseIterable, Codable {
        /// It stays as it is.
        case kept
        /// It is to be published.
        case disclose
    }

    /// What came of it.
    public let outcome: Outcome
    /// Why.
    public let reasons: Statement
    /// Who looked.
    public let officer: OfficerReference
}

/// What can be recorded of an item.
public enum ItemAct: Sendable, Hashable {
    /// It was begun.
    case drafted(ItemDraft)
    /// A further version was written.
    case amended(ItemVersion)
    /// A version was handed in for review.
    case submitted(ItemSubmission)
    /// A version was agreed to.
    case approved(ItemApproval)
    /// A version was given back.
    case returned(ItemReturn)
    /// A version was published.
    case published(Publication)
    /// It was taken back.
    case withdrawn(ItemWithdrawal)
    /// It holds no longer.
    case validityChanged(ValidityChange)
    /// It was looked at again.
    case reassessed(Assessment)
    /// It was taken over from an older register.
    case takenOver(ItemTakeover)
    /// It was entered in error.
    case voided(Voiding)
}

/// One act on an item.
public typealias ItemEntry = Entry<ItemAct>
