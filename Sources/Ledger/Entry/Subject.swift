public import Disclosure

/// One thing of an office that acts are done on, by its name in that office.
public struct Subject<Act: LedgerAct>: Sendable, Hashable, CustomStringConvertible {
    /// Its name: 1 to 64 ASCII letters, digits, dashes, dots and underscores.
    public let name: String
    /// What it is.
    public var kind: SubjectKind { Act.subjectKind }

    /// A subject by its name; nil where the form is wrong.
    public init?(name: some StringProtocol) {
        guard let reference = Reference<ReferenceSubject.Paper>(name) else { return nil }
        self.name = reference.text
    }

    /// A subject by the reference that names it.
    public init<Named>(_ reference: Reference<Named>) { name = reference.text }

    /// Kind and name: `request 2025-12`.
    public var description: String { "\(kind) \(name)" }
    /// Kind and name, whatever the acts.
    public var key: SubjectKey { SubjectKey(kind: kind, name: name) }
}

extension Subject where Act == RequestAct {
    /// An application by its number.
    public init(_ number: RequestNumber) { self.init(known: number.description) }
}

extension Subject where Act == HandoverAct {
    /// A batch by its number.
    public init(_ number: HandoverNumber) { self.init(known: number.description) }
}

extension Subject where Act == FigureAct {
    /// The figures of a year.
    public init(_ year: ReportYear) { self.init(known: year.description) }
}

extension Subject where Act == GuideAct {
    /// The guide of an office: there is one, under this name.
    public static var guide: Self { Self(known: "guide") }
}

extension Subject where Act == CategoryAct {
    /// A category.
    public init(_ category: ProactiveCategory) { self.init(known: category.rawValue) }
}

extension Subject {
    /// A name known to have the form.
    init(known name: String) { self.name = name }
}

/// A subject of an office, whatever kind it is.
public struct SubjectKey: Sendable, Hashable, CustomStringConvertible {
    /// What it is.
    public let kind: SubjectKind
    /// Its name in the office.
    public let name: String

    /// A subject.
    public init(kind: SubjectKind, name: String) {
        self.kind = kind
        self.name = name
    }

    /// Kind and name: `request 2025-12`.
    public var description: String { "\(kind) \(name)" }
}
