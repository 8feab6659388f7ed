internal import Disclosure

/// Every kind of act that this program keeps.
enum RecordedSubjects {
    static let all: [any LedgerAct.Type] = [
        RequestAct.self, ItemAct.self, HandoverAct.self, AppealAct.self, SupervisionAct.self, LeadingGroupAct.self,
        ExchangeAct.self, PersonAct.self, FigureAct.self, NormativeAct.self, OfficeAct.self, AdjustmentAct.self,
        GuideAct.self, MatterAct.self, CategoryAct.self,
    ]

    private static let byKind = Dictionary(uniqueKeysWithValues: all.map { ($0.subjectKind, $0) })
    private static let schemas: [String: Int] = {
        var schemas: [String: Int] = [:]
        for act in all { add(act, to: &schemas) }
        return schemas
    }()

    private static func add<Act: LedgerAct>(_: Act.Type, to schemas: inout [String: Int]) {
        for kind in Act.Kind.allCases { schemas[kind.rawValue] = Act.schema }
    }

    /// The acts on a kind of subject; nil where this program knows none.
    static func acts(on kind: SubjectKind) -> (any LedgerAct.Type)? { byKind[kind] }

    /// The newest schema of a kind of act that this program reads; nil where it knows no such act.
    static func schema(of kind: String) -> Int? { schemas[kind] }
}
