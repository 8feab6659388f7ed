internal import Disclosure
internal import HTTPCore
internal import Service

/// What a browser sent of the form.
struct SentForm {
    /// What the button that was pressed asks for.
    enum Action: String {
        /// On to the check.
        case next
        /// The fields of another type of applicant.
        case changeType = "type"
        /// Keep it for later.
        case save
    }

    let form: ApplicationForm
    let files: [HandedInFile]
    /// The files that the page showed as uploaded.
    let shown: ShownFiles
    /// How the field is called that comes more than once, where the page sends it once; nil where none does.
    let repeated: String?
    let token: String
    let trap: String
    let action: Action

    init(_ upload: Multipart) {
        func text(_ name: String) -> String { upload[name].flatMap { try? $0.text() } ?? "" }
        var form = ApplicationForm(agency: String(text("agency").prefix(64)))
        for field in ApplicationField.allCases { form[field] = text(field.rawValue) }
        self.form = form
        files = ApplicationSlot.allCases.flatMap { slot in
            upload.all(slot.rawValue).compactMap { part -> HandedInFile? in
                guard let name = part.fileName, !name.isEmpty else { return nil }
                return HandedInFile(
                    slot, name: name, bytes: Array(part.content), droppedBytes: part.droppedBytes)
            }
        }
        shown = ShownFiles(upload)
        let singles = ["agency", FormToken.fieldName, ApplyPage.trapField]
        repeated = upload.repeated(
            of: singles + ApplicationField.allCases.map(\.rawValue)
                + [ApplicationSlot.proof, .authorisation].map(\.rawValue)
        ).map { Self.label($0, form) }
        token = text(FormToken.fieldName)
        trap = text(ApplyPage.trapField)
        // The first button of the form stands for the key Enter; the one that was pressed comes by its own value.
        action = upload.all("go").last.flatMap { try? $0.text() }.flatMap { Action(rawValue: $0) } ?? .next
    }

    private static func label(_ name: String, _ form: ApplicationForm) -> String {
        if let field = ApplicationField(rawValue: name) { return form.label(field) }
        switch ApplicationSlot(rawValue: name) {
        case .proof: return "身份证明"
        case .authorisation: return "授权委托书"
        case .attachments, nil: return name == "agency" ? "受理机关" : "表单校验"
        }
    }

    /// What to say where nothing that was sent can be kept: its files, and those that are gone, must be chosen again.
    ///
    /// - Parameter kept: the files that are still there.
    func forgotten(besides kept: [DraftFile]) -> [Finding] { files.map(\.forgotten) + shown.lost(from: kept) }
}
