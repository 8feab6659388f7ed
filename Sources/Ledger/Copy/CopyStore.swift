public import Database
internal import Disclosure

/// Copies of the ledger, out and in again.
public struct CopyStore: Sendable {
    let database: any Database
    let settings: LedgerSettings

    /// A copy of the ledger as it stands at one moment.
    ///
    /// - Parameters:
    ///   - office: whose entries; nil for all offices. Heads stand in it only where it holds every entry.
    ///   - withPapers: whether the texts and files that the entries name come along; all of them are in memory then.
    public func copy(of office: AgencyCode? = nil, withPapers: Bool = true) throws(DatabaseError) -> LedgerCopy {
        try database.read { (transaction) throws(DatabaseError) in
            var copy = LedgerCopy()
            copy.offices = try OfficeStore.all(transaction)
            if let office { copy.offices = Self.withAbove(office, copy.offices) }
            copy.offices = Self.parentsFirst(copy.offices)
            for one in copy.offices where office == nil || one.code == office {
                guard let key = try OfficeStore.key(one.code, transaction) else { continue }
                copy.entries += try transaction.all(
                    EntryRows.columns + " WHERE office = $1 ORDER BY number", [.int64(key.id)]
                ) { (row) throws(DatabaseError) in try EntryRows.entry(row, of: key.code) }
            }
            copy.entries.sort { $0.serial < $1.serial }
            let total = try transaction.one("SELECT count(*) FROM entry") { (row) throws(DatabaseError) in
                try row.int(0)
            }
            if total == copy.entries.count {
                copy.heads = try transaction.all(HeadRows.columns + " ORDER BY number", [], HeadRows.head)
                copy.part = try LedgerPartRow.read(transaction)
            } else {
                copy.part = LedgerPart(of: copy.entries)
            }
            if withPapers { copy.papers = try Self.papers(copy.entries, transaction) }
            return copy
        }
    }

    /// Why a copy was not taken in; nothing was changed.
    public struct Refusal: Error, Sendable, Hashable {
        /// What is wrong and what to do, in Chinese.
        public let message: String
    }

    /// Takes a copy into a ledger without entries, all or nothing: every digest is made again and must be the same.
    ///
    /// The records of one office out of several keep their places among those of all; what is missing between them is
    /// written down, and a head is made over them.
    ///
    /// - Parameter now: when it is taken in.
    /// - Returns: nil when it is taken in, else why not.
    public func restore(_ copy: LedgerCopy, at now: Moment) throws(DatabaseError) -> Refusal? {
        let settings = settings
        return try database.decide { (transaction) throws(DatabaseError) in
            let has = try transaction.one("SELECT count(*) FROM entry") { (row) throws(DatabaseError) in try row.int(0)
            }
            guard has == 0 else {
                return .rollBack(Refusal(message: "这里的台账已有 \(has) 条记录。只能导入到没有记录的数据文件夹或者数据库，请另建一个。"))
            }
            // Offices follow from their entries; the others stand in the copy as they are kept.
            let founded = Set(copy.entries.filter { $0.kind == OfficeAct.Kind.founded.rawValue }.map(\.office))
            for office in copy.offices where founded.contains(office.code) {
                try OfficeStore.open(office.code, transaction)
            }
            for office in copy.offices where !founded.contains(office.code) {
                if let refusal = try OfficeStore.put(office, transaction) {
                    return .rollBack(Refusal(message: "机关 \(office.code)：\(refusal.message)"))
                }
            }
            // Before the entries: what is published is found by the words of its paper.
            for one in copy.papers { _ = try PaperRows.keep(one.paper, at: one.madeAt, transaction) }
            if let part = copy.part {
                guard part.fits(copy.entries) else {
                    return .rollBack(Refusal(message: "记录与文件中所写的范围（机关 \(part.office)）不符，文件被改动过。请重新导出。"))
                }
                try LedgerPartRow.add(part, at: now, transaction)
            }
            var restoring = Restoring(settings: settings, part: copy.part)
            var heads = copy.heads[...]
            for entry in copy.entries {
                while let head = heads.first, head.lastSerial < entry.serial {
                    if let refusal = try Self.add(head, transaction) { return .rollBack(refusal) }
                    heads.removeFirst()
                }
                if let refusal = try restoring.add(entry, transaction) { return .rollBack(refusal) }
            }
            for head in heads {
                if let refusal = try Self.add(head, transaction) { return .rollBack(refusal) }
            }
            if let part = copy.part, copy.heads.isEmpty {
                try HeadRows.add(at: now, by: settings.digest, lastSerial: part.lastSerial, transaction)
            }
            try transaction.countRevision()
            return .commit(nil)
        }
    }

