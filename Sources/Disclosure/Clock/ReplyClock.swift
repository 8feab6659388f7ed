public import CivilTime

/// Everything that moves the time to answer one application (答复期限), as the register knows it.
///
/// Example: received 2021-09-13, nothing else: the answer is due on 2021-10-15, the 20th working day.
/// Source: 条例 Art 30, 32, 33; 109号 Art 6.
public struct ReplyClock: Sendable, Hashable {
    /// The applicant was asked to correct the application (补正).
    public struct Correction: Sendable, Hashable {
        /// The day the notice of correction went out.
        public var asked: Day
        /// The day the corrected application was received; nil while it is awaited.
        public var received: Day?

        /// A correction.
        public init(asked: Day, received: Day?) {
            self.asked = asked
            self.received = received
        }
    }

    /// The applicant was asked to pay a processing fee (信息处理费).
    public struct FeeWindow: Sendable, Hashable {
        /// The day the notice went out; it must lie inside the period.
        public var noticeSent: Day
        /// The day the applicant received the notice; the time to pay runs from the day after.
        public var noticeReceived: Day
        /// The day of payment; nil while it is awaited.
        public var paid: Day?

        /// A fee window.
        ///
        /// - Parameter noticeSent: nil when it went out on the day it was received.
        public init(noticeSent: Day? = nil, noticeReceived: Day, paid: Day?) {
            self.noticeSent = noticeSent ?? noticeReceived
            self.noticeReceived = noticeReceived
            self.paid = paid
        }
    }

    /// The period was extended, which can happen once (延长答复期限).
    public struct Extension: Sendable, Hashable {
        /// By how much: 1-20 working days.
        public let days: WorkingDays
        /// The day the head of the information office agreed; nil when it is not known, and then taken as in time.
        public let decided: Day?
        /// The restart of the period that was recorded before it on the same day; nil where there was none.
        public let after: Restart?

        /// What starts the period anew.
        public enum Restart: Sendable, Hashable {
            /// The corrected application came.
            case correction
            /// The fee was paid.
            case payment
        }

        /// An extension.
        ///
        /// - Parameter after: what started the period anew on that day already, so that it is the new period that is longer.
        /// - Throws: `Refusal` when it is longer than the law allows, or no extension at all.
        public init(by days: WorkingDays = .longestExtension, decided: Day? = nil, after: Restart? = nil)
            throws(Refusal)
        {
            guard days.count > 0 && days <= .longestExtension else {
                throw Refusal(ClockFinding.extensionLength(days))
            }
            self.days = days
            self.decided = decided
            self.after = after
        }

        private init(full days: WorkingDays) {
            self.days = days
            decided = nil
            after = nil
        }

        /// The longest extension, decided in time.
        public static let full = Extension(full: .longestExtension)
    }

    /// The most consultations of one application; beyond it something is wrong with the record.
    public static let suspensionLimit = 100

    /// The day the application was received; `Receipt` tells which day that is.
    public var received: Day
    /// The correction, when one was asked; the law knows one only.
    public var correction: Correction?
    /// The consultations of third parties and other organs, in any order.
    public var suspensions: [ClockSuspension]
    /// The extension, when there is one.
    public var extended: Extension?
    /// The fee, when one was asked.
    public var fee: FeeWindow?

    /// A clock.
    public init(
        received: Day, correction: Correction? = nil, suspensions: [ClockSuspension] = [],
        extended: Extension? = nil, fee: FeeWindow? = nil
    ) {
        self.received = received
        self.correction = correction
        self.suspensions = suspensions
        self.extended = extended
        self.fee = fee
    }

    /// When the answer is due, with every step of the arithmetic.
    ///
    /// - The day of receipt does not count; the next working day is day 1 (民法典 Art 201).
    /// - A correction starts the 20 days anew from the day it is received (Art 30): received 2025-06-03, corrected
    ///   2025-06-16, due 2025-07-14.
    /// - A consultation stops them: the day the letter goes out counts as used, the day the opinion arrives does not
    ///   (Art 33(3)): received 2025-06-03, asked 2025-06-10, opinion 2025-06-24, due 2025-07-15.
    /// - An extension adds up to 20 working days to the running period (Art 33(2)): received 2021-09-13, extended, due
    ///   2021-11-12.
    /// - A fee paid in time starts them anew from the day of payment (109号 Art 6): paid 2025-06-16, due 2025-07-14.
    /// - Throws: `Refusal` when the days stand in an order that cannot be, or something came too late to count.
    public func reckon(by calendar: WorkingCalendar) throws(Refusal) -> ReplyPeriod {
        if let refusal = Refusal(orderFindings()) { throw refusal }
        var reckoning = ClockReckoning(clock: self, calendar: calendar)
        return try reckoning.finish()
    }

    /// Orders of days that cannot be, whatever the calendar says.
    private func orderFindings() -> [Finding] {
        var findings: [Finding] = []
        if let correction {
            if correction.asked < received {
                findings.append(ClockFinding.correctionBeforeReceipt(correction, received))
            }
            if let answer = correction.received, answer < correction.asked {
                findings.append(ClockFinding.correctionTurnedRound(asked: correction.asked, received: answer))
            }
        }
        if suspensions.count > Self.suspensionLimit {
            findings.append(ClockFinding.tooManySuspensions(suspensions.count))
        }
        for suspension in suspensions {
            if suspension.sent < received {
                findings.append(ClockFinding.suspensionBeforeReceipt(suspension, received))
            }
            if let opinion = suspension.answered, opinion < suspension.sent {
                findings.append(ClockFinding.opinionBeforeRequest(sent: suspension.sent, answered: opinion))
            }
            if let served = suspension.letterReceived, served < suspension.sent {
                findings.append(ClockFinding.letterBeforeRequest(sent: suspension.sent, served: served))
            }
        }
        if let decided = extended?.decided, decided < received {
            findings.append(ClockFinding.extensionBeforeReceipt(decided, received))
        }
        if let fee {
            findings += feeOrderFindings(fee)
        }
        return findings
    }

    private func feeOrderFindings(_ fee: FeeWindow) -> [Finding] {
        var findings: [Finding] = []
        if fee.noticeSent < received {
            findings.append(ClockFinding.feeNoticeBeforeReceipt(fee.noticeSent, received))
        } else if let correction, fee.noticeSent < correction.received ?? .latest {
            findings.append(ClockFinding.feeNoticeBeforeCorrection(fee.noticeSent, correction))
        }
        if fee.noticeReceived < fee.noticeSent {
            findings.append(ClockFinding.feeNoticeTurnedRound(fee))
        }
        if let paid = fee.paid, paid < fee.noticeReceived {
            findings.append(ClockFinding.paidBeforeNotice(paid, fee.noticeReceived))
        }
        return findings
    }
}
