extension InformationRequest {
    /// An application from its entries, in order; nil when there are none.
    ///
    /// - Throws: `Refusal` naming the first entry that does not fit what stands before it.
    public init?(folding entries: some Sequence<RequestEntry>) throws(Refusal) {
        var request: InformationRequest?
        for entry in entries { request = try Self.applying(entry, to: request) }
        guard let request else { return nil }
        self = request
    }

    /// The application after one more entry.
    ///
    /// - Throws: `Refusal` when the entry does not fit. Entries that a command decided on always do.
    public static func applying(
        _ entry: RequestEntry, to request: InformationRequest?
    ) throws(Refusal) -> InformationRequest {
        if case .registered(let registration) = entry.act {
            guard request.map({ $0.voiding != nil }) ?? true else { throw misfit(entry) }
            var begun = InformationRequest(registration)
            begun.round.lastDay = entry.day
            return begun
        }
        guard var next = request, next.voiding == nil else { throw misfit(entry) }
        guard next.take(entry) else { throw misfit(entry) }
        // A recomputation is the program's act on the day it ran, and what both sides write to each other binds to no order
        // of days: neither is an act of handling.
        if !Self.besideHandling.contains(entry.kind) {
            next.round.lastDay = max(next.round.lastDay, entry.day)
        }
        return next
    }

    private static let besideHandling: Set<RequestAct.Kind> = [
        .clockRecomputed, .messageReceived, .messageSent, .messagesRead, .letterNumbered, .rated,
    ]

    private static func misfit(_ entry: RequestEntry) -> Refusal {
        Refusal(ExaminationFinding.misfit(entry.kind.rawValue, entry.day))
    }

    /// Takes an entry over; false when it does not fit.
    private mutating func take(_ entry: RequestEntry) -> Bool {
        switch entry.act {
        case .registered: false
        case .rectified(let rectification): annotate { $0.rectifications.append(rectification) }
        case .promoted(let promotion) where self.promotion == nil: annotate { $0.promotion = promotion }
        case .promoted: false
        case .messageReceived(let message): annotate { $0.messages.append(message) }
        case .messageSent(let message): annotate { $0.sentMessages.append(message) }
        case .messagesRead(let mark): takeMark(mark)
        case .letterNumbered(let numbering) where letterNumbers[numbering.letter] == nil:
            annotate { $0.letterNumbers[numbering.letter] = numbering }
        case .letterNumbered: false
        case .rated(let rating) where round.rating == nil: annotate { $0.round.rating = rating }
        case .rated: false
        case .clockRecomputed: annotate { $0.recomputations += 1 }
        case .voided(let voiding): annotate { $0.voiding = voiding }
        case .served, .closed, .filed, .reopened: takeEnding(entry)
        case .merged, .transferred, .withdrawn, .abandoned, .decided: takeDisposal(entry)
        default: takeStep(entry)
        }
    }

    private mutating func takeMark(_ mark: MessagesRead) -> Bool {
        guard mark.through > readMessages, mark.through <= sentMessages.count else { return false }
        readMessages = mark.through
        return true
    }

    private mutating func annotate(_ change: (inout InformationRequest) -> Void) -> Bool {
        change(&self)
        return true
    }

    /// Steps of handling, while nothing is decided.
    private mutating func takeStep(_ entry: RequestEntry) -> Bool {
        guard round.disposal == nil else { return false }
        switch entry.act {
        case .receiptConfirmed:
            guard round.start == nil, entry.day >= registration.arrived else { return false }
            round.start = entry.day
        case .correctionAsked(let notice):
            guard !wasAskedToCorrect else { return false }
            round.correction = .init(notice: notice, asked: entry.day)
        case .correctionReceived(let corrected):
            guard let correction = round.correction, correction.received == nil else { return false }
            round.correction?.received = entry.day
            matter = corrected.matter
        case .consulted(let letter):
            guard letter.number == consultations.count + 1 else { return false }
            round.consultations.append(Consultation(letter: letter, sent: entry.day))
        case .letterDelivered(let delivery): return takeDelivery(delivery, entry)
        case .opinionReceived(let opinion):
            guard let index = index(ofConsultation: opinion.consultation),
                round.consultations[index].opinion == nil
            else { return false }
            round.consultations[index].opinion = opinion
            round.consultations[index].answered = entry.day
        case .reasonsAsked(let notice):
            guard round.reasons == nil else { return false }
            round.reasons = .init(notice: notice, asked: entry.day)
        case .reasonsReceived(let given):
            guard let reasons = round.reasons, reasons.given == nil else { return false }
            round.reasons?.given = given
            round.reasons?.received = entry.day
        case .delayAgreed(let delay):
            guard round.delay == nil else { return false }
            round.delay = delay
            round.delayedOn = entry.day
        case .approved(let approval): round.approvals.append(approval)
        case .extended(let grant):
            let restart: ReplyClock.Extension.Restart? =
                round.fee?.paid == entry.day ? .payment : round.correction?.received == entry.day ? .correction : nil
            guard !wasExtended,
                let extended = try? ReplyClock.Extension(by: grant.days, decided: entry.day, after: restart)
            else { return false }
            round.extended = extended
            round.extensionReasons = grant.reasons
        case .feeNoticeIssued(let notice):
            guard !wasCharged else { return false }
            round.fee = .init(notice: notice, sent: entry.day)
        case .paid:
            guard let fee = round.fee, fee.paid == nil else { return false }
            round.fee?.paid = entry.day
        case .split(let split):
            matter = split.kept
            parts += split.parts
        default: return false
        }
        return true
    }

    private mutating func takeDelivery(_ delivery: LetterDelivery, _ entry: RequestEntry) -> Bool {
        guard let number = delivery.consultation else {
            guard let fee = round.fee, fee.delivered == nil else { return false }
            round.fee?.delivered = entry.day
            return true
        }
        guard let index = index(ofConsultation: number), round.consultations[index].delivered == nil else {
            return false
        }
        round.consultations[index].delivered = entry.day
        return true
    }

    private mutating func takeDisposal(_ entry: RequestEntry) -> Bool {
        guard round.disposal == nil else { return false }
        switch entry.act {
        case .merged(let merger): round.disposal = .merged(merger)
        case .transferred(let transfer): round.disposal = .transferred(transfer)
        case .withdrawn(let withdrawal): round.disposal = .withdrawn(withdrawal)
        case .abandoned(let abandonment): round.disposal = .abandoned(abandonment)
        case .decided(let decision): round.disposal = .decided(decision)
        default: return false
        }
        round.disposedOn = entry.day
        return true
    }

    private mutating func takeEnding(_ entry: RequestEntry) -> Bool {
        switch entry.act {
        case .served(let service):
            guard round.disposal != nil, round.service == nil, round.closure == nil else { return false }
            round.service = service
            round.servedOn = entry.day
        case .closed(let closure):
            guard let disposal = round.disposal, round.closure == nil else { return false }
            guard round.service != nil || !disposal.needsService else { return false }
            round.closure = closure
            round.closedOn = entry.day
        case .filed:
            guard round.closure != nil, filedOn == nil else { return false }
            filedOn = entry.day
        case .reopened(let reopening):
            guard round.closure != nil else { return false }
            filedOn = nil
            rounds.append(RequestRound(start: entry.day, reopening: reopening, lastDay: entry.day))
        default: return false
        }
        return true
    }

    /// The place in the present round of a consultation by its number.
    func index(ofConsultation number: Int) -> Int? {
        round.consultations.firstIndex { $0.letter.number == number }
    }
}
