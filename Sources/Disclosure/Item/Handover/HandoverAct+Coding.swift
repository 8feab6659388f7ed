extension HandoverAct: RecordedAct {
    /// The names of the acts in the ledger; stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A batch was put together.
        case prepared = "handover.prepared"
        /// A hall signed.
        case received = "handover.received"
        /// It was entered in error.
        case voided = "handover.voided"
    }

    /// The schema of the payloads.
    public static let schema = 1

    /// What kind of act.
    public var kind: Kind {
        switch self {
        case .prepared: .prepared
        case .received: .received
        case .voided: .voided
        }
    }

    /// What the act carries.
    public var payload: any Codable & Sendable {
        switch self {
        case .prepared(let payload): payload
        case .received(let payload): payload
        case .voided(let payload): payload
        }
    }

    /// An act from its kind and what it carries.
    ///
    /// - Throws: `DecodingError` when the payload does not fit the kind.
    public init(_ kind: Kind, _ payload: EntryPayload) throws {
        switch kind {
        case .prepared: self = .prepared(try payload.read())
        case .received: self = .received(try payload.read())
        case .voided: self = .voided(try payload.read())
        }
    }
}
