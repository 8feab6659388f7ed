/// Who is consulted before an answer.
public enum ConsultationKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// A third party; silence leaves the decision to the office. Source: 条例 Art 32.
    case thirdParty = "third_party"
    /// A co-maker of joint information; silence is consent. Source: 条例 Art 34.
    case coMaker = "co_maker"
    /// Another office that holds or knows something. Source: 条例 Art 11, 33(3).
    case otherOrgan = "other_organ"

    /// The article.
    public var article: Article {
        switch self {
        case .thirdParty: .regulation(32)
        case .coMaker: .regulation(34)
        case .otherOrgan: .regulation(33, paragraph: 3)
        }
    }

    /// How the reply clock calls it.
    var consulted: ClockSuspension.Consulted { self == .thirdParty ? .thirdParty : .otherOrgan }
}

/// A letter that asks for an opinion went out (征求意见书, 协办函).
public struct ConsultationLetter: Sendable, Hashable, Codable {
    /// Its number in the case, from 1.
    public let number: Int
    /// Who is consulted.
    public let kind: ConsultationKind
    /// The third party; nil for offices.
    public let person: PersonReference?
    /// The name of the office; nil for a third party.
    public let organ: Statement?
    /// The information concerned, or the question.
    public let question: Statement
}

/// A letter reached the one it was for.
public struct LetterDelivery: Sendable, Hashable, Codable {
    /// The consultation it belongs to; nil for the fee notice.
    public let consultation: Int?
}

/// An opinion arrived.
public struct Opinion: Sendable, Hashable, Codable {
    /// What it comes to.
    public enum Stance: String, Sendable, Hashable, CaseIterable, Codable {
        /// Agrees to disclosure.
        case consents
        /// Does not agree.
        case objects
        /// Answers a question, without either.
        case replied
    }

    /// The consultation it belongs to.
    public let consultation: Int
    /// What it comes to.
    public let stance: Stance
    /// The reasons; needed for an objection.
    public let reasons: Statement?
}
