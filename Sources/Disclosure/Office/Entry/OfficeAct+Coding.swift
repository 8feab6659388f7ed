extension OfficeAct: RecordedAct {
    /// The names of the acts in the ledger; stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It was founded.
        case founded = "office.founded"
        /// It was given another name.
        case renamed = "office.renamed"
        /// It was put under another one.
        case moved = "office.moved"
        /// It went up in another one.
        case merged = "office.merged"
        /// It was abolished.
        case abolished = "office.abolished"
        /// Its record was put right.
        case corrected = "office.corrected"
        /// It was given a rule for the numbers of its letters.
        case letterRuleSet = "office.letter_rule_set"
        /// A department was opened.
        case departmentOpened = "office.department_opened"
        /// A department was given another name.
        case departmentRenamed = "office.department_renamed"
        /// A department was closed.
        case departmentClosed = "office.department_closed"
        /// Someone began to work in it.
        case officerJoined = "office.officer_joined"
        /// Someone was given another place.
        case officerPlaced = "office.officer_placed"
        /// Someone left.
        case officerLeft = "office.officer_left"
        /// A role was granted.
        case roleGranted = "office.role_granted"
        /// A role was revoked.
        case roleRevoked = "office.role_revoked"
    }

    /// The schema of the payloads.
    public static let schema = 1

    /// What kind of act.
    public var kind: Kind {
        switch self {
        case .founded: .founded
        case .renamed: .renamed
        case .moved: .moved
        case .merged: .merged
        case .abolished: .abolished
        case .corrected: .corrected
        case .letterRuleSet: .letterRuleSet
        case .departmentOpened: .departmentOpened
        case .departmentRenamed: .departmentRenamed
        case .departmentClosed: .departmentClosed
        case .officerJoined: .officerJoined
        case .officerPlaced: .officerPlaced
        case .officerLeft: .officerLeft
        case .roleGranted: .roleGranted
        case .roleRevoked: .roleRevoked
        }
    }

    /// What the act carries.
    public var payload: any Codable & Sendable {
        switch self {
        case .founded(let payload): payload
        case .renamed(let payload): payload
        case .moved(let payload): payload
        case .merged(let payload): payload
        case .abolished(let payload): payload
        case .corrected(let payload): payload
        case .letterRuleSet(let payload): payload
        case .departmentOpened(let payload): payload
        case .departmentRenamed(let payload): payload
        case .departmentClosed(let payload): payload
        case .officerJoined(let payload): payload
        case .officerPlaced(let payload): payload
        case .officerLeft(let payload): payload
        case .roleGranted(let payload): payload
        case .roleRevoked(let payload): payload
        }
    }

    /// An act from its kind and what it carries.
    ///
    /// - Throws: `DecodingError` when the payload does not fit the kind.
    public init(_ kind: Kind, _ payload: EntryPayload) throws {
        switch kind {
        case .founded: self = .founded(try payload.read())
        case .renamed: self = .renamed(try payload.read())
        case .moved: self = .moved(try payload.read())
        case .merged: self = .merged(try payload.read())
        case .abolished: self = .abolished(try payload.read())
        case .corrected: self = .corrected(try payload.read())
        case .letterRuleSet: self = .letterRuleSet(try payload.read())
        case .departmentOpened: self = .departmentOpened(try payload.read())
        case .departmentRenamed: self = .departmentRenamed(try payload.read())
        case .departmentClosed: self = .departmentClosed(try payload.read())
        case .officerJoined: self = .officerJoined(try payload.read())
        case .officerPlaced: self = .officerPlaced(try payload.read())
        case .officerLeft: self = .officerLeft(try payload.read())
        case .roleGranted: self = .roleGranted(try payload.read())
        case .roleRevoked: self = .roleRevoked(try payload.read())
        }
    }
}
