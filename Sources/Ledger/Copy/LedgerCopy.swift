internal import CanonicalJSON
internal import CivilTime
internal import Disclosure

/// Everything that a ledger holds of one office or of all, as lines of JSON (`gongkai.ledger/1`).
///
/// Every entry keeps every column, so that its digest can be made again; a last line with counts tells that nothing was
/// cut off. Source: `docs/exchange.md`.
public struct LedgerCopy: Sendable {
    /// The form of the lines.
    public static let schema = "gongkai.ledger/1"

    /// The offices, those above before those below.
    public var offices: [Office] = []
    /// The entries, in the order of their serials.
    public var entries: [RecordedEntry] = []
    /// The heads; empty where the copy does not hold the entries of all offices.
    public var heads: [DailyHead] = []
    /// What says that the entries, or the first of them, are one office's out of several; nil where nothing is missing.
    public var part: LedgerPart?
    /// The papers that the entries name; empty where they were not asked for.
    public var papers: [CopiedPaper] = []

    /// Why lines are no copy of a ledger.
    public struct Fault: Error, Sendable, Hashable {
        /// The line, from 1; nil for the file as a whole.
        public let line: Int?
        /// What is wrong and what to do, in Chinese.
        public let message: String
    }

    /// An empty copy.
    public init() {}

    // MARK: Writing

    /// The lines.
    public func bytes() -> [UInt8] {
        var bytes: [UInt8] = []
        func line(_ members: [(String, JSONValue?)]) {
            let kept = members.compactMap { name, value in value.map { JSONValue.Member(name: name, value: $0) } }
            bytes += CanonicalText.bytes(of: .object(kept))
            bytes.append(0x0A)
        }
        line([("type", .string("ledger")), ("schema", .string(Self.schema))])
        for office in offices {
            line([
                ("type", .string("office")), ("code", .string(office.code.text)),
                ("full_name", .string(office.fullName.text)), ("short_name", .text(office.shortName?.text)),
                ("region", .text(office.region?.text)), ("parent", .text(office.parent?.text)),
                ("since", .text(office.since?.description)), ("until", .text(office.until?.description)),
            ])
        }
        if let part {
            line([
                ("type", .string("part")), ("office", .string(part.office.text)),
                ("last_serial", .number(String(part.lastSerial))), ("entries", .number(String(part.entries))),
                ("digest", .string(part.digest.hex)),
            ])
        }
        for entry in entries { line(Self.members(of: entry)) }
        for head in heads {
            line([
                ("type", .string("head")), ("number", .number(String(head.number))),
                ("day", .string(head.day.description)), ("made_at", .number(String(head.madeAt.milliseconds))),
                ("last_serial", .number(String(head.lastSerial))), ("offices", .number(String(head.offices))),
                ("algorithm", .string(head.algorithm.rawValue)),
                ("previous_digest", .string(head.previousDigest.hex)), ("digest", .string(head.digest.hex)),
            ])
        }
        PaperLines.write(papers, line)
        line([
            ("type", .string("end")), ("papers", .number(String(papers.count))),
            ("entries", .number(String(entries.count))),
            ("heads", .number(String(heads.count))), ("offices", .number(String(offices.count))),
        ])
        return bytes
    }

    private static func members(of entry: RecordedEntry) -> [(String, JSONValue?)] {
        [
            ("type", .string("entry")), ("serial", .number(String(entry.serial))),
            ("office", .string(entry.office.text)), ("number", .number(String(entry.number))),
            ("subject_kind", .string(entry.subject.kind.rawValue)), ("subject", .string(entry.subject.name)),
            ("subject_number", .number(String(entry.subjectNumber))), ("kind", .string(entry.kind)),
            ("day", .string(entry.day.description)), ("recorded_at", .number(String(entry.recordedAt.milliseconds))),
            ("actor", .string(entry.actor.officer.text)), ("role", .string(entry.actor.role.name)),
            ("schema", .number(String(entry.schema))), ("payload", .string(entry.payload)),
            ("algorithm", .string(entry.algorithm.rawValue)),
            ("previous_digest", .string(entry.previousDigest.hex)), ("digest", .string(entry.digest.hex)),
        ]
    }

    // MARK: Reading

