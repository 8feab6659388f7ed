internal import CanonicalJSON
public import CivilTime
public import Database
public import Disclosure

/// One entry as the ledger keeps it.
public struct RecordedEntry: Sendable, Hashable {
    /// Its place among all entries, from 1 without gaps.
    public let serial: Int64
    /// The office in whose chain it stands.
    public let office: AgencyCode
    /// Its place in the office's chain, from 1 without gaps.
    public let number: Int
    /// What it is about.
    public let subject: SubjectKey
    /// Its place among the entries of the subject, from 1 without gaps.
    public let subjectNumber: Int
    /// What was done: `request.registered`.
    public let kind: String
    /// The civil day on which the law counts it.
    public let day: Day
    /// When it was recorded.
    public let recordedAt: Moment
    /// Who did it.
    public let actor: EntryActor
    /// The schema of the payload.
    public let schema: Int
    /// What was done in particular, as canonical JSON.
    public let payload: String
    /// How its digest was made.
    public let algorithm: DigestAlgorithm
    /// The digest of the entry before it in the office's chain; zeros for the first.
    public let previousDigest: Digest
    /// The digest over everything above.
    public internal(set) var digest: Digest

    /// The entry as an act.
    ///
    /// - Throws: `schemaNewer` with both versions where a newer program wrote it; `corrupt` where it is no such act. Both
    ///   name the office and the place, never the content.
    public func entry<Act: RecordedAct>(as act: Act.Type = Act.self) throws(DatabaseError) -> Entry<Act> {
        try EntryPayloadText.entry(
            act, schema: schema, kind: kind, day: day, payload: payload, place: "\(office) \(number)")
    }
}

/// The payload of an entry to and from its act.
enum EntryPayloadText {
    /// The canonical text of what an act carries.
    static func text(of act: some RecordedAct) throws(DatabaseError) -> String {
        do throws(CanonicalEncodingError) {
            return String(decoding: try CanonicalEncoder.encode(act.payload), as: UTF8.self)
        } catch {
            throw DatabaseError(
                .unfitValue, message: "记录“\(act.kind.rawValue)”的内容不能保存，这是程序的缺陷，请向维护人员报告。",
                detail: "\(error.path): \(error.detail)")
        }
    }

    static func entry<Act: RecordedAct>(
        _: Act.Type, schema: Int, kind: String, day: Day, payload: String, place: @autoclosure () -> String
    ) throws(DatabaseError) -> Entry<Act> {
        guard schema <= Act.schema else {
            throw newer(NewerSchema(kind: kind, found: schema, known: Act.schema), place())
        }
        let tree: JSONValue
        do throws(JSONParser.Failure) {
            tree = try JSONParser.parse(Array(payload.utf8), limits: limits)
        } catch {
            throw damaged(kind, place(), "payload byte \(error.offset)")
        }
        do throws(CanonicalDecodingError) {
            return try CanonicalDecoder.decode(
                Entry<Act>.self,
                from: .object([
                    .init(name: "schema", value: .number(String(schema))), .init(name: "kind", value: .string(kind)),
                    .init(name: "day", value: .string(day.description)), .init(name: "payload", value: tree),
                ]))
        } catch {
            throw damaged(kind, place(), "\(error.path): \(error.detail)")
        }
    }

    /// A payload that this program wrote is far below.
    static let limits = JSONLimits(bytes: 16 << 20, depth: 64)

    static func newer(_ schema: NewerSchema, _ place: String) -> DatabaseError {
        DatabaseError(.schemaNewer, message: schema.message, detail: "entry \(place)")
    }

    static func damaged(_ kind: String, _ place: String, _ detail: String) -> DatabaseError {
        DatabaseError(
            .corrupt, message: "台账中的记录“\(kind)”（\(place)）不能读取，可能已被改动。请运行 gongkai verify 检查，必要时从备份恢复。",
            detail: detail)
    }
}
