import CivilTime

/// Works out one reply period: run by run, pause by pause.
///
/// A run begins with the receipt, the corrected application or the payment, and has 20 working days. Inside a run the
/// state is a day (`cursor`) and the working days left after it; a pause moves the one and takes from the other.
struct ClockReckoning {
    let clock: ReplyClock
    let calendar: WorkingCalendar
    private var steps: [ClockStep] = []
    private var findings: [Finding] = []
    private var extensionIsUsed = false

    init(clock: ReplyClock, calendar: WorkingCalendar) {
        self.clock = clock
        self.calendar = calendar
    }

    /// One run of the 20 working days.
    private struct Run {
        let start: Day
        var cursor: Day
        var left: WorkingDays
        var due: Day
        /// The pauses that reach into it, in order.
        var pauses: [ClockPause]
    }

    /// The whole reckoning.
    mutating func finish() throws(Refusal) -> ReplyPeriod {
        let pauses = try pauses()
        let state = try reckon(pauses)
        findings += remarksOnPauses(pauses)
        let years = unofficialYears()
        if !years.isEmpty { findings.append(ClockFinding.provisional(years)) }
        if let refusal = Refusal(findings) { throw refusal }
        return ReplyPeriod(state: state, steps: steps, remarks: findings)
    }

    private mutating func reckon(_ pauses: [ClockPause]) throws(Refusal) -> ReplyPeriod.State {
        var run = try begin(.reply, .regulation(33), at: clock.received, pauses)
        if let correction = clock.correction {
            try close(&run, at: correction.asked, before: [.correction, .payment]) { due in
                ClockFinding.correctionAfterDue(correction.asked, due: due)
            }
            let limit = try day(.correctionNotice, after: clock.received)
            if correction.asked > limit {
                findings.append(ClockFinding.correctionAskedLate(correction.asked, limit: limit))
            }
            guard let received = correction.received else { return .awaitingCorrection }
            run = try begin(.correction, .regulation(30), at: received, pauses)
        }
        if let fee = clock.fee {
            try close(&run, at: fee.noticeSent, before: [.payment]) { due in
                ClockFinding.feeNoticeAfterDue(fee.noticeSent, due: due)
            }
            let limit = try day(.feePayment, after: fee.noticeReceived)
            addStep(.payment, .feeMeasures(6), from: fee.noticeReceived, .feePayment, due: limit)
            guard let paid = fee.paid else { return .awaitingPayment(until: limit) }
            if paid > limit { findings.append(ClockFinding.paidLate(paid, limit: limit)) }
            run = try begin(.paid, .feeMeasures(6), at: paid, pauses)
        }
        try close(&run)
        return .running(due: run.due)
    }

    // MARK: A run

    private mutating func begin(
        _ kind: ClockStep.Kind, _ article: Article, at start: Day, _ pauses: [ClockPause]
    ) throws(Refusal) -> Run {
        let due = try day(.replyPeriod, after: start)
        addStep(kind, article, from: start, .replyPeriod, due: due)
        // A consultation that is still open when the run begins keeps it from counting.
        let reaching = pauses.filter { $0.end > start }.map { pause in
            var pause = pause
            pause.sent = max(pause.sent, start)
            return pause
        }
        return Run(start: start, cursor: start, left: .replyPeriod, due: due, pauses: reaching)
    }

    /// Follows a run to the event that ends it, which must not lie after its due day.
    ///
    /// - Parameter restarts: what begins later runs; an extension that came after one of them on its day belongs to those.
    private mutating func close(
        _ run: inout Run, at end: Day, before restarts: Set<ReplyClock.Extension.Restart>, late: (Day) -> Finding
    ) throws(Refusal) {
        if let extended = clock.extended, let decided = extended.decided {
            let isInside = decided <= end && extended.after.map { !restarts.contains($0) } ?? true
            try advance(&run, until: end, extending: isInside)
            if isInside { try extend(&run) }
        } else {
            try advance(&run, until: end, extending: false)
            // An extension of unknown day belongs to the last run, unless only it makes this event timely.
            if end > run.due {
                try extend(&run)
                try advance(&run, until: end, extending: false)
            }
        }
        if end > run.due { findings.append(late(run.due)) }
    }

    /// Follows the last run to its due day.
    private mutating func close(_ run: inout Run) throws(Refusal) {
        if extensionIsUsed { findings.append(ClockFinding.extensionBeforeRestart(run.start)) }
        try advance(&run, until: .latest, extending: true)
        try extend(&run)
        if let pause = run.pauses.first {
            findings.append(ClockFinding.suspensionAfterDue(pause.sent, due: run.due))
        }
    }

