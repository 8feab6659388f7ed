public import Disclosure

/// Acts that the ledger keeps: they belong to a kind of subject, and folded one after another they give its state.
///
/// The kinds of the acts begin with the word of the subject and a dot: `request.registered` is an act on a `request`. Every
/// conforming type stands in `RecordedSubjects.all`, by which the ledger is walked and rebuilt.
public protocol LedgerAct: RecordedAct {
    /// What the entries of a subject come to.
    associatedtype State: RecordedSubject where State.Act == Self
    /// What the acts are done on.
    static var subjectKind: SubjectKind { get }
}

extension LedgerAct {
    /// The state after one more entry; pure, and the same for the same entries.
    ///
    /// - Throws: `Refusal` when the entry does not fit. Entries that a command decided on always do.
    public static func applying(_ entry: Entry<Self>, to state: State?) throws(Refusal) -> State {
        try State.applying(entry, to: state)
    }
}

extension RequestAct: LedgerAct {
    /// What the entries come to.
    public typealias State = InformationRequest
    /// An application.
    public static let subjectKind = SubjectKind.request
}

extension ItemAct: LedgerAct {
    /// What the entries come to.
    public typealias State = InformationItem
    /// An item.
    public static let subjectKind = SubjectKind.item
}

extension HandoverAct: LedgerAct {
    /// What the entries come to.
    public typealias State = HandoverBatch
    /// A batch.
    public static let subjectKind = SubjectKind.handover
}

extension AppealAct: LedgerAct {
    /// What the entries come to.
    public typealias State = Appeal
    /// A case.
    public static let subjectKind = SubjectKind.appeal
}

extension SupervisionAct: LedgerAct {
    /// What the entries come to.
    public typealias State = SupervisionRecord
    /// A matter of supervision.
    public static let subjectKind = SubjectKind.supervision
}

extension LeadingGroupAct: LedgerAct {
    /// What the entries come to.
    public typealias State = LeadingGroup
    /// A leading group.
    public static let subjectKind = SubjectKind.group
}

extension ExchangeAct: LedgerAct {
    /// What the entries come to.
    public typealias State = ExchangeBatch
    /// A batch of data.
    public static let subjectKind = SubjectKind.exchange
}

extension FigureAct: LedgerAct {
    /// What the entries come to.
    public typealias State = FigureYear
    /// The figures of a year.
    public static let subjectKind = SubjectKind.figure
}

extension NormativeAct: LedgerAct {
    /// What the entries come to.
    public typealias State = NormativeDocument
    /// A rule or a normative document.
    public static let subjectKind = SubjectKind.normative
}

extension OfficeAct: LedgerAct {
    /// What the entries come to.
    public typealias State = OfficeRecord
    /// An office.
    public static let subjectKind = SubjectKind.office
}

extension AdjustmentAct: LedgerAct {
    /// What the entries come to.
    public typealias State = ReportAdjustment
    /// An adjusted cell.
    public static let subjectKind = SubjectKind.adjustment
}

extension GuideAct: LedgerAct {
    /// What the entries come to.
    public typealias State = DisclosureGuide
    /// The guide of an office.
    public static let subjectKind = SubjectKind.guide
}

extension MatterAct: LedgerAct {
    /// What the entries come to.
    public typealias State = CatalogueMatter
    /// A matter of the standard catalogue.
    public static let subjectKind = SubjectKind.matter
}

extension CategoryAct: LedgerAct {
    /// What the entries come to.
    public typealias State = CategoryStanding
    /// A category.
    public static let subjectKind = SubjectKind.category
}

extension PersonAct: LedgerAct {
    /// What the entries come to.
    public typealias State = PersonFile
    /// What is kept about a person.
    public static let subjectKind = SubjectKind.person
}
