extension ReferenceSubject {
    /// An adjustment of a cell of a report.
    public enum Adjustment {}
}

/// An adjustment of a cell of a report, by an opaque name.
public typealias AdjustmentReference = Reference<ReferenceSubject.Adjustment>

/// A cell of the compiled report was adjusted by hand; the report shows it beside the cell.
public struct AdjustmentMade: Sendable, Hashable, Codable {
    /// The name of the adjustment.
    public let adjustment: AdjustmentReference
    /// The report year.
    public let year: Int
    /// The cell.
    public let cell: FigureCell
    /// What the registers gave when it was made.
    public let counted: FigureValue
    /// By how much; what is counted later is counted besides.
    public let change: FigureValue
    /// Why.
    public let reasons: Statement
    /// The paper that shows it; nil when none was kept.
    public let evidence: PaperReference?
    /// Who made it.
    public let officer: OfficerReference
    /// Who agreed; nil when nobody did.
    public let approval: Approval?
}

/// An adjustment was taken back.
public struct AdjustmentWithdrawn: Sendable, Hashable, Codable {
    /// Why.
    public let reasons: Statement
    /// Who took it back.
    public let officer: OfficerReference
}

/// What can be recorded of an adjustment.
public enum AdjustmentAct: Sendable, Hashable {
    /// It was made.
    case made(AdjustmentMade)
    /// It was taken back.
    case withdrawn(AdjustmentWithdrawn)
}

/// One act on an adjustment.
public typealias AdjustmentEntry = Entry<AdjustmentAct>

extension AdjustmentAct: RecordedAct {
    /// The names of the acts in the ledger; stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It was made.
        case made = "adjustment.made"
        /// It was taken back.
        case withdrawn = "adjustment.withdrawn"
    }

    /// The schema of the payloads.
    public static let schema = 1

    /// What kind of act.
    public var kind: Kind {
        switch self {
        case .made: .made
        case .withdrawn: .withdrawn
        }
    }

    /// What the act carries.
    public var payload: any Codable & Sendable {
        switch self {
        case .made(let payload): payload
        case .withdrawn(let payload): payload
        }
    }

    /// An act from its kind and what it carries.
    ///
    /// - Throws: `DecodingError` when the payload does not fit the kind.
    public init(_ kind: Kind, _ payload: EntryPayload) throws {
        switch kind {
        case .made: self = .made(try payload.read())
        case .withdrawn: self = .withdrawn(try payload.read())
        }
    }
}
