public import CivilTime

/// A case of administrative review or litigation about disclosure work, as its entries tell it.
public struct Appeal: Sendable, Hashable {
    /// One court, or the review body.
    public struct Instance: Sendable, Hashable {
        /// The day the office received the copy, or learnt of the appeal.
        public let opened: Day
        /// The day the office answered.
        public internal(set) var replied: Day?
        /// How it was decided.
        public internal(set) var conclusion: AppealConclusion?
        /// The day the ruling was received.
        public internal(set) var concluded: Day?
    }

    /// As it was registered.
    public let registration: AppealRegistration
    /// The instances, from the first; never empty, at most two.
    public internal(set) var instances: [Instance]
    /// The days by which the review took longer; 0 when it did not.
    public internal(set) var extensionDays = 0
    /// Why it is void; nil while it counts.
    public internal(set) var voiding: Voiding?

    /// Its name.
    public var reference: AppealReference { registration.reference }
    /// The way it took.
    public var route: AppealRoute { registration.route }
    /// The present instance.
    public var instance: Instance {
        get { instances[instances.count - 1] }
        set { instances[instances.count - 1] = newValue }
    }
    /// True while no ruling was received (尚未审结).
    public var isPending: Bool { instance.conclusion == nil && voiding == nil }

    /// The office's time to answer: 10 working days from the copy in a review, 5 in the simple procedure; 15 days in court.
    ///
    /// Example: copy received 2025-09-19: review until 2025-10-10; court until 2025-10-09.
    /// Source: 行政复议法 Art 48, 54, 88; 行政诉讼法 Art 67.
    public func replyPeriod(by calendar: WorkingCalendar) -> LegalPeriod {
        guard route == .review else {
            return LegalPeriod(.days(15), from: instance.opened, .litigationLaw(67), by: calendar)
        }
        return registration.isSimple
            ? LegalPeriod(.workingDays(5), from: instance.opened, .reviewLaw(54), by: calendar)
            : LegalPeriod(.workingDays(10), from: instance.opened, .reviewLaw(48), by: calendar)
    }

    /// The review body's time: 60 days from acceptance, 30 in the simple procedure, up to 30 more; nil in court.
    ///
    /// It is reckoned from the day the copy was received, which lies a few days after acceptance.
    /// Source: 行政复议法 Art 62.
    public func reviewPeriod(by calendar: WorkingCalendar) -> LegalPeriod? {
        guard route == .review else { return nil }
        let days = (registration.isSimple ? 30 : 60) + extensionDays
        return LegalPeriod(.days(days), from: instance.opened, .reviewLaw(62), by: calendar)
    }

    /// The last day for a suit after this review; nil in court, and while the review may still be decided.
    ///
    /// Example: decision received 2025-09-19: until 2025-10-09. Source: 行政诉讼法 Art 45.
    public func suitPeriod(on day: Day, by calendar: WorkingCalendar) -> LegalPeriod? {
        guard route == .review else { return nil }
        if let concluded = instance.concluded { return Remedies.suitAfterReview(from: concluded, by: calendar) }
        guard let end = reviewPeriod(by: calendar)?.due, day > end else { return nil }
        return Remedies.suitAfterReview(from: end, by: calendar)
    }

    /// The column of table four in which the case counts in the report of a year; nil when it does not count.
    ///
    /// A case counts in every year in which it is open, as `pending` until its ruling was received: a case of 2024 decided
    /// in March 2025 is `pending` in 2024 and has its result in 2025. Whether a case carried in counts again is not said by
    /// the form's notice, so that a setting decides; without it the case counts in its first year only.
    public func result(inYear year: Int, countingCarriedIn isCounted: Bool = true) -> AppealResult? {
        let first = instances[0].opened.year
        guard voiding == nil, year >= first, isCounted || year == first else { return nil }
        // The result at the end of the year: that of the last instance opened by then.
        guard let last = instances.last(where: { $0.opened.year <= year }) else { return nil }
        guard let conclusion = last.conclusion, let concluded = last.concluded, concluded.year <= year else {
            return .pending
        }
        // A ruling of an earlier year was counted there, unless the case went on.
        return concluded.year == year ? conclusion.outcome.result : nil
    }

    /// The command that opens the application again after this case; nil when no new answer is ordered.
    public var reopening: ReopenAfterAppeal? {
        guard voiding == nil, let conclusion = instance.conclusion, conclusion.mustAnswer,
            let received = instance.concluded
        else {
            return nil
        }
        return ReopenAfterAppeal(after: reference, received: received, ordered: conclusion.ordered)
    }

    /// A case from its entries, in order; nil when there are none.
    ///
    /// - Throws: `Refusal` naming the first entry that does not fit.
    public init?(folding entries: some Sequence<AppealEntry>) throws(Refusal) {
        var appeal: Appeal?
        for entry in entries { appeal = try Self.applying(entry, to: appeal) }
        guard let appeal else { return nil }
        self = appeal
    }

    private init(_ registration: AppealRegistration, on day: Day) {
        self.registration = registration
        instances = [Instance(opened: day)]
    }

    /// The case after one more entry.
    ///
    /// - Throws: `Refusal` when the entry does not fit.
    public static func applying(_ entry: AppealEntry, to appeal: Appeal?) throws(Refusal) -> Appeal {
        let misfit = Refusal(ExaminationFinding.misfit(entry.kind.rawValue, entry.day))
        if case .registered(let registration) = entry.act {
            guard appeal.map({ $0.voiding != nil }) ?? true else { throw misfit }
            return Appeal(registration, on: entry.day)
        }
        guard var next = appeal, next.voiding == nil else { throw misfit }
        switch entry.act {
        case .registered: throw misfit
        case .voided(let voiding): next.voiding = voiding
        case .replied:
            guard next.isPending, next.instance.replied == nil else { throw misfit }
            next.instance.replied = entry.day
        case .reviewExtended(let grant):
            guard next.isPending, next.route == .review, next.extensionDays == 0 else { throw misfit }
            next.extensionDays = grant.days
        case .concluded(let conclusion):
            guard next.isPending, conclusion.outcome.isLitigation == next.route.isLitigation else { throw misfit }
            next.instance.conclusion = conclusion
            next.instance.concluded = entry.day
        case .secondInstanceOpened:
            guard !next.isPending, next.route.isLitigation, next.instances.count == 1 else { throw misfit }
            next.instances.append(Instance(opened: entry.day))
        }
        return next
    }
}
