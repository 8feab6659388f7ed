/// What is known of a person was recorded or changed: which fields, never what stands in them.
public struct PersonRecording: Sendable, Hashable, Codable {
    /// The names of the fields, sorted.
    public let fields: [String]

    /// A recording.
    public init(fields: [String]) { self.fields = fields.sorted() }
}

/// Someone looked at what is known of a person; who, stands with the entry.
public struct PersonLook: Sendable, Hashable, Codable {
    /// The names of the fields, sorted.
    public let fields: [String]
    /// Why.
    public let reasons: Statement

    /// A look.
    public init(at fields: [String], because reasons: Statement) {
        self.fields = fields.sorted()
        self.reasons = reasons
    }
}

/// What was known of a person was erased; the references in other entries lead nowhere from then on.
public struct PersonErasure: Sendable, Hashable, Codable {
    /// Why: the retention time is over, the purpose is served.
    public let reasons: Statement

    /// An erasure.
    public init(because reasons: Statement) { self.reasons = reasons }
}

/// What can be recorded of the data kept about a person. No entry ever holds the data.
///
/// Source: 个人信息保护法 Art 6, 19, 47, 51, 54.
public enum PersonAct: Sendable, Hashable {
    /// They were recorded.
    case recorded(PersonRecording)
    /// They were changed.
    case changed(PersonRecording)
    /// Someone looked.
    case looked(PersonLook)
    /// They were erased.
    case erased(PersonErasure)
}

/// One act on the data about a person.
public typealias PersonEntry = Entry<PersonAct>

extension PersonAct: RecordedAct {
    /// The names of the acts in the ledger; stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// They were recorded.
        case recorded = "person.recorded"
        /// They were changed.
        case changed = "person.changed"
        /// Someone looked.
        case looked = "person.looked"
        /// They were erased.
        case erased = "person.erased"
    }

    /// The schema of the payloads.
    public static let schema = 1

    /// What kind of act.
    public var kind: Kind {
        switch self {
        case .recorded: .recorded
        case .changed: .changed
        case .looked: .looked
        case .erased: .erased
        }
    }

    /// What the act carries.
    public var payload: any Codable & Sendable {
        switch self {
        case .recorded(let payload): payload
        case .changed(let payload): payload
        case .looked(let payload): payload
        case .erased(let payload): payload
        }
    }

    /// An act from its kind and what it carries.
    ///
    /// - Throws: `DecodingError` when the payload does not fit the kind.
    public init(_ kind: Kind, _ payload: EntryPayload) throws {
        switch kind {
        case .recorded: self = .recorded(try payload.read())
        case .changed: self = .changed(try payload.read())
        case .looked: self = .looked(try payload.read())
        case .erased: self = .erased(try payload.read())
        }
    }
}
