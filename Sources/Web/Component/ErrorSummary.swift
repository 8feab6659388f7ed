internal import Markup

/// What is wrong with a form that was sent, before everything else on the page: each line leads to its field.
///
/// The title of such a page begins with 错误, so that it is the first thing a screen reader says.
struct ErrorSummary {
    let problems: [FieldProblem]
    /// What did not happen: 未能核对.
    let heading: String
    let t: Wording

    /// The box; nothing where nothing is wrong.
    var html: HTML {
        guard !problems.isEmpty else { return .empty }
        let items = problems.map { problem -> HTML in
            guard !problem.field.isEmpty else { return "<li>\(problem.message.html(t))</li>\n" }
            return "<li><a href=\"#\(problem.field)\">\(problem.message.html(t))</a></li>\n"
        }
        return """
            <div class="errs" role="alert" aria-labelledby="h-errs">
            <h2 id="h-errs">\(heading)</h2>
            <ul>
            \(items)</ul>
            </div>

            """
    }
}