    /// Takes the pauses that begin while the run is alive.
    ///
    /// - Parameter extending: whether the extension belongs to this run. It must be decided before the period is over, so
    ///   it is there when a pause begins on the last day.
    private mutating func advance(_ run: inout Run, until end: Day, extending: Bool) throws(Refusal) {
        while let pause = run.pauses.first, pause.sent <= end {
            if pause.sent >= run.due && extending { try extend(&run) }
            guard pause.sent <= run.due else { return }
            run.pauses.removeFirst()
            let used = WorkingDays(calendar.workingDayCount(after: run.cursor, through: pause.sent)) ?? 0
            run.left = run.left - used
            run.cursor = pause.end
            run.due = try due(after: pause.end, run.left)
            if run.left.count == 0 { findings.append(ClockFinding.nothingLeft(pause.sent, due: run.due)) }
            addStep(.suspension, .regulation(33, paragraph: 3), from: pause.sent, run.left, due: run.due, pause: pause)
        }
    }

    /// Adds the extension, unless it is used up.
    private mutating func extend(_ run: inout Run) throws(Refusal) {
        guard let extended = clock.extended, !extensionIsUsed else { return }
        extensionIsUsed = true
        if let decided = extended.decided {
            if decided < run.start {
                findings.append(ClockFinding.extensionWhileStopped(decided, start: run.start))
            } else if decided > run.due {
                findings.append(ClockFinding.extensionAfterDue(decided, due: run.due))
            }
        }
        let from = run.left.count > 0 ? run.due : run.cursor
        run.left = run.left + extended.days
        run.due = try due(after: run.cursor, run.left)
        addStep(.extended, .regulation(33, paragraph: 2), from: from, extended.days, due: run.due)
    }

    // MARK: Days

    private func day(_ count: WorkingDays, after day: Day) throws(Refusal) -> Day {
        guard let result = calendar.day(count, after: day) else { throw Refusal(ClockFinding.outOfRange()) }
        return result
    }

    private func due(after day: Day, _ left: WorkingDays) throws(Refusal) -> Day {
        let result = left.count > 0 ? calendar.day(left, after: day) : calendar.workingDay(onOrAfter: day)
        guard let result else { throw Refusal(ClockFinding.outOfRange()) }
        return result
    }

    private mutating func addStep(
        _ kind: ClockStep.Kind, _ article: Article, from: Day, _ days: WorkingDays, due: Day,
        pause: ClockPause? = nil
    ) {
        var skipped: [SkippedRun] = []
        if let pause, let first = pause.sent.next, let span = DaySpan(first, pause.end) {
            skipped.append(SkippedRun(days: span, why: pause.why))
        }
        let counted = (pause?.end ?? from).next.flatMap { DaySpan($0, due) }
        skipped += counted.map { calendar.daysOff(in: $0) } ?? []
        let whole = from.next.flatMap { DaySpan($0, max(due, pause?.end ?? due)) }
        steps.append(
            ClockStep(
                kind: kind, article: article, from: from, days: days, due: due, skipped: skipped,
                makeupWorkdays: counted.map { calendar.makeupWorkdays(in: $0) } ?? [],
                isProvisional: whole.map { calendar.isProvisional($0) } ?? false))
    }

    // MARK: Pauses and remarks

    private mutating func pauses() throws(Refusal) -> [ClockPause] {
        var pauses: [ClockPause] = []
        for suspension in clock.suspensions {
            guard let end = suspension.end(by: calendar) else { throw Refusal(ClockFinding.outOfRange()) }
            if let remark = end.remark { findings.append(remark) }
            pauses.append(ClockPause(sent: suspension.sent, end: end.day, consulted: [suspension.consulted]))
        }
        return ClockPause.merged(pauses)
    }

    /// Consultations that were over before the last run began.
    private func remarksOnPauses(_ pauses: [ClockPause]) -> [Finding] {
        guard let start = clock.fee?.paid ?? clock.correction?.received else { return [] }
        return pauses.filter { $0.end <= start }.map { ClockFinding.suspensionWithoutEffect($0, start: start) }
    }

    private func unofficialYears() -> [Int] {
        var years: Set<Int> = []
        for step in steps where step.isProvisional {
            let first = (step.from.next ?? step.from).year
            let last = max(step.due, step.skipped.last?.days.last ?? step.due).year
            years.formUnion((first...last).filter { !calendar.isOfficial(year: $0) })
        }
        return years.sorted()
    }
}
