public import CivilTime

/// One act of the office as the ledger keeps it: what was done and the civil day on which the law counts it.
///
/// The day is that of the act, not of its recording, which the ledger adds. Encoded it is an object of `schema`, `kind`,
/// `day` and `payload`; an entry of a newer schema is refused with both numbers.
public struct Entry<Act: RecordedAct>: Sendable, Hashable {
    /// The day of the act.
    public let day: Day
    /// What was done.
    public let act: Act

    /// An entry.
    public init(_ act: Act, on day: Day) {
        self.day = day
        self.act = act
    }

    /// What kind of act; stable.
    public var kind: Act.Kind { act.kind }
}

/// The acts of one kind of subject: requests, items, appeals.
public protocol RecordedAct: Sendable, Hashable {
    /// The names of the acts.
    associatedtype Kind: RawRepresentable<String>, CaseIterable, Sendable, Hashable
    /// The number of the schema in which the payloads are written, from 1.
    static var schema: Int { get }
    /// What kind of act.
    var kind: Kind { get }
    /// What the act carries.
    var payload: any Codable & Sendable { get }
    /// An act from its kind and what it carries.
    ///
    /// - Throws: `DecodingError` when the payload does not fit the kind.
    init(_ kind: Kind, _ payload: EntryPayload) throws
}

/// The payload of an entry that is being read.
public struct EntryPayload {
    let container: KeyedDecodingContainer<EntryKey>

    /// The payload as a value.
    ///
    /// - Throws: `DecodingError` when it is no such value.
    public func read<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try container.decode(type, forKey: .payload)
    }
}

enum EntryKey: String, CodingKey {
    case schema, kind, day, payload
}

/// An entry was written by a newer program.
public struct NewerSchema: Error, Sendable, Hashable {
    /// The kind of the entry.
    public let kind: String
    /// The schema it is written in.
    public let found: Int
    /// The newest schema that this program reads.
    public let known: Int

    /// A refusal of an entry.
    public init(kind: String, found: Int, known: Int) {
        self.kind = kind
        self.found = found
        self.known = known
    }

    /// What is wrong and what to do, in Chinese.
    public var message: String {
        "记录“\(kind)”的格式版本为 \(found)，本程序只能读取到版本 \(known)。请升级程序后再打开。"
    }
}

extension Entry: Codable {
    /// An entry from its object.
    ///
    /// - Throws: `NewerSchema`, or `DecodingError` when it is no entry.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: EntryKey.self)
        let schema = try container.decode(Int.self, forKey: .schema)
        let name = try container.decode(String.self, forKey: .kind)
        guard schema <= Act.schema else { throw NewerSchema(kind: name, found: schema, known: Act.schema) }
        guard schema >= 1, let kind = Act.Kind(rawValue: name) else {
            throw DecodingError.dataCorruptedError(forKey: .kind, in: container, debugDescription: "no such kind")
        }
        day = try container.decode(Day.self, forKey: .day)
        act = try Act(kind, EntryPayload(container: container))
    }

    /// Writes schema, kind, day and payload.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: EntryKey.self)
        try container.encode(Act.schema, forKey: .schema)
        try container.encode(act.kind.rawValue, forKey: .kind)
        try container.encode(day, forKey: .day)
        try container.encode(act.payload, forKey: .payload)
    }
}
