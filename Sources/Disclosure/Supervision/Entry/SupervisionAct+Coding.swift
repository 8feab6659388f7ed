extension SupervisionAct: RecordedAct {
    /// The names of the acts in the ledger; stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// People asked for advice.
        case inquiryRecorded = "supervision.inquiry_recorded"
        /// A complaint came in.
        case complaintReceived = "supervision.complaint_received"
        /// The public judged the work.
        case appraisalRecorded = "supervision.appraisal_recorded"
        /// A training took place.
        case trainingRecorded = "supervision.training_recorded"
        /// The work was assessed.
        case assessmentRecorded = "supervision.assessment_recorded"
        /// Someone was held to account.
        case accountabilityRecorded = "supervision.accountability_recorded"
        /// The office spoke with the public.
        case interactionRecorded = "supervision.interaction_recorded"
        /// A complaint was answered.
        case complaintAnswered = "supervision.complaint_answered"
        /// A record was put right.
        case corrected = "supervision.corrected"
        /// A record was struck.
        case struck = "supervision.struck"
    }

    /// The schema of the payloads.
    public static let schema = 1

    /// What kind of act.
    public var kind: Kind {
        switch self {
        case .inquiryRecorded: .inquiryRecorded
        case .complaintReceived: .complaintReceived
        case .appraisalRecorded: .appraisalRecorded
        case .trainingRecorded: .trainingRecorded
        case .assessmentRecorded: .assessmentRecorded
        case .accountabilityRecorded: .accountabilityRecorded
        case .interactionRecorded: .interactionRecorded
        case .complaintAnswered: .complaintAnswered
        case .corrected: .corrected
        case .struck: .struck
        }
    }

    /// What the act carries.
    public var payload: any Codable & Sendable {
        switch self {
        case .inquiryRecorded(let payload): payload
        case .complaintReceived(let payload): payload
        case .appraisalRecorded(let payload): payload
        case .trainingRecorded(let payload): payload
        case .assessmentRecorded(let payload): payload
        case .accountabilityRecorded(let payload): payload
        case .interactionRecorded(let payload): payload
        case .complaintAnswered(let payload): payload
        case .corrected(let payload): payload
        case .struck(let payload): payload
        }
    }

    /// An act from its kind and what it carries.
    ///
    /// - Throws: `DecodingError` when the payload does not fit the kind.
    public init(_ kind: Kind, _ payload: EntryPayload) throws {
        switch kind {
        case .inquiryRecorded: self = .inquiryRecorded(try payload.read())
        case .complaintReceived: self = .complaintReceived(try payload.read())
        case .appraisalRecorded: self = .appraisalRecorded(try payload.read())
        case .trainingRecorded: self = .trainingRecorded(try payload.read())
        case .assessmentRecorded: self = .assessmentRecorded(try payload.read())
        case .accountabilityRecorded: self = .accountabilityRecorded(try payload.read())
        case .interactionRecorded: self = .interactionRecorded(try payload.read())
        case .complaintAnswered: self = .complaintAnswered(try payload.read())
        case .corrected: self = .corrected(try payload.read())
        case .struck: self = .struck(try payload.read())
        }
    }
}
