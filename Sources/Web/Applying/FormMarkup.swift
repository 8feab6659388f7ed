internal import Disclosure
internal import Markup

/// The fields of long forms, each with what is wrong in it, over the shared components.
struct FormMarkup {
    let findings: [Finding]
    let t: Wording
    /// What stands behind the ids of fields in a template, until the script takes them out: each id is there once.
    var suffix = ""

    /// What a field looks like.
    struct Field {
        var id: String
        var label: String
        var hint = ""
        var value = ""
        /// `w8`, `w14`, `w22`: the width tells the expected length.
        var width = "w22"
        var type = "text"
        var autocomplete = "off"
        var isOptional = false
    }

    /// The list of everything that must be mended, first on the page; empty where nothing must.
    func summary(_ heading: String) -> HTML {
        let problems = findings.map { FieldProblem(field: $0.field ?? "", message: Sentence($0)) }
        return ErrorSummary(problems: problems, heading: heading, t: t).html
    }

    func input(_ field: Field) -> HTML {
        around(field) { attributes in
            "<input class=\"\(field.width == "w8" ? "w8" : field.width == "w14" ? "w14" : "w22")\" name=\"\(field.id)\" type=\"\(field.type)\" autocomplete=\"\(field.autocomplete)\" value=\"\(field.value)\"\(attributes)>"
        }
    }

    /// - Parameter offers: where the script asks what is published already for what is written; nil for nowhere.
    func area(_ field: Field, rows: Int, offers: String? = nil) -> HTML {
        let asking = offers.map { " data-offers=\"\($0)\"" as HTML } ?? .empty
        // The script fills it; without one it stays out of sight.
        let place: HTML = offers == nil ? .empty : "<div class=\"offers\" hidden></div>"
        return around(field) { attributes in
            "<textarea name=\"\(field.id)\" rows=\"\(rows)\"\(asking)\(attributes)>\(field.value)</textarea>\(place)"
        }
    }

    func choice(_ field: Field, among choices: [(value: String, label: String)]) -> HTML {
        let options = choices.map { choice -> HTML in
            "<option value=\"\(choice.value)\"\(" selected", if: choice.value == field.value)>\(choice.label)</option>"
        }
        return around(field) { attributes in
            "<select class=\"w22\" name=\"\(field.id)\"\(attributes)>\(options)</select>"
        }
    }

    func file(_ field: Field, isSeveral: Bool, accept: String, kept: HTML) -> HTML {
        around(field) { attributes in
            "\(kept)<input name=\"\(field.id)\" type=\"file\" accept=\"\(accept)\"\(" multiple", if: isSeveral)\(attributes)>"
        }
    }

    /// A group of radio buttons; `more` stands below them inside the group.
    func radios(_ field: Field, among choices: [(value: String, label: String)], more: HTML = .empty) -> HTML {
        let problem = problem(field.id)
        let items = choices.enumerated().map { index, choice -> HTML in
            // The first one bears the name of the field, so that the summary leads to it.
            let id = index == 0 ? field.id : "\(field.id)-\(index)"
            let described: HTML = problem == nil ? .empty : " aria-describedby=\"\(field.id)-err\""
            return """
                <label for="\(id)"><input type="radio" id="\(id)" name="\(field.id)" value="\(choice.value)"\(
                    " checked", if: choice.value == field.value)\(described)>\(choice.label)</label>

                """
        }
        let error: HTML =
            problem.map { "<p class=\"err\" id=\"\(field.id)-err\">\($0.message.html(t))</p>\n" } ?? .empty
        return """
            <fieldset class="\(problem == nil ? "field" : "field bad")">
            <legend>\(field.label)</legend>
            \(error)<div class="pick">
            \(items)</div>
            \(more)</fieldset>

            """
    }

    private func around(_ field: Field, _ control: (HTML) -> HTML) -> HTML {
        let label = field.isOptional ? t("\(field.label)（选填）", "\(field.label) (optional)") : field.label
        return FormField(id: field.id + suffix, label: label, hint: field.hint, problem: problem(field.id), t: t).html(
            control)
    }

    private func problem(_ id: String) -> FieldProblem? {
        let found = findings.filter { $0.field == id }
        guard !found.isEmpty else { return nil }
        let sentences = found.map { Sentence($0) }
        let chinese = "错误：" + sentences.map(\.chinese).joined(separator: " ")
        let english = sentences.compactMap(\.english)
        // One without English makes the whole Chinese, and marked so.
        guard !t.isEnglish || english.count == sentences.count else {
            return FieldProblem(field: id, message: Sentence(chineseOnly: chinese))
        }
        return FieldProblem(field: id, message: Sentence(chinese, "Error: " + english.joined(separator: " ")))
    }
}
