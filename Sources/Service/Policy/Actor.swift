public import Disclosure
public import Ledger

/// Who acts, in which role, for which office.
public struct Actor: Sendable, Hashable {
    /// The person; nil for a visitor.
    public let officer: OfficerReference?
    /// The role in which they act now.
    public let role: Role
    /// Every role they hold in the office, the present one among them where it was granted.
    public let held: Set<Role>
    /// The office; nil for a visitor.
    public let office: AgencyCode?
    /// The application whose query code a visitor gave; nil for everyone else.
    public let request: RequestNumber?

    /// Someone who works for an office.
    ///
    /// - Parameter held: the roles they hold; only the present one unless told.
    public init(_ officer: OfficerReference, as role: Role, of office: AgencyCode, holding held: Set<Role>? = nil) {
        self.officer = officer
        self.role = role
        self.held = held ?? [role]
        self.office = office
        request = nil
    }

    /// Everyone who proved by its query code that an application of an office is theirs.
    public static func applicant(_ request: RequestNumber, of office: AgencyCode) -> Actor {
        Actor(request, of: office)
    }

    /// Everyone.
    public static let visitor = Actor()

    private init(_ request: RequestNumber? = nil, of office: AgencyCode? = nil) {
        officer = nil
        role = .visitor
        held = [.visitor]
        self.office = office
        self.request = request
    }
}

/// What an act is about, as far as the policy needs to know it.
public struct PolicySubject: Sendable, Hashable {
    /// The office whose matter it is; nil for the installation as a whole.
    public var office: AgencyCode?
    /// Who prepared it: they cannot approve it.
    public var authors: Set<OfficerReference>
    /// True when everyone may see it.
    public var isPublished: Bool
    /// The application it is; nil where it is something else.
    public var request: RequestNumber?

    /// A subject.
    public init(
        of office: AgencyCode?, preparedBy authors: Set<OfficerReference> = [], isPublished: Bool = false,
        request: RequestNumber? = nil
    ) {
        self.office = office
        self.authors = authors
        self.isPublished = isPublished
        self.request = request
    }
}
