internal import Database
internal import Disclosure
internal import Ledger
internal import Vault

/// Papers that are sealed under the names they will have, before the act that names them.
struct SealedPapers: Sendable {
    private struct Item: Sendable {
        let reference: PaperReference
        let role: SealedPaper.Role
        let label: [UInt8]
        let content: [UInt8]
        let byteCount: Int
    }

    static let purpose = "paper"
    static let labelPurpose = "paper_label"

    private let vault: Vault
    private let office: AgencyCode
    private var items: [Item] = []

    init(_ vault: Vault, of office: AgencyCode) {
        self.vault = vault
        self.office = office
    }

    /// A new name of a paper.
    static func newReference() throws(ServiceError) -> PaperReference {
        let drawn = try sealed { () throws(VaultError) in try Vault.newReference() }
        guard let reference = PaperReference("d" + drawn.text.dropFirst()) else { throw .vault(.unreadable) }
        return reference
    }

    /// Seals a paper; gives its name.
    @discardableResult
    mutating func add(
        _ bytes: [UInt8], _ label: PaperLabel, as role: SealedPaper.Role, named name: PaperReference? = nil
    ) throws(ServiceError) -> PaperReference {
        let vault = vault
        let reference: PaperReference
        if let name { reference = name } else { reference = try Self.newReference() }
        let place = Self.place(reference, office)
        let content = try sealed { () throws(VaultError) in try vault.seal(bytes, for: Self.purpose, at: place).bytes }
        let name = try sealed { () throws(VaultError) in
            try vault.seal(label.bytes, for: Self.labelPurpose, at: place).bytes
        }
        items.append(
            Item(reference: reference, role: role, label: name, content: content, byteCount: bytes.count))
        return reference
    }

    /// Seals files that were handed in.
    mutating func add(_ files: [HandedInFile], as role: SealedPaper.Role) throws(ServiceError) -> [PaperReference] {
        var references: [PaperReference] = []
        for file in files {
            references.append(try add(file.bytes, PaperLabel(file.name, PaperFormat(of: file.bytes)), as: role))
        }
        return references
    }

    /// Keeps all of them beside the act.
    func keep(in request: RequestNumber, _ transaction: LedgerTransaction) throws(ActStop) {
        for item in items {
            let paper = SealedPaper(
                item.reference, of: office, in: request, as: item.role, key: vault.ring.present.identity.text,
                byteCount: item.byteCount, receivedAt: transaction.now, label: item.label, content: item.content)
            try stored { () throws(DatabaseError) in try transaction.keep(paper) }
        }
    }

    /// Where a paper is kept, for its seal.
    static func place(_ reference: PaperReference, _ office: AgencyCode) -> String { "\(office.folded)/\(reference)" }
}

extension Vault {
    /// Name and kind of a paper.
    func label(of paper: SealedPaper) throws(VaultError) -> PaperLabel {
        guard let key = KeyIdentity(paper.key) else { throw .unreadable }
        let bytes = try open(
            SealedBytes(key: key, bytes: paper.label), for: SealedPapers.labelPurpose,
            at: SealedPapers.place(paper.reference, paper.office))
        guard let label = PaperLabel(bytes) else { throw .unreadable }
        return label
    }

    /// The content of a paper.
    func content(of paper: SealedPaper) throws(VaultError) -> [UInt8] {
        guard let key = KeyIdentity(paper.key) else { throw .unreadable }
        return try open(
            SealedBytes(key: key, bytes: paper.content), for: SealedPapers.purpose,
            at: SealedPapers.place(paper.reference, paper.office))
    }

    /// A paper sealed anew with the present key.
    func resealed(_ paper: SealedPaper) throws(VaultError) -> SealedPaper {
        let place = SealedPapers.place(paper.reference, paper.office)
        return SealedPaper(
            paper.reference, of: paper.office, in: paper.request, as: paper.role, key: ring.present.identity.text,
            byteCount: paper.byteCount, receivedAt: paper.receivedAt,
            label: try seal(try label(of: paper).bytes, for: SealedPapers.labelPurpose, at: place).bytes,
            content: try seal(try content(of: paper), for: SealedPapers.purpose, at: place).bytes)
    }
}
