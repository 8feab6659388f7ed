internal import Disclosure
internal import Markup

/// The parts of a form that people fill in: each field with its label, hint and what is wrong in it, tied together for
/// those who hear the page.
struct FormMarkup {
    let findings: [Finding]
    let t: Wording

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
        guard !findings.isEmpty else { return .empty }
        let items = findings.map { finding -> HTML in
            let words = finding.message + finding.remedy
            guard let field = finding.field else { return "<li>\(words)</li>\n" }
            return "<li><a href=\"#\(field)\">\(words)</a></li>\n"
        }
        return """
            <div class="errs" role="alert" aria-labelledby="h-errs">
            <h2 id="h-errs">\(heading)</h2>
            <ol lang="zh-CN">
            \(items)</ol>
            </div>

            """
    }

    func input(_ field: Field) -> HTML {
        """
        \(opening(field.id))<label for="\(field.id)">\(field.label)\(optional(field.isOptional))</label>
        \(hint(field.id, field.hint))\(error(field.id))<input class="\(field.width == "w8" ? "w8" : field.width == "w14" ? "w14" : "w22")" id="\(field.id)" name="\(field.id)" type="\(field.type)" autocomplete="\(field.autocomplete)" value="\(field.value)"\(described(field.id, field.hint))>
        </div>

        """
    }

    func area(_ field: Field, rows: Int) -> HTML {
        """
        \(opening(field.id))<label for="\(field.id)">\(field.label)\(optional(field.isOptional))</label>
        \(hint(field.id, field.hint))\(error(field.id))<textarea id="\(field.id)" name="\(field.id)" rows="\(rows)"\(described(field.id, field.hint))>\(field.value)</textarea>
        </div>

        """
    }

    func choice(_ field: Field, among choices: [(value: String, label: String)]) -> HTML {
        let options = choices.map { choice -> HTML in
            "<option value=\"\(choice.value)\"\(" selected", if: choice.value == field.value)>\(choice.label)</option>"
        }
        return """
            \(opening(field.id))<label for="\(field.id)">\(field.label)\(optional(field.isOptional))</label>
            \(hint(field.id, field.hint))\(error(field.id))<select class="w22" id="\(field.id)" name="\(field.id)"\(described(field.id, field.hint))>\(options)</select>
            </div>

            """
    }

    /// A group of radio buttons; `more` stands below them inside the group.
    func radios(_ field: Field, among choices: [(value: String, label: String)], more: HTML = .empty) -> HTML {
        let items = choices.enumerated().map { index, choice -> HTML in
            // The first one bears the name of the field, so that the summary leads to it.
            let id = index == 0 ? field.id : "\(field.id)-\(index)"
            return """
                <label for="\(id)"><input type="radio" id="\(id)" name="\(field.id)" value="\(choice.value)"\(
                    " checked", if: choice.value == field.value)\(described(field.id, field.hint))>\(choice.label)</label>

                """
        }
        return """
            <fieldset class="\(has(field.id) ? "field bad" : "field")">
            <legend>\(field.label)</legend>
            \(hint(field.id, field.hint))\(error(field.id))<div class="pick">
            \(items)</div>
            \(more)</fieldset>

            """
    }

    func file(_ field: Field, isSeveral: Bool, accept: String, kept: HTML) -> HTML {
        """
        \(opening(field.id))<label for="\(field.id)">\(field.label)\(optional(field.isOptional))</label>
        \(hint(field.id, field.hint))\(error(field.id))\(kept)<input id="\(field.id)" name="\(field.id)" type="file" accept="\(accept)"\(" multiple", if: isSeveral)\(described(field.id, field.hint))>
        </div>

        """
    }

    private func has(_ id: String) -> Bool { findings.contains { $0.field == id } }
    private func opening(_ id: String) -> HTML { "<div class=\"\(has(id) ? "field bad" : "field")\">\n" }
    private func optional(_ isOptional: Bool) -> HTML {
        isOptional ? " <span class=\"hint\">\(t("选填", "optional"))</span>" : .empty
    }
    private func hint(_ id: String, _ text: String) -> HTML {
        text.isEmpty ? .empty : "<p class=\"hint\" id=\"\(id)-hint\">\(text)</p>\n"
    }
    private func error(_ id: String) -> HTML {
        let found = findings.filter { $0.field == id }
        guard !found.isEmpty else { return .empty }
        let words = found.map { $0.message + $0.remedy }.joined(separator: " ")
        return "<p class=\"err\" id=\"\(id)-err\" lang=\"zh-CN\">\(t("错误：", "Error: "))\(words)</p>\n"
    }
    private func described(_ id: String, _ hint: String) -> HTML {
        let names = (hint.isEmpty ? [] : ["\(id)-hint"]) + (has(id) ? ["\(id)-err"] : [])
        guard !names.isEmpty else { return .empty }
        let list: HTML = " aria-describedby=\"\(names.joined(separator: " "))\""
        return has(id) ? list + " aria-invalid=\"true\"" : list
    }
}
