public import CivilTime

/// One step of the arithmetic of a reply period: so many working days after a day, with every day that was skipped.
///
/// The days after `from` up to and with `due`, without the skipped ones, are exactly `days`; only a consultation begun on
/// the last day of the period leaves none, and then the answer is due when the opinion arrives.
public struct ClockStep: Sendable, Hashable {
    /// What the step is about.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The period from the receipt of the application.
        case reply
        /// The period anew from the receipt of the corrected application.
        case correction
        /// The rest of the period after a consultation.
        case suspension
        /// The added days.
        case extended = "extension"
        /// The applicant's time to pay the fee.
        case payment
        /// The period anew from the payment of the fee.
        case paid
    }

    /// What the step is about.
    public let kind: Kind
    /// The article it follows.
    public let article: Article
    /// The day after which the counting begins; it does not count itself.
    public let from: Day
    /// How many working days are counted.
    public let days: WorkingDays
    /// The day on which they are complete.
    public let due: Day
    /// The days between that do not count, as runs with the reason, in order.
    public let skipped: [SkippedRun]
    /// The Saturdays and Sundays between that do count, because they are worked.
    public let makeupWorkdays: [MakeupWorkday]
    /// True when a year without an official calendar is touched.
    public let isProvisional: Bool

    /// The step in one Chinese sentence.
    public var explanation: String {
        let count = "\(days.count)个工作日"
        let end = "\(due.chineseText)（\(due.weekday.chineseText)）"
        switch kind {
        case .reply: return "\(from.chineseText)收到申请，自次日起计算\(count)，至\(end)届满。"
        case .correction: return "\(from.chineseText)收到补正后的申请，自次日起重新计算\(count)，至\(end)届满。"
        case .suspension where days.count == 0:
            return "\(from.chineseText)发出征求意见书时期限已用完，应当在收到意见当日答复（当日不上班的，为其后第一个工作日），即\(end)。"
        case .suspension:
            return "\(from.chineseText)发出征求意见书（当日计入），此时剩余\(count)；自收到意见次日起继续计算，至\(end)届满。"
        case .extended: return "经批准延长\(count)，自\(from.chineseText)起顺延至\(end)届满。"
        case .payment: return "\(from.chineseText)收到收费通知，自次日起\(count)内缴费，最迟\(end)。"
        case .paid: return "\(from.chineseText)缴费，自次日起重新计算\(count)，至\(end)届满。"
        }
    }

    /// The same sentence in English.
    public var englishExplanation: String {
        let count = days.count == 1 ? "1 working day" : "\(days.count) working days"
        let end = "\(due.weekday.englishText) \(due.englishText)"
        let start = from.englishText
        switch kind {
        case .reply: return "Received on \(start); \(count) are counted from the next day and end on \(end)."
        case .correction:
            return
                "The correction was received on \(start); \(count) are counted anew from the next day and end on \(end)."
        case .suspension where days.count == 0:
            return
                "The period was used up when the letter of consultation went out on \(start); the reply is due on the day the opinion arrives, or the first working day after it: \(end)."
        case .suspension:
            return
                "The letter of consultation went out on \(start), which counts; \(count) were left. They go on from the day after the opinion arrives and end on \(end)."
        case .extended: return "Extended by \(count) with approval, from \(start) to \(end)."
        case .payment:
            return
                "The fee notice was received on \(start); the fee is due within \(count) from the next day, by \(end)."
        case .paid: return "Paid on \(start); \(count) are counted anew from the next day and end on \(end)."
        }
    }
}

/// When an answer is due and why.
public struct ReplyPeriod: Sendable, Hashable {
    /// Whether the clock runs.
    public enum State: Sendable, Hashable {
        /// It runs; the answer is due on this day.
        case running(due: Day)
        /// It stands until the corrected application is received.
        case awaitingCorrection
        /// It stands until the fee is paid, which must be done by this day.
        case awaitingPayment(until: Day)
    }

    /// Whether the clock runs.
    public let state: State
    /// The arithmetic, in the order of time.
    public let steps: [ClockStep]
    /// What is worth saying; no error among them.
    public let remarks: [Finding]

    /// The day the answer is due; nil while a correction or a payment is awaited.
    public var due: Day? {
        if case .running(let due) = state { return due }
        return nil
    }

    /// Whether the last day of a step holds: only that of the last step does, which takes the place of all before, and
    /// none while a correction is awaited.
    ///
    /// Example: received 2025-06-03, correction asked 2025-06-10 and awaited: the step from the receipt, which would have
    /// been due on 2025-07-01, does not hold. Source: 条例 Art 30.
    ///
    /// - Parameter step: the place of the step in `steps`; false for one that is not there.
    public func holds(_ step: Int) -> Bool {
        state != .awaitingCorrection && step >= 0 && step == steps.count - 1
    }

    /// True when a year without an official calendar is touched, so that the day may still change.
    public var isProvisional: Bool { steps.contains { $0.isProvisional } }
}
