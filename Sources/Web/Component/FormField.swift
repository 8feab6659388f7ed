internal import Markup

/// A field of a form: its label, what helps, what is wrong, and the control, tied together for those who cannot see.
struct FormField {
    /// The id of the control.
    let id: String
    let label: String
    /// What helps to fill it in; empty for nothing.
    var hint = ""
    /// What is wrong in it.
    var problem: FieldProblem?
    let t: Wording

    /// The field around its control.
    ///
    /// - Parameter control: gets the attributes that the control must carry: the id and what describes it.
    func html(_ control: (_ attributes: HTML) -> HTML) -> HTML {
        let hintLine: HTML = hint.isEmpty ? .empty : "<p class=\"hint\" id=\"\(id)-hint\">\(hint)</p>\n"
        let errorLine: HTML =
            problem.map { "<p class=\"err\" id=\"\(id)-err\">\($0.message.html(t))</p>\n" } ?? .empty
        let described = [hint.isEmpty ? nil : "\(id)-hint", problem == nil ? nil : "\(id)-err"].compactMap(\.self)
        var attributes: HTML = " id=\"\(id)\""
        if !described.isEmpty { attributes += " aria-describedby=\"\(described.joined(separator: " "))\"" }
        if problem != nil { attributes += " aria-invalid=\"true\"" }
        return """
            <div class="\(problem == nil ? "field" : "field bad")">
            <label for="\(id)">\(label)</label>
            \(hintLine)\(errorLine)\(control(attributes))
            </div>

            """
    }
}
