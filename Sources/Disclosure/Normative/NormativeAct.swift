public import CivilTime

/// What kind of rule-giving document.
public enum NormativeKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// 规章.
    case administrativeRule = "administrative_rule"
    /// 行政规范性文件.
    case normativeDocument = "normative_document"

    /// The name in Chinese.
    public var chineseText: String { self == .administrativeRule ? "规章" : "行政规范性文件" }
}

/// What a document is called, and until when it holds.
public struct NormativeParticulars: Sendable, Hashable, Codable {
    /// Which kind.
    public let kind: NormativeKind
    /// The title.
    public let title: Statement
    /// The number of the document (文号); nil where it has none.
    public let number: Statement?
    /// The last day of its term (有效期); nil without a term.
    public let expires: Day?

    /// Particulars.
    public init(_ kind: NormativeKind, _ title: Statement, number: Statement? = nil, expires: Day? = nil) {
        self.kind = kind
        self.title = title
        self.number = number
        self.expires = expires
    }
}

/// A document was issued (制发); the day of the entry is that of the document.
public struct NormativeIssue: Sendable, Hashable, Codable {
    /// Its name in the ledger.
    public let document: DocumentReference
    /// What it is called.
    public let particulars: NormativeParticulars
    /// Who recorded it.
    public let officer: OfficerReference
}

/// A document was made public.
public struct NormativeDisclosure: Sendable, Hashable, Codable {
    /// The item it was published as; nil when it is not in the ledger.
    public let item: ItemReference?
    /// Who recorded it.
    public let officer: OfficerReference
}

/// The term of a document was set anew, or lifted.
public struct NormativeTerm: Sendable, Hashable, Codable {
    /// The last day of the term; nil for none.
    public let expires: Day?
    /// The document that says so.
    public let basis: Statement
    /// Who recorded it.
    public let officer: OfficerReference
}

/// A document was repealed (废止); the day of the entry is the first on which it no longer holds.
public struct NormativeRepeal: Sendable, Hashable, Codable {
    /// The document that repeals it.
    public let basis: Statement
    /// Who recorded it.
    public let officer: OfficerReference
}

/// The record of a document was put right.
public struct NormativeCorrection: Sendable, Hashable, Codable {
    /// What it is called.
    public let particulars: NormativeParticulars
    /// Why.
    public let reasons: Statement
    /// Who put it right.
    public let officer: OfficerReference
}

/// A document was recorded by mistake and counts no longer.
public struct NormativeStriking: Sendable, Hashable, Codable {
    /// Why.
    public let reasons: Statement
    /// Who struck it.
    public let officer: OfficerReference
}

/// What can be recorded of a rule or a normative document.
public enum NormativeAct: Sendable, Hashable {
    /// It was issued.
    case issued(NormativeIssue)
    /// It was made public.
    case disclosed(NormativeDisclosure)
    /// Its term was set anew.
    case termSet(NormativeTerm)
    /// It was repealed.
    case repealed(NormativeRepeal)
    /// The record was put right.
    case corrected(NormativeCorrection)
    /// The record was struck.
    case struck(NormativeStriking)
}

/// One act on a rule or a normative document.
public typealias NormativeEntry = Entry<NormativeAct>

extension NormativeAct: RecordedAct {
    /// The names of the acts in the ledger; stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It was issued.
        case issued = "normative.issued"
        /// It was made public.
        case disclosed = "normative.disclosed"
        /// Its term was set anew.
        case termSet = "normative.term_set"
        /// It was repealed.
        case repealed = "normative.repealed"
        /// The record was put right.
        case corrected = "normative.corrected"
        /// The record was struck.
        case struck = "normative.struck"
    }

    /// The schema of the payloads.
    public static let schema = 1

    /// What kind of act.
    public var kind: Kind {
        switch self {
        case .issued: .issued
        case .disclosed: .disclosed
        case .termSet: .termSet
        case .repealed: .repealed
        case .corrected: .corrected
        case .struck: .struck
        }
    }

    /// What the act carries.
    public var payload: any Codable & Sendable {
        switch self {
        case .issued(let payload): payload
        case .disclosed(let payload): payload
        case .termSet(let payload): payload
        case .repealed(let payload): payload
        case .corrected(let payload): payload
        case .struck(let payload): payload
        }
    }

    /// An act from its kind and what it carries.
    ///
    /// - Throws: `DecodingError` when the payload does not fit the kind.
    public init(_ kind: Kind, _ payload: EntryPayload) throws {
        switch kind {
        case .issued: self = .issued(try payload.read())
        case .disclosed: self = .disclosed(try payload.read())
        case .termSet: self = .termSet(try payload.read())
        case .repealed: self = .repealed(try payload.read())
        case .corrected: self = .corrected(try payload.read())
        case .struck: self = .struck(try payload.read())
        }
    }
}
