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
    /// The office; nil for a visitor, and for who acts for the installation as a whole.
    public let office: AgencyCode?
    /// The application whose query code a visitor gave; nil for everyone else.
    public let request: RequestNumber?
    /// True for who works at the machine itself and names nobody.
    public let isLocalOperator: Bool

    /// Someone who works for an office.
    ///
    /// - Parameter held: the roles they hold; only the present one unless told.
    public init(_ officer: OfficerReference, as role: Role, of office: AgencyCode, holding held: Set<Role>? = nil) {
        self.officer = officer
        self.role = role
        self.held = held ?? [role]
        self.office = office
        request = nil
        isLocalOperator = false
    }

    /// Everyone who proved by its query code that an application of an office is theirs.
    public static func applicant(_ request: RequestNumber, of office: AgencyCode) -> Actor {
        Actor(request, of: office)
    }

    /// Someone who works for an office, or for the installation as a whole.
    init(_ officer: OfficerReference, as role: Role, ofWhichever office: AgencyCode?, holding held: Set<Role>) {
        self.officer = officer
        self.role = role
        self.held = held
        self.office = office
        request = nil
        isLocalOperator = false
    }

    /// The local operator (本机操作员): who works at the machine itself with the rights to the data, and names nobody.
    ///
    /// - Parameter isFree: true while nobody is granted the role, so that the operator stands in for it.
    init(operatorAs role: Role, of office: AgencyCode?, standingIn isFree: Bool) {
        officer = Self.operatorReference
        self.role = role
        held = isFree ? [role] : []
        self.office = office
        request = nil
        isLocalOperator = true
    }

    /// The name of the local operator in the entries.
    public static let operatorReference = OfficerReference(known: "operator")

    /// Everyone.
    public static let visitor = Actor()

    private init(_ request: RequestNumber? = nil, of office: AgencyCode? = nil) {
        officer = nil
        role = .visitor
        held = [.visitor]
        self.office = office
        self.request = request
        isLocalOperator = false
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