    /// The papers that entries name, each once; one that is not kept is left out, and `verify` tells of it.
    private static func papers(
        _ entries: [RecordedEntry], _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> [CopiedPaper] {
        var papers: [CopiedPaper] = []
        var seen: Set<PaperReference> = []
        for entry in entries where entry.subject.kind == .item {
            for reference in NamedPapers.find(in: entry.payload) where seen.insert(reference).inserted {
                if let paper = try PaperRows.copy(reference, transaction) { papers.append(paper) }
            }
        }
        return papers
    }

    private static func add(_ head: DailyHead, _ transaction: any WriteTransaction) throws(DatabaseError) -> Refusal? {
        let made = try HeadRows.add(
            at: head.madeAt, by: head.algorithm, lastSerial: head.lastSerial, transaction)
        guard made == head else { return Refusal(message: "第 \(head.number) 个日首（\(head.day)）与记录不符，文件被改动过。请重新导出。") }
        return nil
    }

    private static func withAbove(_ code: AgencyCode, _ offices: [Office]) -> [Office] {
        var kept: [Office] = []
        var next: AgencyCode? = code
        while let wanted = next, let office = offices.first(where: { $0.code == wanted }), !kept.contains(office) {
            kept.append(office)
            next = office.parent
        }
        return kept
    }

    /// Offices in an order in which each comes after the one above it.
    static func parentsFirst(_ offices: [Office]) -> [Office] {
        var ordered: [Office] = []
        var rest = offices
        while !rest.isEmpty {
            let ready = rest.filter { office in office.parent.map { code in !rest.contains { $0.code == code } } ?? true
            }
            guard !ready.isEmpty else { return ordered + rest }
            ordered += ready
            rest.removeAll { ready.contains($0) }
        }
        return ordered
    }
}

/// The chains while they are put back entry by entry.
private struct Restoring {
    let settings: LedgerSettings
    private var ends: [AgencyCode: (number: Int, digest: Digest)] = [:]
    private var states: [Place: any Sendable] = [:]
    private var numbers: [Place: Int] = [:]
    private var offices: [AgencyCode: OfficeKey] = [:]
    private var lastSerial: Int64 = 0
    private let part: LedgerPart?

    private struct Place: Hashable {
        let office: AgencyCode
        let subject: SubjectKey
    }

    init(settings: LedgerSettings, part: LedgerPart?) {
        self.settings = settings
        self.part = part
    }

    mutating func add(_ entry: RecordedEntry, _ transaction: any WriteTransaction) throws(DatabaseError)
        -> CopyStore.Refusal?
    {
        let place = "机关 \(entry.office) 的第 \(entry.number) 条记录"
        let isNext = entry.serial == lastSerial + 1
        guard isNext || entry.serial > lastSerial && entry.serial <= part?.lastSerial ?? 0 else {
            return CopyStore.Refusal(
                message: "\(place)的总序号是 \(entry.serial)，应为 \(lastSerial + 1)：文件缺少记录或者被改动过。请重新导出。")
        }
        let end = ends[entry.office] ?? (0, .zero)
        guard entry.number == end.number + 1, entry.previousDigest == end.digest,
            entry.digest == entry.expectedDigest
        else { return CopyStore.Refusal(message: "\(place)与校验值不符，文件被改动过。请重新导出。") }
        guard let office = try key(entry.office, transaction) else {
            return CopyStore.Refusal(message: "\(place)所属的机关不在文件中。请重新导出。")
        }
        guard let act = RecordedSubjects.acts(on: entry.subject.kind) else {
            return CopyStore.Refusal(message: "\(place)的种类“\(entry.kind)”本程序不认识。请升级程序。")
        }
        let subject = Place(office: entry.office, subject: entry.subject)
        guard entry.subjectNumber == (numbers[subject] ?? 0) + 1 else {
            return CopyStore.Refusal(message: "\(place)在所属事项中的次序不对，文件被改动过。请重新导出。")
        }
        try EntryRows.add(entry, office: office.id, transaction)
        guard try apply(act, entry, office, subject, transaction) else {
            return CopyStore.Refusal(message: "\(place)与此前的记录不相符。请在原处运行 gongkai verify。")
        }
        ends[entry.office] = (entry.number, entry.digest)
        numbers[subject] = entry.subjectNumber
        lastSerial = entry.serial
        return nil
    }

    private mutating func key(_ code: AgencyCode, _ transaction: any WriteTransaction) throws(DatabaseError)
        -> OfficeKey?
    {
        if let known = offices[code] { return known }
        let key = try OfficeStore.key(code, transaction)
        offices[code] = key
        return key
    }

    private mutating func apply<Act: LedgerAct>(
        _ act: Act.Type, _ entry: RecordedEntry, _ office: OfficeKey, _ place: Place,
        _ transaction: any WriteTransaction
    ) throws(DatabaseError) -> Bool {
        let before = states[place] as? Act.State
        let one: Entry<Act> = try entry.entry()
        let after: Act.State
        do throws(Disclosure.Refusal) {
            after = try Act.applying(one, to: before)
        } catch {
            return false
        }
        states[place] = after
        try Projections.apply(
            ProjectionStep(office: office, entry: entry, after: after, before: before, settings: settings), transaction)
        return true
    }
}
