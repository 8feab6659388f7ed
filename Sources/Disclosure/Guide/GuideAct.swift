/// A guide was written or revised; the day of the entry is the first on which it holds.
public struct GuideRevision: Sendable, Hashable, Codable {
    /// What it says.
    public let content: GuideContent
    /// Who recorded it.
    public let officer: OfficerReference
}

/// What can be recorded of the guide of an office.
public enum GuideAct: Sendable, Hashable {
    /// It was written or revised.
    case revised(GuideRevision)
}

/// One act on the guide of an office.
public typealias GuideEntry = Entry<GuideAct>

extension GuideAct: RecordedAct {
    /// The names of the acts in the ledger; stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It was written or revised.
        case revised = "guide.revised"
    }

    /// The schema of the payloads.
    public static let schema = 1

    /// What kind of act.
    public var kind: Kind { .revised }

    /// What the act carries.
    public var payload: any Codable & Sendable {
        switch self {
        case .revised(let payload): payload
        }
    }

    /// An act from its kind and what it carries.
    ///
    /// - Throws: `DecodingError` when the payload does not fit the kind.
    public init(_ kind: Kind, _ payload: EntryPayload) throws {
        switch kind {
        case .revised: self = .revised(try payload.read())
        }
    }
}
