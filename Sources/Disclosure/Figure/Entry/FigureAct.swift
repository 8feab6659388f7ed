/// A figure was entered from another system or a book.
public struct FigureEntered: Sendable, Hashable, Codable {
    /// The cell.
    public let cell: FigureCell
    /// The time it is of.
    public let period: FigurePeriod
    /// The figure.
    public let value: FigureValue
    /// Where it comes from: the system, the book, the office that told it.
    public let source: Statement
    /// The paper that shows it; nil when none was kept.
    public let evidence: PaperReference?
    /// Who entered it.
    public let officer: OfficerReference
}

/// Nothing happened in the time, and someone says so (零申报).
public struct NothingDeclared: Sendable, Hashable, Codable {
    /// The cells; never empty.
    public let cells: [FigureCell]
    /// The time.
    public let period: FigurePeriod
    /// Who told it, or why it cannot be otherwise.
    public let source: Statement
    /// The paper that shows it; nil when none was kept.
    public let evidence: PaperReference?
    /// Who declared it.
    public let officer: OfficerReference
}

/// A figure was put right.
public struct FigureCorrected: Sendable, Hashable, Codable {
    /// The cell.
    public let cell: FigureCell
    /// The time it is of.
    public let period: FigurePeriod
    /// The figure before.
    public let before: FigureValue
    /// The figure now.
    public let after: FigureValue
    /// Why.
    public let reasons: Statement
    /// The paper that shows it; nil when none was kept.
    public let evidence: PaperReference?
    /// Who put it right.
    public let officer: OfficerReference
}

/// A figure was entered by mistake; the cell is blank again.
public struct FigureWithdrawn: Sendable, Hashable, Codable {
    /// The cell.
    public let cell: FigureCell
    /// The time it was of.
    public let period: FigurePeriod
    /// The figure before.
    public let before: FigureValue
    /// Why.
    public let reasons: Statement
    /// Who withdrew it.
    public let officer: OfficerReference
}

/// What can be recorded of figures.
public enum FigureAct: Sendable, Hashable {
    /// A figure was entered.
    case entered(FigureEntered)
    /// Nothing happened in the time.
    case nothingDeclared(NothingDeclared)
    /// A figure was put right.
    case corrected(FigureCorrected)
    /// A figure was withdrawn.
    case withdrawn(FigureWithdrawn)
}

/// One act on the figures of a year.
public typealias FigureEntry = Entry<FigureAct>

extension FigureAct: RecordedAct {
    /// The names of the acts in the ledger; stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A figure was entered.
        case entered = "figure.entered"
        /// Nothing happened in the time.
        case nothingDeclared = "figure.nothing_declared"
        /// A figure was put right.
        case corrected = "figure.corrected"
        /// A figure was withdrawn.
        case withdrawn = "figure.withdrawn"
    }

    /// The schema of the payloads.
    public static let schema = 1

    /// What kind of act.
    public var kind: Kind {
        switch self {
        case .entered: .entered
        case .nothingDeclared: .nothingDeclared
        case .corrected: .corrected
        case .withdrawn: .withdrawn
        }
    }

    /// What the act carries.
    public var payload: any Codable & Sendable {
        switch self {
        case .entered(let payload): payload
        case .nothingDeclared(let payload): payload
        case .corrected(let payload): payload
        case .withdrawn(let payload): payload
        }
    }

    /// The time it is about.
    public var period: FigurePeriod {
        switch self {
        case .entered(let payload): payload.period
        case .nothingDeclared(let payload): payload.period
        case .corrected(let payload): payload.period
        case .withdrawn(let payload): payload.period
        }
    }

    /// An act from its kind and what it carries.
    ///
    /// - Throws: `DecodingError` when the payload does not fit the kind.
    public init(_ kind: Kind, _ payload: EntryPayload) throws {
        switch kind {
        case .entered: self = .entered(try payload.read())
        case .nothingDeclared: self = .nothingDeclared(try payload.read())
        case .corrected: self = .corrected(try payload.read())
        case .withdrawn: self = .withdrawn(try payload.read())
        }
    }
}
