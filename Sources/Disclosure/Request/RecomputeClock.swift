public import CivilTime

extension InformationRequest {
    /// What a change of the calendar makes of an open clock: an entry that says before and after; nil when nothing moves.
    ///
    /// Arrangements are announced late, so that a day counted as worked becomes a day off. Closed cases are left as they
    /// were. Example: received 2025-09-19 under a calendar without 2025's arrangement, due 2025-10-17; with it, 2025-10-23.
    /// Source: 条例 Art 33; the yearly arrangements of the State Council.
    public func recomputation(
        from old: WorkingCalendar, to new: WorkingCalendar, on today: Day
    ) -> RequestEntry? {
        guard stage.isOpen else { return nil }
        let (before, after) = (reading(by: old), reading(by: new))
        guard let before, let after, before != after else { return nil }
        return RequestEntry(.clockRecomputed(ClockRecomputation(before: before, after: after)), on: today)
    }

    /// The clock by a calendar; nil while the receipt is not confirmed.
    public func reading(by calendar: WorkingCalendar) -> ClockReading? {
        do throws(Refusal) {
            guard let period = try round.period(by: calendar) else { return nil }
            switch period.state {
            case .running:
                return ClockReading(
                    state: .running, due: try round.due(by: calendar), isProvisional: period.isProvisional)
            case .awaitingCorrection:
                return ClockReading(state: .awaitingCorrection, due: nil, isProvisional: period.isProvisional)
            case .awaitingPayment(let until):
                return ClockReading(state: .awaitingPayment, due: until, isProvisional: period.isProvisional)
            }
        } catch {
            return ClockReading(state: .unreckonable, due: nil, isProvisional: false)
        }
    }
}