    /// A copy from its lines.
    ///
    /// - Throws: `Fault` naming the first line that is wrong, or that the end is missing.
    public init(parsing bytes: [UInt8]) throws(Fault) {
        var number = 0
        var isEnded = false
        var files = PaperLines.Files()
        for line in bytes.split(separator: 0x0A) {
            number += 1
            guard !isEnded else { throw Fault(line: number, message: "结束行之后还有内容。请重新导出。") }
            guard let value = try? JSONParser.parse(Array(line), limits: JSONLimits(bytes: 32 << 20, depth: 8)) else {
                throw Fault(line: number, message: "不是完整的 JSON。文件可能在传送中损坏，请重新导出。")
            }
            switch value["type"]?.text {
            case "ledger" where number == 1:
                guard value["schema"]?.text == Self.schema else {
                    throw Fault(
                        line: 1, message: "文件格式是“\(value["schema"]?.text ?? "")”，本程序只能读取“\(Self.schema)”。请升级程序。")
                }
            case "office" where number > 1: offices.append(try Self.office(value, number))
            case "part" where number > 1 && part == nil: part = try Self.part(value, number)
            case "entry" where number > 1: entries.append(try Self.entry(value, number))
            case "head" where number > 1: heads.append(try Self.head(value, number))
            case "file" where number > 1:
                guard files.take(value) else { throw Self.broken(number) }
            case "paper" where number > 1:
                guard let paper = files.paper(value) else {
                    throw Fault(line: number, message: "正文或者附件与编号不符，文件被改动过。请重新导出。")
                }
                papers.append(paper)
            case "end" where number > 1:
                // Copies of before there were papers do not count them.
                guard value.whole("papers") ?? 0 == papers.count, value.whole("entries") == entries.count,
                    value.whole("heads") == heads.count,
                    value.whole("offices") == offices.count
                else { throw Fault(line: number, message: "行数与结束行不符，文件缺少内容。请重新导出。") }
                isEnded = true
            default: throw Fault(line: number, message: "这不是 gongkai export 导出的台账（jsonl）。请核对文件。")
            }
        }
        guard isEnded else { throw Fault(line: nil, message: "文件没有结束行，可能没有传送完整。请重新导出。") }
    }

    private static func broken(_ line: Int) -> Fault { Fault(line: line, message: "内容不完整或者格式不对。请重新导出。") }

    private static func office(_ value: JSONValue, _ line: Int) throws(Fault) -> Office {
        guard let code = value["code"]?.text.flatMap({ AgencyCode($0) }),
            let name = value["full_name"]?.text.flatMap({ PlainLine($0) })
        else { throw broken(line) }
        return Office(
            code: code, fullName: name, shortName: value["short_name"]?.text.flatMap { PlainLine($0) },
            region: value["region"]?.text.flatMap { PlainLine($0) },
            parent: value["parent"]?.text.flatMap { AgencyCode($0) }, since: value["since"]?.text.flatMap { Day($0) },
            until: value["until"]?.text.flatMap { Day($0) })
    }

    private static func part(_ value: JSONValue, _ line: Int) throws(Fault) -> LedgerPart {
        guard let office = value["office"]?.text.flatMap({ AgencyCode($0) }), let last = value.whole("last_serial"),
            let entries = value.whole("entries"), let digest = value["digest"]?.text.flatMap({ Digest(hex: $0) })
        else { throw broken(line) }
        return LedgerPart(office: office, lastSerial: Int64(last), entries: entries, digest: digest)
    }

    private static func entry(_ value: JSONValue, _ line: Int) throws(Fault) -> RecordedEntry {
        guard let serial = value.whole("serial"), let office = value["office"]?.text.flatMap({ AgencyCode($0) }),
            let number = value.whole("number"), let kind = value["subject_kind"]?.text,
            let name = value["subject"]?.text, let place = value.whole("subject_number"),
            let act = value["kind"]?.text, let day = value["day"]?.text.flatMap({ Day($0) }),
            let moment = value.whole("recorded_at"),
            let officer = value["actor"]?.text.flatMap({ OfficerReference($0) }),
            let role = value["role"]?.text.flatMap({ ActorRole($0) }), let schema = value.whole("schema"),
            let payload = value["payload"]?.text,
            let algorithm = value["algorithm"]?.text.flatMap(DigestAlgorithm.init(rawValue:)),
            let previous = value["previous_digest"]?.text.flatMap({ Digest(hex: $0) }),
            let digest = value["digest"]?.text.flatMap({ Digest(hex: $0) })
        else { throw broken(line) }
        return RecordedEntry(
            serial: Int64(serial), office: office, number: number,
            subject: SubjectKey(kind: SubjectKind(kind), name: name), subjectNumber: place, kind: act, day: day,
            recordedAt: Moment(milliseconds: Int64(moment)), actor: EntryActor(officer, as: role), schema: schema,
            payload: payload, algorithm: algorithm, previousDigest: previous, digest: digest)
    }

    private static func head(_ value: JSONValue, _ line: Int) throws(Fault) -> DailyHead {
        guard let number = value.whole("number"), let day = value["day"]?.text.flatMap({ Day($0) }),
            let made = value.whole("made_at"), let last = value.whole("last_serial"),
            let offices = value.whole("offices"),
            let algorithm = value["algorithm"]?.text.flatMap(DigestAlgorithm.init(rawValue:)),
            let previous = value["previous_digest"]?.text.flatMap({ Digest(hex: $0) }),
            let digest = value["digest"]?.text.flatMap({ Digest(hex: $0) })
        else { throw broken(line) }
        return DailyHead(
            number: number, day: day, madeAt: Moment(milliseconds: Int64(made)), lastSerial: Int64(last),
            offices: offices, algorithm: algorithm, previousDigest: previous, digest: digest)
    }
}

extension JSONValue {
    /// A text where there is one.
    fileprivate static func text(_ text: String?) -> JSONValue? { text.map(JSONValue.string) }

    /// The whole number with a name.
    fileprivate func whole(_ name: String) -> Int? {
        guard case .number(let text)? = self[name] else { return nil }
        return Int(text)
    }
}
