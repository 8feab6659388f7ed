public import CivilTime

/// A consultation during which the reply clock stands still (征求意见所需时间不计算在期限内).
///
/// The clock stops after the day the letter goes out and runs on after the day the opinion arrives, or after the last of
/// the 15 working days that the other side has from receiving the letter, whichever is first.
/// Example: sent 2025-06-10, opinion 2025-06-24: 2025-06-11 to 2025-06-24 do not count.
/// Source: 条例 Art 32, 33(3), 34.
public struct ClockSuspension: Sendable, Hashable {
    /// Who was asked.
    public enum Consulted: String, Sendable, Hashable, CaseIterable {
        /// A person whose rights disclosure may harm (第三方).
        case thirdParty = "third_party"
        /// Another organ, or a co-maker of the information (其他机关).
        case otherOrgan = "other_organ"
        /// Not said.
        case unstated

        /// What was done, in Chinese: 征求第三方意见.
        public var chineseText: String {
            switch self {
            case .thirdParty: "征求第三方意见"
            case .otherOrgan: "征求其他机关意见"
            case .unstated: "征求意见"
            }
        }
    }

    /// Who was asked.
    public var consulted: Consulted
    /// The day the letter went out; it counts as used.
    public var sent: Day
    /// The day the other side received the letter, from which its 15 working days run; nil when it is not known.
    public var letterReceived: Day?
    /// The day the opinion arrived; it does not count. nil when there is none (yet).
    public var answered: Day?

    /// A consultation.
    public init(
        _ consulted: Consulted = .unstated, sent: Day, letterReceived: Day? = nil, answered: Day? = nil
    ) {
        self.consulted = consulted
        self.sent = sent
        self.letterReceived = letterReceived
        self.answered = answered
    }

    /// The last day that does not count, with what is worth saying about it; nil beyond the range of days.
    ///
    /// Without an opinion and without proof of service the 15 working days are taken from the day of sending.
    func end(by calendar: WorkingCalendar) -> (day: Day, remark: Finding?)? {
        if let answered {
            guard let letterReceived else {
                let isLong = calendar.workingDayCount(after: sent, through: answered) > WorkingDays.opinion.count
                return (answered, isLong ? ClockFinding.opinionLong(sent, answered) : nil)
            }
            guard let limit = calendar.day(.opinion, after: letterReceived) else { return nil }
            return answered > limit
                ? (limit, ClockFinding.opinionLate(answered, limit: limit)) : (answered, nil)
        }
        guard let limit = calendar.day(.opinion, after: letterReceived ?? sent) else { return nil }
        return (limit, ClockFinding.opinionAwaited(self, limit: limit))
    }
}

/// Days on which the clock stands still: consultations that overlap or touch, as one.
struct ClockPause {
    /// The last day that counts before it.
    var sent: Day
    /// The last day that does not count, after `sent`.
    var end: Day
    /// Who was asked.
    var consulted: Set<ClockSuspension.Consulted>

    /// The reason that the skipped days are given, in Chinese.
    var why: String {
        if consulted.count == 1, let only = consulted.first { return only.chineseText }
        return consulted.isSuperset(of: [.thirdParty, .otherOrgan]) ? "征求第三方和其他机关意见" : "征求意见"
    }

    /// Pauses in order, those that overlap or touch as one; what ends on the day it begins stops nothing.
    static func merged(_ pauses: [ClockPause]) -> [ClockPause] {
        var merged: [ClockPause] = []
        for pause in pauses.filter({ $0.end > $0.sent }).sorted(by: { $0.sent < $1.sent }) {
            if let last = merged.last, pause.sent <= last.end {
                merged[merged.count - 1].end = max(last.end, pause.end)
                merged[merged.count - 1].consulted.formUnion(pause.consulted)
            } else {
                merged.append(pause)
            }
        }
        return merged
    }
}
