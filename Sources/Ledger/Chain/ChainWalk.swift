internal import CanonicalJSON
internal import CivilTime
internal import Database

/// Walks all entries in the order of their serials, beside the heads, and notes what does not fit.
///
/// Memory grows with the offices and the heads, not with the entries. After a fault the walk goes on from what stands
/// there, so that a later fault is found as well.
struct ChainWalk {
    private struct End {
        let code: AgencyCode
        var number: Int
        var digest: Digest
    }

    private(set) var result = Verification()
    private let codes: [Int64: AgencyCode]
    private let heads: [DailyHead]
    private let part: LedgerPart?
    private var isPartPassed = false
    private var ends: [Int64: End] = [:]
    private var lastSerial: Int64 = 0
    private var nextHead = 0
    private var lastHead: DailyHead?
    /// Entries with a replacement character: it may stand for bytes that are no text, which only the database can tell.
    private(set) var doubtful: [Int64] = []

    init(codes: [Int64: AgencyCode], heads: [DailyHead], part: LedgerPart?) {
        self.codes = codes
        self.part = part
        self.heads = heads
        result.heads = heads.count
        result.latestHead = heads.last
    }

    /// Takes the row of the next entry.
    mutating func take(_ row: borrowing Row) {
        result.entries += 1
        let serial = (try? row.int64(0)) ?? lastSerial + 1
        let code = (try? row.int64(EntryRows.officeColumn)).flatMap { codes[$0] }
        passPart(before: serial)
        if serial != lastSerial + 1, serial <= lastSerial || serial > part?.lastSerial ?? 0 {
            result.add(
                ChainFault(
                    .gap, "总序号\(lastSerial)之后应为\(lastSerial + 1)，实际为\(serial)：中间的记录缺失，或序号被改动。", serial: serial,
                    office: code, number: try? row.int(1), column: "serial"))
        }
        passHeads(before: serial)
        lastSerial = serial
        do throws(DatabaseError) {
            let office = try row.int64(EntryRows.officeColumn)
            guard let code else { throw row.unexpected(EntryRows.officeColumn, wanted: "office") }
            check(try EntryRows.entry(row, of: code), office)
        } catch {
            let column = error.detail.split(separator: ":").first?.split(separator: " ").last.map(String.init)
            result.add(
                ChainFault(
                    .unreadable, "“\(column ?? "")”一栏的内容不是本系统写入的形式。", serial: serial, office: code,
                    number: try? row.int(1), column: column))
            // The chain goes on behind it, as far as its place and digest can still be read.
            if let office = try? row.int64(EntryRows.officeColumn), let code, let number = try? row.int(1) {
                ends[office] = End(code: code, number: number, digest: (try? row.digest(14)) ?? .zero)
            }
        }
    }

    private mutating func check(_ entry: RecordedEntry, _ office: Int64) {
        let end = ends[office] ?? End(code: entry.office, number: 0, digest: .zero)
        func fault(_ kind: ChainFault.Kind, _ message: String, _ column: String) -> ChainFault {
            ChainFault(
                kind, message, serial: entry.serial, office: entry.office, number: entry.number, column: column)
        }
        if entry.number != end.number + 1 {
            result.add(
                fault(.gap, "本机关第\(end.number)条之后应为第\(end.number + 1)条，实际为第\(entry.number)条：记录缺失或次序被改动。", "number"))
        }
        if entry.digest != entry.expectedDigest {
            result.add(fault(.content, "记录的内容与其摘要不符：内容或摘要被改动。", "digest"))
        } else if entry.previousDigest != end.digest {
            result.add(fault(.link, "所连接的前一条记录的摘要与前一条记录不符。", "previous_digest"))
        } else if let known = RecordedSubjects.schema(of: entry.kind), entry.schema > known {
            result.add(fault(.newerSchema, "记录“\(entry.kind)”的格式版本为\(entry.schema)，本程序只能读取到版本\(known)。", "schema"))
        } else if !Self.isKnown(entry) {
            result.add(fault(.unknownAct, "本程序不认识记录“\(entry.kind)”。", "kind"))
        } else if !CanonicalText.isCanonical(Array(entry.payload.utf8), limits: EntryPayloadText.limits) {
            result.add(fault(.form, "记录的内容不是规范形式的 JSON。", "payload"))
        }
        // Entries that were taken over stand under the head that was made when they came.
        if (lastHead?.day ?? .earliest) < entry.recordedAt.utcDay, entry.serial > part?.lastSerial ?? 0 {
            result.add(fault(.headMissing, "记录当天之前缺少每日锚点。", "recorded_at"))
        }
        if [entry.payload, entry.kind, entry.subject.name].contains(where: { $0.unicodeScalars.contains("\u{FFFD}") }) {
            doubtful.append(entry.serial)
        }
        ends[office] = End(code: entry.office, number: entry.number, digest: entry.digest)
    }

