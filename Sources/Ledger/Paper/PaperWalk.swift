internal import Database
internal import Disclosure

/// Whether the papers still are what their names say, and the bytes of files what their digests say.
///
/// An entry holds the name of its paper, and the name is made of the content: with the chains sound, a sound paper says what
/// it said when the entry was made. What was read of a file for the search is not covered; it can be read again.
enum PaperWalk {
    /// Papers looked at together.
    private static let chunk = 200

    static func check(
        _ transaction: any ReadTransaction, _ found: (ChainFault) -> Void
    ) throws(DatabaseError) {
        try checkNames(transaction, found)
        try checkBytes(transaction, found)
        try checkPresence(transaction, found)
    }

    private static func checkNames(
        _ transaction: any ReadTransaction, _ found: (ChainFault) -> Void
    ) throws(DatabaseError) {
        var last = ""
        while true {
            let papers = try transaction.all(
                "SELECT reference, text, files FROM paper WHERE reference > $1 ORDER BY reference LIMIT $2",
                [.text(last), .int(chunk)]
            ) { (row) throws(DatabaseError) in (try row.text(0), try row.text(1), try row.int(2)) }
            guard let end = papers.last?.0 else { return }
            var files: [String: [(name: String, digest: Digest)]] = [:]
            try transaction.each(
                """
                SELECT f.paper, f.name, f.digest FROM paper_file f
                WHERE f.paper > $1 AND f.paper <= $2 ORDER BY f.paper, f.position
                """, [.text(last), .text(end)]
            ) { (row) throws(DatabaseError) in
                // A digest that is none gives another name.
                let digest = Digest(hex: try row.text(2)) ?? .zero
                files[try row.text(0), default: []].append((try row.text(1), digest))
            }
            for (reference, text, count) in papers {
                let own = files[reference] ?? []
                if own.count != count || Paper.reference(text, own).text != reference {
                    found(fault("编号为 \(reference.prefix(60)) 的正文或者附件目录与编号不符：内容被改动。", column: "text"))
                }
            }
            last = end
        }
    }

    /// One file at a time: files may be large.
    private static func checkBytes(
        _ transaction: any ReadTransaction, _ found: (ChainFault) -> Void
    ) throws(DatabaseError) {
        let documents = try transaction.all(
            "SELECT DISTINCT document, digest, name FROM paper_file ORDER BY document, digest, name", []
        ) { (row) throws(DatabaseError) in (try row.int64(0), try row.text(1), try row.text(2)) }
        var last: (document: Int64, digest: String)?
        for (document, digest, name) in documents {
            if let last, last == (document, digest) { continue }
            last = (document, digest)
            let bytes = try transaction.first("SELECT bytes FROM document WHERE id = $1", [.int64(document)]) {
                (row) throws(DatabaseError) in try row.blob(0)
            }
            if bytes.map({ Digest(of: $0).hex }) != digest {
                found(fault("附件“\(name.prefix(60))”的内容与摘要不符：内容被改动。", column: "bytes"))
            }
        }
    }

    /// What items name is there.
    private static func checkPresence(
        _ transaction: any ReadTransaction, _ found: (ChainFault) -> Void
    ) throws(DatabaseError) {
        var named: Set<PaperReference> = []
        try transaction.each("SELECT payload FROM entry WHERE subject_kind = 'item' ORDER BY serial", []) {
            (row) throws(DatabaseError) in
            named.formUnion(NamedPapers.find(in: try row.text(0)))
        }
        for reference in named.sorted(by: { $0.text < $1.text })
        where try !transaction.exists("SELECT 1 FROM paper WHERE reference = $1", [.text(reference.text)]) {
            found(fault("有信息的正文和附件（\(reference.text)）不在数据库中。", column: "reference"))
        }
    }

    private static func fault(_ message: String, column: String) -> ChainFault {
        ChainFault(.paper, message, column: column)
    }
}

/// The papers that the payload of an entry names.
enum NamedPapers {
    /// Every `"body":"p-…"` with the name of a content; other names are of papers kept elsewhere.
    static func find(in payload: String) -> [PaperReference] {
        let bytes = Array(payload.utf8)
        let mark = Array("\"body\":\"p-".utf8)
        var found: [PaperReference] = []
        var index = 0
        while index + mark.count + 40 < bytes.count {
            guard bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) else {
                index += 1
                continue
            }
            let start = index + mark.count - 2
            let name = String(decoding: bytes[start..<(start + 42)], as: UTF8.self)
            if bytes[start + 42] == UInt8(ascii: "\""), let reference = PaperReference(name),
                Paper.isOfContent(reference)
            {
                found.append(reference)
            }
            index = start
        }
        return found
    }
}
