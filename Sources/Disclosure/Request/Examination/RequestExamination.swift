import CivilTime

/// Looks at one command before an application: gathers every finding, then rules.
struct RequestExamination {
    let request: InformationRequest
    let today: Day
    let calendar: WorkingCalendar
    private(set) var findings: [Finding] = []

    /// Begins when the stage admits the verb.
    ///
    /// - Throws: `Refusal` with the obstacle.
    init(
        _ verb: RequestVerb, on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) {
        if let obstacle = verb.obstacle(for: request) { throw Refusal(obstacle) }
        guard let request else { throw Refusal(ExaminationFinding.notRegistered()) }
        self.request = request
        self.today = today
        self.calendar = calendar
    }

    /// The present way through.
    var round: RequestRound { request.round }

    /// Adds a finding.
    mutating func find(_ finding: Finding) { findings.append(finding) }
    /// Adds a finding where something that must hold does not.
    mutating func need(_ isSo: Bool, else finding: @autoclosure () -> Finding) {
        if !isSo { findings.append(finding()) }
    }

    /// The day of an act: not in the future, not before the receipt.
    mutating func actDay(_ day: Day, field: String) {
        if day > today { find(ExaminationFinding.future(day, today: today, field: field)) }
        let start = round.start ?? request.registration.arrived
        if day < start { find(ExaminationFinding.beforeReceipt(day, start, field: field)) }
    }

    /// The day something came from the applicant: not in the future, not before the application itself.
    mutating func arrivalDay(_ day: Day, field: String) {
        if day > today { find(ExaminationFinding.future(day, today: today, field: field)) }
        let arrived = request.registration.arrived
        if day < arrived { find(ExaminationFinding.beforeReceipt(day, arrived, field: field)) }
    }

    /// The day of an act that comes after everything so far.
    mutating func finalDay(_ day: Day, field: String) {
        actDay(day, field: field)
        if day < round.lastDay, day >= round.start ?? request.registration.arrived {
            find(ExaminationFinding.order(day, after: round.lastDay, "此前最近一次办理", field: field))
        }
    }

    /// A day that must not lie before another one.
    mutating func order(_ day: Day, notBefore earlier: Day, _ what: String, field: String, article: Article) {
        if day < earlier { find(ExaminationFinding.order(day, after: earlier, what, field: field, article: article)) }
    }

    /// An approval by one of the roles, by someone who did not draft it, in time.
    mutating func approval(
        _ approval: Approval?, by roles: [OfficeRole], notBy drafter: OfficerReference?, until day: Day, field: String,
        article: Article
    ) {
        guard let approval else {
            return find(ExaminationFinding.approvalMissing(roles, field: field, article: article))
        }
        if !roles.contains(approval.role) {
            find(ExaminationFinding.approvalRole(approval.role, roles, field: "\(field).role", article: article))
        }
        if approval.officer == drafter {
            find(ExaminationFinding.ownWork(field: "\(field).officer"))
        }
        actDay(approval.day, field: "\(field).day")
        if approval.day > day, approval.day <= today {
            find(ExaminationFinding.order(day, after: approval.day, "批准", field: "\(field).day", article: article))
        }
    }

    /// The ruling: the entries are folded onto the application and its clock reckoned, so that what the clock refuses is
    /// refused here.
    ///
    /// - Throws: `Refusal` with everything found, when something forbids it.
    func rule(_ entries: [RequestEntry]) throws(Refusal) -> Ruling<RequestAct> {
        if let refusal = Refusal(findings) { throw refusal }
        var next: InformationRequest? = request
        for entry in entries { next = try InformationRequest.applying(entry, to: next) }
        let before = try? round.period(by: calendar)
        let after: ReplyPeriod?
        do throws(Refusal) {
            after = try next?.round.period(by: calendar)
        } catch {
            // A clock that this calendar could not reckon before is no reason to stop the case.
            guard round.start == nil || before != nil else { return Ruling(entries: entries, remarks: findings) }
            throw error
        }
        let known = before?.remarks ?? []
        let fresh = (after?.remarks ?? []).filter { !known.contains($0) }
        return Ruling(entries: entries, remarks: findings + fresh)
    }
}
