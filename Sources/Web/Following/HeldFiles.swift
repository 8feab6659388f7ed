internal import Disclosure
internal import Ledger
internal import Service

/// What was handed in with a form of a case that was refused: kept sealed for the session, so that one field can be mended
/// without choosing the files anew. It goes with the session, and when the form is taken.
struct HeldFiles {
    let setting: ApplicantSetting
    let session: TrackSession.Opened
    /// How long it is kept after its last change, as the session is.
    let minutes: Int
    let form: TrackHandler.Form
    let now: Moment

    /// nil for a form that takes no files.
    init?(
        _ setting: ApplicantSetting, _ session: TrackSession.Opened, _ form: TrackHandler.Form, minutes: Int,
        at now: Moment
    ) {
        guard form == .correction || form == .message else { return nil }
        self.setting = setting
        self.session = session
        self.minutes = minutes
        self.form = form
        self.now = now
    }

    private var secret: DraftSecret { DraftSecret(session, form: "\(form)") }
    private var drafts: KeepDraft { KeepDraft(setting) }

    /// The files that are kept, and the text beside them; nil where nothing is.
    func find() throws(ServiceError) -> (text: String, files: [DraftFile])? {
        try drafts.find(secret, at: now).map { ($0.form[.matter], $0.files) }
    }

    /// The same, kept on from now: the session was used.
    func use() throws(ServiceError) -> (text: String, files: [DraftFile])? {
        guard let found = try find() else { return nil }
        try drafts.extend(secret, minutes: minutes, at: now)
        return found
    }

    /// The files that are kept, with their numbers and contents.
    func contents() throws(ServiceError) -> [(number: Int, file: HandedInFile)] {
        guard try find() != nil else { return [] }
        return try drafts.contents(secret).map { ($0.number, $0.file) }
    }

    /// What came of keeping.
    enum Outcome {
        /// They are kept, but for those that are named.
        case kept([Finding])
        /// There is no room; nothing was changed.
        case full
    }

    /// Keeps what came with a form that was refused.
    func keep(_ text: String, _ files: [HandedInFile], removing removed: Set<Int>) throws(ServiceError) -> Outcome {
        var draft = ApplicationForm(agency: session.key.office.text)
        draft[.matter] = text
        switch try drafts.keep(draft, adding: files, removing: removed, as: secret, at: now, minutes: minutes) {
        case .kept(_, let findings): return .kept(findings)
        case .full, .finished: return .full
        }
    }

    /// Forgets all of it.
    func forget() throws(ServiceError) { try drafts.forget(secret) }
}
