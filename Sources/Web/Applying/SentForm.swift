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
    let removed: Set<Int>
    /// The files that the page showed as uploaded, by number.
    let had: [(number: Int, slot: ApplicationSlot, name: String)]
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
        removed = Set(upload.all("remove").compactMap { (try? $0.text()).flatMap { Int($0) } })
        had = upload.all(Self.hadField).prefix(Self.mostHad).compactMap { part in
            let pieces = ((try? part.text()) ?? "").split(separator: ":", maxSplits: 2).map(String.init)
            guard pieces.count == 3, let number = Int(pieces[0]), let slot = ApplicationSlot(rawValue: pieces[1]) else {
                return nil
            }
            return (number, slot, pieces[2])
        }
        token = text(FormToken.fieldName)
        trap = text(ApplyPage.trapField)
        // The first button of the form stands for the key Enter; the one that was pressed comes by its own value.
        action = upload.all("go").last.flatMap { try? $0.text() }.flatMap { Action(rawValue: $0) } ?? .next
    }

    /// The field in which a page says which files it shows as uploaded.
    static let hadField = "had"
    private static let mostHad = 40

    /// What to say where nothing that was sent can be kept: its files, and those that are gone, must be chosen again.
    ///
    /// - Parameter kept: the files that are still there.
    func forgotten(besides kept: [DraftFile]) -> [Finding] { files.map(\.forgotten) + lost(from: kept) }

    /// What to say of files that the page showed as uploaded and that went with the session.
    func lost(from kept: [DraftFile]) -> [Finding] {
        had.filter { one in
            !removed.contains(one.number) && !kept.contains { $0.slot == one.slot && $0.label.name == one.name }
        }.map { HandedInFile($0.slot, name: $0.name, bytes: []).forgotten }
    }
}
