public import CivilTime

/// What a case is about.
public struct ContestedAct: Sendable, Hashable, Codable {
    /// What kind of act.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// An answer.
        case answer
        /// No answer in time.
        case silence
        /// Missing proactive disclosure, after an application for it. Source: 法释〔2025〕8号 Art 2.
        case proactiveDisclosure = "proactive_disclosure"
        /// Another act of disclosure work.
        case other
    }

    /// What kind of act.
    public let kind: Kind
    /// The application; nil where there is none in the register.
    public let request: RequestNumber?
    /// True when the answer rests on Art 14, 15 or 16.
    public let restsOnExemption: Bool
    /// The day the answer counts as made.
    public let served: Day?

    /// An act that is not an answer.
    public init(_ kind: Kind, request: RequestNumber?) {
        self.kind = kind
        self.request = request
        restsOnExemption = false
        served = nil
    }

    /// The answer of an application; nil while none was served.
    public init?(answerOf request: InformationRequest) {
        guard let round = request.rounds.last(where: { $0.servedOn != nil && $0.disposal?.decision != nil }),
            let decision = round.disposal?.decision
        else { return nil }
        kind = .answer
        self.request = request.number
        restsOnExemption = decision.restsOnExemption
        served = round.servedOn
    }

    enum CodingKeys: String, CodingKey {
        case kind, request, served
        case restsOnExemption = "rests_on_exemption"
    }
}

/// A case as it is entered in the register.
public struct AppealRegistration: Sendable, Hashable, Codable {
    /// Its name.
    public let reference: AppealReference
    /// The way it took.
    public let route: AppealRoute
    /// What it is about.
    public let contested: ContestedAct
    /// Who brought it.
    public let claimant: PersonReference
    /// The body that decides, with its file number.
    public let body: Statement
    /// The day the application for review or the suit was handed in; nil when it is not known.
    public let lodged: Day?
    /// True for the simple procedure of review. Source: 行政复议法 Art 53, 54.
    public let isSimple: Bool
    /// The review that came before; only after one.
    public let review: AppealReference?

    enum CodingKeys: String, CodingKey {
        case reference, route, contested, claimant, body, lodged, review
        case isSimple = "simple"
    }
}

/// The office answered (行政复议答复书, 行政诉讼答辩状).
public struct AppealReply: Sendable, Hashable, Codable {
    /// The number of the letter.
    public let letter: Statement
}

/// The review body took longer. Source: 行政复议法 Art 62.
public struct ReviewExtension: Sendable, Hashable, Codable {
    /// By how many calendar days, 1-30.
    public let days: Int
}

/// The case was decided; the day of the entry is that on which the office received the ruling.
public struct AppealConclusion: Sendable, Hashable, Codable {
    /// How.
    public let outcome: AppealOutcome
    /// True when the office must answer anew.
    public let mustAnswer: Bool
    /// The last day for it, when the ruling sets one.
    public let ordered: Day?
    /// The number of the ruling.
    public let ruling: Statement

    enum CodingKeys: String, CodingKey {
        case outcome, ordered, ruling
        case mustAnswer = "must_answer"
    }
}

/// A judgment was taken to the court above (上诉). Source: 行政诉讼法 Art 85.
public struct SecondInstance: Sendable, Hashable, Codable {
    /// The court, with its file number.
    public let court: Statement
}

/// What can be recorded of a case.
public enum AppealAct: Sendable, Hashable {
    /// It was entered in the register, on the day the office received the copy.
    case registered(AppealRegistration)
    /// The office answered.
    case replied(AppealReply)
    /// The review body took longer.
    case reviewExtended(ReviewExtension)
    /// It was decided.
    case concluded(AppealConclusion)
    /// It went to the court above.
    case secondInstanceOpened(SecondInstance)
    /// It was entered in error.
    case voided(Voiding)
}

/// One act in a case.
public typealias AppealEntry = Entry<AppealAct>

extension AppealAct: RecordedAct {
    /// The names of the acts in the ledger; stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It was entered in the register.
        case registered = "appeal.registered"
        /// The office answered.
        case replied = "appeal.replied"
        /// The review body took longer.
        case reviewExtended = "appeal.review_extended"
        /// It was decided.
        case concluded = "appeal.concluded"
        /// It went to the court above.
        case secondInstanceOpened = "appeal.second_instance_opened"
        /// It was entered in error.
        case voided = "appeal.voided"
    }

    /// The schema of the payloads.
    public static let schema = 1

    /// What kind of act.
    public var kind: Kind {
        switch self {
        case .registered: .registered
        case .replied: .replied
        case .reviewExtended: .reviewExtended
        case .concluded: .concluded
        case .secondInstanceOpened: .secondInstanceOpened
        case .voided: .voided
        }
    }

    /// What the act carries.
    public var payload: any Codable & Sendable {
        switch self {
        case .registered(let payload): payload
        case .replied(let payload): payload
        case .reviewExtended(let payload): payload
        case .concluded(let payload): payload
        case .secondInstanceOpened(let payload): payload
        case .voided(let payload): payload
        }
    }

    /// An act from its kind and what it carries.
    ///
    /// - Throws: `DecodingError` when the payload does not fit the kind.
    public init(_ kind: Kind, _ payload: EntryPayload) throws {
        switch kind {
        case .registered: self = .registered(try payload.read())
        case .replied: self = .replied(try payload.read())
        case .reviewExtended: self = .reviewExtended(try payload.read())
        case .concluded: self = .concluded(try payload.read())
        case .secondInstanceOpened: self = .secondInstanceOpened(try payload.read())
        case .voided: self = .voided(try payload.read())
        }
    }
}
