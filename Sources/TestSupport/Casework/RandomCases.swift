public import CivilTime
public import Disclosure

/// Applications and cases of an invented office over some years, made at random by the law's own commands.
public struct RandomCases: Sendable {
    /// The entries of each application, in order.
    public private(set) var requests: [[RequestEntry]] = []
    /// The entries of each case, in order.
    public private(set) var appeals: [[AppealEntry]] = []

    private let calendar: WorkingCalendar
    private let today: Day

    /// A ledger of some applications and cases from the start of a year.
    ///
    /// - Parameters:
    ///   - firstYear: in which the first come in; the last may be closed up to three years later.
    ///   - today: when all of it is recorded, later than everything.
    public init(
        requests: Int, appeals: Int, firstYear: Int, years: Int, today: Day, calendar: WorkingCalendar,
        using random: inout SeededGenerator
    ) throws {
        self.calendar = calendar
        self.today = today
        for serial in 0..<requests {
            let year = firstYear + Int.random(in: 0..<years, using: &random)
            self.requests.append(try request(Sample.number(year, serial + 1), &random))
        }
        for serial in 0..<appeals {
            let year = firstYear + Int.random(in: 0..<years, using: &random)
            self.appeals.append(try appeal("a-\(serial + 1)", year, &random))
        }
    }

    private static func day(_ year: Int, _ random: inout SeededGenerator) -> Day {
        // Close to the turn of the year most of the time, where counting goes wrong.
        let isClose = Int.random(in: 0..<3, using: &random) > 0
        let offset = Int.random(in: isClose ? 330...364 : 0...364, using: &random)
        return (Day(year: year, month: 1, day: 1) ?? .latest).adding(days: offset) ?? .latest
    }

    private static func later(_ day: Day, _ days: ClosedRange<Int>, _ random: inout SeededGenerator) -> Day {
        day.adding(days: Int.random(in: days, using: &random)) ?? .latest
    }

    // MARK: Applications

    private func request(_ number: RequestNumber, _ random: inout SeededGenerator) throws -> [RequestEntry] {
        let arrived = Self.day(number.year, &random)
        let channel = RequestChannel.allCases.randomElement(using: &random) ?? .inPerson
        var entries: [RequestEntry] = []
        var state: InformationRequest?
        func run(_ command: some RequestCommand) throws {
            for entry in try command.decide(on: state, today: today, calendar: calendar).entries {
                state = try InformationRequest.applying(entry, to: state)
                entries.append(entry)
            }
        }
        try run(
            Register(
                number, by: channel, arrived: arrived, applicant: Sample.reference("p-\(number.serial)"),
                type: ApplicantType.allCases.randomElement(using: &random) ?? .naturalPerson,
                identityProof: Sample.reference("paper-1"), matter: Sample.text("测试事项\(number.serial)")))
        var day = arrived
        if channel.needsConfirmation {
            guard Int.random(in: 0..<8, using: &random) > 0 else { return entries }
            day = Self.later(day, 0...9, &random)
            try run(ConfirmReceipt(on: day))
        }
        guard Int.random(in: 0..<6, using: &random) > 0 else { return entries }
        let start = day
        day = Self.later(day, 0...40, &random)
        if Int.random(in: 0..<30, using: &random) == 0 { day = Self.later(day, 300...700, &random) }
        if Int.random(in: 0..<4, using: &random) == 0 {
            try run(Withdraw(on: day, proof: Sample.text("申请人书面撤回")))
        } else {
            let allowed: [ResultLeaf] = [
                .disclosed, .partiallyDisclosed, .deniedStateSecret, .deniedOtherLawProhibited,
                .deniedSecurityStability, .deniedInternalAffairs, .deniedProcessInformation,
                .deniedEnforcementCaseFile, .deniedAdministrativeQuery, .unableNotHeld,
                .unableNoExistingInformation, .notProcessedPetitionComplaint, .notProcessedDuplicate,
                .notProcessedPublicPublication, .notProcessedReconfirmObtained, day.year < 2021 ? .other : .otherOther,
            ]
            let leaf = allowed.randomElement(using: &random) ?? .disclosed
            let approval = Approval(by: Sample.reference("o-2"), as: .supervisingLeader, on: day)
            try run(
                Decide(
                    leaf, on: day, stating: Sample.particulars(searched: start), drafter: Sample.reference("o-1"),
                    approval: Decide.needsApproval(leaf) ? approval : nil))
            guard Int.random(in: 0..<10, using: &random) > 0 else { return entries }
            day = Self.later(day, 0...8, &random)
            try run(Serve(.direct, on: day, proof: Sample.text("送达回证")))
        }
        guard Int.random(in: 0..<8, using: &random) > 0 else { return entries }
        day = Self.later(day, 0...15, &random)
        try run(Close(on: day))
        if Int.random(in: 0..<6, using: &random) == 0 {
            // A new answer after an appeal: it must not count a second time.
            day = Self.later(day, 30...300, &random)
            try run(ReopenAfterAppeal(after: Sample.reference("a-0"), received: day, ordered: nil))
            day = Self.later(day, 1...10, &random)
            try run(Withdraw(on: day, proof: Sample.text("申请人书面撤回")))
            try run(Close(on: day))
        }
        return entries
    }

    // MARK: Cases

    private func appeal(_ name: String, _ year: Int, _ random: inout SeededGenerator) throws -> [AppealEntry] {
        var entries: [AppealEntry] = []
        var state: Appeal?
        func run(_ command: some AppealCommand) throws {
            for entry in try command.decide(on: state, today: today, calendar: calendar).entries {
                state = try Appeal.applying(entry, to: state)
                entries.append(entry)
            }
        }
        let route: AppealRoute = Bool.random(using: &random) ? .review : .litigationDirect
        var day = Self.day(year, &random)
        try run(
            RegisterAppeal(
                Sample.reference(name), route, against: ContestedAct(.silence, request: nil),
                by: Sample.reference("p-1"), before: Sample.text("测试机关"), copyReceived: day))
        guard Int.random(in: 0..<5, using: &random) > 0 else { return entries }
        day = Self.later(day, 10...500, &random)
        try run(conclusion(route, day, &random))
        guard route.isLitigation, Int.random(in: 0..<3, using: &random) == 0 else { return entries }
        day = Self.later(day, 10...400, &random)
        try run(OpenSecondInstance(on: day, before: Sample.text("测试中级法院")))
        guard Bool.random(using: &random) else { return entries }
        try run(conclusion(route, Self.later(day, 10...400, &random), &random))
        return entries
    }

    private func conclusion(_ route: AppealRoute, _ day: Day, _ random: inout SeededGenerator) -> ConcludeAppeal {
        let outcomes = AppealOutcome.allCases.filter { $0.isLitigation == route.isLitigation }
        return ConcludeAppeal(
            outcomes.randomElement(using: &random) ?? .reviewUpheld, received: day, ruling: Sample.text("测试文书"))
    }
}
