public import CivilTime
internal import Database
internal import Disclosure
public import Ledger

/// Erases what is kept about persons once the time is over that the office keeps it: so many years after the last of their
/// cases was filed. The cases, their statistics and the chain stay.
///
/// The Regulation names no time; the measure is that nothing is kept longer than its purpose needs. Some persons in a
/// transaction: a run that was stopped is gone on with by the next. Source: 个人信息保护法 Art 19, 47.
public struct ExpirePersons: Sendable {
    let ledger: Ledger
    let calendar: WorkingCalendar
    let years: Int
    let batch: Int
    /// The years that can be set.
    public static let range = 1...100

    /// What came of one office.
    public struct Outcome: Sendable, Hashable {
        /// The office.
        public let office: AgencyCode
        /// How many were, or would be, erased.
        public let erased: Int
        /// True where others recorded so much meanwhile that some are left for another run.
        public let isUnfinished: Bool
    }

    /// The use case over a ledger.
    ///
    /// - Parameters:
    ///   - years: how long after the last case was filed, 1 to 100.
    ///   - batch: how many persons one transaction looks at, 1 to 1,000.
    public init(ledger: Ledger, calendar: WorkingCalendar, years: Int, batch: Int = 200) {
        self.ledger = ledger
        self.calendar = calendar
        self.years = min(max(years, Self.range.lowerBound), Self.range.upperBound)
        self.batch = min(max(batch, 1), 1_000)
    }

    /// Erases, office by office; the offices that keep nobody whose time is over are left out of the answer.
    ///
    /// - Parameters:
    ///   - actor: who has it done.
    ///   - isTrial: true to change nothing.
    public func run(by actor: EntryActor, at now: Moment, isTrial: Bool = false) throws(ServiceError) -> [Outcome] {
        guard let cutoff = now.beijingDay.adding(months: -12 * years),
            let reasons = Statement("保存期限届满：最后一件事项归档已满\(years)年")
        else { return [] }
        return try inDatabase { () throws(DatabaseError) in
            var outcomes: [Outcome] = []
            for office in try ledger.offices.list() {
                var work = Expiring(
                    ledger: ledger, calendar: calendar, office: office.code, cutoff: cutoff, reasons: reasons,
                    batch: batch, isTrial: isTrial)
                let outcome = try work.run(by: actor, at: now)
                if outcome.erased > 0 || outcome.isUnfinished { outcomes.append(outcome) }
            }
            return outcomes
        }
    }
}

/// One office while its persons are gone through.
private struct Expiring {
    let ledger: Ledger
    let calendar: WorkingCalendar
    let office: AgencyCode
    /// Whatever ended until this day is over.
    let cutoff: Day
    let reasons: Statement
    let batch: Int
    let isTrial: Bool
    private var erased = 0

    init(
        ledger: Ledger, calendar: WorkingCalendar, office: AgencyCode, cutoff: Day, reasons: Statement, batch: Int,
        isTrial: Bool
    ) {
        self.ledger = ledger
        self.calendar = calendar
        self.office = office
        self.cutoff = cutoff
        self.reasons = reasons
        self.batch = batch
        self.isTrial = isTrial
    }

    /// What one transaction came to.
    private enum Step: Sendable {
        case done(erased: Int)
        case overtaken
    }

    mutating func run(by actor: EntryActor, at now: Moment) throws(DatabaseError) -> ExpirePersons.Outcome {
        var last: PersonReference?
        var attempts = 0
        while attempts < 5 {
            attempts += 1
            // Whoever is named by what was recorded since must be asked for again.
            var number = try ledger.entries.lastNumber(of: office)
            guard try !ledger.persons.references(of: office, after: last, limit: 1).isEmpty else { break }
            let needed = try needed()
            while true {
                let persons = try ledger.persons.references(of: office, after: last, limit: batch)
                guard let end = persons.last else {
                    return .init(office: office, erased: erased, isUnfinished: false)
                }
                let step = try erase(persons.filter { !needed.contains($0) }, after: number, by: actor, at: now)
                guard case .done(let count) = step else { break }
                erased += count
                if !isTrial { number += count }
                last = end
            }
        }
        return .init(office: office, erased: erased, isUnfinished: attempts >= 5)
    }

    private func erase(
        _ persons: [PersonReference], after number: Int, by actor: EntryActor, at now: Moment
    ) throws(DatabaseError) -> Step {
        guard !persons.isEmpty else { return .done(erased: 0) }
        let (office, cutoff, calendar, isTrial) = (office, cutoff, calendar, isTrial)
        let command = ErasePerson(because: reasons, on: now.beijingDay)
        return try ledger.entries.transact(by: actor, at: now) { (transaction) throws(DatabaseError) in
            guard try transaction.lastNumber(of: office) == number else { return .rollBack(.overtaken) }
            var count = 0
            for person in persons {
                let subject = Subject<PersonAct>(person)
                let known = try transaction.entries(of: subject, office: office).last {
                    $0.kind != PersonAct.Kind.looked.rawValue
                }
                // What was recorded lately waits for its case.
                guard let known, known.day <= cutoff else { continue }
                let outcome = try transaction.act(on: subject, office: office) { (file) throws(Refusal) in
                    try command.decide(on: file, today: now.beijingDay, calendar: calendar)
                }
                guard outcome.isRecorded else { continue }
                try transaction.forget(person, of: office)
                count += 1
            }
            return isTrial || count == 0 ? .rollBack(.done(erased: count)) : .commit(.done(erased: count))
        }
    }

    /// Everyone whom something names that is not over: an application that is not filed so long, a case that is pending or
    /// was decided lately, a complaint.
    private func needed() throws(DatabaseError) -> Set<PersonReference> {
        var needed: Set<PersonReference> = []
        var last: RequestNumber?
        while true {
            let numbers = try ledger.requests.numbers(of: office, notOverBy: cutoff, after: last, limit: 500)
            guard let end = numbers.last else { break }
            last = end
            for number in numbers {
                guard let request = try ledger.entries.state(of: Subject(number), office: office)?.value else {
                    continue
                }
                needed.insert(request.registration.applicant)
                if let agent = request.registration.agent { needed.insert(agent.person) }
                needed.formUnion(request.consultations.compactMap(\.letter.person))
            }
        }
        for row in try ledger.appeals.list(of: office) {
            if row.concluded != nil || row.isVoided, row.lastDay <= cutoff { continue }
            if let appeal = try ledger.entries.state(of: Subject<AppealAct>(row.appeal), office: office)?.value {
                needed.insert(appeal.registration.claimant)
            }
        }
        for name in try ledger.entries.names(of: .supervision, in: office) {
            guard let subject = Subject<SupervisionAct>(name: name),
                let record = try ledger.entries.state(of: subject, office: office)?.value,
                case .complaint(let complaint) = record.matter, let claimant = complaint.claimant,
                record.isOpen || record.lastDay > cutoff
            else { continue }
            needed.insert(claimant)
        }
        return needed
    }
}
