public import CivilTime

/// The record of a search (检索记录), which a court will ask for. Source: 条例 Art 36(4); 指导案例101号.
public struct SearchRecord: Sendable, Hashable, Codable {
    /// Where was searched: archives, systems, units.
    public let places: Statement
    /// With what terms.
    public let terms: Statement
    /// On which day.
    public let day: Day

    /// A record.
    public init(places: Statement, terms: Statement, on day: Day) {
        self.places = places
        self.terms = terms
        self.day = day
    }
}

/// The office that can disclose the information. Source: 条例 Art 36(5).
public enum RightOrgan: Sendable, Hashable {
    /// It can be determined.
    case known(name: Statement, contact: Statement)
    /// It cannot, for this reason.
    case undetermined(why: Statement)
}

/// A part that is not given. Source: 条例 Art 37.
public struct WithheldPart: Sendable, Hashable, Codable {
    /// What it is, without revealing it.
    public let part: Statement
    /// The ground.
    public let ground: WithholdingGround
    /// The reasons.
    public let reasons: Statement

    /// A part.
    public init(_ part: Statement, ground: WithholdingGround, reasons: Statement) {
        self.part = part
        self.ground = ground
        self.reasons = reasons
    }
}

/// The earlier answer that a repeated application already got. Source: 条例 Art 36(6).
public struct EarlierAnswer: Sendable, Hashable, Codable {
    /// The number of the earlier application.
    public let request: RequestNumber
    /// The day it was answered.
    public let answered: Day

    /// An earlier answer.
    public init(to request: RequestNumber, on answered: Day) {
        self.request = request
        self.answered = answered
    }
}

/// What a decision states besides its result; `ResultLeaf.requirements` says which of it a result needs.
public struct DecisionParticulars: Sendable, Hashable {
    /// Which of the two ways of disclosing.
    public var mode: DisclosureMode?
    /// How, where and when the information is given or found: address, page, enclosure, registry, publication.
    public var access: Statement?
    /// What is given of a divisible information.
    public var given: Statement?
    /// What is withheld of it.
    public var withheld: [WithheldPart] = []
    /// The reasons.
    public var reasons: Statement?
    /// The provision named beside the Regulation's own.
    public var legalBasis: LegalBasis?
    /// Which of 三安全一稳定.
    public var risk: SecurityRisk?
    /// Which interest of the third party.
    public var interest: ThirdPartyInterest?
    /// The consultation of the third party that the decision rests on, by its number in the case.
    public var consultation: Int?
    /// Why the public interest does not demand disclosure, or why it does.
    public var publicInterest: Statement?
    /// Why it is disclosed although the third party objects.
    public var overridingReasons: Statement?
    /// Which of the three kinds.
    public var internalKind: InternalAffairsKind?
    /// Which of the four kinds.
    public var deliberativeKind: DeliberativeKind?
    /// True when it was examined that no law, regulation or rule demands disclosure (Art 16(2), last words).
    public var isProvisoExamined = false
    /// The enforcement case.
    public var caseFile: Statement?
    /// Why it is not held.
    public var notHeldGround: NotHeldGround?
    /// The search.
    public var search: SearchRecord?
    /// The office that can disclose it.
    public var rightOrgan: RightOrgan?
    /// What exists, where what is asked would have to be made.
    public var existing: Statement?
    /// What stays unclear after the correction.
    public var unclear: Statement?
    /// The earlier answer.
    public var earlierAnswer: EarlierAnswer?

    /// The files that are handed over with it, sealed; nil for none.
    public var files: [PaperReference]?
    /// The most files of one decision.
    public static let fileLimit = 20

    /// Nothing stated.
    public init() {}
}

extension DecisionParticulars: Codable {
    enum CodingKeys: String, CodingKey {
        case mode, access, given, withheld, reasons, risk, interest, consultation, search, existing, unclear, files
        case legalBasis = "legal_basis"
        case publicInterest = "public_interest"
        case overridingReasons = "overriding_reasons"
        case internalKind = "internal_kind"
        case deliberativeKind = "deliberative_kind"
        case isProvisoExamined = "proviso_examined"
        case caseFile = "case_file"
        case notHeldGround = "not_held_ground"
        case rightOrgan = "right_organ"
        case earlierAnswer = "earlier_answer"
    }
}

extension RightOrgan: Codable {
    private enum CodingKeys: String, CodingKey {
        case name, contact, undetermined
    }

    /// An office from its object.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let why = try container.decodeIfPresent(Statement.self, forKey: .undetermined) {
            self = .undetermined(why: why)
        } else {
            self = .known(
                name: try container.decode(Statement.self, forKey: .name),
                contact: try container.decode(Statement.self, forKey: .contact))
        }
    }

    /// Writes name and contact, or why there are none.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .known(let name, let contact):
            try container.encode(name, forKey: .name)
            try container.encode(contact, forKey: .contact)
        case .undetermined(let why): try container.encode(why, forKey: .undetermined)
        }
    }
}
