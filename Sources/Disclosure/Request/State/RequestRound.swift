public import CivilTime

/// How an application came to an end, before its closing.
public enum Disposal: Sendable, Hashable {
    /// Answered.
    case decided(Decision)
    /// Given up by silence.
    case abandoned(Abandonment)
    /// Taken back.
    case withdrawn(Withdrawal)
    /// Goes on in another one.
    case merged(Merger)
    /// Passed on.
    case transferred(Transfer)

    /// True when there is an answer that must be served.
    public var needsService: Bool {
        if case .decided = self { return true }
        return false
    }

    /// The decision, when it is one.
    public var decision: Decision? {
        if case .decided(let decision) = self { return decision }
        return nil
    }

    /// The row of the report it counts in, in the form of a report year.
    ///
    /// Example: unpaid in 2021 is `other_fee_unpaid`; withdrawn, merged and passed on are `other_other`.
    public func leaf(inYear year: Int) -> ResultLeaf {
        let leaf: ResultLeaf =
            switch self {
            case .decided(let decision): decision.leaf
            case .abandoned(let abandonment):
                abandonment.ground == .noCorrection ? .otherNoCorrection : .otherFeeUnpaid
            case .withdrawn, .merged, .transferred: .otherOther
            }
        return leaf.asReported(inYear: year)
    }
}

/// One way through from the receipt to the closing; an application opened again after an appeal has a further one.
public struct RequestRound: Sendable, Hashable {
    /// A correction that was asked.
    public struct Correction: Sendable, Hashable {
        /// What was asked.
        public let notice: CorrectionNotice
        /// When it was asked.
        public let asked: Day
        /// When it came in; nil while it is awaited.
        public internal(set) var received: Day?
    }

    /// Reasons that were asked.
    public struct Reasons: Sendable, Hashable {
        /// What was asked.
        public let notice: ReasonsNotice
        /// When it was asked.
        public let asked: Day
        /// What was answered.
        public internal(set) var given: ReasonsGiven?
        /// When it was answered.
        public internal(set) var received: Day?
    }

    /// A fee that was asked.
    public struct Fee: Sendable, Hashable {
        /// What was asked.
        public let notice: FeeNotice
        /// When the notice went out.
        public let sent: Day
        /// When the applicant received it; nil when it is not known.
        public internal(set) var delivered: Day?
        /// When it was paid.
        public internal(set) var paid: Day?
    }

    /// The legal day from which the clock runs; nil while the receipt is not confirmed.
    public internal(set) var start: Day?
    /// The ruling that began it; nil for the first.
    public internal(set) var reopening: Reopening?
    /// The correction.
    public internal(set) var correction: Correction?
    /// The consultations, by number.
    public internal(set) var consultations: [Consultation] = []
    /// The reasons asked for.
    public internal(set) var reasons: Reasons?
    /// The later day agreed.
    public internal(set) var delay: AgreedDelay?
    /// When it was agreed.
    public internal(set) var delayedOn: Day?
    /// What was agreed to.
    public internal(set) var approvals: [GrantedApproval] = []
    /// The extension, with the day it was agreed to.
    public internal(set) var extended: ReplyClock.Extension?
    /// Why it was extended.
    public internal(set) var extensionReasons: Statement?
    /// The fee.
    public internal(set) var fee: Fee?
    /// How it ended.
    public internal(set) var disposal: Disposal?
    /// When it ended.
    public internal(set) var disposedOn: Day?
    /// How the answer was served.
    public internal(set) var service: ServiceRecord?
    /// When the answer counts as made.
    public internal(set) var servedOn: Day?
    /// The closing.
    public internal(set) var closure: Closure?
    /// When it was closed.
    public internal(set) var closedOn: Day?
    /// What the applicant thinks of it.
    public internal(set) var rating: ApplicantRating?
    /// The latest day of an act so far.
    public internal(set) var lastDay: Day

    init(start: Day?, reopening: Reopening? = nil, lastDay: Day) {
        self.start = start
        self.reopening = reopening
        self.lastDay = lastDay
    }

    /// The clock of this round with everything that moves it; nil while the receipt is not confirmed.
    public var clock: ReplyClock? {
        guard let start else { return nil }
        return ReplyClock(
            received: start,
            correction: correction.map { ReplyClock.Correction(asked: $0.asked, received: $0.received) },
            suspensions: consultations.map(\.suspension), extended: extended,
            fee: fee.map {
                ReplyClock.FeeWindow(noticeSent: $0.sent, noticeReceived: $0.delivered ?? $0.sent, paid: $0.paid)
            })
    }

    /// The reply period; nil while the receipt is not confirmed.
    ///
    /// A consultation that began when the period was over does not stop it (Art 33(3)): it is a fact of the case, and the
    /// clock is reckoned without it.
    /// - Throws: `Refusal` when the days do not fit this calendar.
    public func period(by calendar: WorkingCalendar) throws(Refusal) -> ReplyPeriod? {
        guard var clock else { return nil }
        while true {
            do throws(Refusal) {
                return try clock.reckon(by: calendar)
            } catch {
                let isLate = error.findings.contains { $0.code == .clockSuspensionAfterDue }
                guard isLate,
                    let latest = clock.suspensions.indices.max(by: { a, b in
                        clock.suspensions[a].sent < clock.suspensions[b].sent
                    })
                else { throw error }
                clock.suspensions.remove(at: latest)
            }
        }
    }

    /// The last day to answer: as the ruling ordered, as agreed under Art 35 when that is later, or as the clock says;
    /// nil while a confirmation, a correction or a payment is awaited.
    ///
    /// - Throws: `Refusal` when the days do not fit this calendar.
    public func due(by calendar: WorkingCalendar) throws(Refusal) -> Day? {
        guard let due = try period(by: calendar)?.due else { return nil }
        if let ordered = reopening?.ordered { return ordered }
        return delay.map { max($0.until, due) } ?? due
    }
}
