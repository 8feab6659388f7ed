public import Disclosure
public import Ledger

/// Takes an application that a program sends whole: by the same form, the same findings, the same act as the pages, and
/// once only under its key, however often it is sent.
public struct HandInApplication: Sendable {
    let setting: ApplicantSetting

    /// What a program sends.
    public struct Parcel: Sendable {
        /// The form.
        public let form: ApplicationForm
        /// The files.
        public let files: [HandedInFile]
        /// What the program calls it.
        public let key: HandInKey

        /// A parcel.
        ///
        /// - Parameter fingerprint: the digest of everything that was sent.
        public init(_ form: ApplicationForm, files: [HandedInFile], key: HandInKey, fingerprint: Digest) {
            self.form = {
                var form = form
                form.fingerprint = fingerprint.hex
                return form
            }()
            self.files = files
            self.key = key
        }
    }

    /// What came of it.
    public enum Outcome: Sendable {
        /// It stands in the ledger, since now or since it was sent before.
        case registered(ApplyForInformation.Registered)
        /// Something must be mended first; nothing was changed.
        case refused([Finding])
        /// Something else was sent under the key before; nothing was changed, and nothing is told of it.
        case otherContent
        /// There is no room; nothing was changed.
        case full
    }

    /// The use case.
    public init(_ setting: ApplicantSetting) { self.setting = setting }

    /// What was registered under the key before; nil where nothing was.
    public func earlier(_ parcel: Parcel, at now: Moment) throws(ServiceError) -> Outcome? {
        let secret = DraftSecret(parcel.key)
        guard let draft = try KeepDraft(setting).find(secret, at: now), draft.registered != nil else { return nil }
        guard draft.form.fingerprint == parcel.form.fingerprint else { return .otherContent }
        return try ApplyForInformation(setting).receipt(secret, at: now).map { .registered($0) }
    }

    /// Everything that must be mended before it can be handed in, each with its field.
    public func findings(_ parcel: Parcel) -> [Finding] {
        var counts: [ApplicationSlot: Int] = [:]
        var findings = parcel.files.compactMap { $0.finding(setting.limits) }
        for file in parcel.files { counts[file.slot, default: 0] += 1 }
        for slot in ApplicationSlot.allCases {
            let most = slot == .attachments ? setting.limits.attachments : 1
            guard counts[slot, default: 0] > most else { continue }
            findings.append(
                Finding(
                    .fileTooMany, field: slot.rawValue, "这一处最多放 \(most) 份文件。", remedy: "请去掉多余的，登记以后还可以补充。",
                    english: .init(
                        "At most \(most) files can stand here.",
                        remedy: "Leave some out; more can be sent after the registration.")))
        }
        return findings + parcel.form.findings(files: counts)
    }

    /// Registers it.
    public func run(_ parcel: Parcel, at now: Moment) throws(ServiceError) -> Outcome {
        if let earlier = try earlier(parcel, at: now) { return earlier }
        let findings = findings(parcel)
        guard findings.isEmpty else { return .refused(findings) }
        let (drafts, secret) = (KeepDraft(setting), DraftSecret(parcel.key))
        // What an attempt that was cut off left behind.
        let left = Set(try drafts.find(secret, at: now)?.files.map(\.number) ?? [])
        switch try drafts.keep(parcel.form, adding: parcel.files, removing: left, as: secret, at: now) {
        case .full: return .full
        case .kept(_, let findings) where !findings.isEmpty:
            try drafts.forget(secret)
            return .refused(findings)
        case .kept, .finished: break
        }
        switch try ApplyForInformation(setting).submit(secret, at: now) {
        case .refused(_, let findings):
            try drafts.forget(secret)
            return .refused(findings)
        case .registered(let registered):
            // Two that were sent at once under one key: only one of them was registered, and only its sender is told.
            guard case .registered(var found)? = try earlier(parcel, at: now) else { return .otherContent }
            found.isNew = registered.isNew
            return .registered(found)
        case .gone: return try earlier(parcel, at: now) ?? .otherContent
        }
    }
}
