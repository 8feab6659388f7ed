public import CivilTime

/// An application for government information (政府信息公开申请), as its entries tell it.
///
/// It is a fold over entries and nothing else: what is overdue, silent or due is worked out for a day, never stored.
public struct InformationRequest: Sendable, Hashable {
    /// As it was registered.
    public let registration: Registration
    /// What is asked now, after a correction or a split.
    public internal(set) var matter: Statement
    /// The ways through, from the first to the present one; never empty.
    public internal(set) var rounds: [RequestRound]
    /// The applications that were split off.
    public internal(set) var parts: [RequestNumber] = []
    /// The day it was filed; nil when it is not, or was opened again.
    public internal(set) var filedOn: Day?
    /// The records that were rectified.
    public internal(set) var rectifications: [Rectification] = []
    /// Its promotion to proactive disclosure.
    public internal(set) var promotion: Promotion?
    /// What the applicant sent, in order.
    public internal(set) var messages: [ApplicantMessage] = []
    /// What the office wrote to the applicant, in order.
    public internal(set) var sentMessages: [OfficeMessage] = []
    /// How many of them the applicant has opened.
    public internal(set) var readMessages = 0
    /// The numbers of its letters, by the place in the case of the entry that made each.
    public internal(set) var letterNumbers: [Int: LetterNumbering] = [:]
    /// Why it is void; nil while it counts.
    public internal(set) var voiding: Voiding?
    /// How often a change of the calendar moved its clock.
    public internal(set) var recomputations = 0

    init(_ registration: Registration) {
        self.registration = registration
        matter = registration.matter
        let start = registration.channel.needsConfirmation ? nil : registration.arrived
        rounds = [RequestRound(start: start, lastDay: registration.arrived)]
    }

    /// Its number.
    public var number: RequestNumber { registration.number }
    /// The present way through.
    public var round: RequestRound {
        get { rounds[rounds.count - 1] }
        set { rounds[rounds.count - 1] = newValue }
    }
    /// The legal day of receipt (收到申请之日); nil while it is not confirmed. Source: 条例 Art 31.
    public var receiptDate: Day? { rounds[0].start }
    /// True when a correction was asked, in whatever round; the law knows one only (Art 30).
    public var wasAskedToCorrect: Bool { rounds.contains { $0.correction != nil } }
    /// True when the period was extended, in whatever round; it can happen once (Art 33).
    public var wasExtended: Bool { rounds.contains { $0.extended != nil } }
    /// True when a fee was asked, in whatever round.
    public var wasCharged: Bool { rounds.contains { $0.fee != nil } }
    /// The consultations of all rounds, by number.
    public var consultations: [Consultation] { rounds.flatMap(\.consultations) }

    /// How many messages of the office the applicant has not opened.
    public var unreadMessages: Int { sentMessages.count - readMessages }

    /// Where it stands.
    public var stage: RequestStage {
        if voiding != nil { return .voided }
        let round = round
        if round.closure != nil { return filedOn == nil ? .closed : .filed }
        if round.disposal != nil { return round.service == nil ? .decided : .served }
        if round.start == nil { return .awaitingConfirmation }
        if let correction = round.correction, correction.received == nil { return .awaitingCorrection }
        if let fee = round.fee, fee.paid == nil { return .awaitingPayment }
        return round.consultations.contains { $0.opinion == nil } ? .consulting : .handling
    }
}
