/// What kind of thing an entry is about: the word before the dot in the kinds of its acts, as `request`.
public struct SubjectKind: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// The word.
    public let rawValue: String

    /// A kind by its word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// A kind by its word.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// The word.
    public var description: String { rawValue }

    /// An application for information.
    public static let request = SubjectKind("request")
    /// An item of information.
    public static let item = SubjectKind("item")
    /// A batch for the two halls.
    public static let handover = SubjectKind("handover")
    /// A case of review or litigation.
    public static let appeal = SubjectKind("appeal")
    /// A batch of data that came in or went out.
    public static let exchange = SubjectKind("exchange")
    /// What is kept about a person.
    public static let person = SubjectKind("person")
    /// A matter of supervision: an inquiry, a complaint, a training.
    public static let supervision = SubjectKind("supervision")
    /// A leading group.
    public static let group = SubjectKind("group")
    /// The figures of a year that come from other systems.
    public static let figure = SubjectKind("figure")
    /// A rule or a normative document.
    public static let normative = SubjectKind("normative")
    /// An office with its departments and people over time.
    public static let office = SubjectKind("office")
    /// A cell of a compiled report that was adjusted with a reason.
    public static let adjustment = SubjectKind("adjustment")
    /// The guide of an office; there is one.
    public static let guide = SubjectKind("guide")
    /// A matter of the standard catalogue.
    public static let matter = SubjectKind("matter")
    /// A category of proactive disclosure.
    public static let category = SubjectKind("category")
}
