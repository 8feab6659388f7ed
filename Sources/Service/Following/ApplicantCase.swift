public import CivilTime
public import Disclosure
public import Ledger
public import Vault

/// One application as its applicant sees it.
public struct ApplicantCase: Sendable {
    /// Office and number.
    public let key: CaseKey
    /// The office.
    public let office: Office
    /// What kind of office it is; nil where nobody recorded it.
    public let character: OfficeCharacter?
    /// The full name of the government or department that decides on a review, where the tree of offices holds it.
    public let reviewers: [ReviewBody: String]
    /// Whether silence must go to a review before a suit. Source: 行政复议法 Art 23(1)(3).
    public let silenceNeedsReviewFirst: Bool
    /// Where the application was passed on to; nil where it was not, or the office is not in the tree.
    public let receiver: Receiver?
    /// The application.
    public let request: InformationRequest
    /// Everything that was recorded of it, in order.
    public let steps: [Step]
    /// What belongs to it, in the order in which what was recorded names it: files stand as they were given.
    public let papers: [Paper]
    /// The texts of the messages of both sides, by their names.
    public let texts: [PaperReference: String]
    /// The applicant; nil where nothing is kept, or there is no key.
    public let person: Person?
    /// The day of the view.
    public let today: Day
    /// The calendar of working days.
    public let calendar: WorkingCalendar

    /// The office that goes on with an application.
    public struct Receiver: Sendable, Hashable {
        /// The office.
        public let office: Office
        /// Where it is reached, as its guide says; nil where it has none.
        public let unit: DisclosureUnit?
        /// The application as it is registered there, which the same code opens; nil while it is not.
        public let key: CaseKey?

        /// How the office is reached, in one Chinese sentence; nil where nothing is recorded.
        public var contact: String? {
            unit.map {
                "受理单位：\($0.name.text)，地址：\($0.address.text)，电话：\($0.telephone.text)，办公时间：\($0.hours.text)。"
            }
        }
    }

    /// Something that was recorded.
    public struct Step: Sendable, Hashable {
        /// Its place in the case, from 1.
        public let number: Int
        /// What it is.
        public let entry: RequestEntry
        /// When it was recorded.
        public let recordedAt: Moment

        /// True for an answer.
        var isDecision: Bool {
            if case .decided = entry.act { true } else { false }
        }
    }

    /// Something that was handed in.
    public struct Paper: Sendable, Hashable {
        /// Its name in the case.
        public let reference: PaperReference
        /// What it is.
        public let role: SealedPaper.Role
        /// Its name and kind.
        public let label: PaperLabel
        /// How many bytes it has.
        public let byteCount: Int
        /// When it came.
        public let receivedAt: Moment
    }

    /// What one side wrote to the other.
    public struct Message: Sendable, Hashable {
        /// The place in the case of its entry.
        public let number: Int
        /// When it was recorded.
        public let recordedAt: Moment
        /// True for a message of the office.
        public let isFromOffice: Bool
        /// What it says; nil when only papers came.
        public let text: String?
        /// What came with it.
        public let papers: [Paper]
        /// True for a message of the office that was not opened before.
        public let isUnread: Bool
    }

    /// What both sides wrote, in order.
    public var messages: [Message] {
        var sent = 0
        return steps.compactMap { step in
            switch step.entry.act {
            case .messageReceived(let message):
                return self.message(step, message.text, message.papers, isFromOffice: false, isUnread: false)
            case .messageSent(let message):
                sent += 1
                return self.message(
                    step, message.text, message.papers, isFromOffice: true, isUnread: sent > request.readMessages)
            default: return nil
            }
        }
    }

    private func message(
        _ step: Step, _ text: PaperReference?, _ papers: [PaperReference], isFromOffice: Bool, isUnread: Bool
    ) -> Message {
        Message(
            number: step.number, recordedAt: step.recordedAt, isFromOffice: isFromOffice,
            text: text.flatMap { texts[$0] }, papers: self.papers(papers), isUnread: isUnread)
    }

