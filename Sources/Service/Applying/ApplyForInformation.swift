internal import CanonicalJSON
internal import Database
public import Disclosure
public import Ledger
public import Vault

/// Makes an application of a draft: registered, sealed and on the disk before anything is said of it, and once only,
/// however often the form is sent.
public struct ApplyForInformation: Sendable {
    let setting: ApplicantSetting

    /// An application that was registered.
    public struct Registered: Sendable {
        /// Office and number.
        public let key: CaseKey
        /// The code with which it is followed; it follows from the browser's secret and stands nowhere.
        public let code: QueryCode
        /// The code as it is told, in two groups.
        public var codeText: String { code.reveal() }
        /// Until when this can still be shown.
        public let shownUntil: Moment
        /// True where this call registered it; false where an earlier one had.
        public internal(set) var isNew = false
    }

    /// What came of handing in.
    public enum Outcome: Sendable {
        /// It stands in the ledger, since now or since an earlier click.
        case registered(Registered)
        /// Something must be mended first.
        case refused(ApplicationDraft, [Finding])
        /// The draft has expired.
        case gone
    }

    /// The use case.
    public init(_ setting: ApplicantSetting) { self.setting = setting }

    /// Registers what a draft says.
    public func submit(_ secret: DraftSecret, at now: Moment) throws(ServiceError) -> Outcome {
        let vault = try setting.key()
        let drafts = KeepDraft(setting)
        guard let draft = try drafts.find(secret, at: now) else { return .gone }
        if draft.registered != nil { return try receipt(secret, at: now).map { .registered($0) } ?? .gone }
        let findings = draft.form.findings(files: draft.fileCounts)
        guard findings.isEmpty else { return .refused(draft, findings) }
        guard let office = AgencyCode(draft.form.agency) else { return .refused(draft, [Self.noOffice]) }

        var papers = SealedPapers(vault, of: office)
        var references: [(slot: ApplicationSlot, reference: PaperReference)] = []
        for (_, file, label) in try drafts.contents(secret) {
            // An authorisation that was chosen before the agent was taken back out belongs to nobody.
            if file.slot == .authorisation, !draft.form.hasAgent { continue }
            references.append((file.slot, try papers.add(file.bytes, label, as: Self.role(of: file.slot))))
        }
        let key = vault.ring.present.identity
        let code = try code(of: secret, under: key)
        let hash = try sealed { () throws(VaultError) in try QueryCodeHash(of: code).text }
        var nothing = ApplicationForm(agency: office.text)
        nothing.fingerprint = draft.form.fingerprint
        let left = nothing.bytes
        let empty = try sealed { () throws(VaultError) in
            try vault.seal(left, for: "draft", at: secret.id.hex).bytes
        }
        let shownUntil = now.adding(minutes: setting.limits.receiptMinutes)
        var caller = PerformActs.Caller(agency: office.text)
        caller.applicant = .visitor
        let sealedPapers = papers
        let outcome = try setting.acts.run(
            [ActDocument("request.apply", fields: draft.form.fields(papers: references))], by: caller, at: now
        ) { (done, transaction) throws(ActStop) in
            guard let name = done.first?.subject?.name, let number = RequestNumber(name) else {
                throw .refused([Self.unfinished])
            }
            let isFirst = try stored { () throws(DatabaseError) in
                try transaction.finish(
                    secret.id, as: number, of: office, key: key.text, sealed: empty, until: shownUntil)
            }
            guard isFirst else { throw .refused([Self.unfinished]) }
            try sealedPapers.keep(in: number, transaction)
            try stored { () throws(DatabaseError) in
                try transaction.keepCode(hash, of: number, office: office)
            }
        }
        switch outcome {
        case .recorded:
            guard var registered = try receipt(secret, at: now) else { return .gone }
            registered.isNew = true
            return .registered(registered)
        case .refused(let problems):
            let found = problems.flatMap(\.findings)
            // Another click of the same form was quicker.
            if found.contains(Self.unfinished), let registered = try receipt(secret, at: now) {
                return .registered(registered)
            }
            return .refused(draft, found)
        }
    }

    /// What a browser that just applied may see once more; nil where it did not, or too long ago.
    public func receipt(_ secret: DraftSecret, at now: Moment) throws(ServiceError) -> Registered? {
        let kept = try inDatabase { () throws(DatabaseError) in
            try setting.ledger.drafts.draft(secret.id, at: now)
        }
        guard let kept, let office = kept.office, let request = kept.request, let key = KeyIdentity(kept.key) else {
            return nil
        }
        return Registered(
            key: CaseKey(office: office, request: request), code: try code(of: secret, under: key),
            shownUntil: kept.expiresAt)
    }

    private func code(of secret: DraftSecret, under key: KeyIdentity) throws(ServiceError) -> QueryCode {
        let vault = try setting.key()
        let bytes = try sealed { () throws(VaultError) in
            try vault.derive(QueryCode.count * 2, from: secret.text, for: "query_code", under: key)
        }
        guard let code = QueryCode(from: bytes) else { throw .vault(.unreadable) }
        return code
    }

    private static func role(of slot: ApplicationSlot) -> SealedPaper.Role {
        switch slot {
        case .proof: .identityProof
        case .authorisation: .authorisation
        case .attachments: .attachment
        }
    }

    private static let unfinished = Finding(
        .applicationTwice, .error, "这份申请已经提交过。", article: .regulation(45), remedy: "请查看已经登记的申请，不用再次提交。",
        english: .init("This application was handed in before.", remedy: "Look at the one that is registered."))
    private static let noOffice = Finding(
        .valueForm, field: "agency", "没有这个机关。", remedy: "请重新选择向哪个机关申请。",
        english: .init("There is no such office.", remedy: "Choose the office again."))
}

extension Finding.Code {
    /// The form was sent before.
    public static let applicationTwice = Self("application.twice")
}
