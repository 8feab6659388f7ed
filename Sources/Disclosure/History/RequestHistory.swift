public import CivilTime

/// An application as an older register tells it, to be taken over with its past days.
///
/// The law's own commands look at every step. What is impossible (days in the wrong order, a result that the form of the
/// year does not know) refuses the line. What a register does not hold (the search, the approval, the provision) or what
/// was against the law then is noted, and the step is recorded as it happened.
/// Example: received 2023-05-06, answered 2023-08-01 予以公开: registered, decided, served and closed, with the remark that
/// the answer was late. Source: 条例 Art 45.
public struct RequestHistory: Sendable, Hashable {
    /// How it ended.
    public enum Ending: Sendable, Hashable {
        /// It was answered with a result.
        case answered(ResultLeaf)
        /// The applicant took it back.
        case withdrawn
    }

    /// Its registration.
    public var registration: Register
    /// The day a correction was asked.
    public var correctionAsked: Day?
    /// The day the correction came in.
    public var correctionReceived: Day?
    /// The day the period was extended.
    public var extended: Day?
    /// How it ended; nil while it is open.
    public var ending: Ending?
    /// The day of the ending.
    public var ended: Day?
    /// The result in the words of the register.
    public var wording: Statement?
    /// How the answer was served; nil when the register does not say.
    public var manner: ServiceManner?
    /// The day of service; nil for the day of the answer.
    public var served: Day?
    /// The day of closing; nil for the day of service.
    public var closed: Day?
    /// Who answers for the entries: the officer who takes the register over.
    public var officer: OfficerReference

    static let unsaid = Statement(known: "历史台账未记载")

    /// A registered application of which nothing further is known.
    public init(_ registration: Register, takenOverBy officer: OfficerReference) {
        self.registration = registration
        self.officer = officer
    }

    /// What becomes of it.
    ///
    /// - Parameter existing: what the ledger has under the number; nil for nothing.
    public func decide(
        on existing: InformationRequest? = nil, today: Day, calendar: WorkingCalendar
    ) -> HistoryRuling<RequestAct> {
        var past = Past(request: existing, today: today, calendar: calendar)
        past.take(registration)
        guard past.request != nil, past.isPossible else { return HistoryRuling([], past.findings) }
        correct(&past)
        if let extended { extend(&past, on: extended) }
        end(&past)
        return HistoryRuling(past.entries, past.findings)
    }

    private func correct(_ past: inout Past) {
        guard let asked = correctionAsked else {
            if let received = correctionReceived {
                past.find(
                    Finding(
                        .historyIncomplete, field: "correction.asked", "有收到补正的日期 \(received)，没有告知补正的日期。",
                        article: .regulation(30), remedy: "请补填告知补正的日期，或者删去收到补正的日期。"))
            }
            return
        }
        let deadline = max(correctionReceived ?? asked, asked.next ?? asked)
        let notice = CorrectionNotice(points: Self.unsaid, deadline: deadline)
        past.take(
            AskCorrection(on: asked, points: Self.unsaid, deadline: deadline),
            instead: [RequestEntry(.correctionAsked(notice), on: asked)])
        guard let received = correctionReceived, let matter = past.request?.matter else { return }
        let entry = RequestEntry(.correctionReceived(CorrectedApplication(matter: matter)), on: received)
        past.take(ReceiveCorrection(on: received, matter: matter), instead: [entry])
    }

    private func extend(_ past: inout Past, on day: Day) {
        let grant = ExtensionGrant(days: .longestExtension, reasons: Self.unsaid)
        let approval = Approval(by: officer, as: .headOfInformationOffice, on: day)
        // The agreement itself is not invented: only the extension is recorded.
        past.take(
            Extend(reasons: Self.unsaid, approval: approval), instead: [RequestEntry(.extended(grant), on: day)],
            always: true)
    }

    private func end(_ past: inout Past) {
        guard let ending else {
            if let ended {
                past.find(
                    Finding(
                        .historyIncomplete, field: "leaf", "有答复日期 \(ended)，没有办理结果。", article: .regulation(45),
                        remedy: "请补填办理结果；尚未答复的，请删去答复日期。"))
            }
            return
        }
        guard let day = ended else {
            return past.find(
                Finding(
                    .historyIncomplete, field: "decision.day", "有办理结果，没有答复日期。", article: .regulation(45),
                    remedy: "请补填答复日期；尚未答复的，请删去办理结果。"))
        }
        switch ending {
        case .withdrawn:
            let proof = wording ?? Self.unsaid
            past.take(
                Withdraw(on: day, proof: proof), instead: [RequestEntry(.withdrawn(Withdrawal(proof: proof)), on: day)])
        case .answered(let leaf): answer(&past, leaf.asReported(inYear: day.year), on: day)
        }
        close(&past, ended: day)
    }

    private func answer(_ past: inout Past, _ leaf: ResultLeaf, on day: Day) {
        var particulars = DecisionParticulars()
        particulars.reasons = wording
        let decision = Decision(leaf: leaf, particulars: particulars, drafter: officer)
        var entry = RequestEntry(.decided(decision), on: day)
        if leaf == .otherNoCorrection || leaf == .otherFeeUnpaid {
            let ground: Abandonment.Ground = leaf == .otherNoCorrection ? .noCorrection : .feeUnpaid
            entry = RequestEntry(.abandoned(Abandonment(ground: ground, rejectedExcuse: nil)), on: day)
        }
        past.take(Decide(leaf, on: day, stating: particulars, drafter: officer), instead: [entry], always: true)
    }

    private func close(_ past: inout Past, ended day: Day) {
        guard past.isPossible, let disposal = past.request?.round.disposal else { return }
        var last = day
        if disposal.needsService {
            last = served ?? day
            let manner = manner ?? .direct
            past.take(Serve(manner, on: last, proof: Self.unsaid))
        }
        past.take(Close(on: closed ?? last))
    }
}

/// The steps taken so far.
private struct Past {
    var request: InformationRequest?
    let today: Day
    let calendar: WorkingCalendar
    var entries: [RequestEntry] = []
    var findings: [Finding] = []
    /// False once something impossible was found.
    var isPossible = true

    init(request: InformationRequest?, today: Day, calendar: WorkingCalendar) {
        self.request = request
        self.today = today
        self.calendar = calendar
    }

    mutating func find(_ finding: Finding) {
        findings.append(finding)
        if finding.severity == .error { isPossible = false }
    }

    /// Takes a step as a command decides it; where the law would refuse it but it can have happened, the other entries.
    ///
    /// - Parameter always: the other entries also where the law allows it.
    mutating func take(
        _ command: some RequestCommand, instead other: [RequestEntry] = [], always: Bool = false
    ) {
        guard isPossible else { return }
        var taken = other
        do throws(Refusal) {
            let ruling = try command.decide(on: request, today: today, calendar: calendar)
            for remark in ruling.remarks where !findings.contains(remark) { findings.append(remark) }
            if !always { taken = ruling.entries }
        } catch {
            if other.isEmpty || error.findings.contains(where: \.isImpossible) {
                return error.findings.forEach { find(other.isEmpty || $0.isImpossible ? $0 : $0.noted) }
            }
            findings += error.findings.map(\.noted)
        }
        do throws(Refusal) {
            for entry in taken {
                request = try InformationRequest.applying(entry, to: request)
                entries.append(entry)
            }
        } catch {
            error.findings.forEach { find($0) }
        }
    }
}

extension Finding.Code {
    /// A line of an older register lacks what it needs.
    public static let historyIncomplete = Self("history.incomplete")
}
