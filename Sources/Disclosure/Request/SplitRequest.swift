public import CivilTime

/// Takes a letter with several matters apart (一事一申请): one matter stays under the number, the others get their own.
///
/// Every part is one 件; since the first part keeps the number, what was received stays counted once, and the balance of
/// the report holds. The parts keep the day of receipt and everything that has moved the clock.
/// Example: a letter of 2025-06-03 with 13 matters becomes 2025-5 and twelve more, all due 2025-07-01.
/// Source: 109号 Art 4; 条例 Art 29.
public struct SplitRequest: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.split
    /// The most parts that one letter is taken into, the first included.
    public static let limit = 200

    /// One of the other parts.
    public struct Part: Sendable, Hashable {
        /// Its number.
        public var number: RequestNumber
        /// What it asks.
        public var matter: Statement

        /// A part.
        public init(_ number: RequestNumber, _ matter: Statement) {
            self.number = number
            self.matter = matter
        }
    }

    /// The day.
    public var day: Day
    /// The matter that stays under the number.
    public var kept: Statement
    /// The other parts.
    public var parts: [Part]

    /// A split.
    public init(on day: Day, keeping kept: Statement, parts: [Part]) {
        self.day = day
        self.kept = kept
        self.parts = parts
    }

    /// What the law makes of it, for the application itself; `entriesOfParts` gives those of the others.
    ///
    /// - Throws: `Refusal` for no parts, a number twice, or when a fee was asked.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.actDay(day, field: "split.day")
        let own = examination.request
        let numbers = [own.number] + parts.map(\.number)
        let obstacle: String? =
            if parts.isEmpty {
                "没有列出拆分出的申请"
            } else if numbers.count > Self.limit {
                "拆分为 \(numbers.count) 件，超过 \(Self.limit) 件的上限"
            } else if Set(numbers).count < numbers.count {
                "登记号重复"
            } else if own.wasCharged {
                "已经发出收费通知"
            } else if own.rounds.count > 1 {
                "该申请正在按复议决定或者判决重新办理"
            } else {
                nil
            }
        if let obstacle {
            examination.find(
                Finding(
                    .requestSplitParts, field: "split.parts", "不能拆分：\(obstacle)。", article: .feeMeasures(4),
                    remedy: "请核对拆分出的申请及其登记号；不能拆分的，请作为一件办理。"))
        }
        return try examination.rule([
            RequestEntry(.split(Split(kept: kept, parts: parts.map(\.number))), on: day)
        ])
    }

    /// The entries with which the other parts begin, each set for a number of its own, in the order of `parts`.
    ///
    /// - Parameter request: the application before the split.
    public func entriesOfParts(of request: InformationRequest) -> [[RequestEntry]] {
        let round = request.rounds[0]
        let own = request.registration
        return parts.map { part in
            let registration = Registration(
                number: part.number, channel: own.channel, arrived: own.arrived, applicant: own.applicant,
                applicantType: own.applicantType, agent: own.agent, identityProof: own.identityProof,
                matter: part.matter, supply: own.supply, isOral: own.isOral,
                origin: RequestOrigin(.split, of: own.number, on: day))
            var entries = [RequestEntry(.registered(registration), on: own.arrived)]
            if own.channel.needsConfirmation, let start = round.start {
                entries.append(
                    RequestEntry(.receiptConfirmed(ReceiptConfirmation(manner: ConfirmReceipt.unsaid)), on: start))
            }
            return entries + inherited(round, matter: part.matter)
        }
    }

    /// What has happened to the application before the split, as acts on a part of it.
    private func inherited(_ round: RequestRound, matter: Statement) -> [RequestEntry] {
        var entries: [RequestEntry] = []
        if let correction = round.correction {
            entries.append(RequestEntry(.correctionAsked(correction.notice), on: correction.asked))
            if let received = correction.received {
                entries.append(RequestEntry(.correctionReceived(CorrectedApplication(matter: matter)), on: received))
            }
        }
        for consultation in round.consultations {
            let number = consultation.letter.number
            entries.append(RequestEntry(.consulted(consultation.letter), on: consultation.sent))
            if let delivered = consultation.delivered {
                entries.append(RequestEntry(.letterDelivered(LetterDelivery(consultation: number)), on: delivered))
            }
            if let opinion = consultation.opinion, let answered = consultation.answered {
                entries.append(RequestEntry(.opinionReceived(opinion), on: answered))
            }
        }
        for approval in round.approvals {
            entries.append(RequestEntry(.approved(approval), on: approval.approval.day))
        }
        if let extended = round.extended, let decided = extended.decided, let reasons = round.extensionReasons {
            entries.append(
                RequestEntry(.extended(ExtensionGrant(days: extended.days, reasons: reasons)), on: decided))
        }
        if let reasons = round.reasons {
            entries.append(RequestEntry(.reasonsAsked(reasons.notice), on: reasons.asked))
            if let given = reasons.given, let received = reasons.received {
                entries.append(RequestEntry(.reasonsReceived(given), on: received))
            }
        }
        if let delay = round.delay, let delayed = round.delayedOn {
            entries.append(RequestEntry(.delayAgreed(delay), on: delayed))
        }
        return entries
    }
}