    private func papers(_ references: [PaperReference]) -> [Paper] {
        references.compactMap { reference in papers.first { $0.reference == reference } }
    }

    /// The files that the applicant handed in.
    public var handedIn: [Paper] { papers.filter { $0.role.isFromApplicant && $0.label.format != nil } }

    /// The files of the answers, once the answer may be read.
    public var answerFiles: [Paper] {
        guard showsAnswer else { return [] }
        return steps.flatMap { step -> [Paper] in
            guard case .decided(let decision) = step.entry.act else { return [] }
            return papers(decision.particulars.files ?? [])
        }
    }

    /// The files that the applicant may take: those of the answers and of the office's messages.
    public var downloads: [Paper] {
        answerFiles + messages.filter(\.isFromOffice).flatMap(\.papers).filter { $0.label.format != nil }
    }

    /// The applicant's name, for the heads of letters; nil where it is not kept.
    public var applicantName: String? { person?[.name]?.reveal() }
    /// The applicant's name, covered.
    public var coveredName: String { person?.description ?? "*" }

    /// How it stands.
    public var status: RequestStatus { request.status(on: today, by: calendar) }

    /// True where the answer is given by this site, so that it can be read here before it was served otherwise.
    public var isAnsweredOnline: Bool { request.registration.supply?.delivery == .internet }

    /// Whether the answer may be read: when it was served, or is to be served here.
    public var showsAnswer: Bool { request.round.service != nil || isAnsweredOnline }

    /// How it ended without an answer, so that the office does nothing more with it; nil while it is open, and where it was
    /// answered.
    public var endedOtherwise: Disposal? {
        guard let disposal = request.round.disposal, disposal.decision == nil else { return nil }
        return disposal
    }

    /// True where the office wrote after it had ended without an answer: it waits for what the applicant says to that.
    public var isAskedAfterEnd: Bool {
        guard endedOtherwise != nil else { return false }
        for step in steps.reversed() {
            switch step.entry.act {
            case .messageSent: return true
            case .withdrawn, .abandoned, .merged, .transferred: return false
            default: continue
            }
        }
        return false
    }

    /// What the applicant can do now; each is a verb whose stage admits it.
    public func can(_ verb: RequestVerb) -> Bool {
        guard verb.obstacle(for: request) == nil else { return false }
        switch verb {
        // Nobody at the office reads on in what has ended without an answer, unless the office itself has written.
        case .receiveMessage: return endedOtherwise == nil || isAskedAfterEnd
        case .serve: return isAnsweredOnline && request.round.disposal?.needsService == true
        case .rate: return request.round.rating == nil && request.round.disposal != nil
        default: return true
        }
    }

    /// The applications that were taken apart from this one, which the same code opens.
    public var parts: [CaseKey] {
        steps.flatMap { step -> [CaseKey] in
            guard case .split(let split) = step.entry.act else { return [] }
            return split.parts.map { CaseKey(office: key.office, request: $0) }
        }
    }

    /// What can be done against the silence of the office, while it is overdue and not answered.
    public var silence: Remedies? {
        guard request.round.disposal == nil, request.voiding == nil, status.isOverdue, let due = status.due else {
            return nil
        }
        return Remedies(againstSilenceAfter: due, needsReviewFirst: silenceNeedsReviewFirst, by: calendar)
    }

    /// What can be done against the answer, once it was served.
    public var remedies: Remedies? {
        guard let decision = request.round.disposal?.decision, let served = request.round.servedOn else { return nil }
        return Remedies(against: decision, served: served, by: calendar)
    }

    /// Who can be asked for a review; empty where it is not recorded what kind of office this is.
    public func reviewBodies(on day: Day) -> [ReviewBody] {
        (character?.kind).map { ReviewBody.bodies(for: $0, on: day) } ?? []
    }
}
