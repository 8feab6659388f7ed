internal import Disclosure
internal import HTTPCore
internal import Ledger
internal import Service

extension TrackHandler {
    /// What can be done by a form of the page.
    enum Form {
        /// Answers the correction notice.
        case correction
        /// Sends a text or files.
        case message
        /// Takes the application back.
        case withdrawal
        /// Confirms the answer.
        case received
        /// Rates the handling.
        case rating

        /// What the office calls it.
        var verb: RequestVerb {
            switch self {
            case .correction: .receiveCorrection
            case .message: .receiveMessage
            case .withdrawal: .withdraw
            case .received: .serve
            case .rating: .rate
            }
        }

        /// Whether a case stands as this form wanted it: somebody pressed twice, or sends an old page again.
        func isDone(_ view: ApplicantCase, matter: String, _ deed: GoOnWithRequest.Deed) -> Bool {
            let round = view.request.round
            switch (self, deed) {
            case (.correction, _): return Statement(matter) == view.request.matter
            case (.withdrawal, _):
                if case .withdrawn? = round.disposal { return true }
                return false
            case (.received, _): return round.servedOn != nil
            case (.rating, .rate(let grade, _)): return round.rating?.grade == grade
            default: return false
            }
        }

        /// What is said where it cannot be done any more; the sentences of the office are not for applicants.
        var over: Finding {
            let (message, english) =
                switch self {
                case .correction: ("这件申请现在不用补正。", "Nothing has to be corrected in this application now.")
                case .message: ("这件申请现在不能再补充材料。", "No papers can be added to this application any more.")
                case .withdrawal:
                    ("这件申请现在不能撤回：已经作出答复，或者已经办结。", "It cannot be taken back now: it is replied to, or closed.")
                case .received: ("现在没有等您确认收到的答复。", "No reply waits for your confirmation.")
                case .rating: ("这件申请已经评价过，或者现在还不能评价。", "It is rated already, or cannot be rated yet.")
                }
            return Finding(
                .caseMoved, .error, message, article: .regulation(45), remedy: "请看下面的办理情况，和现在可以办的事项。",
                english: .init(english, remedy: "See below how it stands and what can be done now."))
        }
    }
}

extension Finding.Code {
    /// The case has gone on since the page was opened.
    static let caseMoved = Self("case.moved")
}

/// What a form of a case sent.
struct SentDeed {
    let form: TrackHandler.Form
    let deed: GoOnWithRequest.Deed
    /// The files that were chosen now.
    let files: [HandedInFile]
    /// The files that the page showed as uploaded.
    let shown: ShownFiles
    /// The text.
    let written: KeptWords?

    /// By what the same form of the same session is known again, whatever its boundary.
    func digest(of session: TrackSession.Opened) -> Digest {
        var text = "\(session.key)\n\(session.since.milliseconds)\n\(form)\n\(shown.fingerprint)\n"
        if case .rate(let grade, _) = deed { text += "\(grade)\n" }
        for file in files { text += "\(file.name)\n\(Digest(of: file.bytes).hex)\n" }
        return Digest(of: Array((text + (written?.text ?? "")).utf8))
    }
}
