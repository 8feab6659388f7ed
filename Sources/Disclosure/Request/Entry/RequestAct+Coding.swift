extension RequestAct: RecordedAct {
    /// The names of the acts in the ledger; stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It was entered in the register.
        case registered = "request.registered"
        /// Its receipt was confirmed.
        case receiptConfirmed = "request.receipt_confirmed"
        /// A correction was asked.
        case correctionAsked = "request.correction_asked"
        /// The corrected application came in.
        case correctionReceived = "request.correction_received"
        /// An opinion was asked.
        case consulted = "request.consulted"
        /// A letter reached the one it was for.
        case letterDelivered = "request.letter_delivered"
        /// An opinion arrived.
        case opinionReceived = "request.opinion_received"
        /// Reasons were asked.
        case reasonsAsked = "request.reasons_asked"
        /// Reasons were given.
        case reasonsReceived = "request.reasons_received"
        /// A later day was agreed.
        case delayAgreed = "request.delay_agreed"
        /// Someone agreed.
        case approved = "request.approved"
        /// The period was extended.
        case extended = "request.extended"
        /// A fee was asked.
        case feeNoticeIssued = "request.fee_notice_issued"
        /// The fee was paid.
        case paid = "request.paid"
        /// It was taken apart.
        case split = "request.split"
        /// It was merged into another one.
        case merged = "request.merged"
        /// It was passed on.
        case transferred = "request.transferred"
        /// It was withdrawn.
        case withdrawn = "request.withdrawn"
        /// It counts as given up.
        case abandoned = "request.abandoned"
        /// It was decided.
        case decided = "request.decided"
        /// The answer was served.
        case served = "request.served"
        /// It was closed.
        case closed = "request.closed"
        /// It was filed.
        case filed = "request.filed"
        /// It was opened again.
        case reopened = "request.reopened"
        /// A record was rectified.
        case rectified = "request.rectified"
        /// It was promoted to proactive disclosure.
        case promoted = "request.promoted"
        /// The applicant sent something.
        case messageReceived = "request.message_received"
        /// The office wrote to the applicant.
        case messageSent = "request.message_sent"
        /// The applicant opened what the office wrote.
        case messagesRead = "request.messages_read"
        /// A letter got its number.
        case letterNumbered = "request.letter_numbered"
        /// The applicant judged the handling.
        case rated = "request.rated"
        /// A change of the calendar moved the clock.
        case clockRecomputed = "request.clock_recomputed"
        /// It was registered in error.
        case voided = "request.voided"
    }

    /// The schema of the payloads.
    public static let schema = 1

    /// What kind of act.
    public var kind: Kind {
        switch self {
        case .registered: .registered
        case .receiptConfirmed: .receiptConfirmed
        case .correctionAsked: .correctionAsked
        case .correctionReceived: .correctionReceived
        case .consulted: .consulted
        case .letterDelivered: .letterDelivered
        case .opinionReceived: .opinionReceived
        case .reasonsAsked: .reasonsAsked
        case .reasonsReceived: .reasonsReceived
        case .delayAgreed: .delayAgreed
        case .approved: .approved
        case .extended: .extended
        case .feeNoticeIssued: .feeNoticeIssued
        case .paid: .paid
        case .split: .split
        case .merged: .merged
        case .transferred: .transferred
        case .withdrawn: .withdrawn
        case .abandoned: .abandoned
        case .decided: .decided
        case .served: .served
        case .closed: .closed
        case .filed: .filed
        case .reopened: .reopened
        case .rectified: .rectified
        case .promoted: .promoted
        case .messageReceived: .messageReceived
        case .messageSent: .messageSent
        case .messagesRead: .messagesRead
        case .letterNumbered: .letterNumbered
        case .rated: .rated
        case .clockRecomputed: .clockRecomputed
        case .voided: .voided
        }
    }

    /// What the act carries.
    public var payload: any Codable & Sendable {
        switch self {
        case .registered(let payload): payload
        case .receiptConfirmed(let payload): payload
        case .correctionAsked(let payload): payload
        case .correctionReceived(let payload): payload
        case .consulted(let payload): payload
        case .letterDelivered(let payload): payload
        case .opinionReceived(let payload): payload
        case .reasonsAsked(let payload): payload
        case .reasonsReceived(let payload): payload
        case .delayAgreed(let payload): payload
        case .approved(let payload): payload
        case .extended(let payload): payload
        case .feeNoticeIssued(let payload): payload
        case .paid(let payload): payload
        case .split(let payload): payload
        case .merged(let payload): payload
        case .transferred(let payload): payload
        case .withdrawn(let payload): payload
        case .abandoned(let payload): payload
        case .decided(let payload): payload
        case .served(let payload): payload
        case .closed(let payload): payload
        case .filed(let payload): payload
        case .reopened(let payload): payload
        case .rectified(let payload): payload
        case .promoted(let payload): payload
        case .messageReceived(let payload): payload
        case .messageSent(let payload): payload
        case .messagesRead(let payload): payload
        case .letterNumbered(let payload): payload
        case .rated(let payload): payload
        case .clockRecomputed(let payload): payload
        case .voided(let payload): payload
        }
    }

    /// An act from its kind and what it carries.
    ///
    /// - Throws: `DecodingError` when the payload does not fit the kind.
    public init(_ kind: Kind, _ payload: EntryPayload) throws {
        switch kind {
        case .registered: self = .registered(try payload.read())
        case .receiptConfirmed: self = .receiptConfirmed(try payload.read())
        case .correctionAsked: self = .correctionAsked(try payload.read())
        case .correctionReceived: self = .correctionReceived(try payload.read())
        case .consulted: self = .consulted(try payload.read())
        case .letterDelivered: self = .letterDelivered(try payload.read())
        case .opinionReceived: self = .opinionReceived(try payload.read())
        case .reasonsAsked: self = .reasonsAsked(try payload.read())
        case .reasonsReceived: self = .reasonsReceived(try payload.read())
        case .delayAgreed: self = .delayAgreed(try payload.read())
        case .approved: self = .approved(try payload.read())
        case .extended: self = .extended(try payload.read())
        case .feeNoticeIssued: self = .feeNoticeIssued(try payload.read())
        case .paid: self = .paid(try payload.read())
        case .split: self = .split(try payload.read())
        case .merged: self = .merged(try payload.read())
        case .transferred: self = .transferred(try payload.read())
        case .withdrawn: self = .withdrawn(try payload.read())
        case .abandoned: self = .abandoned(try payload.read())
        case .decided: self = .decided(try payload.read())
        case .served: self = .served(try payload.read())
        case .closed: self = .closed(try payload.read())
        case .filed: self = .filed(try payload.read())
        case .reopened: self = .reopened(try payload.read())
        case .rectified: self = .rectified(try payload.read())
        case .promoted: self = .promoted(try payload.read())
        case .messageReceived: self = .messageReceived(try payload.read())
        case .messageSent: self = .messageSent(try payload.read())
        case .messagesRead: self = .messagesRead(try payload.read())
        case .letterNumbered: self = .letterNumbered(try payload.read())
        case .rated: self = .rated(try payload.read())
        case .clockRecomputed: self = .clockRecomputed(try payload.read())
        case .voided: self = .voided(try payload.read())
        }
    }
}
