internal import Database
public import Disclosure
public import Ledger
internal import Vault

/// Keeps an application that is being written: sealed, for a time, as many as there is room for.
public struct KeepDraft: Sendable {
    let setting: ApplicantSetting

    /// What came of keeping.
    public enum Outcome: Sendable {
        /// It is on the disk. Files that could not be taken are named; all others are kept.
        case kept(ApplicationDraft, [Finding])
        /// There is no room; nothing was changed.
        case full
        /// It became an application in the meantime.
        case finished
    }

    /// The use case.
    public init(_ setting: ApplicantSetting) { self.setting = setting }

    /// The draft of a browser; nil where there is none, or it has expired.
    public func find(_ secret: DraftSecret, at now: Moment) throws(ServiceError) -> ApplicationDraft? {
        guard
            let kept = try inDatabase({ () throws(DatabaseError) in
                try setting.ledger.drafts.draft(secret.id, at: now)
            })
        else { return nil }
        let vault = try setting.key()
        let bytes = try open(kept.sealed, key: kept.key, for: Self.purpose, at: kept.id.hex, vault)
        guard let form = ApplicationForm(bytes) else { throw .vault(.unreadable) }
        if let office = kept.office, let request = kept.request {
            return ApplicationDraft(
                form: form, files: [], expiresAt: kept.expiresAt,
                registered: CaseKey(office: office, request: request))
        }
        return ApplicationDraft(
            form: form, files: try files(kept, vault), expiresAt: kept.expiresAt, registered: nil)
    }

    /// Keeps what was written and the files that can be taken; what is wrong in the fields is kept as it is.
    ///
    /// - Parameters:
    ///   - files: those that were chosen now. One for a proof takes the place of the one before.
    ///   - removed: the numbers of files to take away.
    ///   - minutes: how long it is kept after this; nil for as long as an application that is being written.
    public func keep(
        _ form: ApplicationForm, adding files: [HandedInFile], removing removed: Set<Int> = [], as secret: DraftSecret,
        at now: Moment, minutes: Int? = nil
    ) throws(ServiceError) -> Outcome {
        for _ in 1..<Self.attempts {
            do throws(ServiceError) {
                return try keepOnce(form, adding: files, removing: removed, as: secret, at: now, minutes: minutes)
            } catch {
                // Another page of the same browser kept a file under the same number meanwhile: they are numbered again.
                guard case .database(let cause) = error, cause.kind == .notUnique else { throw error }
            }
        }
        return try keepOnce(form, adding: files, removing: removed, as: secret, at: now, minutes: minutes)
    }

    private static let attempts = 5

    private func keepOnce(
        _ form: ApplicationForm, adding files: [HandedInFile], removing removed: Set<Int>, as secret: DraftSecret,
        at now: Moment, minutes: Int?
    ) throws(ServiceError) -> Outcome {
        let vault = try setting.key()
        let before = try find(secret, at: now)
        if before?.registered != nil { return .finished }
        var findings: [Finding] = []
        var standing = (before?.files ?? []).filter { !removed.contains($0.number) }
        var gone = Set((before?.files ?? []).map(\.number)).intersection(removed)
        var next = ((before?.files ?? []).map(\.number).max() ?? 0) + 1
        var added: [KeptDraftFile] = []
        for file in files {
            if let finding = file.finding(setting.limits, keepsOthers: true) {
                findings.append(finding)
                continue
            }
            if file.slot == .attachments {
                guard standing.count(where: { $0.slot == .attachments }) < setting.limits.attachments else {
                    findings.append(tooMany(file))
                    continue
                }
            } else {
                gone.formUnion(standing.filter { $0.slot == file.slot }.map(\.number))
                standing.removeAll { $0.slot == file.slot }
                added.removeAll { $0.slot == file.slot.rawValue }
            }
            let label = PaperLabel(file.name, PaperFormat(of: file.bytes))
            let place = Self.place(secret.id, next)
            added.append(
                KeptDraftFile(
                    next, in: file.slot.rawValue, byteCount: file.bytes.count,
                    label: try seal(label.bytes, for: Self.labelPurpose, at: place, vault),
                    content: try seal(file.bytes, for: Self.filePurpose, at: place, vault)))
            standing.append(DraftFile(number: next, slot: file.slot, label: label, byteCount: file.bytes.count))
            next += 1
        }
        let expiresAt = now.adding(minutes: minutes ?? setting.limits.draftHours * 60)
        let draft = KeptDraft(
            secret.id, key: vault.ring.present.identity.text, expiresAt: expiresAt,
            sealed: try seal(form.bytes, for: Self.purpose, at: secret.id.hex, vault))
        let room = DraftStore.Room(drafts: setting.limits.drafts, bytes: setting.limits.draftBytes)
        let outcome = try inDatabase { () throws(DatabaseError) in
            try setting.ledger.drafts.keep(draft, adding: added, removing: gone, within: room, at: now)
        }
        switch outcome {
        case .full: return .full
        case .finished: return .finished
        case .kept:
            return .kept(
                ApplicationDraft(form: form, files: standing, expiresAt: expiresAt, registered: nil), findings)
        }
    }

