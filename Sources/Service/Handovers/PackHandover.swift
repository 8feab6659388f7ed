internal import CanonicalJSON
public import CivilTime
internal import Database
public import Disclosure
internal import DocumentWriting
public import Ledger

/// Packs a batch for the two halls as one zip: the paper to sign, a list, every item's text and files, and a manifest with
/// digests by which the halls see that nothing is missing or changed. Source: 条例 Art 25.
public struct PackHandover: Sendable {
    let ledger: Ledger
    let byteLimit: Int

    /// What came of it.
    public enum Outcome: Sendable {
        /// The zip.
        case packed([UInt8])
        /// It cannot be packed, for these reasons.
        case refused([Finding])
    }

    /// Bytes of all files of a batch, 512 MiB: they lie in memory while they are packed.
    public static let standardByteLimit = 512 << 20

    /// The use case over a ledger.
    public init(ledger: Ledger, byteLimit: Int = PackHandover.standardByteLimit) {
        self.ledger = ledger
        self.byteLimit = byteLimit
    }

    /// Packs a batch.
    ///
    /// - Parameter today: the day that the properties of the paper name.
    public func run(_ number: HandoverNumber, of office: Office, today: Day) throws(ServiceError) -> Outcome {
        guard
            let batch = try inDatabase({ () throws(DatabaseError) in
                try ledger.entries.state(of: Subject(number), office: office.code)?.value
            })
        else { return .refused([Self.finding(.handoverNotPrepared, "没有登记交接文据\(number.chineseText)。", "请核对编号。")]) }
        guard batch.voiding == nil else {
            return .refused([Self.finding(.handoverVoided, "交接文据\(number.chineseText)已经作废。", "请用新的编号另行移交。")])
        }
        var contents: [HandoverItem] = []
        var findings: [Finding] = []
        for reference in batch.list.items {
            if let item = try inDatabase({ () throws(DatabaseError) in try item(reference, office.code) }) {
                contents.append(item)
            } else {
                findings.append(
                    Self.finding(.handoverNotPublished, "信息 \(reference) 已经撤回。", "请作废本批后另行移交。"))
            }
        }
        guard findings.isEmpty else { return .refused(findings) }
        let size = contents.flatMap(\.files).reduce(0) { $0 + $1.byteCount }
        guard size <= byteLimit else {
            return .refused([
                Self.finding(
                    .valueTooLong, "附件共 \(size) 字节，超过 \(byteLimit) 字节的上限。",
                    "请分成几批移交，或者调高 GONGKAI_HANDOVER_MAX_BYTES。")
            ])
        }
        return try pack(batch, contents, office, today)
    }

    /// An item as it is on line; nil where it is not.
    private func item(_ reference: ItemReference, _ office: AgencyCode) throws(DatabaseError) -> HandoverItem? {
        guard let state = try ledger.entries.state(of: Subject<ItemAct>(reference), office: office)?.value,
            let online = state.published
        else { return nil }
        return HandoverItem(online: online, paper: try ledger.papers.paper(online.content.body))
    }

    private func pack(
        _ batch: HandoverBatch, _ contents: [HandoverItem], _ office: Office, _ today: Day
    ) throws(ServiceError) -> Outcome {
        var bytes: [KeptPaper.File: [UInt8]] = [:]
        for file in contents.flatMap(\.files) {
            bytes[file] = try inDatabase { () throws(DatabaseError) in try ledger.papers.bytes(of: file) }
            guard bytes[file] != nil else {
                return .refused([
                    Self.finding(.handoverNotPublished, "附件“\(file.name)”不在本系统。", "请运行 gongkai verify 核验台账。")
                ])
            }
        }
        var package = Package()
        var listed: [JSONValue] = []
        func add(_ name: String, _ bytes: [UInt8]) {
            package.add(name, bytes)
            listed.append(
                .object([
                    .init(name: "path", value: .string(name)), .init(name: "size", value: .number("\(bytes.count)")),
                    .init(name: "sha256", value: .string(Digest(of: bytes).hex)),
                ]))
        }
        let papers = HandoverPapers(batch: batch, items: contents, office: office.fullName.text)
        do throws(DocumentWritingError) {
            add("交接文据.docx", try papers.document(created: today).docx())
            add("目录.csv", papers.list)
            for (place, item) in contents.enumerated() {
                let folder = item.folder(place + 1)
                if let paper = item.paper { add("\(folder)/正文.md", Array(paper.text.utf8)) }
                for file in item.files {
                    guard let bytes = bytes[file] else { continue }
                    add("\(folder)/附件\(file.position) \(HandoverItem.plain(file.name))", bytes)
                }
            }
            let manifest = JSONValue.object([
                .init(name: "schema", value: .string("gongkai.handover/1")),
                .init(name: "office", value: .string(office.code.text)),
                .init(name: "office_name", value: .string(office.fullName.text)),
                .init(name: "number", value: .string(batch.number.description)),
                .init(name: "prepared", value: .string(batch.prepared.description)),
                .init(name: "items", value: .number("\(contents.count)")),
                .init(name: "files", value: .array(listed)),
            ])
            package.add("清单.json", CanonicalText.bytes(of: manifest))
            return .packed(try package.bytes())
        } catch {
            return .refused([Self.finding(.valueForm, error.message, "请重试。")])
        }
    }

    private static func finding(_ code: Finding.Code, _ message: String, _ remedy: String) -> Finding {
        Finding(code, field: "subject", message, article: .regulation(25), remedy: remedy)
    }
}
