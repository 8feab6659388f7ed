internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup
internal import Service

/// What the office and the applicant wrote to each other, and the files that come with the answer.
struct CaseMessages {
    let view: ApplicantCase
    let t: Wording

    /// The messages, in order; empty where nobody wrote.
    var html: HTML {
        let messages = view.messages
        guard !messages.isEmpty else { return .empty }
        let items = messages.map { message -> HTML in
            let from =
                message.isFromOffice ? t("\(view.office.fullName.text)发给您", "From the office") : t("您发出", "From you")
            let fresh: HTML = message.isUnread ? " <strong class=\"clock now\">\(t("新消息", "New"))</strong>" : .empty
            let paragraphs = (message.text ?? "").split(separator: "\n").map { "<p lang=\"zh-CN\">\($0)</p>\n" as HTML }
            return """
                <li><time datetime="\(message.recordedAt.beijingDay.description)"><b>\(message.recordedAt.beijingDay.description)</b>\(String(message.recordedAt.beijingText.suffix(5)))</time><div><h3>\(from)\(fresh)</h3>
                \(paragraphs)\(CaseFiles(files: message.papers, canTake: message.isFromOffice, t: t).html)</div></li>

                """
        }
        return """
            <section class="part" aria-labelledby="h-messages">
            <h2 id="h-messages">\(t("往来消息", "Messages"))</h2>
            <ol class="trail">
            \(items)</ol>
            </section>

            """
    }

    /// The files of the answer; empty where it has none, or may not be read yet.
    var answer: HTML {
        let files = view.answerFiles
        guard !files.isEmpty else { return .empty }
        return """
            <section class="part" aria-labelledby="h-given">
            <h2 id="h-given">\(t("答复提供的文件", "Files of the reply"))</h2>
            <p class="meta">\(t("只有凭登记号和查询码才能下载。", "They can only be downloaded with the number and the code."))</p>
            \(CaseFiles(files: files, canTake: true, t: t).html)</section>

            """
    }
}

/// A list of files of an application.
struct CaseFiles {
    let files: [ApplicantCase.Paper]
    /// True where each leads to its content.
    let canTake: Bool
    let t: Wording

    /// Where a file of the application is taken.
    static let path = "/requests/track/files"

    var html: HTML {
        guard !files.isEmpty else { return .empty }
        let items = files.map { file -> HTML in
            let name: HTML =
                canTake
                ? "<a href=\"\(Self.path)/\(file.reference.text)\" lang=\"zh-CN\">\(file.label.fileName)</a>"
                : "<span lang=\"zh-CN\">\(file.label.fileName)</span>"
            return "<li>\(name)<span>\(t.size(file.byteCount))</span></li>\n"
        }
        return "<ul class=\"files\">\n\(items)</ul>\n"
    }
}
