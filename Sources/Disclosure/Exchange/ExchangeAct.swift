/// A register was taken over into the ledger.
public struct ImportRecord: Sendable, Hashable, Codable {
    /// What was taken over.
    public enum Content: String, Sendable, Hashable, CaseIterable, Codable {
        /// Applications.
        case requests
        /// Items.
        case items
    }

    /// What was taken over.
    public let content: Content
    /// The name of the file.
    public let file: Statement
    /// The digest of the file, in hexadecimal digits.
    public let digest: String
    /// The subjects, by their names in the ledger: `2025-12`, the names of items.
    public let subjects: [String]

    /// A record.
    public init(_ content: Content, file: Statement, digest: String, subjects: [String]) {
        self.content = content
        self.file = file
        self.digest = digest
        self.subjects = subjects
    }
}

/// An import was undone: its subjects are void.
public struct ImportUndone: Sendable, Hashable, Codable {
    /// Why.
    public let reasons: Statement

    /// A record.
    public init(reasons: Statement) { self.reasons = reasons }
}

/// The records of an office were handed out.
public struct ExportRecord: Sendable, Hashable, Codable {
    /// In which form: `xlsx`, `csv`, `jsonl`.
    public let format: String
    /// How many of the office's entries there were.
    public let entries: Int
    /// True when personal data was left out or masked.
    public let isMasked: Bool

    enum CodingKeys: String, CodingKey {
        case format, entries
        case isMasked = "masked"
    }

    /// A record.
    public init(format: String, entries: Int, isMasked: Bool) {
        self.format = format
        self.entries = entries
        self.isMasked = isMasked
    }
}

/// What can be recorded of the coming and going of data.
public enum ExchangeAct: Sendable, Hashable {
    /// A register was taken over.
    case imported(ImportRecord)
    /// That was undone.
    case undone(ImportUndone)
    /// Records were handed out.
    case exported(ExportRecord)
}

/// One act on a batch.
public typealias ExchangeEntry = Entry<ExchangeAct>

extension ExchangeAct: RecordedAct {
    /// The names of the acts in the ledger; stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A register was taken over.
        case imported = "exchange.imported"
        /// That was undone.
        case undone = "exchange.undone"
        /// Records were handed out.
        case exported = "exchange.exported"
    }

    /// The schema of the payloads.
    public static let schema = 1

    /// What kind of act.
    public var kind: Kind {
        switch self {
        case .imported: .imported
        case .undone: .undone
        case .exported: .exported
        }
    }

    /// What the act carries.
    public var payload: any Codable & Sendable {
        switch self {
        case .imported(let payload): payload
        case .undone(let payload): payload
        case .exported(let payload): payload
        }
    }

    /// An act from its kind and what it carries.
    ///
    /// - Throws: `DecodingError` when the payload does not fit the kind.
    public init(_ kind: Kind, _ payload: EntryPayload) throws {
        switch kind {
        case .imported: self = .imported(try payload.read())
        case .undone: self = .undone(try payload.read())
        case .exported: self = .exported(try payload.read())
        }
    }
}

/// A batch of data that came in or went out, as its entries tell it.
public struct ExchangeBatch: RecordedSubject {
    /// What happened first.
    public let act: ExchangeAct
    /// Why it was undone; nil while it stands.
    public let undone: ImportUndone?

    /// The batch after one more entry.
    ///
    /// - Throws: `Refusal` when the entry does not fit.
    public static func applying(_ entry: ExchangeEntry, to batch: ExchangeBatch?) throws(Refusal) -> ExchangeBatch {
        switch (entry.act, batch?.act) {
        case (.imported, nil), (.exported, nil): return ExchangeBatch(act: entry.act, undone: nil)
        case (.undone(let undone), .imported(let record)) where batch?.undone == nil:
            return ExchangeBatch(act: .imported(record), undone: undone)
        default: throw misfit(entry)
        }
    }
}
