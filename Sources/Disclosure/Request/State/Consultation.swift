public import CivilTime

/// A consultation of one application, with what came of it.
public struct Consultation: Sendable, Hashable {
    /// Its letter.
    public let letter: ConsultationLetter
    /// The day the letter went out.
    public let sent: Day
    /// The day it reached the other side; nil when it is not known.
    public internal(set) var delivered: Day?
    /// What was answered; nil when nothing arrived.
    public internal(set) var opinion: Opinion?
    /// The day the opinion arrived.
    public internal(set) var answered: Day?

    /// What the law makes of a consultation on a day.
    public enum Standing: Sendable, Hashable {
        /// An opinion may still come, until this day.
        case awaited(until: Day)
        /// Agreed, in words or by a co-maker's silence.
        case consents
        /// Objected.
        case objects
        /// A question was answered, or another office kept silent: nothing follows for disclosure.
        case answered
        /// A third party kept silent: the office decides. Source: 条例 Art 32.
        case leftToOffice
    }

    /// The last day for the opinion: 15 working days after the letter arrived, after it was sent while that is unknown.
    ///
    /// Example: delivered 2025-06-10, last day 2025-07-01. Source: 条例 Art 32, 34.
    public func lastDay(by calendar: WorkingCalendar) -> Day {
        calendar.day(.opinion, after: delivered ?? sent) ?? .latest
    }

    /// What the law makes of it on a day: silence of a third party leaves the decision to the office, silence of a
    /// co-maker is consent.
    ///
    /// Example: delivered 2025-06-10 and no answer: awaited on 2025-07-01, over on 2025-07-02.
    /// Source: 条例 Art 32, 34.
    public func standing(on day: Day, by calendar: WorkingCalendar) -> Standing {
        switch opinion?.stance {
        case .consents: return .consents
        case .objects: return .objects
        case .replied: return .answered
        case nil: break
        }
        let last = lastDay(by: calendar)
        guard day > last else { return .awaited(until: last) }
        switch letter.kind {
        case .thirdParty: return .leftToOffice
        case .coMaker: return .consents
        case .otherOrgan: return .answered
        }
    }

    /// As the reply clock sees it.
    var suspension: ClockSuspension {
        ClockSuspension(letter.kind.consulted, sent: sent, letterReceived: delivered, answered: answered)
    }
}
