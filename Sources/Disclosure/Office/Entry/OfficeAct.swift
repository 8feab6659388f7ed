public import CivilTime

/// An office was founded on the day of the entry, or entered as it stood then.
public struct OfficeFounding: Sendable, Hashable, Codable {
    /// Its code.
    public let office: AgencyReference
    /// How it is called.
    public let name: OfficeName
    /// What it is.
    public let character: OfficeCharacter
    /// The office above it; nil for the highest.
    public let parent: AgencyReference?
    /// The document that founds it; nil when it is not known.
    public let basis: Statement?
    /// True where it stood already on the day of the entry, and nobody said since when; nil where the day is that of its
    /// founding.
    public let standing: Bool?
}

/// An office was given another name.
public struct OfficeRenaming: Sendable, Hashable, Codable {
    /// How it is called from the day on.
    public let name: OfficeName
    /// The document.
    public let basis: Statement
}

/// An office was put under another one.
public struct OfficeMove: Sendable, Hashable, Codable {
    /// The office above it from the day on; nil for none.
    public let parent: AgencyReference?
    /// The document.
    public let basis: Statement
}

/// An office went up in another one; the day is the first without it.
public struct OfficeMerger: Sendable, Hashable, Codable {
    /// The other one.
    public let into: AgencyReference
    /// The document.
    public let basis: Statement
}

/// An office was abolished; the day is the first without it.
public struct OfficeAbolition: Sendable, Hashable, Codable {
    /// Who goes on with its work; nil when nobody does.
    public let successor: AgencyReference?
    /// The document.
    public let basis: Statement
}

/// The office above another one, where that is put right.
public struct OfficePosition: Sendable, Hashable, Codable {
    /// The office above; nil for none.
    public let parent: AgencyReference?

    /// A position.
    public init(under parent: AgencyReference?) { self.parent = parent }
}

/// What was recorded of an office was put right: it was so since its last change of name, or of place.
public struct OfficeCorrection: Sendable, Hashable, Codable {
    /// How it is called.
    public let name: OfficeName
    /// What it is.
    public let character: OfficeCharacter
    /// The day it was founded; nil where that was right.
    public let founded: Day?
    /// The office above it since its last move; nil where that was right.
    public let position: OfficePosition?
    /// Why.
    public let reasons: Statement
}

/// A department was opened, or given another name.
public struct DepartmentNaming: Sendable, Hashable, Codable {
    /// Its name in the ledger.
    public let department: DepartmentReference
    /// How it is called.
    public let name: Statement
}

/// A department was closed; the day is the first without it.
public struct DepartmentClosing: Sendable, Hashable, Codable {
    /// Its name in the ledger.
    public let department: DepartmentReference
    /// Why.
    public let reasons: Statement
}

/// Someone began to work in an office.
public struct OfficerJoining: Sendable, Hashable, Codable {
    /// The name in the ledger.
    public let officer: OfficerReference
    /// The person's name, as it stands on letters.
    public let name: Statement
    /// Where.
    public let placement: Placement
}

/// Someone was given another place in the office.
public struct OfficerPlacing: Sendable, Hashable, Codable {
    /// Who.
    public let officer: OfficerReference
    /// Where.
    public let placement: Placement
}

/// Someone left the office; the day is the first without them, and their roles end with it.
public struct OfficerLeaving: Sendable, Hashable, Codable {
    /// Who.
    public let officer: OfficerReference
    /// Why.
    public let reasons: Statement
}

/// A role was granted from a day on, or revoked; the day of a revocation is the first without it.
public struct RoleChange: Sendable, Hashable, Codable {
    /// Whose.
    public let officer: OfficerReference
    /// Which.
    public let role: StaffRole
    /// Who ordered it, or why.
    public let basis: Statement
}

/// What can be recorded of an office.
public enum OfficeAct: Sendable, Hashable {
    /// It was founded.
    case founded(OfficeFounding)
    /// It was given another name.
    case renamed(OfficeRenaming)
    /// It was put under another one.
    case moved(OfficeMove)
    /// It went up in another one.
    case merged(OfficeMerger)
    /// It was abolished.
    case abolished(OfficeAbolition)
    /// Its record was put right.
    case corrected(OfficeCorrection)
    /// It was given a rule for the numbers of its letters.
    case letterRuleSet(LetterRule)
    /// A department was opened.
    case departmentOpened(DepartmentNaming)
    /// A department was given another name.
    case departmentRenamed(DepartmentNaming)
    /// A department was closed.
    case departmentClosed(DepartmentClosing)
    /// Someone began to work in it.
    case officerJoined(OfficerJoining)
    /// Someone was given another place.
    case officerPlaced(OfficerPlacing)
    /// Someone left.
    case officerLeft(OfficerLeaving)
    /// A role was granted.
    case roleGranted(RoleChange)
    /// A role was revoked.
    case roleRevoked(RoleChange)
}

/// One act on an office.
public typealias OfficeEntry = Entry<OfficeAct>
