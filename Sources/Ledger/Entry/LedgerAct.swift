public import Disclosure

/// Acts that the ledger keeps: they belong to a kind of subject, and folded one after another they give its state.
///
/// The kinds of the acts begin with the word of the subject and a dot: `request.registered` is an act on a `request`. Every
/// conforming type stands in `RecordedSubjects.all`, by which the ledger is walked and rebuilt.
public protocol LedgerAct: RecordedAct {
    /// What the entries of a subject come to.
    associatedtype State: Sendable
    /// What the acts are done on.
    static var subjectKind: SubjectKind { get }
    /// The state after one more entry; pure, and the same for the same entries.
    ///
    /// - Throws: `Refusal` when the entry does not fit. Entries that a command decided on always do.
    static func applying(_ entry: Entry<Self>, to state: State?) throws(Refusal) -> State
}

/// Every kind of act that this program keeps.
enum RecordedSubjects {
    static let all: [any LedgerAct.Type] = [
        RequestAct.self, ItemAct.self, HandoverAct.self, AppealAct.self, ExchangeAct.self, PersonAct.self,
    ]

    private static let byKind = Dictionary(uniqueKeysWithValues: all.map { ($0.subjectKind, $0) })

    /// The acts on a kind of subject; nil where this program knows none.
    static func acts(on kind: SubjectKind) -> (any LedgerAct.Type)? { byKind[kind] }
}

extension RequestAct: LedgerAct {
    /// An application.
    public static let subjectKind = SubjectKind.request
    /// The application after one more entry.
    public static func applying(_ entry: RequestEntry, to state: InformationRequest?) throws(Refusal)
        -> InformationRequest
    {
        try InformationRequest.applying(entry, to: state)
    }
}

extension ItemAct: LedgerAct {
    /// An item.
    public static let subjectKind = SubjectKind.item
    /// The item after one more entry.
    public static func applying(_ entry: ItemEntry, to state: InformationItem?) throws(Refusal) -> InformationItem {
        try InformationItem.applying(entry, to: state)
    }
}

extension HandoverAct: LedgerAct {
    /// A batch.
    public static let subjectKind = SubjectKind.handover
    /// The batch after one more entry.
    public static func applying(_ entry: HandoverEntry, to state: HandoverBatch?) throws(Refusal) -> HandoverBatch {
        try HandoverBatch.applying(entry, to: state)
    }
}

extension AppealAct: LedgerAct {
    /// A case.
    public static let subjectKind = SubjectKind.appeal
    /// The case after one more entry.
    public static func applying(_ entry: AppealEntry, to state: Appeal?) throws(Refusal) -> Appeal {
        try Appeal.applying(entry, to: state)
    }
}

extension ExchangeAct: LedgerAct {
    /// A batch of data.
    public static let subjectKind = SubjectKind.exchange
    /// The batch after one more entry.
    public static func applying(_ entry: ExchangeEntry, to state: ExchangeBatch?) throws(Refusal) -> ExchangeBatch {
        try ExchangeBatch.applying(entry, to: state)
    }
}

extension PersonAct: LedgerAct {
    /// What is kept about a person.
    public static let subjectKind = SubjectKind.person
    /// What the entries tell of it after one more.
    public static func applying(_ entry: PersonEntry, to state: PersonFile?) throws(Refusal) -> PersonFile {
        try PersonFile.applying(entry, to: state)
    }
}
