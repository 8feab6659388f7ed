public import Disclosure

/// A paper of an application as it is kept: unreadable without the key.
public struct SealedPaper: Sendable, Hashable {
    /// What it is to the application.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// 身份证明.
        case identityProof = "identity_proof"
        /// 授权委托书.
        case authorisation
        /// Handed in beside the application or a message.
        case attachment
        /// The text of a message.
        case message
        /// What was said beside a rating.
        case rating
        /// The text of a message of the office.
        case officeMessage = "office_message"
        /// Sent with a message of the office.
        case officePaper = "office_paper"
        /// Handed over with an answer.
        case answer

        /// True for what the applicant handed in.
        public var isFromApplicant: Bool {
            switch self {
            case .identityProof, .authorisation, .attachment, .message, .rating: true
            case .officeMessage, .officePaper, .answer: false
            }
        }
    }

    /// Its name.
    public let reference: PaperReference
    /// The office.
    public let office: AgencyCode
    /// The application it belongs to.
    public let request: RequestNumber
    /// What it is.
    public let role: Role
    /// The identity of the key it is sealed with.
    public let key: String
    /// How many bytes the content has, opened.
    public let byteCount: Int
    /// When it came.
    public let receivedAt: Moment
    /// Name and kind, sealed.
    public let label: [UInt8]
    /// The content, sealed; empty where only the list was asked for.
    public let content: [UInt8]

    /// A sealed paper.
    public init(
        _ reference: PaperReference, of office: AgencyCode, in request: RequestNumber, as role: Role, key: String,
        byteCount: Int, receivedAt: Moment, label: [UInt8], content: [UInt8]
    ) {
        self.reference = reference
        self.office = office
        self.request = request
        self.role = role
        self.key = key
        self.byteCount = byteCount
        self.receivedAt = receivedAt
        self.label = label
        self.content = content
    }
}

/// An application that is being written, as it is kept.
public struct KeptDraft: Sendable, Hashable {
    /// The digest of the secret that the applicant's browser holds.
    public let id: Digest
    /// The identity of the key it is sealed with.
    public let key: String
    /// When it is forgotten.
    public let expiresAt: Moment
    /// What was written, sealed.
    public let sealed: [UInt8]
    /// The application it became; nil while it is none.
    public let office: AgencyCode?
    /// Its number there.
    public let request: RequestNumber?

    /// A draft.
    public init(
        _ id: Digest, key: String, expiresAt: Moment, sealed: [UInt8], office: AgencyCode? = nil,
        request: RequestNumber? = nil
    ) {
        self.id = id
        self.key = key
        self.expiresAt = expiresAt
        self.sealed = sealed
        self.office = office
        self.request = request
    }
}

/// A file of a draft, as it is kept.
public struct KeptDraftFile: Sendable, Hashable {
    /// Its place in the draft, from 1; never used twice.
    public let number: Int
    /// The field it was chosen in.
    public let slot: String
    /// How many bytes the content has, opened.
    public let byteCount: Int
    /// Name and kind, sealed.
    public let label: [UInt8]
    /// The content, sealed; empty where only the list was asked for.
    public let content: [UInt8]

    /// A file.
    public init(_ number: Int, in slot: String, byteCount: Int, label: [UInt8], content: [UInt8]) {
        self.number = number
        self.slot = slot
        self.byteCount = byteCount
        self.label = label
        self.content = content
    }
}
