internal import Disclosure
internal import Ledger

extension RequestAct {
    /// The papers that it names, in its order.
    var namedPapers: [PaperReference] {
        switch self {
        case .registered(let registration):
            [registration.identityProof, registration.agent?.authorisation].compactMap(\.self)
        case .messageReceived(let message): [message.text].compactMap(\.self) + message.papers
        case .messageSent(let message): [message.text].compactMap(\.self) + message.papers
        case .decided(let decision): decision.particulars.files ?? []
        case .rated(let rating): [rating.remark].compactMap(\.self)
        default: []
        }
    }
}

extension [ApplicantCase.Paper] {
    /// The papers in the order in which steps name them; those that no step names come last, as they were.
    ///
    /// Papers that come together have one moment, and their names are drawn at random: only what was recorded knows their order.
    func ordered(by steps: [ApplicantCase.Step]) -> [ApplicantCase.Paper] {
        var places: [PaperReference: Int] = [:]
        for reference in steps.flatMap(\.entry.act.namedPapers) where places[reference] == nil {
            places[reference] = places.count
        }
        return enumerated().sorted { one, other in
            let (a, b) = (places[one.element.reference] ?? .max, places[other.element.reference] ?? .max)
            return (a, one.offset) < (b, other.offset)
        }.map(\.element)
    }
}