    /// The kind begins with the word of its subject, and this program has such an act.
    private static func isKnown(_ entry: RecordedEntry) -> Bool {
        RecordedSubjects.schema(of: entry.kind) != nil && entry.kind.hasPrefix(entry.subject.kind.rawValue + ".")
    }

    // MARK: What was taken over

    /// Looks whether what was taken over is still all there, once the walk is through it.
    private mutating func passPart(before serial: Int64) {
        guard let part, !isPartPassed, serial > part.lastSerial else { return }
        isPartPassed = true
        let end = ends.values.first { $0.code == part.office }
        if end?.number != part.entries || end?.digest != part.digest || lastSerial != part.lastSerial {
            result.add(
                ChainFault(
                    .truncated, "接收机关\(part.office)的台账时有\(part.entries)条记录，现在与当时不符：记录缺失或被改动。",
                    serial: part.lastSerial, office: part.office))
        }
    }

    // MARK: Heads

    /// Looks at the heads that were made before an entry.
    private mutating func passHeads(before serial: Int64) {
        while nextHead < heads.count, heads[nextHead].lastSerial < serial { passHead(isAtEnd: false) }
    }

    private mutating func passHead(isAtEnd: Bool) {
        let head = heads[nextHead]
        nextHead += 1
        func fault(_ kind: ChainFault.Kind, _ message: String, _ column: String) -> ChainFault {
            ChainFault(kind, message, head: head.number, column: column)
        }
        if head.number != (lastHead?.number ?? 0) + 1 {
            result.add(
                fault(
                    .head, "第\(lastHead?.number ?? 0)个锚点之后应为第\((lastHead?.number ?? 0) + 1)个，实际为第\(head.number)个。",
                    "number"))
        }
        let expected = DailyHead(
            number: head.number, day: head.day, madeAt: head.madeAt, lastSerial: head.lastSerial,
            over: ends.values.map { OfficeHead(office: $0.code, number: $0.number, digest: $0.digest) },
            by: head.algorithm, after: head.previousDigest)
        if isAtEnd, head.lastSerial > lastSerial {
            result.add(
                fault(.truncated, "锚点（\(head.day)）覆盖到总序号\(head.lastSerial)，台账只到\(lastSerial)：末尾的记录缺失。", "last_serial"))
        } else if head.previousDigest != lastHead?.digest ?? .zero {
            result.add(fault(.head, "锚点（\(head.day)）所连接的前一个锚点与前一个锚点不符。", "previous_digest"))
        } else if head.digest != expected.digest || head.offices != expected.offices {
            result.add(fault(.head, "锚点（\(head.day)）与各机关当时的最后一条记录不符：此前的记录或锚点被改动。", "digest"))
        }
        lastHead = head
    }

    /// Looks at the heads behind the last entry; the walk is over then.
    mutating func finish() {
        passPart(before: .max)
        while nextHead < heads.count { passHead(isAtEnd: true) }
        result.offices = ends.count
    }

    /// Notes a fault that was found beside the walk.
    mutating func add(_ fault: ChainFault) { result.add(fault) }
}
