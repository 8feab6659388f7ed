public import CivilTime

/// What must be known of an application that was answered to find it again when it is repeated.
public struct AnsweredRequest: Sendable, Hashable {
    /// Its number.
    public let number: RequestNumber
    /// Its applicant.
    public let applicant: PersonReference
    /// What was asked, for comparison.
    public let matter: ComparedText
    /// The day the answer counts as made.
    public let answered: Day
    /// The result.
    public let result: ResultLeaf

    /// An answered application.
    public init(
        _ number: RequestNumber, of applicant: PersonReference, matter: String, answered: Day, result: ResultLeaf
    ) {
        self.number = number
        self.applicant = applicant
        self.matter = ComparedText(matter)
        self.answered = answered
        self.result = result
    }
}

extension InformationRequest {
    /// The application as answered; nil while no answer was served.
    public var answer: AnsweredRequest? {
        for round in rounds.reversed() {
            guard let decision = round.disposal?.decision, let served = round.servedOn else { continue }
            return AnsweredRequest(
                number, of: registration.applicant, matter: matter.text, answered: served, result: decision.leaf)
        }
        return nil
    }

    /// The answered applications of the same applicant that asked the same, the latest answer first.
    ///
    /// They are named before deciding, so that the same information is not handled twice. What was only answered with a
    /// procedure (其他处理) was never answered in substance and is left out. Example: 2025-3, answered 2025-04-01, repeated
    /// as 2025-9 by the same applicant with other punctuation. Source: 条例 Art 36(6).
    public func earlierAnswers(among answered: some Sequence<AnsweredRequest>) -> [AnsweredRequest] {
        let own = ComparedText(matter.text)
        guard !own.text.isEmpty else { return [] }
        return answered.filter {
            $0.number != number && $0.applicant == registration.applicant && $0.matter == own
                && $0.result.family != .other
        }.sorted { ($0.answered, $0.number) > ($1.answered, $1.number) }
    }
}
