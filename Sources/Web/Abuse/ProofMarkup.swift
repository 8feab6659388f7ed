internal import Markup

/// What a form carries of a proof of work or a wait: attributes for the script of the site, and hidden fields. Nothing where
/// nothing must be proved.
struct ProofMarkup {
    /// What must be proved or waited for; nil where nothing must.
    let task: ProofTask?
    /// What is said while the browser works, in the place of the sentence above the form.
    let busy: String
    /// What is said when the proof is found.
    let done: String

    /// The field of the stamp.
    static let stampField = "ready"
    /// The field of the proof that the script of the site puts in.
    static let proofField = "proof_of_work"

    /// True where a proof spares the wait.
    var isProvable: Bool { (task?.bits ?? 0) > 0 }

    /// The attributes of the form: what the script needs to know; without it the wait counts.
    var attributes: HTML {
        guard let task, isProvable else { return .empty }
        return
            " data-proof=\"\(task.stamp)\" data-bits=\"\(task.bits)\" data-busy=\"\(busy)\" data-done=\"\(done)\""
    }

    /// The hidden fields.
    var fields: HTML {
        guard let task else { return .empty }
        let stamp: HTML = "<input type=\"hidden\" name=\"\(Self.stampField)\" value=\"\(task.stamp)\">\n"
        guard isProvable else { return stamp }
        return stamp + "<input type=\"hidden\" name=\"\(Self.proofField)\" value=\"\">\n"
    }
}
