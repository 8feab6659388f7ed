/// An office confirmed that it has no information of a category.
public struct EmptyConfirmation: Sendable, Hashable, Codable {
    /// The category.
    public let category: ProactiveCategory
    /// Why, in the office's words: 本机关无行政许可事项.
    public let reasons: Statement
    /// Who recorded it.
    public let officer: OfficerReference
}

/// A confirmation no longer holds.
public struct ConfirmationEnd: Sendable, Hashable, Codable {
    /// Why.
    public let reasons: Statement
    /// Who recorded it.
    public let officer: OfficerReference
}

/// What can be recorded of a category of proactive disclosure of an office.
public enum CategoryAct: Sendable, Hashable {
    /// There is nothing of it.
    case confirmedEmpty(EmptyConfirmation)
    /// That no longer holds.
    case confirmationEnded(ConfirmationEnd)
}

/// One act on a category of an office.
public typealias CategoryEntry = Entry<CategoryAct>

extension CategoryAct: RecordedAct {
    /// The names of the acts in the ledger; stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// There is nothing of it.
        case confirmedEmpty = "category.confirmed_empty"
        /// That no longer holds.
        case confirmationEnded = "category.confirmation_ended"
    }

    /// The schema of the payloads.
    public static let schema = 1

    /// What kind of act.
    public var kind: Kind {
        switch self {
        case .confirmedEmpty: .confirmedEmpty
        case .confirmationEnded: .confirmationEnded
        }
    }

    /// What the act carries.
    public var payload: any Codable & Sendable {
        switch self {
        case .confirmedEmpty(let payload): payload
        case .confirmationEnded(let payload): payload
        }
    }

    /// An act from its kind and what it carries.
    ///
    /// - Throws: `DecodingError` when the payload does not fit the kind.
    public init(_ kind: Kind, _ payload: EntryPayload) throws {
        switch kind {
        case .confirmedEmpty: self = .confirmedEmpty(try payload.read())
        case .confirmationEnded: self = .confirmationEnded(try payload.read())
        }
    }
}