    /// Keeps a draft as it is for so many minutes from now.
    public func extend(_ secret: DraftSecret, minutes: Int, at now: Moment) throws(ServiceError) {
        let end = now.adding(minutes: minutes)
        try inDatabase { () throws(DatabaseError) in try setting.ledger.drafts.extend(secret.id, until: end, at: now) }
    }

    /// Forgets what has expired: nobody can reach it any more.
    public func forgetExpired(at now: Moment) throws(ServiceError) {
        try inDatabase { () throws(DatabaseError) in try setting.ledger.drafts.forgetExpired(at: now) }
    }

    /// Forgets a draft.
    public func forget(_ secret: DraftSecret) throws(ServiceError) {
        try inDatabase { () throws(DatabaseError) in try setting.ledger.drafts.forget(secret.id) }
    }

    // MARK: Files

    private func files(_ kept: KeptDraft, _ vault: Vault) throws(ServiceError) -> [DraftFile] {
        let rows = try inDatabase { () throws(DatabaseError) in
            try setting.ledger.drafts.files(of: kept.id, contents: false)
        }
        var files: [DraftFile] = []
        for row in rows {
            guard let slot = ApplicationSlot(rawValue: row.slot) else { continue }
            files.append(
                DraftFile(
                    number: row.number, slot: slot, label: try label(row, kept, vault), byteCount: row.byteCount))
        }
        return files
    }

    private func label(_ row: KeptDraftFile, _ kept: KeptDraft, _ vault: Vault) throws(ServiceError) -> PaperLabel {
        let bytes = try open(row.label, key: nil, for: Self.labelPurpose, at: Self.place(kept.id, row.number), vault)
        guard let label = PaperLabel(bytes) else { throw .vault(.unreadable) }
        return label
    }

    /// The files of a draft in order, opened, for the act they come with.
    public func contents(
        _ secret: DraftSecret
    ) throws(ServiceError) -> [(number: Int, file: HandedInFile, label: PaperLabel)] {
        let vault = try setting.key()
        let rows = try inDatabase { () throws(DatabaseError) in
            try setting.ledger.drafts.files(of: secret.id, contents: true)
        }
        var files: [(number: Int, file: HandedInFile, label: PaperLabel)] = []
        for row in rows {
            guard let slot = ApplicationSlot(rawValue: row.slot) else { continue }
            let place = Self.place(secret.id, row.number)
            let name = try open(row.label, key: nil, for: Self.labelPurpose, at: place, vault)
            guard let label = PaperLabel(name) else { throw .vault(.unreadable) }
            let bytes = try open(row.content, key: nil, for: Self.filePurpose, at: place, vault)
            files.append((row.number, HandedInFile(slot, name: label.name, bytes: bytes), label))
        }
        return files
    }

    // MARK: Sealing

    private static let purpose = "draft"
    private static let filePurpose = "draft_file"
    private static let labelPurpose = "draft_label"

    private static func place(_ id: Digest, _ number: Int) -> String { "\(id.hex)/\(number)" }

    private func seal(
        _ bytes: [UInt8], for purpose: String, at place: String, _ vault: Vault
    ) throws(ServiceError) -> [UInt8] {
        try sealed { () throws(VaultError) in try vault.seal(bytes, for: purpose, at: place).bytes }
    }

    /// Opens with the key that is named, or with whichever fits: the files of a draft may be older than its text.
    private func open(
        _ bytes: [UInt8], key: String?, for purpose: String, at place: String, _ vault: Vault
    ) throws(ServiceError) -> [UInt8] {
        let identities = key.flatMap { KeyIdentity($0) }.map { [$0] } ?? vault.ring.keys.map(\.identity)
        for identity in identities {
            if let plain = try? vault.open(SealedBytes(key: identity, bytes: bytes), for: purpose, at: place) {
                return plain
            }
        }
        throw .vault(.unreadable)
    }

    private func tooMany(_ file: HandedInFile) -> Finding {
        Finding(
            .fileTooMany, field: file.slot.rawValue,
            "文件“\(PaperLabel.plain(file.name))”没有保存：其他材料最多\(setting.limits.attachments)份。",
            remedy: "请先去掉不需要的；多出的可以以后在查询页面分次补充。",
            english: .init(
                "The file “\(PaperLabel.plain(file.name))” was not taken: at most \(setting.limits.attachments) other papers.",
                remedy: "Remove what is not needed; the rest can be sent from the page of the application later."))
    }
}

extension Moment {
    /// The moment some minutes later.
    func adding(minutes: Int) -> Moment {
        Moment(milliseconds: milliseconds.addingReportingOverflow(Int64(minutes) * 60_000).partialValue)
    }
}
