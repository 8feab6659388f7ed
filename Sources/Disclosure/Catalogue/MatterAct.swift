/// A matter was entered in the catalogue, or what it says was changed; the day is the first on which that holds.
public struct MatterListing: Sendable, Hashable, Codable {
    /// Its code.
    public let matter: MatterReference
    /// What the catalogue says of it.
    public let content: MatterContent
    /// Who recorded it.
    public let officer: OfficerReference
}

/// A matter was taken out of the catalogue; the day is the first without it.
public struct MatterRemoval: Sendable, Hashable, Codable {
    /// Why.
    public let reasons: Statement
    /// Who recorded it.
    public let officer: OfficerReference
}

/// What can be recorded of a matter of the standard catalogue.
public enum MatterAct: Sendable, Hashable {
    /// It was entered, or changed.
    case listed(MatterListing)
    /// It was taken out.
    case removed(MatterRemoval)
}

/// One act on a matter of the standard catalogue.
public typealias MatterEntry = Entry<MatterAct>

extension MatterAct: RecordedAct {
    /// The names of the acts in the ledger; stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It was entered, or changed.
        case listed = "matter.listed"
        /// It was taken out.
        case removed = "matter.removed"
    }

    /// The schema of the payloads.
    public static let schema = 1

    /// What kind of act.
    public var kind: Kind {
        switch self {
        case .listed: .listed
        case .removed: .removed
        }
    }

    /// What the act carries.
    public var payload: any Codable & Sendable {
        switch self {
        case .listed(let payload): payload
        case .removed(let payload): payload
        }
    }

    /// An act from its kind and what it carries.
    ///
    /// - Throws: `DecodingError` when the payload does not fit the kind.
    public init(_ kind: Kind, _ payload: EntryPayload) throws {
        switch kind {
        case .listed: self = .listed(try payload.read())
        case .removed: self = .removed(try payload.read())
        }
    }
}
