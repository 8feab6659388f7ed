public import Disclosure

/// Who does an act, and in which role.
public struct EntryActor: Sendable, Hashable {
    /// The person, by an opaque name.
    public let officer: OfficerReference
    /// In which role.
    public let role: ActorRole

    /// Someone in a role.
    public init(_ officer: OfficerReference, as role: ActorRole) {
        self.officer = officer
        self.role = role
    }

    /// An applicant at the public site, whoever it is: no name of theirs stands in the ledger.
    public static let applicant = EntryActor(OfficerReference(known: "applicant"), as: ActorRole(known: "public"))
    /// The program itself: recomputations, imports, demonstrations.
    public static let system = EntryActor(OfficerReference(known: "system"), as: ActorRole(known: "system"))
}

/// The role in which someone acts: 1 to 64 lower-case letters, digits and underscores, as `handler`.
///
/// The roles themselves are the use cases' matter; the ledger keeps their names.
public struct ActorRole: Sendable, Hashable, CustomStringConvertible {
    /// The name.
    public let name: String

    /// A role; nil where the form is wrong.
    public init?(_ name: some StringProtocol) {
        let bytes = Array(name.utf8.prefix(65))
        let isPlain = bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
        guard (1...64).contains(bytes.count), isPlain else { return nil }
        self.name = String(name)
    }

    /// A role that the law knows.
    public init(_ role: OfficeRole) { name = role.rawValue }

    init(known name: String) { self.name = name }

    /// The name.
    public var description: String { name }
}
