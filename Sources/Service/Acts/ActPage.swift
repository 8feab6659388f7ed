internal import Disclosure
internal import Ledger

/// The page `docs/acts.md`: every act with its fields, made from the same table that checks them.
public enum ActPage {
    /// The text of the page.
    public static var text: String {
        var text = """
            # Acts

            What can be done with the ledger, one JSON object an act: `gongkai act` takes them from a file or standard input,
            one object or one a line. This page is made by `gongkai acts --page`; a test compares the two.

            ```
            {"act":"request.close","subject":"2025-1","day":"2025-07-16"}
            ```

            Beside its own fields an act may have `agency`, `actor` and `role` (who does it, where that is not the caller) and
            `expecting` (how many entries of the subject the caller saw: another one who acted since is then told). All acts of
            a call are recorded together or not at all.

            A *text* has at most 4,000 characters and no identity number; a *day* is written `2025-06-03`; a *reference* has 1
            to 64 letters, digits, dashes, dots and underscores; a *person* is the reference of a known one or an object with
            `name` and, as far as they are known, `citizen_number`, `other_document`, `credit_code`, `representative`, `phone`,
            `email`, `address`, `postcode`, which is sealed and never gets into an entry; a *paper* is the reference that
            `gongkai paper add` printed, or an object with `text` (CommonMark with tables) and `files` (paths), which is kept
            together with the act; what is *sealed* is for the applicant alone: an object with either `text` or `file` (a path),
            which is kept sealed beside the act, so that no entry tells what it says.

            """
        for act in ActCatalogue.all {
            text += "\n## \(act.name)\n\n\(act.chineseText)"
            if let article = act.article { text += "（\(article.chineseText)）" }
            text +=
                ". On: \(act.subject.rawValue). By: \(act.roles.map { "`\($0.rawValue)`" }.joined(separator: " ")).\n\n"
            text += "| Field | Form | Needed | Meaning |\n|---|---|---|---|\n"
            for field in act.fields { text += rows(field, in: "") }
        }
        return text
    }

    private static func rows(_ field: ActField, in prefix: String) -> String {
        let name = prefix + field.name
        var text = "| `\(name)` | \(field.kind.form) | \(field.isRequired ? "yes" : "–") | \(field.chineseText) |\n"
        switch field.kind {
        case .list(.object(let fields), _): for inner in fields { text += rows(inner, in: "\(name)[].") }
        case .object(let fields): for inner in fields { text += rows(inner, in: "\(name).") }
        default: break
        }
        return text
    }
}
