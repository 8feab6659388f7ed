internal import CivilTime
public import Database

extension Ledger {
    /// Walks every chain and every head, and tells what does not fit, the first entry first.
    ///
    /// Looks at one state of the ledger and lets others write meanwhile; memory is bounded by the offices and heads.
    ///
    /// - Parameters:
    ///   - projections: whether to compare the projected tables with the entries too, which keeps writers waiting.
    ///   - progress: told now and then how far the walk is.
    /// - Throws: where the database itself cannot be read; what does not fit is no error but an answer.
    public func verify(
        projections: Bool = false, progress: @escaping @Sendable (LedgerProgress) -> Void = { _ in }
    ) throws(DatabaseError) -> Verification {
        var result = try database.read { (transaction) throws(DatabaseError) in
            try Self.walk(transaction, progress)
        }
        // What cannot be read cannot be rebuilt.
        if projections, result.faultCount == 0 {
            result.differentProjections = try projectionDifferences(progress: progress)
        }
        return result
    }

    private static func walk(
        _ transaction: any ReadTransaction, _ progress: (LedgerProgress) -> Void
    ) throws(DatabaseError) -> Verification {
        var codes: [Int64: AgencyCode] = [:]
        try transaction.each("SELECT id, code FROM office", []) { (row) throws(DatabaseError) in
            codes[try row.int64(0)] = try row.agencyCode(1)
        }
        var heads: [DailyHead] = []
        var damagedHead: ChainFault?
        try transaction.each(HeadRows.columns + " ORDER BY number", []) { (row) throws(DatabaseError) in
            do throws(DatabaseError) {
                heads.append(try HeadRows.head(row))
            } catch {
                damagedHead =
                    damagedHead
                    ?? ChainFault(.unreadable, "有一个锚点的内容不是本系统写入的形式（\(error.detail)）。", head: try? row.int(0))
            }
        }
        let total = try transaction.one("SELECT coalesce(max(serial), 0) FROM entry") { (row) throws(DatabaseError) in
            try row.int64(0)
        }
        var walk = ChainWalk(codes: codes, heads: heads, part: try LedgerPartRow.read(transaction))
        if let damagedHead { walk.add(damagedHead) }
        try transaction.each(EntryRows.columns + " ORDER BY serial", []) { (row) throws(DatabaseError) in
            walk.take(row)
            if walk.result.entries.isMultiple(of: 1_000) {
                progress(LedgerProgress(done: walk.result.entries, total: total))
            }
        }
        walk.finish()
        for serial in walk.doubtful { try checkText(transaction, codes, serial) { walk.add($0) } }
        try checkSubjects(transaction, codes) { walk.add($0) }
        try PaperWalk.check(transaction) { walk.add($0) }
        return walk.result
    }

    /// The text as it is read is the text as it is kept, byte for byte.
    private static func checkText(
        _ transaction: any ReadTransaction, _ codes: [Int64: AgencyCode], _ serial: Int64, _ found: (ChainFault) -> Void
    ) throws(DatabaseError) {
        let read = try transaction.first(
            "SELECT payload, kind, subject, number, office FROM entry WHERE serial = $1", [.int64(serial)]
        ) { (row) throws(DatabaseError) in
            (
                texts: [try row.value(0), try row.value(1), try row.value(2)], number: try row.int(3),
                office: try row.int64(4)
            )
        }
        guard let read else { return }
        let isSame = try transaction.exists(
            "SELECT 1 FROM entry WHERE serial = $1 AND payload = $2 AND kind = $3 AND subject = $4",
            [.int64(serial)] + read.texts)
        if !isSame {
            found(
                ChainFault(
                    .content, "记录的内容含有不是文字的字节：内容被改动。", serial: serial, office: codes[read.office],
                    number: read.number, column: "payload"))
        }
    }

    /// The entries of each subject are numbered through; the index alone tells.
    private static func checkSubjects(
        _ transaction: any ReadTransaction, _ codes: [Int64: AgencyCode], _ found: (ChainFault) -> Void
    ) throws(DatabaseError) {
        var last: (office: Int64, kind: String, subject: String, number: Int) = (0, "", "", 0)
        try transaction.each(
            """
            SELECT office, subject_kind, subject, subject_number FROM entry
            ORDER BY office, subject_kind, subject, subject_number
            """, []
        ) { (row) throws(DatabaseError) in
            let here = (office: try row.int64(0), kind: try row.text(1), subject: try row.text(2))
            let number = try row.int(3)
            let isSame = here.subject == last.subject && here.office == last.office && here.kind == last.kind
            if number != (isSame ? last.number + 1 : 1) {
                found(
                    ChainFault(
                        .subject, "\(here.kind) \(here.subject) 的第\(isSame ? last.number : 0)条记录之后是第\(number)条。",
                        office: codes[here.office], column: "subject_number"))
            }
            last = (here.office, here.kind, here.subject, number)
        }
    }
}
