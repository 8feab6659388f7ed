extension ItemAct: RecordedAct {
    /// The names of the acts in the ledger; stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It was begun.
        case drafted = "item.drafted"
        /// A further version was written.
        case amended = "item.amended"
        /// A version was handed in for review.
        case submitted = "item.submitted"
        /// A version was agreed to.
        case approved = "item.approved"
        /// A version was given back.
        case returned = "item.returned"
        /// A version was published.
        case published = "item.published"
        /// It was taken back.
        case withdrawn = "item.withdrawn"
        /// It holds no longer.
        case validityChanged = "item.validity_changed"
        /// It was looked at again.
        case reassessed = "item.reassessed"
        /// It was taken over from an older register.
        case takenOver = "item.taken_over"
        /// It was entered in error.
        case voided = "item.voided"
    }

    /// The schema of the payloads.
    public static let schema = 1

    /// What kind of act.
    public var kind: Kind {
        switch self {
        case .drafted: .drafted
        case .amended: .amended
        case .submitted: .submitted
        case .approved: .approved
        case .returned: .returned
        case .published: .published
        case .withdrawn: .withdrawn
        case .validityChanged: .validityChanged
        case .reassessed: .reassessed
        case .takenOver: .takenOver
        case .voided: .voided
        }
    }

    /// What the act carries.
    public var payload: any Codable & Sendable {
        switch self {
        case .drafted(let payload): payload
        case .amended(let payload): payload
        case .submitted(let payload): payload
        case .approved(let payload): payload
        case .returned(let payload): payload
        case .published(let payload): payload
        case .withdrawn(let payload): payload
        case .validityChanged(let payload): payload
        case .reassessed(let payload): payload
        case .takenOver(let payload): payload
        case .voided(let payload): payload
        }
    }

    /// An act from its kind and what it carries.
    ///
    /// - Throws: `DecodingError` when the payload does not fit the kind.
    public init(_ kind: Kind, _ payload: EntryPayload) throws {
        switch kind {
        case .drafted: self = .drafted(try payload.read())
        case .amended: self = .amended(try payload.read())
        case .submitted: self = .submitted(try payload.read())
        case .approved: self = .approved(try payload.read())
        case .returned: self = .returned(try payload.read())
        case .published: self = .published(try payload.read())
        case .withdrawn: self = .withdrawn(try payload.read())
        case .validityChanged: self = .validityChanged(try payload.read())
        case .reassessed: self = .reassessed(try payload.read())
        case .takenOver: self = .takenOver(try payload.read())
        case .voided: self = .voided(try payload.read())
        }
    }
}
