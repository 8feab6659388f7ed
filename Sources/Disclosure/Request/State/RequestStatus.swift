public import CivilTime

/// How an application stands on a day.
public struct RequestStatus: Sendable, Hashable {
    /// Where it stands.
    public let stage: RequestStage
    /// The reply period with every step of its arithmetic; nil before the confirmation, or when it cannot be reckoned.
    public let period: ReplyPeriod?
    /// The last day to answer; nil while a confirmation, a correction or a payment is awaited.
    public let due: Day?
    /// The day it was answered (the day of service) or ended otherwise; nil while it is open.
    public let endedOn: Day?
    /// True when the last day is over without an answer, or the answer came later.
    public let isOverdue: Bool
    /// Working days from the asked day to the last one, negative when it is over; nil without a last day or when ended.
    public let daysLeft: Int?
    /// Why the period cannot be reckoned by this calendar.
    public let problem: Refusal?
}

extension InformationRequest {
    /// How it stands on a day.
    ///
    /// Example: received 2021-09-13: on 2021-10-15 nothing is overdue and no day is left; on 2021-10-16 it is overdue.
    /// An answer counts as made on the day of its service. Source: 条例 Art 33; 国办公开办函〔2016〕235号.
    public func status(on day: Day, by calendar: WorkingCalendar) -> RequestStatus {
        guard voiding == nil else {
            return RequestStatus(
                stage: stage, period: nil, due: nil, endedOn: nil, isOverdue: false, daysLeft: nil, problem: nil)
        }
        let round = round
        var period: ReplyPeriod?
        var due: Day?
        var problem: Refusal?
        do throws(Refusal) {
            period = try round.period(by: calendar)
            due = try round.due(by: calendar)
        } catch {
            problem = error
        }
        let ended = round.disposal.flatMap { $0.needsService ? round.servedOn : round.disposedOn }
        let known = ended.flatMap { $0 <= day ? $0 : nil }
        return RequestStatus(
            stage: stage, period: period, due: due, endedOn: known, isOverdue: due.map { (known ?? day) > $0 } ?? false,
            daysLeft: known == nil ? due.map { calendar.workingDayCount(after: day, through: $0) } : nil,
            problem: problem)
    }
}
